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

/** Logs that are empty, short, wrong or lack what is asked for. */
final class BadFleetTest {
    private static MaintenanceRecord record(String id, String day, String tail, String hours) {
        return new MaintenanceRecord(
                new RecordId(id),
                day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                tail,
                "LT-46-200",
                "",
                "left brake dragging",
                "brake unit replaced",
                "",
                "brake unit",
                "",
                "worn",
                List.of("32-42"),
                List.of(),
                "log.csv:1",
                hours.isEmpty() ? Map.of() : Map.of("flight_hours", hours),
                Marking.UNMARKED);
    }

    private static String said(RecordTable table, String question) {
        return switch (Fleets.ask(table, question)) {
            case FleetAnswer.Found(var finding) -> finding.sentence() + " " + finding.caveats();
            case FleetAnswer.NotEnough(var why, var nearest) -> "not enough: " + why;
        };
    }

    @Test
    void noRecords_isSaid() {
        try (RecordTable table = Fleets.table(List.of())) {
            for (Form form : Form.values())
                for (String question : form.examples())
                    assertThat(said(table, question)).as(question).startsWith("not enough: ");
            assertThat(said(table, "how many defects"))
                    .isEqualTo("not enough: no records are held; take some in with import-records");
        }
    }

    @Test
    void twoGroupingsAtOnce_eachIsOfferedAlone_andIsAnswered() {
        try (RecordTable table = Fleets.table(List.of(record("a", "2025-05-01", "QQ-KAA", "100")))) {
            var answer = (FleetAnswer.NotEnough) Fleets.ask(table, "records by chapter and year");
            assertThat(answer.nearest()).startsWith("records by chapter", "records by year");
            for (String one : answer.nearest().subList(0, 2))
                assertThat(Fleets.ask(table, one)).as(one).isInstanceOf(FleetAnswer.Found.class);
        }
    }

    @Test
    void oneRecord_isCounted_andCompared_withNothing() {
        try (RecordTable table = Fleets.table(List.of(record("a", "2025-05-01", "QQ-KAA", "100")))) {
            assertThat(said(table, "how many defects")).startsWith("1 defect.");
            assertThat(said(table, "compare aircraft")).startsWith("not enough: there is only one aircraft");
            assertThat(said(table, "removal rate by aircraft"))
                    .contains("hours flown are not known", "too few to compare");
            assertThat(said(table, "trend of defects")).contains("Too short or too few");
            assertThat(said(table, "emerging issues")).startsWith("not enough: the records begin on 2025-05-01");
            assertThat(said(table, "recurring defects")).startsWith("not enough: no system of an aircraft");
            assertThat(said(table, "compare stations")).startsWith("not enough: fewer than two stations");
        }
    }

    @Test
    void hoursThatRunBackwards_countForNothing_andAreTold() {
        try (RecordTable table = Fleets.table(List.of(
                record("a", "2025-01-01", "QQ-KAA", "1000"),
                record("b", "2025-02-01", "QQ-KAA", "1100"),
                record("c", "2025-03-01", "QQ-KAA", "200"),
                record("d", "2025-04-01", "QQ-KAA", "300"),
                record("e", "2025-04-02", "QQ-KAA", "90000")))) {
            Finding rate = Fleets.found(table, "removal rate by aircraft");
            assertThat(rate.table().number(0, "flight_hours")).isEqualTo(200);
            assertThat(rate.caveats()).anyMatch(c -> c.startsWith("2 readings run backwards or too fast"));
        }
    }

    /** Records of another source, which names no aircraft and no hours, would make 5 removals of 2 in the same 400 hours. */
    @Test
    void recordsWithoutKnownHours_areLeftOutOfARatePerHour_andTold() {
        try (RecordTable table = Fleets.table(List.of(
                record("a", "2025-01-01", "QQ-KAA", "1000"),
                record("b", "2025-06-01", "QQ-KAA", "1400"),
                record("c", "2025-03-01", "", ""),
                record("d", "2025-03-02", "QQ-KAB", ""),
                record("e", "1999-03-02", "QQ-KAA", "")))) {
            for (String question : List.of("removals per 1000 hours", "removals per 1000 hours by model")) {
                Finding rate = Fleets.found(table, question);
                assertThat(rate.table().number(0, "records")).isEqualTo(2);
                assertThat(rate.table().number(0, "per_1000_fh")).isEqualTo(5);
                assertThat(rate.sentence()).contains("between 2025-01-01 and 2025-06-01");
                assertThat(rate.caveats())
                        .contains(
                                "3 removals are of no aircraft, or of days, that readings of total time tell of, and left out");
                assertThat(rate.figures().getFirst().behind()).isEqualTo(2);
                try (var seen = table.seenBy(Marking.UNMARKED::equals)) {
                    assertThat(OwnSql.run(rate.sql().whole(), seen))
                            .isInstanceOfSatisfying(
                                    OwnSql.Outcome.Ran.class,
                                    ran -> assertThat(ran.table().number(0, "records"))
                                            .isEqualTo(2));
                }
            }
        }
    }

