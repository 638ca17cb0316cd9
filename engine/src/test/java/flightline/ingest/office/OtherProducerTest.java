package flightline.ingest.office;

import static flightline.ingest.office.OfficeFiles.blocks;
import static flightline.ingest.office.OfficeFiles.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import flightline.corpus.Suspicion;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One text that LibreOffice saved as a new and as an old Word document gives the same blocks in both. */
final class OtherProducerTest {
    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("brakes.docx", new WordParser(), FileKind.WORD),
                Arguments.of("brakes.doc", new CompoundParser(), FileKind.COMPOUND));
    }

    @ParameterizedTest
    @MethodSource("files")
    void word_stepsTablesNotesAndBoxes_areRead(String name, DocumentParser parser, FileKind kind) throws IOException {
        var blocks = blocks(read(name, parser, kind));
        assertThat(blocks.get(0)).isInstanceOfSatisfying(Block.Heading.class, h -> {
            assertThat(h.level()).isEqualTo(1);
            assertThat(h.text()).isEqualTo("Wear pins");
        });
        assertThat(blocks.get(1)).isInstanceOfSatisfying(Block.Safety.class, s -> {
            assertThat(s.kind()).isEqualTo(SafetyKind.WARNING);
            assertThat(s.text()).isEqualTo("Chock the wheels.");
        });
        assertThat(blocks.subList(4, 8).stream()
                        .map(b -> ((Block.Step) b).number() + " " + ((Block.Step) b).depth() + " " + b.text())
                        .toList())
                .containsExactly(
                        "1. 0 Open the panel.",
                        "(a) 1 Remove the screws.",
                        "(b) 1 Lift the panel.",
                        "2. 0 Close the panel.");
        assertThat(blocks.get(8)).isInstanceOf(Block.ListItem.class);
        assertThat(blocks.get(9)).isInstanceOfSatisfying(Block.Table.class, t -> {
            assertThat(t.caption()).isEqualTo("Table 1 Limits");
            assertThat(t.header()).containsExactly("Part", "Limit");
            assertThat(t.rows().get(0).cells()).containsExactly("Disc", "2 mm");
            assertThat(t.rows().get(1).cells()).containsExactly("Others as marked", "Others as marked");
            assertThat(t.rows().get(1).text()).isEqualTo("Others as marked");
        });
        assertThat(blocks.get(3).text()).isEqualTo("[1] With a depth gauge.");
        assertThat(blocks.getLast().text()).isEqualTo("Boxed words.");
    }

    @ParameterizedTest
    @MethodSource("files")
    void word_deletedHiddenAndCommentedWords_areNoText(String name, DocumentParser parser, FileKind kind)
            throws IOException {
        var read = read(name, parser, kind);
        var document = read.documents().getFirst();
        assertThat(blocks(read).get(2).text()).isEqualTo("Clean the pin. Measure it [1] cold.");
        assertThat(document.sourceText()).doesNotContain("grease it", "Hidden", "White", "Ask again", "RESTRICTED");
        assertThat(document.header().marking().label()).isEqualTo("RESTRICTED");
        assertThat(document.header().title()).isEqualTo("Wheel brakes");
        assertThat(read.notes())
                .anyMatch(n -> n.startsWith("has tracked changes: 0 insertions were read as text, 1 deletions"))
                .contains("has comments in its margin, which were left out");
        assertThat(read.suspicions().stream().map(Suspicion::detail).toList())
                .containsExactly("white on white, \"Hidden words.White words.\"");
    }

    private static ParseOutcome.Parsed read(String name, DocumentParser parser, FileKind kind) throws IOException {
        try (var in = Objects.requireNonNull(OtherProducerTest.class.getResourceAsStream(name))) {
            return parsed(parser, kind, in.readAllBytes());
        }
    }
}
