package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.fleet.FleetDesk;
import flightline.flow.FleetFlow.Outcome;
import flightline.model.Prompt;
import flightline.model.ScriptedModel;
import flightline.terms.AtaTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model may propose a query; it is worth no more than a stranger's. */
final class SqlDictationTest {
    private static final String QUESTION = "zzz qqq xxyy";

    @TempDir
    private Path temp = Path.of("unused");

    private Outcome query(Optional<Function<Prompt, String>> script) {
        try (var hangar = new Hangar(temp);
                var shelf = new FleetShelf(temp, hangar.records, new AnalysisShelf(temp, 1), true, 1)) {
            hangar.file(
                    Hangar.event("1", LocalDate.of(2025, 1, 2), "QQ-KAA", "pump leaks", "replaced", "boost pump"),
                    Hangar.event("2", LocalDate.of(2025, 2, 3), "QQ-KAB", "pump noisy", "replaced", "boost pump"));
            var flow = new FleetFlow(
                    hangar.gate,
                    shelf,
                    hangar.records,
                    new FleetDesk(AtaTable.standard(), 1),
                    hangar.audit,
                    () -> 0,
                    Witness.NOBODY,
                    () -> script.map(words -> new SqlDictation(new ScriptedModel(words), 1, Duration.ofSeconds(30))));
            return flow.query(Hangar.request(QUESTION));
        }
    }

    @Test
    void honestModel_itsQueryIsRun_andShownAsIts() {
        Outcome outcome = query(Optional.of(prompt -> {
            assertThat(prompt.form()).isInstanceOf(Prompt.Form.Grammar.class);
            assertThat(prompt.turns().getLast().text()).isEqualTo("<<<" + QUESTION + ">>>");
            return "SELECT tail, count(*) AS defects FROM records GROUP BY ALL ORDER BY 1";
        }));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Ran.class, ran -> {
            assertThat(ran.sql())
                    .startsWith("-- Written by the model script and run as it is shown")
                    .contains("SELECT tail");
            assertThat(ran.table().rows()).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/hostname')",
                "DROP VIEW records",
                "SELECT 1; SELECT 2",
                "SELECT * FROM store.held",
                "COPY records TO 'out.csv'",
                "SELECT getenv('HOME')",
                "I will not."
            })
    void maliciousModel_itsQueryIsNotRun(String words) {
        assertThat(query(Optional.of(prompt -> words))).isInstanceOf(Outcome.NotRun.class);
    }

    @Test
    void withoutAModel_orWithOneThatFails_nothingIsMadeUp() {
        assertThat(query(Optional.empty())).isInstanceOf(Outcome.NotEnough.class);
        Outcome endless = query(Optional.of(prompt -> "SELECT count(*) ".repeat(400)));
        assertThat(endless).isInstanceOf(Outcome.NotEnough.class);
        assertThat(endless.toString()).contains("the model wrote on to its limit without an end");
    }
}
