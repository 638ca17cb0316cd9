package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.TODAY;
import static flightline.flow.Hangar.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.diagnosis.Repeats;
import flightline.diagnosis.memory.LinkRule;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Occurrence;
import flightline.evaluation.Scorecard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an aircraft's own records remember of a complaint. */
final class RepeatsTest {
    private static final String FLAPS = "flaps stopped at eight degrees on approach, asymmetry message";
    private static final List<String> OTHERS = List.of(
            "cabin door light on in cruise",
            "oven in the galley smells burnt",
            "hydraulic pressure low after start",
            "captain's windscreen cracked",
            "coffee maker leaks on the floor",
            "nose wheel shakes on landing",
            "radio two weak on the ground",
            "fuel quantity reads dashes",
            "autopilot will not engage",
            "brake drags while taxiing");

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        var fleet = new ArrayList<MaintenanceRecord>();
        for (int i = 0; i < 60; i++)
            fleet.add(event(
                    "fleet" + i,
                    TODAY.minusDays(3L * i),
                    "N" + (300 + i % 4),
                    OTHERS.get(i % OTHERS.size()),
                    "done",
                    "part " + i % OTHERS.size()));
        hangar = new Hangar(folder).file(fleet.toArray(new MaintenanceRecord[0]));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void repeat_saysHowOftenAndWhatDidNotHold_withItsRecords() {
        hangar.file(
                event("w1", TODAY.minusDays(20), "N100", FLAPS, "NFF, reset", "flap control unit"),
                event("w2", TODAY.minusDays(8), "N100", FLAPS + " again", "replaced", "flap control unit"));
        Repeats repeats = asked(FLAPS + " again", "n100", Set.of());
        var chain = repeats.recall().chain().orElseThrow();
        assertThat(chain.times()).isEqualTo(3);
        assertThat(chain.days()).isEqualTo(20);
        assertThat(chain.before()).extracting(Occurrence::held).containsExactly(12, 8);
        assertThat(chain.before())
                .extracting(Occurrence::done)
                .containsExactly(Occurrence.Done.NOTHING_FOUND, Occurrence.Done.WORKED);
        assertThat(chain.before()).allSatisfy(time -> assertThat(time.why()).isNotEmpty());
        assertThat(repeats.ids()).hasSize(2).allSatisfy(id -> assertThat(id).matches("r\\d+"));
    }

    @Test
    void repeat_underAnotherCode_isSeenAndSaysSo() {
        hangar.file(
                event("w1", TODAY.minusDays(20), "N100", FLAPS, "reset", "flap control unit"),
                event("w2", TODAY.minusDays(15), "N100", FLAPS + " again", "reset", "flap control unit"),
                coded("w3", TODAY.minusDays(8), FLAPS + " again", "22-11"));
        var chain = asked(FLAPS + " again", "N100", Set.of()).recall().chain().orElseThrow();
        assertThat(chain.before()).extracting(Occurrence::otherCode).containsExactly(false, false, true);
    }

    @Test
    void otherSide_otherAircraft_longAgo_andWhatMustNotBeSeen_areNoRepeats() {
        hangar.file(
                event("w1", TODAY.minusDays(9), "N100", "left main gear light late on selection", "reset", "sensor"),
                event("w2", TODAY.minusDays(9), "N200", FLAPS, "replaced", "flap control unit"),
                event("w3", TODAY.minusDays(170), "N100", FLAPS, "replaced", "flap control unit"),
                event("w4", TODAY.minusDays(5), "N400", FLAPS, "replaced", "flap control unit"),
                event("w5", TODAY.plusDays(5), "N500", FLAPS, "replaced", "flap control unit"));
        assertThat(asked("right main gear light late on selection", "N100", Set.of())
                        .recall()
                        .chain())
                .isEmpty();
        assertThat(asked(FLAPS, "N100", Set.of()).recall().chain()).isEmpty();
        assertThat(asked(FLAPS, "N400", Set.of(new RecordId("w4"))).recall().chain())
                .isEmpty();
        assertThat(asked(FLAPS, "N500", Set.of()).recall().chain()).isEmpty();
    }

