package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.text.HtmlParser;
import flightline.ingest.text.PlainTextParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SignsTest {
    @Test
    void in_formatThatKeepsLabelsApart_namesThem() {
        var page = read(
                new HtmlParser(),
                "flap.html",
                "<h1>Flap removal</h1><div class='warning'><p>WARNING: The flap is heavy.</p></div>"
                        + "<ol><li>Open the door.</li><li>Hold the flap.</li></ol>");
        var signs = Signs.in(page, 0, page.sourceText().length());
        assertThat(signs).extracting(Signs.Sign::words).containsExactly("WARNING:", "1.", "2.");
        assertThat(signs)
                .extracting(sign -> page.sourceText().substring(sign.at(), sign.at() + 4))
                .containsExactly("The ", "Open", "Hold");
        assertThat(Signs.in(page, signs.get(1).at(), signs.get(2).at()))
                .extracting(Signs.Sign::words)
                .containsExactly("1.");
    }

    @Test
    void in_textThatHasThemItself_namesNone() {
        var page = read(
                new PlainTextParser(),
                "flap.txt",
                "FLAP REMOVAL\n\nWARNING: THE FLAP IS HEAVY.\n\n1. Open the door.\n");
        assertThat(Signs.in(page, 0, page.sourceText().length())).isEmpty();
    }

    private static StructuredDocument read(DocumentParser parser, String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FileKind kind = parser.kinds().iterator().next();
        var file = new SourceFile(Path.of("manual", name), ContentHash.of(bytes), kind, bytes);
        return ((ParseOutcome.Parsed) parser.parse(file)).documents().getFirst();
    }
}
