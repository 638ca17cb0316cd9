package flightline.flow;

import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.PolicyTrial;
import flightline.policy.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks back at what was decided: why, and what other rules would have decided. Answers nothing and changes nothing. */
public final class PolicyFlow {
    private static final String FLEET = "fleet";

    private static final Set<String> REQUESTS = Set.of("ask", "diagnose", "search", "session", FLEET);
    private static final Set<String> DECISIONS = Set.of("refused", "out-of-scope");

    private final AuditLog audit;

    public PolicyFlow(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * A request as it was judged then and is judged now.
     *
     * @param then {@code allow}, {@code refuse} or {@code out-of-scope}
     * @param clause that it was refused under then, empty where it was not
     * @param untold whether it sounds foreign now, and the log does not keep what made it ours; then {@code now} takes it for ours still
     */
    public record Judged(AuditEntry entry, String then, String clause, Decision now, boolean untold) {
        public boolean changed() {
            boolean otherClause = now instanceof Decision.Refused(var other, var category, var why)
                    && !clause.isEmpty()
                    && !other.equals(clause);
            return otherClause || !then.equals(word(now));
        }

        /** What made it ours where it was let through: {@code words}, {@code context}, {@code library} or {@code records}; empty where the log does not say. */
        public String ours() {
            return Ours.of(entry.event()).map(Ours::word).orElse("");
        }
    }

    /**
     * What became of the requests of a span of time.
     *
     * @param requests how many were judged anew
     * @param untold how many of them sound foreign now and were let through for a reason that the log does not keep; they count as unchanged
     * @param changes those decided otherwise, in the order of the log
     */
    public record Replay(int requests, int untold, List<Judged> changes) {
        public Replay {
            changes = List.copyOf(changes);
        }
    }

    /** {@code allow}, {@code refuse} or {@code out-of-scope}. */
    public static String word(Decision decision) {
        return PolicyTrial.word(decision);
    }

    /** The request of that entry, for example {@code A-000042}; empty where no request has that number. */
    public Optional<Judged> explain(String id, Gate gate) {
        var found = new ArrayList<AuditEntry>();
        audit.read(entry -> {
            if (entry.id().equals(id) && isRequest(entry)) found.add(entry);
        });
        return found.stream().findFirst().map(entry -> judged(entry, gate));
    }

    /** Puts the requests from the first moment until before the second to other rules. */
    public Replay replay(Instant from, Instant until, Gate gate, Principal asker) {
        return replay(from, until, gate, asker, Progress.SILENT);
    }

    /** @param progress told of each request, of how many is not known; what it throws ends all, and nothing is logged */
    public Replay replay(Instant from, Instant until, Gate gate, Principal asker, Progress progress) {
        var changes = new ArrayList<Judged>();
        var count = new int[1];
        var untold = new int[1];
        audit.read(entry -> {
            if (!isRequest(entry)
                    || entry.time().isBefore(from)
                    || !entry.time().isBefore(until)) return;
            count[0]++;
            progress.at(count[0], 0, entry.id());
            Judged judged = judged(entry, gate);
            if (judged.untold()) untold[0]++;
            if (judged.changed()) changes.add(judged);
        });
        audit.append(new AuditEvent(
                "policy",
                asker.name(),
                "replay",
                "done",
                Map.of(
                        "requests", Integer.toString(count[0]),
                        "changes", Integer.toString(changes.size()),
                        "untold", Integer.toString(untold[0]),
                        "policy", gate.policyVersion())));
        return new Replay(count[0], untold[0], changes);
    }

    /** In words, what {@link Replay#untold} counts; empty where that is none. */
    public static String untold(Replay replay) {
        if (replay.untold() == 0) return "";
        return replay.untold() == 1
                ? "1 of them sounds foreign to these rules; the log does not keep what made it ours, so it counts as unchanged."
                : replay.untold()
                        + " of them sound foreign to these rules; the log does not keep what made them ours, so they count as unchanged.";
    }

    private static boolean isRequest(AuditEntry entry) {
        return REQUESTS.contains(entry.event().kind());
    }

    private static Judged judged(AuditEntry entry, Gate gate) {
        AuditEvent event = entry.event();
        String then = !DECISIONS.contains(event.outcome())
                ? "allow"
                : event.outcome().equals("refused") ? "refuse" : "out-of-scope";
        String clause = event.details().getOrDefault("clause", "");
        Decision now = gate.decide(event.subject(), asker(event));
        if (!then.equals("allow") || !(now instanceof Decision.OutOfScope))
            return new Judged(entry, then, clause, now, false);
        // What was let through because the records know its words, or the library speaks of it, is judged so again.
        Optional<Ours> ours = Ours.of(event);
        Decision known = switch (ours.orElse(event.kind().equals(FLEET) ? Ours.RECORDS : Ours.LIBRARY)) {
            case WORDS -> now;
            case RECORDS -> gate.decideOverRecords(event.subject(), asker(event));
            case LIBRARY, CONTEXT -> gate.decideOverLibrary(event.subject(), asker(event));
        };
        boolean kept = ours.isPresent() && ours.get() != Ours.CONTEXT;
        return new Judged(entry, then, clause, known, !kept && known instanceof Decision.Allowed);
    }

    /** As far as the log tells who asked: the organisation decides about exceptions, and it is written down where it is not civil. */
    private static Principal asker(AuditEvent event) {
        String[] parts = event.details().getOrDefault("organisation", "civil").split(" ", 2);
        Principal local = Principal.localUser();
        return new Principal(
                event.who(),
                new Principal.Organisation("", parts[0], parts.length > 1 ? parts[1] : ""),
                local.roles(),
                local.clearances(),
                "",
                "");
    }
}