    @Test
    void nothingIsClaimed_withoutAircraft_andUnknownOnesAreNamed() {
        hangar.file(event("w1", TODAY.minusDays(400), "N100", FLAPS, "replaced", "flap control unit"));
        assertThat(hangar.diagnose().rank(Hangar.request(FLAPS), scope()).repeats())
                .isEqualTo(Repeats.none());
        assertThat(asked(FLAPS, "N999", Set.of()).recall().note()).isEqualTo("no records of N999 are held");
        assertThat(asked(FLAPS, "N100", Set.of()).recall().note())
                .isEqualTo("no records of N100 in the 180 days before; the last one is of " + TODAY.minusDays(400));
    }

    @Test
    void recordsWithoutADay_areCountedAndLeftOut_sameDayDuplicatesAreNot() {
        hangar.file(
                undated("w1"),
                event("w2", TODAY.minusDays(3), "N100", FLAPS, "reset", "flap control unit"),
                event("w3", TODAY.minusDays(3), "N100", FLAPS, "reset", "flap control unit"));
        var recall = asked(FLAPS + " again", "N100", Set.of()).recall();
        assertThat(recall.note()).contains("1 of its records have no date");
        assertThat(recall.chain().orElseThrow().before())
                .extracting(time -> time.record().id().value())
                .containsExactly("w2", "w3");
    }

    @Test
    void thousandsOfRecordsOnOneAircraft_areBounded() {
        var many = new ArrayList<MaintenanceRecord>();
        for (int i = 0; i < 3000; i++)
            many.add(event(
                    "m" + i, TODAY.minusDays(i % 170), "N100", OTHERS.get(i % OTHERS.size()) + " " + i, "", "part"));
        many.add(event("w1", TODAY.minusDays(6), "N100", FLAPS, "reset", "flap control unit"));
        hangar.file(many.toArray(new MaintenanceRecord[0]));
        assertThat(asked(FLAPS + " again", "N100", Set.of())
                        .recall()
                        .chain()
                        .map(chain -> chain.before().size())
                        .orElse(0))
                .isLessThanOrEqualTo(40);
    }

    @Test
    void walk_measuresAgainstWhatIsKnown_withoutSeeingLaterRecords() throws IOException {
        hangar.file(
                event("w1", TODAY.minusDays(20), "N100", FLAPS, "reset", "flap control unit"),
                event("w2", TODAY.minusDays(8), "N100", FLAPS + " again", "replaced", "flap control unit"));
        var json = new ObjectMapper();
        List<JsonNode> cases = List.of(
                json.readTree("{\"id\":\"w1\",\"fault\":\"flaps\"}"),
                json.readTree("{\"id\":\"w2\",\"fault\":\"flaps\"}"));
        Scorecard card =
                new RepeatsFlow(hangar.records, new Memory(LinkRule.fitted())).measure(cases, cases, Progress.SILENT);
        assertThat(card.cases()).isEqualTo(2);
        assertThat(card.figures()).containsEntry("pairs recall", 1.0).containsEntry("pairs precision", 1.0);
        assertThat(card.details())
                .hasSize(1)
                .first()
                .extracting(line -> line.get("id"))
                .isEqualTo("w2");
    }

    private Repeats asked(String text, String aircraft, Set<RecordId> without) {
        var request = new Request(
                "q1", text, Optional.of(aircraft), Optional.empty(), Optional.empty(), TODAY, 5, without, ANYBODY);
        return hangar.diagnose().rank(request, scope()).repeats();
    }

    private static flightline.policy.Scope scope() {
        return flightline.policy.Scope.UNMARKED;
    }

    private static MaintenanceRecord coded(String id, LocalDate day, String complaint, String ata) {
        return record(id, Optional.of(day), complaint, ata);
    }

    private static MaintenanceRecord undated(String id) {
        return record(id, Optional.empty(), FLAPS, "29-11");
    }

    private static MaintenanceRecord record(String id, Optional<LocalDate> day, String complaint, String ata) {
        return new MaintenanceRecord(
                new RecordId(id),
                day,
                "N100",
                "LT-46",
                "1001",
                complaint,
                "reset",
                complaint + " reset",
                "flap control unit",
                "",
                "",
                List.of(ata),
                List.of(),
                "records.csv:1",
                Map.of());
    }
}
