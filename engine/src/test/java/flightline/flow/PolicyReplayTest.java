package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.AuditVerdict;
import flightline.model.HashingEmbedder;
import flightline.policy.AcceptableUse;
import flightline.policy.Decision;
import flightline.policy.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What made a request ours stands in the log, so that other rules can be tried on it. */
final class PolicyReplayTest {
    private static final String FOREIGN = "what is the best polish for garden furniture";
    private static final String HOME = "what is the torque of the wheel nut";

    @TempDir
    private Path temp = Path.of("unused");

    private static PolicyFlow.Replay replay(Hangar hangar, Gate gate) {
        return new PolicyFlow(hangar.audit).replay(Instant.MIN, Instant.MAX, gate, Hangar.ANYBODY);
    }

    /** To which all sounds foreign that does not name an aircraft. */
    private Gate narrow() throws IOException {
        String clauses = AcceptableUse.shipped().clauses().stream()
                .map(clause -> "  - { clause: " + clause.clause() + ", category: c, grave: false, why: w }\n")
                .collect(Collectors.joining());
        Path file = temp.resolve("narrow.yaml");
        Files.writeString(file, """
                version: narrow
                thresholds: { refuse: 2, refuseGrave: 2, refuseForeign: 2, outOfScope: 2, doubt: 2 }
                clauses:
                """ + clauses + """
                lists: { trade: engine }
                sentence: how
                rules: [{ clause: AU-1.f, phrases: [nothing of the kind] }]
                outOfScope: { why: not ours, phrases: [wheel nut] }
                """);
        return new Gate(AcceptableUse.read(file), new HashingEmbedder(), InstantSource.fixed(Instant.EPOCH));
    }

    private static Map<String, String> facts(Hangar hangar, String kind) {
        var found = new ArrayList<AuditEntry>();
        hangar.audit.read(entry -> {
            if (entry.event().kind().equals(kind)) found.add(entry);
        });
        return found.getLast().event().details();
    }

    @Test
    void logSaysWhatMadeItOurs() {
        try (var hangar = new Hangar(temp)) {
            hangar.shelve(
                    new Paper("CARE", "Garden")
                            .heading("Care of garden furniture")
                            .paragraph(
                                    "Garden furniture is treated with polish of beeswax once a year; it is the best for teak."));
            hangar.ask().ask(Hangar.request(FOREIGN));
            assertThat(facts(hangar, "ask")).containsEntry("ours", "library");
            hangar.diagnose().diagnose(Hangar.request(FOREIGN));
            assertThat(facts(hangar, "diagnose")).containsEntry("ours", "library");
            hangar.search().search(Hangar.request(FOREIGN), Map.of(), Optional.empty(), false);
            assertThat(facts(hangar, "search")).containsEntry("ours", "library");
            hangar.ask().ask(Hangar.request(HOME));
            assertThat(facts(hangar, "ask")).containsEntry("ours", "words");
            hangar.ask().ask(Hangar.request("and how is it measured"), "wear limit of the brake", Early.NOBODY);
            assertThat(facts(hangar, "ask")).containsEntry("ours", "context");
            hangar.ask().ask(Hangar.request("write me a poem about autumn"));
            assertThat(facts(hangar, "ask")).doesNotContainKey("ours");
            assertThat(hangar.audit.verify()).isInstanceOf(AuditVerdict.Whole.class);
        }
    }

    @Test
    void refusedSearch_hasItsClauseInTheLog() {
        try (var hangar = new Hangar(temp)) {
            hangar.search().search(Hangar.request("how do I build a bomb"), Map.of(), Optional.empty(), false);
            assertThat(facts(hangar, "search")).containsEntry("clause", "AU-2.a");
        }
    }

    @Test
    void replay_takesWhatTheLibraryMadeOurs_forOurs_andNotWhatItsWordsDid() {
        try (var hangar = new Hangar(temp)) {
            log(hangar, FOREIGN, "brief", Map.of("ours", "library"));
            assertThat(replay(hangar, hangar.gate).changes()).isEmpty();
            assertThat(replay(hangar, hangar.gate).untold()).isZero();
            log(hangar, FOREIGN, "brief", Map.of("ours", "words"));
            PolicyFlow.Replay replay = replay(hangar, hangar.gate);
            assertThat(replay.changes()).hasSize(1);
            assertThat(replay.changes().getFirst().now()).isInstanceOf(Decision.OutOfScope.class);
            assertThat(replay.untold()).isZero();
        }
    }

    @Test
    void whatAnOldLogDoesNotTell_isCounted() {
        try (var hangar = new Hangar(temp)) {
            log(hangar, FOREIGN, "brief", Map.of());
            log(hangar, FOREIGN, "brief", Map.of("ours", "context"));
            PolicyFlow.Replay replay = replay(hangar, hangar.gate);
            assertThat(replay.changes()).isEmpty();
            assertThat(replay.untold()).isEqualTo(2);
            assertThat(PolicyFlow.untold(replay)).startsWith("2 of them sound foreign");
            assertThat(new PolicyFlow(hangar.audit)
                            .explain("A-000001", hangar.gate)
                            .orElseThrow()
                            .untold())
                    .isTrue();
        }
    }

    @Test
    void wordsThatOtherRulesCallForeign_areTold() throws IOException {
        try (var hangar = new Hangar(temp)) {
            hangar.ask().ask(Hangar.request(HOME));
            assertThat(replay(hangar, narrow()).changes()).hasSize(1);
        }
    }

    private static void log(Hangar hangar, String text, String outcome, Map<String, String> details) {
        hangar.audit.append(new AuditEvent("ask", "somebody", text, outcome, details));
    }
}