    @Test
    void recordsOfNoAircraftAlone_areLeftOutOfARatePerHourToo() {
        try (RecordTable table = Fleets.table(List.of(
                record("a", "2025-01-01", "QQ-KAA", "1000"),
                record("b", "2025-06-01", "QQ-KAA", "1400"),
                record("c", "2025-03-01", "", "")))) {
            Finding rate = Fleets.found(table, "removals per 1000 hours");
            assertThat(rate.table().number(0, "records")).isEqualTo(2);
            assertThat(rate.caveats()).anyMatch(caveat -> caveat.startsWith("1 removal is of no aircraft"));
        }
    }

    /** Half of them would be counted over hours that only the other half flew. */
    @Test
    void months_areCountedByDays_whereHoursOfManyRecordsAreNotKnown() {
        try (RecordTable table = Fleets.table(List.of(
                record("a", "2025-01-01", "QQ-KAA", "1000"),
                record("b", "2025-02-28", "QQ-KAA", "1400"),
                record("c", "2025-01-15", "QQ-KAB", ""),
                record("d", "2025-02-15", "QQ-KAB", "")))) {
            Finding trend = Fleets.found(table, "trend of removals");
            assertThat(trend.table().columns()).contains("days").doesNotContain("flight_hours");
            assertThat(trend.table().number(0, "records")).isEqualTo(2);
        }
    }

    @Test
    void nothingOfTheKind_inHoursThatAreKnown_isSaid_andNoFault() {
        try (RecordTable table = Fleets.table(
                List.of(record("a", "2025-01-01", "QQ-KAA", "1000"), record("b", "2025-02-01", "QQ-KAA", "1100")))) {
            assertThat(said(table, "how often do we change brake units in 1990"))
                    .startsWith("not enough: ");
            assertThat(said(table, "rate of deferred defects")).startsWith("not enough: no deferred defects");
        }
    }

    @Test
    void noHoursFlown_givesNoRatePerHour() {
        try (RecordTable table = Fleets.table(
                List.of(record("a", "2025-01-01", "QQ-KAA", "1000"), record("b", "2025-02-01", "QQ-KAA", "1000")))) {
            assertThat(Fleets.found(table, "removal rate by aircraft").table().columns())
                    .contains("per_100_records");
        }
    }

    @Test
    void sameEntryTwice_isCountedAsItStands_andTold() {
        try (RecordTable table = Fleets.table(
                List.of(record("a", "2025-01-01", "QQ-KAA", ""), record("b", "2025-01-01", "QQ-KAA", "")))) {
            assertThat(said(table, "how many defects"))
                    .startsWith("2 defects")
                    .contains("1 record has the same aircraft, day and complaint");
        }
    }

    @Test
    void recordsWithoutDates_areLeftOutOfPeriods_andTold() {
        try (RecordTable table =
                Fleets.table(List.of(record("a", "2025-01-01", "QQ-KAA", ""), record("b", "", "QQ-KAA", "")))) {
            assertThat(said(table, "how many defects in 2025"))
                    .startsWith("1 defect")
                    .contains("1 more carry no date");
        }
        try (RecordTable table = Fleets.table(List.of(record("b", "", "QQ-KAA", "")))) {
            assertThat(said(table, "how many defects in 2025")).contains("the records carry no dates");
        }
        MaintenanceRecord other = new MaintenanceRecord(
                new RecordId("c"),
                Optional.of(LocalDate.parse("2025-02-01")),
                "QQ-KAA",
                "LT-46-200",
                "",
                "stall warning sounds",
                "",
                "",
                "horn",
                "",
                "noisy",
                List.of("27-36"),
                List.of(),
                "log.csv:2",
                Map.of(),
                Marking.UNMARKED);
        try (RecordTable table = Fleets.table(List.of(record("b", "", "QQ-KAA", ""), other))) {
            assertThat(said(table, "trend of brake unit defects"))
                    .isEqualTo(
                            "not enough: all defects of brake unit that are held (1) carry no date, so nothing can be said of when they were");
        }
    }

    @Test
    void periodThatCannotBe_isSaid() {
        try (RecordTable table = Fleets.table(List.of(record("a", "2025-01-01", "QQ-KAA", "")))) {
            assertThat(said(table, "how many defects on 2025-02-30"))
                    .contains("there is no 2025-02-30 in the calendar");
            assertThat(said(table, "how many defects between 2025-05-01 and 2025-04-01"))
                    .contains("must not end before it begins");
            assertThat(said(table, "how many defects in 2031"))
                    .contains("no defects between 2031-01-01 and 2031-12-31 are held");
        }
    }

    @Test
    void wordThatIsNotKnown_isToldBack_neverGuessed() {
        try (RecordTable table = Fleets.table(List.of(record("a", "2025-01-01", "QQ-KAA", "")))) {
            assertThat(said(table, "how many flux capacitors were replaced"))
                    .startsWith("not enough: not understood: flux, capacitors");
            assertThat(said(table, "who is the best mechanic")).contains("mechanic");
            assertThat(said(table, "delays by system")).contains("no record carries minutes of delay");
            assertThat(said(table, "open items")).contains("do not tell when a defect was closed");
            assertThat(said(table, "how many defects on QQ-KAZ"))
                    .isEqualTo("not enough: no records of QQ-KAZ are held");
            assertThat(said(table, "  ")).contains("the question is empty");
            assertThat(said(table, "x".repeat(500))).contains("500 characters");
        }
    }
}
