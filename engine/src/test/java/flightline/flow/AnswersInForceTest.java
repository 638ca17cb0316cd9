package flightline.flow;

import static flightline.flow.Hangar.brief;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in force on a day and holds for an aircraft decides what is answered. */
final class AnswersInForceTest {
    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = AnswersTest.furnished(folder);
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void supersededRevision_isAConflictAndNothingElse() {
        hangar.shelve(new Paper("AMM-29", "29-11 Engine driven pump")
                .revision("2", LocalDate.of(2026, 1, 1))
                .step("Torque the nuts of the hydraulic pump to 28 N·m."));
        var brief = brief(hangar.ask().ask(request("What is the torque of the hydraulic pump nuts?")));
        assertThat(brief.statements())
                .anyMatch(s -> s.text().contains("28 N·m"))
                .noneMatch(s -> s.text().contains("25 N·m"));
        assertThat(brief.findings().conflicts()).anyMatch(c -> c.text().contains("not in force"));
        var old = brief.findings().citations().stream()
                .filter(c -> c.citation().quote().contains("25 N·m"))
                .toList();
        assertThat(old).isNotEmpty().allMatch(c -> !c.citation().inForce());
    }

    @Test
    void supersededDocument_aboutSomethingElse_isNotTold() {
        hangar.shelve(new Paper("AMM-32", "32-41 Brakes").step("Torque the nuts of the brake rod to 25 N·m."))
                .shelve(new Paper("AMM-32", "32-41 Brakes")
                        .revision("2", LocalDate.of(2026, 1, 1))
                        .step("Set the length of the brake rod with the gauge."));
        var brief = brief(hangar.ask().ask(request("What is the torque of the hydraulic pump nuts?")));
        assertThat(brief.statements()).anyMatch(s -> s.text().contains("25 N·m"));
        assertThat(brief.findings().conflicts()).isEmpty();
    }

    @Test
    void proposedDocument_isAConflictAndNothingElse() {
        hangar.shelve(new Paper("SB-29-1", "Hydraulic pump nuts")
                .status(DocumentStatus.PROPOSED)
                .step("Torque the nuts of the hydraulic pump to 31 N·m."));
        var brief = brief(hangar.ask().ask(request("What is the torque of the hydraulic pump nuts?")));
        assertThat(brief.statements()).noneMatch(s -> s.text().contains("31 N·m"));
        assertThat(brief.findings().conflicts()).anyMatch(c -> c.text().contains("SB-29-1"));
    }

    @Test
    void dayAskedFor_decidesWhatIsInForce() {
        hangar.shelve(new Paper("AMM-29", "29-11 Engine driven pump")
                .revision("2", LocalDate.of(2026, 1, 1))
                .step("Torque the nuts of the hydraulic pump to 28 N·m."));
        var then = request("What is the torque of the hydraulic pump nuts?");
        var earlier = new Request(
                then.id(),
                then.text(),
                then.aircraft(),
                then.model(),
                then.serial(),
                LocalDate.of(2025, 6, 1),
                5,
                then.without(),
                then.asker());
        assertThat(brief(hangar.ask().ask(earlier)).statements())
                .anyMatch(s -> s.text().contains("25 N·m"))
                .noneMatch(s -> s.text().contains("28 N·m"));
    }

