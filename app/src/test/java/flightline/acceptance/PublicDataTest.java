package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import flightline.corpus.DocumentStatus;
import flightline.corpus.HeldDocument;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public documents as they stand; skipped where {@code ../shared/data} is absent. */
final class PublicDataTest {
    private static final Path DATA = Path.of("../../shared/data");
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @TempDir
    private Path temp;

    private Terminal terminal;

    @BeforeEach
    void openFolder() {
        assumeThat(DATA)
                .as("the public data, which is not part of the source tree")
                .isDirectory();
        terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
    }

    @Test
    void ingest_everyFileIsAccountedFor_newerIssueSupersedes_deletedIsNotInForce_andAgainChangesNothing()
            throws IOException {
        var paths = new ArrayList<>(List.of(
                DATA.resolve("s1000d-bike/issue-4.0"), DATA.resolve("s1000d-bike/issue-4.1"), DATA.resolve("pdf")));
        try (var pdfs = Files.newDirectoryStream(DATA.resolve("directives"), "*.pdf")) {
            pdfs.forEach(paths::add);
        }
        String[] verb = Stream.concat(
                        Stream.of("ingest", "--json", "--quiet"), paths.stream().map(Path::toString))
                .toArray(String[]::new);
        Said first = terminal.run(verb);
        assertThat(reported(first)).isEqualTo(files(paths));
        for (JsonNode file : first.json().path("files"))
            if (!file.path("outcome").asText().equals("taken"))
                assertThat(file.path("reason").asText()).as(file.toString()).isNotBlank();
        assertThat(first.code()).isEqualTo(first.json().path("bad").asInt() == 0 ? 0 : 5);

        Held held = Held.in(terminal.data());
        var byId = held.documents().stream()
                .collect(Collectors.groupingBy(d -> d.header().id()));
        List<List<HeldDocument>> several =
                byId.values().stream().filter(r -> r.size() > 1).toList();
        assertThat(several).as("data modules of both issues").isNotEmpty();
        assertThat(byId.values())
                .allSatisfy(revisions -> assertThat(revisions.stream().filter(d -> d.inForceOn(TODAY)))
                        .hasSizeLessThanOrEqualTo(1));
        assertThat(several)
                .filteredOn(r -> r.getLast().header().status() == DocumentStatus.FINAL)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.getLast().inForceOn(TODAY)).isTrue());
        assertThat(held.documents())
                .filteredOn(d -> d.header().status() == DocumentStatus.DELETED)
                .isNotEmpty()
                .noneMatch(d -> d.inForceOn(TODAY));
        assertThat(terminal.run("check", "--quiet").code()).isZero();

        Said again = terminal.run(verb);
        assertThat(again.json().path("taken").asInt()).isZero();
        assertThat(Held.in(terminal.data()).digest()).isEqualTo(held.digest());
    }

    @Test
    void handbookPassages_areTakenAsTheyStand_andACitationNamesSourceAndPage() {
        Said said = terminal.run(
                "ingest", DATA.resolve("handbook/faa-h-8083-32b.jsonl").toString(), "--json", "--quiet");
        assertThat(said.code()).as(said.out()).isZero();
        JsonNode hit = terminal.run("search", "magneto impulse coupling", "--json")
                .json()
                .at("/hits/0");
        assertThat(hit.at("/citation/document").asText()).isNotBlank();
        assertThat(hit.at("/citation/page").asInt()).isPositive();
        JsonNode held = terminal.run("library", "--json").json().path("documents");
        assertThat(held.findValuesAsText("document"))
                .contains(hit.at("/citation/document").asText());
        assertThat(said.json().at("/files/0/documents").findValuesAsText("document"))
                .isNotEmpty();
    }

    @Test
    void abstractsOfDirectives_areTakenAsTheyStand() throws IOException {
        Path file = DATA.resolve("directives/abstracts.jsonl");
        Said said = terminal.run("ingest", file.toString(), "--json", "--quiet");
        assertThat(said.code())
                .as(said.out().substring(0, Math.min(2000, said.out().length())))
                .isZero();
        long lines;
        try (var all = Files.lines(file)) {
            lines = all.filter(l -> !l.isBlank()).count();
        }
        assertThat(said.json().at("/files/0/documents").size()).isEqualTo((int) lines);
        JsonNode hit =
                terminal.run("search", "landing gear cracks", "--json").json().at("/hits/0/citation");
        assertThat(hit.path("document").asText()).startsWith("FR ");
        assertThat(hit.path("quote").asText()).isNotBlank();
        assertThat(terminal.run("ingest", file.toString(), "--json", "--quiet")
                        .json()
                        .at("/files/0/outcome")
                        .asText())
                .isEqualTo("unchanged");
    }

    private static Set<Path> reported(Said said) {
        var paths = new TreeSet<Path>();
        for (JsonNode file : said.json().path("files"))
            assertThat(paths.add(Path.of(file.path("file").asText())))
                    .as(file.toString())
                    .isTrue();
        return paths;
    }

    private static Set<Path> files(List<Path> roots) throws IOException {
        var files = new TreeSet<Path>();
        for (Path root : roots)
            try (var walk = Files.walk(root)) {
                walk.filter(Files::isRegularFile).forEach(files::add);
            }
        return files;
    }
}
