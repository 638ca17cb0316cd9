package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that are asked for by a word of their names, in a log that has no aircraft of the sample library. */
final class NamesOfModelsTest {
    private static @Nullable RecordTable table;

    private static MaintenanceRecord record(
            String id, String tail, String model, String part, String number, String ata, Map<String, String> other) {
        return new MaintenanceRecord(
                new RecordId(id),
                Optional.of(LocalDate.of(2025, 3, 4)),
                tail,
                model,
                "",
                "fluid on the floor of the wheel well",
                part.isEmpty() ? "topped up" : part + " replaced",
                "",
                part,
                number,
                "",
                ata.isEmpty() ? List.of() : List.of(ata),
                List.of(),
                "log.csv:2",
                other,
                Marking.UNMARKED);
    }

    @BeforeAll
    static void open() {
        table = Fleets.table(List.of(
                record("a", "YY-AAA", "KESTREL 737-700", "pump", "P-1", "29-11", Map.of("delay", "30")),
                record("b", "YY-AAB", "KESTREL 737-800", "pump", "P-1", "29-11", Map.of("delay", "10")),
                record("c", "YY-AAB", "KESTREL 737-800", "seal", "P-2", "", Map.of("delay", "60", "station", "XTRB")),
                record("d", "YY-AAC", "HERON K320-214", "seal", "P-2", "32-11", Map.of("station", "XTRA")),
                record("e", "YY-AAD", "HERON 172", "", "", "32-11", Map.of()),
                record("f", "YY-AAD", "HERON 172", "", "", "32-11", Map.of()),
                record("h", "YY-AAF", "GANNET 9", "o-ring", "P-3", "30-11", Map.of()),
                record("g", "YY-AAE", "HERON 2000", "valve", "K320", "36-11", Map.of("station", "737"))));
    }

    @AfterAll
    static void close() {
        if (table != null) table.close();
    }

    private static String said(String question) {
        return switch (Fleets.ask(Objects.requireNonNull(table), question)) {
            case FleetAnswer.Found(var finding) -> finding.sentence();
            case FleetAnswer.NotEnough(var why, var nearest) -> "not enough: " + why;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how many defects on the kestrel 737 | 3 defects on KESTREL 737 (KESTREL 737-700, KESTREL 737-800)
            how many defects on Kestrels | 3 defects on KESTREL (KESTREL 737-700, KESTREL 737-800)
            how many defects on the 737-800 | 2 defects on 737-800 (KESTREL 737-800)
            how many defects on the heron 172 | 2 defects on HERON 172
            how many defects on the 172 | 2 defects on 172 (HERON 172)
            how many defects on the HERON 2000 in 2025 | 1 defect on HERON 2000 between 2025-01-01
            how many defects on the 73 | not enough: not understood: 73
            how many defects on the 747 | not enough: not understood: 747
            how many defects on the 737 | not enough: 737 may be a station, or the models KESTREL 737-700
            how many removals of K320 | not enough: K320 may be a part number, or the model HERON K320-214
            the 172 aircraft with most defects | not enough: 172 may be a number of rows, or the model HERON 172
            how many pump removals on the 737-700 or YY-AAB | 2 removals of pump on YY-AAB or 737-700 (KESTREL 737-700)
            """)
    void model_byAWordOfItsName_isToldWithItsWholeName(String question, String said) {
        assertThat(said(question)).startsWith(said);
    }

    @Test
    void families_areComparedAsSuch() {
        Finding found = Fleets.found(Objects.requireNonNull(table), "compare the kestrel 737 and the heron 172");
        assertThat(List.of(found.table().text(0, "model"), found.table().text(1, "model")))
                .containsExactlyInAnyOrder("KESTREL 737", "HERON 172");
        try (var seen = table.seenBy(Marking.UNMARKED::equals)) {
            assertThat(OwnSql.run(found.sql().whole(), seen)).isInstanceOf(OwnSql.Outcome.Ran.class);
        }
    }

    @Test
    void recordsThatNameNoPart_areNotSaidToBeNone() {
        assertThat(said("which part fails most on the heron 172"))
                .isEqualTo("not enough: the 2 defects on HERON 172 that are held name no part");
    }

    /** Those that name no system were left out of the sum. */
    @Test
    void delays_areSummedWhole_andTheShareThatNamesASystemIsSaid() {
        Finding found = Fleets.found(Objects.requireNonNull(table), "how many delays in 2025");
        assertThat(found.sentence())
                .isEqualTo(
                        "100 minutes of delay between 2025-01-01 and 2025-12-31 in 3 delays; 40 % of the minutes, 40, name a system."
                                + " The most has 29-11 Main hydraulic power, 40 minutes in 2 delays, 20 each on average.");
        try (var seen = Objects.requireNonNull(table).seenBy(Marking.UNMARKED::equals)) {
            assertThat(OwnSql.run(found.sql().whole(), seen)).isInstanceOf(OwnSql.Outcome.Ran.class);
        }
        assertThat(said("average delay by part")).contains("The longest on average has seal, 60 minutes in 1 delay");
        assertThat(said("total delay minutes of seals at XTRB"))
                .isEqualTo("60 minutes of delay of seal at XTRB in 1 delay, of which none names a system.");
    }

    @Test
    void questionsThatCouldBeAsked_nameWhatIsHeld() {
        for (String question : List.of("who is the best", "what is still open", "compare stations"))
            assertThat(((FleetAnswer.NotEnough) Fleets.ask(Objects.requireNonNull(table), question)).nearest())
                    .allSatisfy(one -> assertThat(one).doesNotContain("QQ-KA", "brake unit", "main wheel"));
        assertThat(((FleetAnswer.NotEnough) Fleets.ask(Objects.requireNonNull(table), "who is the best")).nearest())
                .anyMatch(one -> one.contains("YY-AA"));
    }

    /** They have the form of a registration. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how many O-ring removals | 1 removal of o-ring
            how many O-rings were replaced | 1 removal of o-ring
            how many de-ice defects | 1 defect in Ice and rain protection (ATA 30)
            how many defects on YY-ZZZ | not enough: no records of YY-ZZZ are held
            """)
    void partOrSystemWithAHyphen_isNoRegistration(String question, String expected) {
        assertThat(said(question)).startsWith(expected);
    }
}
