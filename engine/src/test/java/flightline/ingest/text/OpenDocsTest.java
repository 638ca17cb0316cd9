package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import flightline.corpus.Block;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real pages of others, where they lie beside the project; skipped where they do not. */
class OpenDocsTest {
    @ParameterizedTest
    @ValueSource(strings = {"px4", "ardupilot"})
    void read_realPages_allParseAndKeepTheirWarnings(String project) {
        Path folder = Path.of("../../shared/data/open-docs", project);
        assumeTrue(Files.isDirectory(folder), "skipped: " + folder + " is absent");
        var intake = new Intake(Intake.Limits.standard());
        var reader = new Reader(List.of(new MarkdownParser(), new RestructuredTextParser(), new PlainTextParser()));
        var ids = new HashSet<String>();

        for (Path path : intake.walk(List.of(folder)).files()) {
            var file = ((IntakeOutcome.Ready) intake.take(path)).file();
            var outcome = reader.read(file);
            // A page that only leads on to another has no text.
            if (outcome instanceof ParseOutcome.NotADocument && file.bytes().length < 300) continue;
            assertThat(outcome).as("%s", path).isInstanceOf(ParseOutcome.Parsed.class);
            var document = ((ParseOutcome.Parsed) outcome).documents().getFirst();
            assertThat(ids.add(document.header().id().value()))
                    .as("one identity, %s", path)
                    .isTrue();
            var passages = new PassageCutter().cut(document);
            assertThat(passages).as("%s", path).isNotEmpty();
            var safety = document.blocks().stream()
                    .filter(b -> b.block() instanceof Block.Safety)
                    .map(b -> b.block().place())
                    .toList();
            for (var place : safety)
                assertThat(passages)
                        .as("%s at %s", path, place)
                        .anyMatch(p -> p.place().equals(place));
        }
    }
}
