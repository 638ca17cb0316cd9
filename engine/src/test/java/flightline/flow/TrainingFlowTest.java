package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.CLEARED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.archive.SessionBook.Session;
import flightline.archive.SessionBook.State;
import flightline.corpus.ContentHash;
import flightline.corpus.Marking;
import flightline.diagnosis.memory.LinkRule;
import flightline.diagnosis.memory.Memory;
import flightline.flow.TrainingFlow.Made;
import flightline.flow.TrainingFlow.Order;
import flightline.policy.Principal;
import flightline.state.FileCabinet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingFlowTest {
    @TempDir
    private Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder.resolve("data"));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void closedSessions_becomeExamplesInTheChatFormat_withoutNames() throws IOException {
        keep("s20260101-1", State.CLOSED, "UNMARKED", "qq-kaa pump leaks, spoke with QWIZZLE", "hydraulic pump");
        keep("s20260101-2", State.STOPPED, "UNMARKED", "brake hot", "");
        Made made = write("one", Set.of(), ANYBODY);

        assertThat(made.examples()).isEqualTo(1);
        JsonNode example = lines("one").getFirst();
        assertThat(example.path("messages").findValuesAsText("role")).containsExactly("system", "user", "assistant");
        assertThat(example.path("messages").path(1).path("content").asText())
                .matches("Aircraft LT-46\\. TAIL-\\w{6} pump leaks, spoke with PERSON-\\w{6}");
        assertThat(example.path("messages").path(2).path("content").asText())
                .isEqualTo("Cause: hydraulic pump.\nDone: replaced it, s/n "
                        + example.path("messages")
                                .path(2)
                                .path("content")
                                .asText()
                                .replaceFirst("(?s).*s/n ", ""))
                .doesNotContain("88X-1043");
        assertThat(example.toString()).doesNotContainIgnoringCase("kaa").doesNotContain("QWIZZLE", "s20260101");
        assertThat(example.path("metadata").path("marking").asText()).isEqualTo("UNMARKED");
        assertThat(made.manifest()
                        .path("leftOut")
                        .path("session not closed with a cause")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void marked_isLeftOutUnlessAskedForByOneWhoIsClearedForIt_andCarriesItsMarking() throws IOException {
        keep("s20260101-1", State.CLOSED, "RESTRICTED", "pump leaks", "hydraulic pump");
        assertThat(write("one", Set.of(), CLEARED).examples()).isZero();
        assertThat(write("two", Set.of(new Marking("RESTRICTED")), ANYBODY).examples())
                .isZero();
        Made made = write("three", Set.of(new Marking("RESTRICTED")), CLEARED);
        assertThat(made.manifest().path("marking").asText()).isEqualTo("RESTRICTED");
        assertThat(lines("three").getFirst().path("metadata").path("marking").asText())
                .isEqualTo("RESTRICTED");
    }

    @Test
    void manifest_namesWhatWasWritten_andTheLogNamesTheManifest() throws IOException {
        keep("s20260101-1", State.CLOSED, "UNMARKED", "pump leaks", "hydraulic pump");
        Made made = write("one", Set.of(), ANYBODY);
        for (String part : List.of("train.jsonl", "validation.jsonl", "test.jsonl"))
            assertThat(made.manifest().path("files").path(part).path("sha256").asText())
                    .isEqualTo(ContentHash.of(
                                    Files.readAllBytes(folder.resolve("one").resolve(part)))
                            .hex());
        assertThat(made.manifest().path("policyVersion").asText()).isEqualTo(hangar.gate.policyVersion());
        var event = hangar.audit.latest(1).getFirst().event();
        assertThat(event.kind()).isEqualTo("export");
        assertThat(event.details())
                .containsEntry("what", "training")
                .containsEntry(
                        "manifestSha256",
                        ContentHash.of(Files.readAllBytes(folder.resolve("one/manifest.json")))
                                .hex());
    }

    @Test
    void sameSet_hasTheSameNamesAgain() throws IOException {
        keep("s20260101-1", State.CLOSED, "UNMARKED", "qq-kaa pump leaks", "hydraulic pump");
        write("one", Set.of(), ANYBODY);
        write("two", Set.of(), ANYBODY);
        assertThat(lines("one")).isEqualTo(lines("two"));
    }

    @Test
    void records_countOnlyWhereTheFaultStayedAway_andTheLogWentOn() throws IOException {
        hangar.file(
                Hangar.event(
                        "r1", LocalDate.of(2026, 1, 1), "N100QZ", "pump leaks badly", "replaced", "hydraulic pump"),
                Hangar.event("r2", LocalDate.of(2026, 6, 1), "N100QZ", "door stuck", "replaced", "latch"));
        var order = new Order(Set.of(), true, ANYBODY);
        Made made = flow().write(folder.resolve("one"), order, Progress.SILENT);
        assertThat(made.examples()).isEqualTo(1);
        assertThat(lines("one").getFirst().toString())
                .contains("pump leaks badly")
                .doesNotContain("N100QZ");
        assertThat(made.manifest().path("leftOut").toString()).contains("too young");
    }

    @Test
    void records_thatConfirmNoCause_areLeftOut_andACauseIsWrittenInOneWay() throws IOException {
        LocalDate day = LocalDate.of(2026, 1, 1);
        hangar.file(
                Hangar.event("r1", day, "N100QZ", "pump leaks badly", "replaced", "HYDRAULIC PUMP"),
                Hangar.event("r2", day, "N100QZ", "autopilot disconnects", "AP test pass, NFF", "autopilot"),
                Hangar.event("r3", day, "N100QZ", "light inop", "deferred, lamp on order", "lamp"),
                Hangar.event("r6", day, "N100QZ", "seal drips", "to be rplcd, deferred", "seal"),
                Hangar.event("r7", day, "N100QZ", "flag shown", "CB reset, ok", "computer"),
                Hangar.event("r4", day, "N100QZ", "scheduled brake change", "done", "brake unit"),
                Hangar.event("r5", LocalDate.of(2026, 6, 1), "N100QZ", "door stuck", "replaced", "latch"));
        Made made = flow().write(folder.resolve("one"), new Order(Set.of(), true, ANYBODY), Progress.SILENT);
        assertThat(made.examples()).isEqualTo(1);
        assertThat(lines("one").getFirst().toString()).contains("Cause: hydraulic pump.");
        assertThat(made.manifest().path("leftOut").toString())
                .contains("nothing was found\":2", "put off\":2", "planned work\":1", "too young");
    }

    /** Written by people who had to write something to close a session. */
    @Test
    void sessions_thatConfirmNoCause_areLeftOut_andACauseIsWrittenInOneWay() throws IOException {
        keep("s1", State.CLOSED, "UNMARKED", "low pressure on side one", "HYDRAULIC PUMP");
        close("s2", "low pressure on side two", "unknown", "gave up");
        close("s3", "pump runs hot", "hydraulic pump", "pump to be rplcd at next A chk, part on order");
        close("s4", "radar shows nothing", "transceiver", "pending swap next night stop");
        close("s5", "nav unit flag", "nav unit", "reset cb, ok");
        close("s6", "cabin rate surges", "controller", "BITE OK NFF");
        Made made = write("one", Set.of(), ANYBODY);
        assertThat(made.examples()).isEqualTo(1);
        assertThat(lines("one").getFirst().toString()).contains("Cause: hydraulic pump.");
        assertThat(made.manifest().path("leftOut").toString())
                .contains(
                        "not closed with a cause\":1",
                        "session in which nothing was found\":2",
                        "session of work that was put off\":2");
    }

    private TrainingFlow flow() {
        return new TrainingFlow(
                hangar.sessions,
                new RepeatsFlow(hangar.records, new Memory(LinkRule.fitted())),
                new FileCabinet(folder.resolve("data")),
                hangar.gate,
                hangar.audit,
                InstantSource.fixed(Instant.EPOCH),
                word -> !word.startsWith("qwiz"),
                new Random(1));
    }

    private Made write(String name, Set<Marking> upTo, Principal asker) {
        return flow().write(folder.resolve(name), new Order(upTo, false, asker), Progress.SILENT);
    }

    private List<JsonNode> lines(String name) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String part : List.of("train.jsonl", "validation.jsonl", "test.jsonl"))
            for (String line : Files.readAllLines(folder.resolve(name).resolve(part)))
                lines.add(new ObjectMapper().readTree(line));
        return lines;
    }

    private void close(String id, String complaint, String cause, String action) {
        keep(id, State.CLOSED, "UNMARKED", complaint, cause, action);
    }

    private void keep(String id, State state, String from, String complaint, String cause) {
        keep(id, state, from, complaint, cause, cause.isEmpty() ? "" : "replaced it, s/n 88X-1043");
    }

    private void keep(String id, State state, String from, String complaint, String cause, String action) {
        hangar.sessions.add(new Session(
                id,
                state,
                "2026-01-01T08:00:00Z",
                "2026-01-01T09:00:00Z",
                "m.okoro",
                List.of(),
                from,
                complaint,
                "QQ-KAA",
                "LT-46",
                "1012",
                "2026-01-01",
                5,
                List.of(),
                List.of(),
                cause,
                action,
                ""));
    }
}
