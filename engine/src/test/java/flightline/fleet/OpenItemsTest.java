package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is open, and what was put off, by what the further fields of a log say. */
final class OpenItemsTest {
    private static MaintenanceRecord item(String id, String file, Map<String, String> other) {
        return new MaintenanceRecord(
                new RecordId(id),
                Optional.of(LocalDate.of(2025, 11, 3)),
                "QQ-KAA",
                "LT-46-200",
                "",
                "reading light at 12C inop",
                "",
                "reading light at 12C inop",
                "",
                "",
                "",
                List.of("33-21"),
                List.of(),
                file + ":2",
                other,
                Marking.UNMARKED);
    }

    private static String said(RecordTable table, String question) {
        Finding found = Fleets.found(table, question);
        return found.sentence() + " " + found.caveats();
    }

    @Test
    void closingThatIsNoDay_isClosed_andTold_neverOpen() {
        try (RecordTable table = Fleets.table(List.of(
                item("a", "log.csv", Map.of("Closed Date", "03.11.")),
                item("b", "log.csv", Map.of("Closed Date", "2025-11-05")),
                item("c", "log.csv", Map.of("station", "XTRB")),
                item("d", "log.csv", Map.of("Closed Date", "00/00/0000")),
                item("e", "log.csv", Map.of("Closed Date", "2026-02-01"))))) {
            assertThat(said(table, "what is still open"))
                    .startsWith("3 open records")
                    .contains("1 more is said to be closed, on a day that cannot be read");
        }
    }

    @Test
    void closedByYesOrNo_isReadAsSuch() {
        try (RecordTable table = Fleets.table(
                List.of(item("a", "log.csv", Map.of("closed", "N")), item("b", "log.csv", Map.of("closed", "Y"))))) {
            assertThat(said(table, "what is still open")).startsWith("1 open record");
        }
    }

    /** The word was taken for what is open, so that all that is open was counted. */
    @Test
    void openDeferrals_areOfWhatWasDeferred() {
        try (RecordTable table = Fleets.table(List.of(
                item("a", "log.csv", Map.of("Deferred", "N", "closed", "2025-11-05")),
                item("b", "log.csv", Map.of("Deferred", "N")),
                item("c", "log.csv", Map.of("MEL deferred", "x"))))) {
            for (String question : List.of(
                    "how many open deferrals",
                    "oldest open deferral",
                    "open MEL items",
                    "how many deferred defects are still open"))
                assertThat(said(table, question)).as(question).startsWith("1 open deferred defect on");
            assertThat(said(table, "open defects on QQ-KAA")).startsWith("2 open records");
            assertThat(said(table, "list what is open on QQ-KAA")).startsWith("2 open records");
        }
    }

    /** What was never put off, in a log without closings, was counted as open. */
    @Test
    void logThatTellsOfDeferralsAlone_hasThoseOpen_andSaysThatTheyMayBeClosed() {
        try (RecordTable table = Fleets.table(List.of(
                item("a", "log.csv", Map.of("deferred", "N")), item("b", "log.csv", Map.of("deferred", "Y"))))) {
            assertThat(said(table, "what is still open"))
                    .startsWith("1 open record")
                    .contains("in a file that never says when anything was closed");
        }
    }
}