    @Test
    void aircraftOfTheProductTable_getsWhatHoldsForIt() {
        var early = new Applicability.Has("serialno", List.of("1~50"));
        var late = new Applicability.Has("serialno", List.of("51~99"));
        hangar.shelve(
                new Paper("DMC-LT-00PA-D", "Products")
                        .table("Products", List.of("registration", "serialno"), List.of("N700", "60")),
                new Paper("AMM-32", "32-41 Brakes")
                        .holdsFor(early)
                        .step("Torque the brake bolts of the wheel to 40 N·m.")
                        .holdsFor(late)
                        .step("Torque the brake bolts of the wheel to 55 N·m."));
        var text = "What is the torque of the brake bolts of the wheel?";
        assertThat(brief(hangar.ask().ask(Hangar.onAircraft(text, "n700"))).statements())
                .anyMatch(s -> s.text().contains("55 N·m"))
                .noneMatch(s -> s.text().contains("40 N·m"));
        assertThat(brief(hangar.ask().ask(request(text))).statements()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aircraftOfAProductTableWithOtherNames_getsWhatHoldsForIt() {
        hangar.shelve(
                new Paper("DMC-LT-00PA-D", "Products")
                        .table("Products", List.of("tail-no", "MSN", "gear"), List.of("N700", "60", "heavy")),
                new Paper("AMM-32", "32-41 Brakes")
                        .holdsFor(new Applicability.Has("aircraftSerialNumber", List.of("1~50")))
                        .step("Torque the brake bolts of the wheel to 40 N·m.")
                        .holdsFor(new Applicability.Has("serialno", List.of("51~99")))
                        .step("Torque the brake bolts of the wheel to 55 N·m.")
                        .holdsFor(new Applicability.Has("gear", List.of("light")))
                        .step("Torque the brake bolts of the wheel to 35 N·m."));
        var text = "What is the torque of the brake bolts of the wheel?";
        assertThat(brief(hangar.ask().ask(Hangar.onAircraft(text, "n700"))).statements())
                .anyMatch(s -> s.text().contains("55 N·m"))
                .noneMatch(s -> s.text().contains("40 N·m"))
                .noneMatch(s -> s.text().contains("35 N·m"));
    }

    @Test
    void aircraftOfTheRecords_getsWhatHoldsForIt() {
        hangar.shelve(new Paper("AMM-32", "32-41 Brakes")
                .holdsFor(new Applicability.Has("serialno", List.of("1~50")))
                .step("Torque the brake bolts of the wheel to 40 N·m.")
                .holdsFor(new Applicability.Has("serialno", List.of("1000~1100")))
                .step("Torque the brake bolts of the wheel to 55 N·m."));
        var asked = Hangar.onAircraft("What is the torque of the brake bolts of the wheel?", "N100");
        assertThat(brief(hangar.ask().ask(asked)).statements())
                .anyMatch(s -> s.text().contains("55 N·m"))
                .noneMatch(s -> s.text().contains("40 N·m"));
    }

    @Test
    void aircraftThatNothingKnows_isSaid() {
        var text = "What is the torque of the hydraulic pump nuts?";
        for (var notes : List.of(
                hangar.ask().ask(Hangar.onAircraft(text, "N1OO")).head().notes(),
                hangar.diagnose()
                        .diagnose(Hangar.onAircraft("hydraulic system pressure low after start", "N1OO"))
                        .head()
                        .notes())) assertThat(notes).singleElement().asString().contains("“N1OO”", "serial number");
        for (String known : List.of("N100", "n100"))
            assertThat(hangar.ask().ask(Hangar.onAircraft(text, known)).head().notes())
                    .isEmpty();
    }

    @Test
    void isolationStepsForOtherAircraft_areLeftOut() {
        hangar.shelve(new Paper("FIM-30", "30-11 Wing heat fault")
                .isolation("w1", "Is the wing heat valve cold and without power?", "w2")
                .holdsFor(new Applicability.Has("serialno", List.of("1~50")))
                .isolation("w2", "Does the old relay click?", "w3")
                .holdsFor(new Applicability.Has("serialno", List.of("1000~1100")))
                .isolation("w3", "Does the new relay click?", "w4"));
        var brief =
                brief(hangar.diagnose().diagnose(Hangar.onAircraft("wing heat valve cold and without power", "N100")));
        assertThat(brief.checks())
                .anyMatch(c -> c.text().contains("new relay"))
                .noneMatch(c -> c.text().contains("old relay"));
    }
}
