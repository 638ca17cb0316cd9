package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every document, shown on many that dice have written. */
class PassageCutterPropertyTest {
    private static final int DOCUMENTS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cut_anyDocument_keepsEveryPromise(long seed) {
        var dice = new Random(seed);
        for (int i = 0; i < DOCUMENTS; i++) {
            var document = document(dice);
            var passages = new PassageCutter().cut(document);
            textsAreExact(document, passages);
            nothingIsLost(document, passages);
            warningsStayWithTheirSteps(document, passages);
        }
    }

    private static void textsAreExact(StructuredDocument document, List<Passage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            var p = passages.get(i);
            assertThat(p.ordinal()).isEqualTo(i);
            assertThat(p.text())
                    .isNotBlank()
                    .isEqualTo(document.sourceText()
                            .substring(p.place().start(), p.place().end()));
            assertThat(p.firstBlock()).isLessThanOrEqualTo(p.lastBlock());
            assertThat(Words.count(p.context())).isLessThanOrEqualTo(60);
            if (p.kind() == PassageKind.PARAGRAPH)
                assertThat(Words.count(p.text())).isLessThanOrEqualTo(225);
            assertThat(p.safety())
                    .isSortedAccordingTo((a, b) -> a.kind().compareTo(b.kind()))
                    .doesNotHaveDuplicates();
        }
    }

    private static void nothingIsLost(StructuredDocument document, List<Passage> passages) {
        var covered = new boolean[document.sourceText().length()];
        for (var p : passages) for (int c = p.place().start(); c < p.place().end(); c++) covered[c] = true;
        for (var placed : document.blocks()) {
            if (placed.block() instanceof Block.Heading) continue;
            var place = placed.block().place();
            for (int c = place.start(); c < place.end(); c++)
                assertThat(covered[c]
                                || Character.isWhitespace(document.sourceText().charAt(c)))
                        .as("offset %d of %s", c, placed.block())
                        .isTrue();
        }
    }

    private static void warningsStayWithTheirSteps(StructuredDocument document, List<Passage> passages) {
        for (int i = 1; i < document.blocks().size(); i++) {
            if (!(document.blocks().get(i - 1).block() instanceof Block.Safety before)) continue;
            if (!(document.blocks().get(i).block() instanceof Block.Step)) continue;
            int step = i;
            assertThat(passages)
                    .filteredOn(p -> p.firstBlock() == step)
                    .allSatisfy(p -> assertThat(p.safety())
                            .anySatisfy(s -> assertThat(s.text()).isEqualTo(before.text())));
        }
    }

    private static StructuredDocument document(Random dice) {
        var builder = new DocumentBuilder(dice.nextBoolean() ? "S1000D 4.1" : "Plain text");
        int blocks = dice.nextInt(60);
        for (int i = 0; i < blocks; i++) {
            switch (dice.nextInt(13)) {
                case 0 -> builder.section(1 + dice.nextInt(3), words(dice, 4));
                case 1, 2 -> builder.paragraph(words(dice, 600));
                case 3 -> builder.paragraph(words(dice, 12) + ":");
                case 4, 5 -> builder.item(dice.nextInt(3), words(dice, 40));
                case 6, 7 -> builder.step(dice.nextInt(3), words(dice, 60));
                case 8 -> builder.safety(kind(dice), words(dice, 20));
                case 9 -> builder.general(kind(dice), words(dice, 20));
                case 10 -> builder.table(words(dice, 5), List.of("A", "B"), rows(dice));
                case 11 ->
                    builder.figure(words(dice, 6))
                            .part("98A29-" + i, words(dice, 3))
                            .fault("F" + i, words(dice, 8));
                default -> builder.holdsFor(dice.nextBoolean() ? Applicability.ALL : Applicability.parse("serial=1~9"));
            }
        }
        return builder.build();
    }

    private static SafetyKind kind(Random dice) {
        return List.of(SafetyKind.WARNING, SafetyKind.CAUTION, SafetyKind.NOTE).get(dice.nextInt(3));
    }

    private static List<List<String>> rows(Random dice) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = dice.nextInt(4); i >= 0; i--) rows.add(List.of(words(dice, 9), words(dice, 9)));
        return rows;
    }

    private static String words(Random dice, int most) {
        var text = new StringBuilder("Start");
        for (int i = dice.nextInt(most); i > 0; i--)
            text.append(dice.nextInt(12) == 0 ? ". " : dice.nextInt(20) == 0 ? "\n" : " ")
                    .append(List.of("Valve", "pump", "No. 2", "torque", "32-41", "fig.", "é", "(see", "10")
                            .get(dice.nextInt(9)));
        return text.toString();
    }
}
