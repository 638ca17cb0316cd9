package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.drafting.PaperKind;
import flightline.drafting.compliance.FleetList;
import flightline.drafting.compliance.Tail;
import flightline.drafting.print.PaperFormat;
import flightline.ingest.Reader;
import flightline.ingest.passages.PassagesParser;
import flightline.ingest.pdf.PdfParser;
import flightline.ingest.text.MarkdownParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix over the sample directives and three real ones, for the sample fleet and configurations of our own. */
final class DirectiveMatrixTest {
    private static final Path SAMPLE = Path.of("..", "library", "directives");
    private static final Path REAL = Path.of("..", "..", "shared", "data", "directives");

    @TempDir
    Path folder;

    @Test
    void sampleFleet_againstSampleDirectives_isDecidedAsTheyRead() throws IOException {
        JsonNode matrix = matrix(SAMPLE);

        assertThat(rows(matrix, "QQ-KAA", "AD 2025-03"))
                .contains("YES -", "27720 FH", "28000 FH", "33880 FC", "2026-03-31", "whichever comes first");
        assertThat(rows(matrix, "QQ-KAB", "AD 2025-03"))
                .contains("YES -", "part B of SB LT46-32-017 Revision 1", "2025-07-10")
                .doesNotContain("If it is of the group");
        assertThat(rows(matrix, "QQ-KAD", "AD 2025-03")).contains("NO - excepted by the fleet list");
        assertThat(rows(matrix, "QQ-KAF", "AD 2025-03")).contains("NO - serial number not in it");
        assertThat(rows(matrix, "QQ-KAA", "AD 2024-07")).contains("superseded by AD 2025-03", "binds nobody now");
        assertThat(rows(matrix, "QQ-KAA", "AD 2024-07")).contains("SKW-25-0377");
        assertThat(rows(matrix, "QQ-KAA", "PAD 2025-14")).contains("proposed", "binds nobody now");
        assertThat(rows(matrix, "QQ-KAA", "AD 2023-15")).contains("FOR A PERSON TO DECIDE");
        assertThat(matrix.toString()).contains("BP6-3061-02");
    }

    @Test
    void ownConfigurations_againstRealDirectives_areDecidedOrHandedToAPerson() throws IOException {
        assumeTrue(Files.isDirectory(REAL), "the public directives are not there");
        JsonNode matrix = matrix(REAL);

        assertThat(rows(matrix, "Z-321A", "AD 2025-0254R1"))
                .contains("YES -", "For Group 2 aeroplanes", "9300 FH", "6000 FC")
                .doesNotContain("For Group 3 aeroplanes: Before");
        assertThat(rows(matrix, "Z-320B", "AD 2025-0254R1")).contains("FOR A PERSON TO DECIDE");
        assertThat(rows(matrix, "Z-011C", "AD 2025-23-53")).contains("YES -", "further flight is prohibited");
        assertThat(rows(matrix, "Z-500D", "AD 2022-03-06")).contains("FOR A PERSON TO DECIDE");
        for (String directive : List.of("AD 2025-0254R1", "AD 2025-23-53", "AD 2022-03-06"))
            assertThat(rows(matrix, "Z-737E", directive)).contains("NO - model not listed");
    }

