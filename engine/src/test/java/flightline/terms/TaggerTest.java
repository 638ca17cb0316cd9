package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaggerTest {
    private static final List<Tagger.Labelled> REPORTS = List.of(
            report("left pump leaking in cruise", "B-loc B-prod B-pcon O B-flt"),
            report("right valve leaking in climb", "B-loc B-prod B-pcon O B-flt"),
            report("left valve stuck open", "B-loc B-prod B-pcon I-pcon"),
            report("right pump stuck open in cruise", "B-loc B-prod B-pcon I-pcon O B-flt"));

    private static Tagger.Labelled report(String tokens, String tags) {
        return new Tagger.Labelled(List.of(tokens.split(" ")), List.of(tags.split(" ")));
    }

    @Test
    void learned_marksWhatItNeverSawTogether() {
        Tagger tagger = new TaggerTraining(8, 1).learn(REPORTS);
        assertThat(tagger.tags(List.of("right", "valve", "stuck", "open", "in", "climb")))
                .containsExactly("B-loc", "B-prod", "B-pcon", "I-pcon", "O", "B-flt");
    }

    @Test
    void sameReportsAndSeed_giveTheSameBytes_andReadingThemTheSameTags() throws IOException {
        byte[] first = bytes(new TaggerTraining(5, 3).learn(REPORTS));
        assertThat(bytes(new TaggerTraining(5, 3).learn(REPORTS))).isEqualTo(first);
        Tagger read = Tagger.read(new ByteArrayInputStream(first));
        List<String> tokens = List.of("left", "pump", "leaking");
        assertThat(read.tags(tokens))
                .isEqualTo(new TaggerTraining(5, 3).learn(REPORTS).tags(tokens));
    }

    @Test
    void shippedModel_marksSpansWhereTheyStand() {
        String text = "L/H HYD PUMP leaking during climb.";
        List<Tagger.Span> spans = Tagger.standard().spans(text);
        assertThat(spans).isNotEmpty();
        for (Tagger.Span span : spans)
            assertThat(text.substring(span.phrase().start(), span.phrase().end()))
                    .isEqualTo(span.phrase().text());
        assertThat(spans)
                .filteredOn(span -> span.kind() == SpanKind.PROD)
                .extracting(span -> span.phrase().text())
                .contains("HYD PUMP");
        assertThat(spans).extracting(Tagger.Span::kind).contains(SpanKind.PCON);
    }

    @Test
    void emptyText_hasNoSpans() {
        assertThat(Tagger.standard().spans("")).isEmpty();
        assertThat(Tagger.standard().spans(" \u0000 ")).isNotNull();
    }

    @Test
    void brokenModel_isNamed() throws IOException {
        byte[] whole = bytes(new TaggerTraining(1, 1).learn(REPORTS));
        assertThatThrownBy(() -> Tagger.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Tagger.read(new ByteArrayInputStream(whole, 0, whole.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> report("one two", "O")).hasMessage("as many tags as tokens are needed, got 1 for 2");
        assertThatThrownBy(() -> new TaggerTraining(1, 1).learn(List.of(report("one", "B-what"))))
                .hasMessage("no such tag: 'B-what'");
    }

    private static byte[] bytes(Tagger tagger) throws IOException {
        var out = new ByteArrayOutputStream();
        tagger.write(out);
        return out.toByteArray();
    }
}
