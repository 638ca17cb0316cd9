package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked and cannot be told is told back with what was not understood; nothing of it is passed over, so that another question is answered. */
final class ToldBackTest {
    private static @Nullable RecordTable table;

    @BeforeAll
    static void open() throws IOException {
        table = Fleets.table(Fleets.sample());
    }

    @AfterAll
    static void close() {
        if (table != null) table.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            which aircraft had no defects in 2024 | not understood: no
            hydraulic but not leaking defects | not understood: but, not
            defects after landing gear removals | not understood: after
            which aircraft had the least defects | not understood: least
            best aircraft in 2025 | not understood: best
            how many landings did QQ-KAA make | not understood: make
            defects per flight | not understood: per
            aircraft with most flight hours | not understood: hours
            who wrote the most defects | not understood: who
            are there more brake defects in 2025 | not understood: more
            more landing gear defects on QQ-KAB | not understood: more
            worst system for each aircraft | counted by aircraft and by system at once
            top part per aircraft | counted by aircraft and by part at once
            same defect on all aircraft | not understood: same
            defects since last check | not understood: since
            which aircraft has fewer hydraulic defects than the rest | not understood: fewer
            compare aircraft in 2024 and 2025 | two periods are compared by how many there were in each, not by aircraft
            compare recurring defects in 2024 with 2025 | not for what keeps coming back
            compare 2025 with this year | share days
            compare defects in 1990 with 2025 | nothing can be said of the time between 1990-01-01 and 1990-12-31
            how do I replace the brake | not understood: how
            share of repeat defects on QQ-KAA | a share is told of records, defects and removals
            will QQ-KAA fail | not understood: will
            how many different parts were removed in 2025 | not understood: different
            landing gear problems by tail and year | counted by aircraft and by year at once
            main wheel removals by station and tail | counted by station and by aircraft at once
            defects by station by year | counted by station and by year at once
            what fixed DM2911-4 | by their name, not by their number
            which deferred defects came back | what recurs is told of defects
            which part fails most on the 747 | not understood: 747
            how many defects on 3 aircraft | not understood: 3
            how many defects in the first 90 days | not understood: first, 90
            how many defects in the last winters | not understood: last, winters
            how many defects at the last | not understood: last
            how many defects in the fifth week of february 2024 | goes beyond the time between 2024-02-01 and 2024-02-29
            how many defects in winter 2023/25 | no winter lies in 2023/25
            top 5 parts by station | counted by station and by part at once
            top removed parts by aircraft | counted by aircraft and by part at once
            leaking brake units or worn main wheels | between things of different kinds
            defects at XTRB or on QQ-KAA | between things of different kinds
            removals or defects in 2024 | removals and defects are counted apart
            recurring hydraulic or brake unit defects | what keeps coming back is not told of the one or the other
            compare QQ-KAA with the LT-46-300 | an aircraft is compared with aircraft, and a model with models
            """)
    void question_isToldBack(String question, String why) {
        FleetAnswer answer = Fleets.ask(Objects.requireNonNull(table), question);
        assertThat(answer).isInstanceOf(FleetAnswer.NotEnough.class);
        assertThat(((FleetAnswer.NotEnough) answer).why()).contains(why);
    }

    /** Parts fly no hours: to compare them was a fault of the database's grammar. */
    @ParameterizedTest
    @CsvSource({"compare parts, rank", "compare systems, rank", "compare years, trend", "compare stations, stations"})
    void whatCannotBeCompared_isCounted(String question, String form) {
        assertThat(Fleets.found(Objects.requireNonNull(table), question).form()).isEqualTo(form);
    }
}
