package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.CLEARED;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentId;
import flightline.diff.Change;
import flightline.diff.Change.Kind;
import flightline.diff.Change.Rank;
import flightline.diff.WordEdit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffFlowTest {
    private static final DocumentId ID = new DocumentId("AMM-32");
    private static final List<String> COLUMNS = List.of("Part", "Torque");

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
    void warningsFirst_thenValues_thenSteps_thenTheRest() {
        shelve(
                one().paragraph("The wheel is made of aluminium alloy.")
                        .step("Remove the axle nut from the axle.")
                        .step("Torque the axle nut to 40 N·m.")
                        .warning("Do not stand in front of the wheel."),
                two().paragraph("The wheel is made of magnesium alloy.")
                        .step("Remove the axle nut and the washer from the axle.")
                        .step("Torque the axle nut to 55 N·m.")
                        .warning("Do not stand in front of the wheel or behind it."));
        var changes = compare().diff().changes();
        assertThat(changes).extracting(Change::rank).containsExactly(Rank.SAFETY, Rank.VALUE, Rank.STEP, Rank.OTHER);
        assertThat(changes).extracting(Change::kind).containsOnly(Kind.CHANGED);
        assertThat(marked(changes.get(1))).isEqualTo("Torque the axle nut to [40]{55} N·m.");
        assertThat(marked(changes.get(2))).isEqualTo("Remove the axle nut {and the washer }from the axle.");
    }

    @Test
    void addedAndRemovedAndMoved_areToldApart() {
        shelve(
                one().step("Install the ground lock pins in both gears.")
                        .step("Chock the nose wheels on both sides.")
                        .step("Open the access panel of the sponson."),
                two().step("Chock the nose wheels on both sides.")
                        .step("Open the access panel of the sponson.")
                        .step("Install the ground lock pins in both gears.")
                        .caution("Keep the fluid off the brake discs."));
        var changes = compare().diff().changes();
        assertThat(changes).extracting(Change::kind).containsExactly(Kind.ADDED, Kind.MOVED);
        assertThat(changes.getFirst().block()).isEqualTo("caution");
        assertThat(changes.getFirst().before()).isEmpty();
        assertThat(changes.getLast().side().text()).isEqualTo("Install the ground lock pins in both gears.");
    }

    @Test
    void warningThatMovedWithOtherWords_isAChangedWarning() {
        shelve(
                one().warning("Hot oil can burn you. Wait 10 minutes before you open the drain.")
                        .step("Remove the plug of the drain from the case.")
                        .step("Install the plug of the drain in the case."),
                two().step("Remove the plug of the drain from the case.")
                        .step("Install the plug of the drain in the case.")
                        .warning(
                                "Hot oil can burn you. Wait 30 minutes and wear gloves before you open any drain or filter."));
        assertThat(compare().diff().changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.rank()).isEqualTo(Rank.SAFETY);
            assertThat(marked(change)).contains("Wait [10]{30} minutes");
        });
    }

    @Test
    void warningThatBecameACaution_isRead_amongTheFirst() {
        shelve(
                one().step("Remove the plug from the case.").warning("Do not bend the pipe of the drain."),
                two().step("Remove the plug of the case by hand.").caution("Do not bend the pipe of the drain."));
        assertThat(compare().diff().changes().getFirst()).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.block()).isEqualTo("warning → caution");
            assertThat(change.rank()).isEqualTo(Rank.SAFETY);
        });
    }

    @Test
    void tableRow_isPairedByItsFirstCell() {
        shelve(
                one().table("Torques", COLUMNS, List.of("Axle nut", "40 N·m"))
                        .table("More", COLUMNS, List.of("Drain plug", "9 N·m")),
                two().table("Torques", COLUMNS, List.of("Axle nut", "55 N·m"))
                        .table("More", COLUMNS, List.of("Drain plug", "9 N·m")));
        assertThat(compare().diff().changes()).singleElement().satisfies(c -> {
            assertThat(c.block()).isEqualTo("row");
            assertThat(c.rank()).isEqualTo(Rank.VALUE);
            assertThat(c.side().number()).isEqualTo("Axle nut");
            assertThat(marked(c)).isEqualTo("Axle nut | [40]{55} N·m");
        });
    }

    @Test
    void otherAircraft_isAChange() {
        shelve(
                one().step("Bleed the brake."),
                two().holdsFor(new Applicability.Has("serialno", List.of("1001~1060")))
                        .step("Bleed the brake."));
        assertThat(compare().diff().changes()).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Kind.APPLICABILITY);
            assertThat(c.before().orElseThrow().effectivity()).isEqualTo("all");
            assertThat(c.after().orElseThrow().effectivity()).isEqualTo("serialno 1001 to 1060");
        });
    }

    @Test
    void nothingChanged_saysSo() {
        shelve(one().step("Bleed the brake."), two().step("Bleed the  brake."));
        assertThat(compare().diff().changes()).isEmpty();
    }

    @Test
    void quotations_areToldWhetherTheyStand() {
        shelve(
                one().step("Bleed the brake.").step("Torque the nut to 40 N·m."),
                two().step("Bleed the brake.").step("Torque the nut to 55 N·m."));
        var quotes = List.of(
                new DiffFlow.Quote("c1", "1", 0, 16, "Bleed the brake."),
                new DiffFlow.Quote("c2", "1", 17, 42, "Torque the nut to 40 N·m."),
                new DiffFlow.Quote("c3", "0", 0, 3, "of a revision not compared"));
        var compared = (DiffFlow.Outcome.Compared) hangar.diff().compare(ID, "1", "2", quotes, ANYBODY);
        assertThat(compared.quotes()).extracting(t -> t.quote().id()).containsExactly("c1", "c2");
        assertThat(compared.quotes().getFirst().changes()).isEmpty();
        assertThat(compared.quotes().getLast().changes()).hasSize(1);
    }

    @Test
    void revisionNotHeld_namesThoseThatAre() {
        shelve(one().step("Bleed the brake."), two().step("Bleed the brake."));
        assertThat(hangar.diff().compare(ID, "1", "9", List.of(), ANYBODY))
                .isEqualTo(new DiffFlow.Outcome.NotHeld("9", List.of("1", "2")));
        assertThat(hangar.diff().newest(ID, ANYBODY)).contains(List.of("1", "2"));
        assertThat(hangar.entries().getLast().event().outcome()).isEqualTo("not held");
    }

    @Test
    void markedRevision_isAsIfItWereNotHeld() {
        shelve(one().step("Bleed the brake."), two().marked("RESTRICTED").step("Bleed it."));
        assertThat(hangar.diff().compare(ID, "1", "2", List.of(), ANYBODY))
                .isEqualTo(new DiffFlow.Outcome.NotHeld("2", List.of("1")));
        assertThat(hangar.diff().compare(ID, "1", "2", List.of(), CLEARED))
                .isInstanceOf(DiffFlow.Outcome.Compared.class);
    }

    @Test
    void twoOfOneLabel_areCompared_andToldApartByTheirDates() {
        var january = new Paper("SB 32-1", "Axle")
                .revision("Rev 1", LocalDate.of(2025, 1, 10))
                .step("Torque the axle nut to 200 Nm.");
        var october = new Paper("SB 32-1", "Axle")
                .revision("Rev 1", LocalDate.of(2025, 10, 10))
                .step("Torque the axle nut to 350 Nm.");
        hangar.shelve(january, october);
        var id = new DocumentId("SB 32-1");
        List<String> newest = hangar.diff().newest(id, ANYBODY).orElseThrow();
        assertThat(newest).containsExactly("Rev 1/2025-01-10", "Rev 1/2025-10-10");
        for (List<String> names : List.of(newest, List.of("Rev 1", "Rev 1"), List.of("1", "1")))
            assertThat(hangar.diff().compare(id, names.getFirst(), names.getLast(), List.of(), ANYBODY))
                    .isInstanceOfSatisfying(DiffFlow.Outcome.Compared.class, compared -> {
                        assertThat(marked(compared.diff().changes().getFirst()))
                                .isEqualTo("Torque the axle nut to [200]{350} Nm.");
                        assertThat(compared.name(compared.from())).isEqualTo("Rev 1/2025-01-10");
                        assertThat(compared.name(compared.to())).isEqualTo("Rev 1/2025-10-10");
                    });
        assertThat(hangar.index.revisions(id))
                .extracting(held -> held.why())
                .contains("superseded by Rev 1/2025-10-10");
    }

    private DiffFlow.Outcome.Compared compare() {
        return (DiffFlow.Outcome.Compared) hangar.diff().compare(ID, "1", "2", List.of(), ANYBODY);
    }

    private void shelve(Paper before, Paper after) {
        hangar.shelve(before, after);
    }

    private static Paper one() {
        return new Paper("AMM-32", "Wheels").revision("1", LocalDate.of(2024, 1, 1));
    }

    private static Paper two() {
        return new Paper("AMM-32", "Wheels").revision("2", LocalDate.of(2025, 1, 1));
    }

    private static String marked(Change change) {
        return change.words().stream().map(DiffFlowTest::marked).collect(Collectors.joining());
    }

    private static String marked(WordEdit edit) {
        return switch (edit.fate()) {
            case KEPT -> edit.text();
            case REMOVED -> "[" + edit.text() + "]";
            case ADDED -> "{" + edit.text() + "}";
        };
    }
}
