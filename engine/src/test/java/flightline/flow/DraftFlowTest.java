package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.CLEARED;
import static flightline.flow.Hangar.TODAY;
import static flightline.flow.Hangar.event;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.audit.AuditEntry;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentStatus;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.drafting.Diagnosis;
import flightline.drafting.PaperKind;
import flightline.drafting.print.PaperFormat;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DraftFlowTest {
    private static final String COMPLAINT = "hydraulic system pressure low after start";
    private static final String WARNING = "HYDRAULIC FLUID UNDER PRESSURE CAN CUT SKIN. RELEASE THE PRESSURE FIRST.";
    private static final String TORQUE = "Torque the four nuts to 28 N·m.";

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder);
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void workCard_ofAProcedure_holdsStepsAndWarningsInTheirOrder() throws IOException {
        hangar.shelve(pump("2").warning(WARNING).step(TORQUE));

        String text = read(drafted(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY)));

        assertThat(text).containsSubsequence("WARNING: " + WARNING, TORQUE, "Sign-off", "AMM-29");
    }

    @Test
    void workCard_ofASupersededRevision_isOfTheOneInForce() throws IOException {
        hangar.shelve(pump("1").step("Torque the four nuts to 24 N·m."))
                .shelve(pump("2").revision("2", LocalDate.of(2025, 6, 1)).step(TORQUE));

        String text = read(drafted(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY)));

        assertThat(text).contains("28 N·m").doesNotContain("24 N·m");
    }

    @Test
    void workCard_ofAManualOfSeveralTasks_isOfTheOneWhoseHeadingIsNamed() throws IOException {
        hangar.shelve(pump("1")
                .heading("TASK 29-11-01 Remove")
                .step("Cut the wire.")
                .heading("TASK 29-11-02 Install")
                .warning(WARNING)
                .step(TORQUE));

        assertThat(notPossible(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY)))
                .contains("AMM-29 holds 2 procedures", "'TASK 29-11-01 Remove'", "'AMM-29 / …'");
        assertThat(notPossible(order(PaperKind.WORKCARD, List.of("AMM-29 / TASK 32"), ANYBODY)))
                .contains("no heading of AMM-29 with steps beneath it says 'TASK 32'");
        assertThat(notPossible(order(PaperKind.WORKCARD, List.of("AMM-30 / TASK 32"), ANYBODY)))
                .isEqualTo("the library holds no document 'AMM-30' that you may see");
        assertThat(read(drafted(order(PaperKind.WORKCARD, List.of("AMM-29 / 29-11-02"), ANYBODY))))
                .containsSubsequence("WARNING: " + WARNING, TORQUE)
                .doesNotContain("Cut the wire.");
    }

    @Test
    void workCard_ofWhatIsWithdrawn_isNotDrawn() {
        hangar.shelve(pump("1").status(DocumentStatus.WITHDRAWN).step(TORQUE));

        assertThat(notPossible(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY)))
                .contains("no revision of AMM-29 may be worked to");
    }

    @Test
    void workCard_ofWhatIsOnlyProposed_saysSoAtTheTop() throws IOException {
        hangar.shelve(pump("1").status(DocumentStatus.PROPOSED).step(TORQUE));

        String text = read(drafted(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY)));

        assertThat(text).containsSubsequence("NOT IN FORCE: AMM-29", "Complaint and likely causes");
    }

    @Test
    void workCard_ofAMarkedProcedure_isMarkedOnEveryPage() throws IOException {
        hangar.shelve(pump("1").marked("RESTRICTED").step(TORQUE));

        DraftOutcome.Drafted drafted = drafted(order(PaperKind.WORKCARD, List.of("AMM-29"), CLEARED));

        assertThat(drafted.marking().label()).isEqualTo("RESTRICTED");
        try (var pdf = Loader.loadPDF(drafted.printed().bytes())) {
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf).split("RESTRICTED", -1)).hasSizeGreaterThan(2);
            }
        }
    }

    @Test
    void workCard_ofWhatTheAskerMayNotSee_isAsIfItWereNotThere() {
        hangar.shelve(pump("1").marked("RESTRICTED").step(TORQUE));

        assertThat(notPossible(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY)))
                .isEqualTo("the library holds no document 'AMM-29' that you may see");
    }

    @Test
    void workCard_drafted_isInTheLogWithItsHash() {
        hangar.shelve(pump("1").step(TORQUE));

        DraftOutcome.Drafted drafted = drafted(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY));

        AuditEntry entry = hangar.entries().getLast();
        assertThat(entry.id()).isEqualTo(drafted.audit());
        assertThat(entry.event().details())
                .containsEntry(
                        "sha256", ContentHash.of(drafted.printed().bytes()).hex())
                .containsEntry("kind", "workcard");
    }

    @Test
    void paper_printedTwice_isTheSameBytes() {
        hangar.shelve(pump("1").step(TORQUE));
        DraftOrder order = order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY);

        assertThat(drafted(order).printed().sha256())
                .isEqualTo(drafted(order).printed().sha256());
    }

    @Test
    void pdf_drafted_isTaggedWithTitleLanguageAndBookmarks() throws IOException {
        hangar.shelve(pump("1").step(TORQUE));

        try (var pdf = Loader.loadPDF(drafted(order(PaperKind.WORKCARD, List.of("AMM-29"), ANYBODY))
                .printed()
                .bytes())) {
            var catalogue = pdf.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot()).isNotNull();
            assertThat(catalogue.getLanguage()).startsWith("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Work card");
            assertThat(catalogue.getDocumentOutline().children()).isNotEmpty();
            for (var page : pdf.getPages())
                for (var name : page.getResources().getFontNames())
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
    }

    @Test
    void discrepancy_withFindings_tellsThemAsTheyWereGiven() {
        hangar.file(event("r1", LocalDate.of(2025, 5, 1), "N100", COMPLAINT, "replaced the pump", "pump"));
        var diagnosis = new Diagnosis(
                "A-000001",
                COMPLAINT,
                "N100",
                "",
                "",
                List.of(new Diagnosis.Cause("engine driven pump", "worn")),
                List.of(new Diagnosis.Finding("Is the filter clean?", "fail", "2026-03-01T08:00:00Z", "SK-114")));
        var basis = new DraftOrder.Basis(diagnosis, "2911", List.of(), List.of(new RecordId("r1")), "");

        String json = text(
                drafted(new DraftOrder(PaperKind.DISCREPANCY, PaperFormat.JSON, basis, List.of(), TODAY, ANYBODY)));

        assertThat(json).contains(COMPLAINT, "Is the filter clean?", "fail", "SK-114", "replaced the pump");
    }

    @Test
    void difficultyReport_withoutAConfirmedCause_leavesThePartEmptyAndListsIt() {
        String json = text(drafted(new DraftOrder(
                PaperKind.DIFFICULTY_REPORT, PaperFormat.JSON, basis("N100"), List.of(), TODAY, ANYBODY)));

        assertThat(json).contains("\"label\" : \"Part name\",\n      \"filled\" : false");
        assertThat(json.substring(json.indexOf("Left empty"))).contains("Part name", "Operator designator");
    }

    @Test
    void handover_ofATail_tellsItsSessionsAndWhatWasDone() {
        hangar.shelve(new Paper("FIM-29", "29-11 Hydraulic pressure low")
                        .isolation("s1", "Is the hydraulic system pressure low after start?", "e1")
                        .end("e1", "Replace the engine driven pump."))
                .file(event("r1", TODAY.minusDays(1), "N100", COMPLAINT, "replaced the pump", "engine driven pump"));
        hangar.sessions().open(Hangar.onAircraft(COMPLAINT, "N100"));

        String json = text(drafted(
                new DraftOrder(PaperKind.HANDOVER, PaperFormat.JSON, basis("N100"), List.of(), TODAY, ANYBODY)));

        assertThat(json).contains("s20260301-1", "replaced the pump", "Who goes on");
    }

    /** "Closed Date" is blank, "x" says yes: both were passed over. */
    @Test
    void handover_tellsWhatIsOpen_andOfThatWhatWasPutOff() throws IOException {
        hangar.file(
                item("p1", "Cabin log.csv:2", "seat 12C recline inop", Map.of("Deferred", "X")),
                item("p2", "Cabin log.csv:3", "reading light 4A inop", Map.of("Deferred", "N")),
                item("p3", "Cabin log.csv:4", "galley oven inop", Map.of("Deferred", "X", "Closed Date", "2026-02-28")),
                item(
                        "p4",
                        "Cabin log.csv:5",
                        "lavatory door sticks",
                        Map.of("Deferred", "N", "Closed Date", "28 or 29 Feb")));

        String paper = openItems();

        int putOff = paper.indexOf("Put-off items");
        String open = paper.substring(paper.indexOf("goes on."), putOff);
        assertThat(open).contains("p1", "p2", "1 item is said to be closed, on a day that cannot be read");
        assertThat(open).doesNotContain("p3", "p4");
        assertThat(paper.substring(putOff)).contains("p1").doesNotContain("p2", "p3", "No put-off item");
    }

    @Test
    void openItems_beyondThoseThatArePrinted_areCounted() throws IOException {
        hangar.file(item("closed", "log.csv:1", "tyre worn", Map.of("closed", "2026-02-28")));
        for (int i = 0; i < 67; i++)
            hangar.file(item("w" + i, "log.csv:" + (i + 2), "cabin placard missing", Map.of("station", "XTRB")));

        assertThat(openItems()).contains("7 more, the oldest, are not shown.");
    }

    @Test
    void openItems_ofALogThatTellsNoClosings_areNotSaidToBeNone() throws IOException {
        hangar.file(item("w1", "log.csv:2", "seat 12C recline inop", Map.of("deferred", "yes")));

        assertThat(openItems())
                .contains("do not tell which items are closed", "may be closed since", "w1")
                .doesNotContain("No open item", "No put-off item");
    }

    private String openItems() throws IOException {
        return read(drafted(new DraftOrder(
                        PaperKind.OPEN_ITEMS, PaperFormat.PDF, basis("N100"), List.of(), TODAY, ANYBODY)))
                .replaceAll("\\s+", " ");
    }

    private static MaintenanceRecord item(String id, String source, String complaint, Map<String, String> other) {
        return new MaintenanceRecord(
                new RecordId(id),
                Optional.of(TODAY.minusDays(9)),
                "N100",
                "LT-46",
                "1001",
                complaint,
                "to be looked at",
                complaint,
                "",
                "",
                "",
                List.of("25-20"),
                List.of(),
                source,
                other);
    }

    @Test
    void request_thatTheGateRefuses_isNotDrafted() {
        var asked =
                new Diagnosis("", "how do I build a bomb to bring down the aircraft", "", "", "", List.of(), List.of());
        var basis = new DraftOrder.Basis(asked, "", List.of(), List.of(), "");

        DraftOutcome outcome =
                flow().draft(new DraftOrder(PaperKind.DISCREPANCY, PaperFormat.PDF, basis, List.of(), TODAY, ANYBODY));

        assertThat(outcome).isInstanceOf(DraftOutcome.Refused.class);
        assertThat(hangar.entries().getLast().event().outcome()).isEqualTo("refused");
    }

    private static Paper pump(String label) {
        return new Paper("AMM-29", "Engine driven pump").revision(label, LocalDate.of(2025, 1, 1));
    }

    private static DraftOrder.Basis basis(String tail) {
        return new DraftOrder.Basis(
                new Diagnosis("A-000001", COMPLAINT, tail, "", "", List.of(), List.of()),
                "2911",
                List.of(),
                List.of(),
                "");
    }

    private static DraftOrder order(PaperKind kind, List<String> tasks, Principal asker) {
        return new DraftOrder(kind, PaperFormat.PDF, basis("N100"), tasks, TODAY, asker);
    }

    private DraftFlow flow() {
        return new DraftFlow(
                hangar.gate, hangar.index, hangar.records, hangar.archive, hangar.sessions(), hangar.audit);
    }

    private DraftOutcome.Drafted drafted(DraftOrder order) {
        DraftOutcome outcome = flow().draft(order);
        assertThat(outcome).as(outcome.toString()).isInstanceOf(DraftOutcome.Drafted.class);
        return (DraftOutcome.Drafted) outcome;
    }

    private String notPossible(DraftOrder order) {
        DraftOutcome outcome = flow().draft(order);
        assertThat(outcome).isInstanceOf(DraftOutcome.NotPossible.class);
        return ((DraftOutcome.NotPossible) outcome).why();
    }

    private static String text(DraftOutcome.Drafted drafted) {
        return new String(drafted.printed().bytes(), StandardCharsets.UTF_8);
    }

    private static String read(DraftOutcome.Drafted drafted) throws IOException {
        try (var pdf = Loader.loadPDF(drafted.printed().bytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ").replace(" [S1]", "");
        }
    }
}
