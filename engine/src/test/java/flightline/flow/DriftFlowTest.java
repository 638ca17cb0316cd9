package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.FeedbackBook;
import flightline.archive.FeedbackBook.Said;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.evaluation.DriftMeasure;
import flightline.evaluation.DriftPage;
import flightline.evaluation.DriftReport;
import flightline.evaluation.DriftReport.Finding;
import flightline.evaluation.DriftReport.Standing;
import flightline.state.FileCabinet;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriftFlowTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final String PLAIN = "the pump is leaking";

    @TempDir
    private Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));
    private Instant time = Instant.EPOCH;
    private AuditLog audit = new AuditLog(Path.of("target", "unused"), () -> time);

    @BeforeEach
    void open() {
        hangar = new Hangar(folder);
        audit = new AuditLog(folder.resolve("log"), () -> time);
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void requestsInAnotherLanguage_areSeen() {
        month(2, PLAIN, "brief");
        month(3, "die Pumpe ist undicht und leckt", "brief");
        Finding found = finding(DriftMeasure.LANGUAGE);
        assertThat(found.standing()).isEqualTo(Standing.ALARM);
        assertThat(found.bars()).extracting(DriftReport.Bar::label).containsExactlyInAnyOrder("English", "German");
        assertThat(finding(DriftMeasure.UNKNOWN_WORDS).standing()).isEqualTo(Standing.ALARM);
    }

    @Test
    void moreIsWithheld_isSeen_andNoWordOfARequestIsTold() {
        month(2, PLAIN, "brief");
        month(3, "the pump is leaking", "withheld");
        DriftReport report = report();
        assertThat(standing(report, DriftMeasure.OUTCOMES)).isEqualTo(Standing.ALARM);
        assertThat(standing(report, DriftMeasure.LENGTH)).isEqualTo(Standing.STEADY);
        assertThat(DriftPage.of(report)).doesNotContain("pump", "leaking");
    }

    @Test
    void chaptersAndConfidence_comeFromTheDiagnosesOfTheLog() {
        month(2, PLAIN, "brief", Map.of("systems", "2911 2913", "confidence", "0.92", "systemSet", "2911 2913"));
        month(
                3,
                PLAIN,
                "brief",
                Map.of("systems", "3242 3244", "confidence", "0.31", "systemSet", "3242 3244 3230 3260"));
        DriftReport report = report();
        assertThat(standing(report, DriftMeasure.CHAPTERS)).isEqualTo(Standing.ALARM);
        assertThat(standing(report, DriftMeasure.CONFIDENCE)).isEqualTo(Standing.ALARM);
        assertThat(standing(report, DriftMeasure.SET_SIZE)).isEqualTo(Standing.ALARM);
    }

    @Test
    void coverage_isThatOfConfirmedCauses_byTheSystemOfThePart() {
        hangar.file(
                Hangar.event("r1", LocalDate.of(2025, 5, 1), "N1", "low", "replaced", "hydraulic pump"),
                Hangar.event("r2", LocalDate.of(2025, 6, 1), "N2", "low", "replaced", "hydraulic pump"),
                Hangar.event("r3", LocalDate.of(2025, 7, 1), "N3", "low", "replaced", "hydraulic pump"));
        for (int i = 0; i < 40; i++) {
            time = day(3, i % 20);
            session("s" + i, "open", "brief", Map.of("systemSet", i < 20 ? "2911 2913" : "3242 3244"));
            session("s" + i, "answer", "brief", Map.of("systemSet", "7900"));
            session("s" + i, "close", "closed", Map.of("cause", "Hydraulic pump", "causeRank", i < 20 ? "1" : "0"));
        }
        Finding found = finding(DriftMeasure.COVERAGE);
        assertThat(found.now()).isEqualTo(40);
        assertThat(found.bars()).extracting(DriftReport.Bar::now).containsExactly(0.5, 0.5);
        assertThat(found.standing()).isEqualTo(Standing.ALARM);
        assertThat(finding(DriftMeasure.CAUSES).now()).isEqualTo(40);
    }

    @Test
    void whatWasAskedToMeasure_doesNotCount() {
        month(2, PLAIN, "brief");
        month(3, PLAIN, "brief", Map.of("for", "evaluation"));
        assertThat(finding(DriftMeasure.LENGTH).now()).isZero();
    }

    @Test
    void feedback_countsByTheDayOnWhichItWasSaid() {
        var book = new FeedbackBook(new FileCabinet(folder));
        for (int i = 0; i < 40; i++) {
            said(book, i, day(2, i % 20), "helped");
            said(book, 100 + i, day(3, i % 20), i % 2 == 0 ? "helped" : "wrong-page");
        }
        assertThat(finding(DriftMeasure.FEEDBACK).standing()).isEqualTo(Standing.ALARM);
    }

    @Test
    void whatPeopleChanged_standsInTheReport_andTheReportInTheLog() {
        time = day(3, 4);
        audit.append(new AuditEvent("learn", "a", "systems and parts from records", "done", Map.of()));
        audit.append(new AuditEvent("model", "a", "small", "in service", Map.of("what", "promote")));
        audit.append(new AuditEvent("ingest", "a", "secret name.pdf", "current", Map.of()));
        DriftReport report = report();
        assertThat(report.changes())
                .extracting(DriftReport.Change::what)
                .containsExactlyInAnyOrder(
                        "learned anew from the records", "model small in service", "documents taken in");
        assertThat(report.hasAlarm()).isFalse();
        var last = audit.latest(1).getFirst().event();
        assertThat(last.kind()).isEqualTo("drift");
        assertThat(last.outcome()).isEqualTo("steady");
    }

    @Test
    void diagnosis_leavesItsSurenessInTheLog_andASessionThePlaceOfItsCause() {
        hangar.shelve(new Paper("AMM-29", "29-11 Trouble shooting")
                        .table(
                                "Hydraulic system pressure low",
                                List.of("Trouble", "Cause", "Remedy"),
                                List.of(
                                        "Hydraulic system pressure low",
                                        "Worn switch",
                                        "Replace the pressure switch.")))
                .file(Hangar.event(
                        "r3",
                        LocalDate.of(2025, 6, 1),
                        "N300",
                        "hydraulic system pressure low after start",
                        "replaced pressure switch",
                        "pressure switch"));
        SessionFlow sessions = hangar.sessions();
        var opened = (SessionOutcome.Stands) sessions.open(Hangar.request("hydraulic system pressure low after start"));
        assertThat(hangar.entries().getLast().event().details()).containsKeys("confidence", "systems");
        sessions.close(opened.session().id(), "Pressure switch", "", ANYBODY);
        assertThat(hangar.entries().getLast().event().details()).containsEntry("causeRank", "1");
    }

    private static void said(FeedbackBook book, int id, Instant when, String kind) {
        book.add(new Said("A-" + (100000 + id), when.toString(), "a", "A-000001", kind, "", "", List.of(), ""));
    }

    private void session(String id, String act, String outcome, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("session", id);
        all.put("act", act);
        audit.append(new AuditEvent("session", "a", PLAIN, outcome, all));
    }

    private void month(int month, String text, String outcome) {
        month(month, text, outcome, Map.of());
    }

    private void month(int month, String text, String outcome, Map<String, String> details) {
        for (int i = 0; i < 40; i++) {
            time = day(month, i / 2);
            audit.append(new AuditEvent("diagnose", "a", text, outcome, details));
        }
    }

    private static Instant day(int month, int day) {
        return Instant.parse("2026-0" + month + "-01T10:00:00Z").plus(day, ChronoUnit.DAYS);
    }

    private DriftReport report() {
        var words = List.of("the", "pump", "is", "leaking");
        return new DriftFlow(audit, new FeedbackBook(new FileCabinet(folder)), hangar.records, words::contains, "v1")
                .run(MARCH, 1, ANYBODY);
    }

    private Finding finding(DriftMeasure measure) {
        return report().findings().stream()
                .filter(one -> one.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static Standing standing(DriftReport report, DriftMeasure measure) {
        return report.findings().stream()
                .filter(one -> one.measure() == measure)
                .findFirst()
                .orElseThrow()
                .standing();
    }
}
