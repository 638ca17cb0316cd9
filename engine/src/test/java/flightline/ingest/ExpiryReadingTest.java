package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.corpus.Fact;
import flightline.ingest.text.MarkdownParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Until when a document says to hold, and what in it expires besides. */
final class ExpiryReadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expires 31 Mar 2026",
                "EXPIRES: 31 MAR 2026",
                "Expiry date: 2026-03-31",
                "**Valid until:** March 31, 2026",
                "Not valid after 31 March 2026.",
                "Validity: 01 JAN 2026 to 31 MAR 2026",
                "Valid from 01 JAN 2026 to 31 MAR 2026",
                "Expires 31-MAR-26",
                "Expiry: 31/03/2026",
                "Gültig: siehe unten\n\nValid to 31.03.2026",
                "| Expiry date | 31 MAR 2026 |\n| --- | --- |\n| Issue date | 01 JAN 2026 |",
                "TR 32-5, Issue 1, expires 31 Mar 2026",
                "This temporary revision expires on March 31, 2026.",
                "This deviation is valid only until 31 March 2026.",
                "This concession shall not be used after 31 March 2026.",
                "This temporary revision 32-5 remains in force until 31 March 2026, unless it is incorporated before.",
                "Expires 31 Mar 2026 or when Revision 13 is issued, whichever is earlier.",
            })
    void documentThatSaysUntilWhenItHolds_statesTheDay(String words) {
        assertThat(expiry(words)).containsExactly("2026-03-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The licence expires on 31 March 2026.",
                "The certificate of the battery is valid until 2026-03-31.",
                "Check that the sealant is used before it expires 31 Mar 2026.",
                "This bulletin is effective on 31 March 2026.",
                "This deviation is not valid until 31 March 2026.",
                "Valid until further notice",
                "Expires 31 Mar 2026 or when Revision 13 is issued, whichever is later.",
                "Expiry: 03/04/2026",
                "Expires 31 Feb 2026",
                "Do the inspection of this bulletin before 31 March 2026.",
            })
    void whatExpiresBesides_isNoMatterOfTheDocument(String words) {
        assertThat(expiry(words)).isEmpty();
    }

    private static List<String> expiry(String words) {
        byte[] bytes = "# Temporary Revision 32-5\n\n%s\n\n## Task\n\n1. Look at the pump.\n"
                .formatted(words)
                .getBytes(StandardCharsets.UTF_8);
        var file = new SourceFile(Path.of("TR.md"), ContentHash.of(bytes), FileKind.MARKDOWN, bytes);
        var read = (ParseOutcome.Parsed) new Reader(List.of(new MarkdownParser())).read(file);
        return read.documents()
                .getFirst()
                .header()
                .facts(Fact.Kind.EXPIRES)
                .map(Fact::value)
                .toList();
    }
}