    @Test
    void timeThatPointsToAParagraph_isThatParagraphsTime_orForAPerson() throws IOException {
        Path papers = Files.createDirectories(folder.resolve("ad"));
        Files.writeString(papers.resolve("ad.md"), """
                # AD 2025-44-02

                Airworthiness directive 2025-44-02
                Federal Aviation Administration

                ## (a) Effective Date

                This AD is effective March 2, 2025.

                ## (c) Applicability

                This AD applies to Larkfield Model LT-46-200 airplanes, all serial numbers.

                ## (g) Inspection

                1. Within 2 months after the effective date of this AD, inspect the spar.
                2. If a crack is found, before further flight, replace the spar cap.

                ## (h) Replacement

                At the applicable time specified in paragraph (h)(1) or (h)(2) of this AD, replace the bolts.

                1. For airplanes with mod 77: within 12 months after the effective date of this AD.
                2. For all other airplanes: within 6 months after the effective date of this AD.

                ## (i) Measurement

                Within the compliance time specified in paragraph (g)(1) of this AD, measure the lug bore.

                ## (j) Repair

                Within the compliance time and under the conditions defined in paragraph (h)(1) of this AD, repair the lug.

                ## (k) Repeat

                Within the compliance time specified in paragraph (g)(1) of AD 2019-01-02, drill the web.
                """);
        List<String> rows =
                rows(matrix(papers), "QQ-KAA", "AD 2025-44-02").lines().toList();

        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "measure the lug bore",
                                "which says: Within 2 months after the effective",
                                "by 2025-05-02"))
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "replace the bolts",
                                "which says: For airplanes with mod 77: within 12 months",
                                "/ For all other")
                        .doesNotContain("by 202"))
                .anySatisfy(row -> assertThat(row)
                        .contains("repair the lug", "which says: For airplanes with mod 77: within 12 months")
                        .doesNotContain("by 202"))
                .anySatisfy(row -> assertThat(row).contains("drill the web").doesNotContain("which says", "by 202"));
    }

    @Test
    void directiveThatWasPerhapsReplaced_saysSo_andIsDecidedAsAnyOther() throws IOException {
        Path papers = Files.createDirectories(folder.resolve("abstracts"));
        Files.writeString(papers.resolve("abstracts.jsonl"), """
                {"document_number": "2024-06100", "title": "Airworthiness Directives; Larkfield Aircraft Airplanes", "published": "2024-04-02", "kind": "final", "abstract": "The FAA is adopting a new airworthiness directive (AD) for all Larkfield Aircraft Model LT-46-200 airplanes. This AD requires repetitive inspections of the fuel couplings and bonding springs for wear."}
                {"document_number": "2025-20000", "title": "Airworthiness Directives; Larkfield Aircraft Airplanes", "published": "2025-10-10", "kind": "final", "abstract": "The FAA is superseding Airworthiness Directive (AD) 2024-06-11, which applied to all Larkfield Aircraft Model LT-46-200 airplanes. AD 2024-06-11 required repetitive inspections of the fuel couplings and bonding springs for wear. This AD continues to require these inspections."}
                """);
        JsonNode matrix = matrix(papers);

        assertThat(rows(matrix, "QQ-KAA", "FR 2024-06100"))
                .contains("final, in force, perhaps superseded by FR 2025-20000", "fuel couplings");
        assertThat(rows(matrix, "QQ-KAA", "FR 2025-20000"))
                .contains("final, in force")
                .doesNotContain("perhaps");
    }

    @Test
    void fleetList_withABadValue_isRefusedInOneLine() {
        assertThat(bad("fleet.csv", "registration,model,hours\nQQ-KAA,LT-46-200,many\n"))
                .isEqualTo("fleet.csv, aircraft 1: hours and cycles are numbers like 21940.5, got 'many'");
        assertThat(bad("fleet.csv", "registration,kind\nQQ-KAA,LT-46-200\n")).contains("column 'kind'");
        assertThat(bad("fleet.json", "{}")).isEqualTo("fleet.json: holds no list of aircraft");
        assertThat(bad("fleet.yaml", "- {registration: A, model: B}\n- {registration: a, model: B}\n"))
                .contains("stands twice");
        assertThat(bad(
                        "fleet.yaml",
                        "- {registration: A, model: B, hours: 10, readings: [{on: 2020-01-01, hours: 20}]}\n"))
                .contains("hours run backwards");
    }

    @Test
    void fleetList_asCsv_isReadLikeYaml() {
        var csv = FleetList.read(
                "fleet.csv",
                "registration,model,serial,hours,cycles,as_of,configuration,done,readings\n"
                        + "QQ-KAA,LT-46-200,1012,27610,33400,2025-12-31,mod 32-0117=pre; harness L46-3231-101=fitted,"
                        + "AD 2024-07 @ 2025-11-20 / 27420 FH / 33150 FC / SKW-25-0377,2025-03-10 / 26100 FH / 31580 FC\n");

        assertThat(csv).isEqualTo(new FleetList.Tails(fleet().subList(0, 1)));
    }

    private JsonNode matrix(Path directives) throws IOException {
        try (var hangar = new Hangar(folder);
                Stream<Path> files = Files.list(directives)) {
            hangar.ingest(new Reader(List.of(new PdfParser(), new MarkdownParser(), new PassagesParser())))
                    .run(
                            new IngestRequest(
                                    files.filter(file -> file.toString().matches(".*[.](?:pdf|md|jsonl)"))
                                            .sorted()
                                            .toList(),
                                    "main",
                                    Optional.empty(),
                                    false,
                                    ANYBODY),
                            Progress.SILENT,
                            () -> false);
            DraftOutcome outcome = new DraftFlow(
                            hangar.gate, hangar.index, hangar.records, hangar.archive, hangar.sessions(), hangar.audit)
                    .draft(new DraftOrder(
                            PaperKind.DIRECTIVE_MATRIX,
                            PaperFormat.JSON,
                            DraftOrder.Basis.NOTHING,
                            List.of(),
                            LocalDate.of(2026, 1, 15),
                            ANYBODY,
                            fleet()));
            assertThat(outcome).as(outcome.toString()).isInstanceOf(DraftOutcome.Drafted.class);
            return new ObjectMapper()
                    .readTree(((DraftOutcome.Drafted) outcome).printed().bytes());
        }
    }

    private static List<Tail> fleet() {
        try (var in = DirectiveMatrixTest.class.getResourceAsStream("fleet.yaml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return ((FleetList.Tails) FleetList.read("fleet.yaml", text)).tails();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bad(String name, String text) {
        return ((FleetList.Bad) FleetList.read(name, text)).why();
    }

    /** All rows of an aircraft and a directive in one line each. */
    private static String rows(JsonNode matrix, String tail, String directive) {
        var rows = new StringBuilder();
        for (JsonNode section : matrix.path("sections"))
            if (section.path("heading").asText().equals(tail))
                for (JsonNode line : section.path("lines"))
                    for (JsonNode row : line.path("rows")) {
                        var text = new StringBuilder();
                        row.forEach(cell -> cell.forEach(
                                word -> text.append(word.path("text").asText()).append(' ')));
                        if (text.toString().startsWith(directive + " "))
                            rows.append(text).append('\n');
                    }
        return rows.toString();
    }
}
