package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.PolicyJson;
import flightline.app.wiring.Wiring;
import flightline.flow.PolicyBooks;
import flightline.flow.PolicyFlow;
import flightline.flow.Request;
import flightline.policy.AcceptableUse;
import flightline.policy.Act;
import flightline.policy.Announced;
import flightline.policy.Decision;
import flightline.policy.Exemption;
import flightline.policy.Gate;
import flightline.policy.PolicyCases;
import flightline.policy.Principal;
import flightline.policy.Rulebook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "policy",
        description = "The acceptable-use rules: policy check, show, explain, replay, test, copy, sign, install,"
                + " rollback.")
final class PolicyCommand implements Callable<Integer> {
    /** Days that are replayed where nothing is said. */
    private static final int MONTH = 31;

    private final Outside outside;
    private final CommonOptions common;

    PolicyCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() {
        throw new BadRequest(
                "say what: policy check \"TEXT\", show, explain ENTRY, replay, test, copy, sign, install, or"
                        + " rollback");
    }

    private static Gate gate(Wiring wiring, @Nullable Path rules) throws Exception {
        if (rules == null) return wiring.gate();
        return wiring.gate(
                Files.isDirectory(rules)
                        ? wiring.policyInstalling().trial(rules)
                        : wiring.rulebook().recognising(AcceptableUse.read(rules)));
    }

    @Command(name = "check", description = "Says how a request would be judged, without answering it.")
    int check(
            @Parameters(arity = "0..1", paramLabel = "TEXT") @Nullable String text,
            @Option(names = "--batch", paramLabel = "FILE") @Nullable Path batch,
            @Option(
                            names = "--rules",
                            paramLabel = "PATH",
                            description =
                                    "Rules that are not in force: a bundle's folder, or a file that recognises otherwise.")
                    @Nullable
                    Path rules)
            throws Exception {
        try (Wiring wiring = common.wire(outside, Act.ASK)) {
            return check(text, batch, gate(wiring, rules));
        }
    }

    private int check(@Nullable String text, @Nullable Path batch, Gate gate) {
        Principal asker = common.asker();
        if (batch != null) {
            var defaults = new Request(
                    "1",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    LocalDate.now(outside.clock()),
                    5,
                    Set.of(),
                    asker);
            return Batch.run(
                    batch,
                    defaults,
                    // Judging answers nothing; the gate says itself where no role may ask.
                    r -> Optional.empty(),
                    (row, r) -> PolicyJson.of(r.id(), gate.decide(r.text(), r.asker()), gate.policyVersion()),
                    outside.out(),
                    ProgressLine.of(outside, common, "requests"));
        }
        if (text == null || text.isBlank()) throw new BadRequest("give a TEXT in quotation marks, or --batch FILE");
        Decision decision = gate.decide(text, asker);
        outside.out()
                .println(
                        common.json()
                                ? PolicyJson.of("1", decision, gate.policyVersion())
                                        .toPrettyString()
                                : line(decision));
        return decision instanceof Decision.Allowed ? Exit.DONE : Exit.REFUSED;
    }

    @Command(name = "show", description = "Shows the rules in force, and the exceptions.")
    int show() throws Exception {
        try (Wiring wiring = common.wireExisting(outside, Act.ASK)) {
            return show(wiring.rulebook(), wiring.inForce(), wiring.settings().today());
        }
    }

    private int show(Rulebook rules, PolicyBooks.InForce inForce, LocalDate today) {
        if (common.json()) {
            outside.out().println(PolicyJson.of(rules, inForce).toPrettyString());
            return Exit.DONE;
        }
        var page = new Page(new Paint(outside.colour()), outside.width());
        page.line("Acceptable use, version " + rules.version() + " of "
                + inForce.bundle().about().date() + ", " + inForce.source());
        page.line("Signature: " + inForce.signature() + "; SHA-256 of bundle.json "
                + inForce.bundle().hash().hex());
        rules.recognition()
                .clauses()
                .forEach(
                        c -> page.blank().line(c.clause() + "  " + c.category()).paragraph("  ", c.why(), ""));
        page.blank().line("Exceptions");
        for (Announced a : rules.announced())
            page.blank()
                    .line(a.id() + "  from " + a.clause() + "  for " + a.who())
                    .paragraph("  ", a.why(), "")
                    .line("  until " + a.until() + ", granted by " + a.grantedBy());
        for (Exemption e : rules.granted())
            page.blank()
                    .line(e.id() + "  from " + String.join(", ", e.clauses()) + "  for " + PolicyJson.whom(e))
                    .paragraph("  ", e.why(), "")
                    .line("  until " + e.until() + (e.over(today) ? ", which is over" : "") + ", granted by "
                            + e.grantedBy());
        outside.out().print(page);
        return Exit.DONE;
    }

    @Command(
            name = "explain",
            description = "Says how the request of an audit entry was judged, and how it would be now.")
    int explain(@Parameters(paramLabel = "ENTRY", description = "For example A-000042.") String entry)
            throws Exception {
        try (Wiring wiring = common.wireExisting(outside, Act.POLICY_LOOK_BACK)) {
            PolicyFlow.Judged judged = wiring.policy()
                    .explain(entry, wiring.gate())
                    .orElseThrow(() -> new BadRequest("no request has the audit entry '" + entry + "'"));
            if (common.json()) outside.out().println(PolicyJson.of(judged).toPrettyString());
            else {
                var page = new Page(new Paint(outside.colour()), outside.width());
                page.line(judged.entry().id() + "  " + judged.entry().time() + "  "
                        + judged.entry().event().who());
                page.paragraph("  ", judged.entry().event().subject(), "");
                page.line("then: " + judged.then() + (judged.clause().isEmpty() ? "" : " under " + judged.clause())
                        + (judged.ours().isEmpty() ? "" : ", ours by " + judged.ours())
                        + ", rules " + judged.entry().event().details().getOrDefault("policy", "unknown"));
                page.line("now:  " + line(judged.now()) + ", rules "
                        + wiring.gate().policyVersion());
                outside.out().print(page);
            }
            return Exit.DONE;
        }
    }

    @Command(
            name = "replay",
            description = "Puts past requests to rules that are not in force yet, and shows what would change.")
    int replay(
            @Option(
                            names = "--rules",
                            paramLabel = "PATH",
                            description =
                                    "The rules: a bundle's folder, or a file that recognises otherwise (default: those in force).")
                    @Nullable
                    Path rules,
            @Option(names = "--since", paramLabel = "DATE", description = "From this day on (default: a month ago).")
                    @Nullable
                    LocalDate since,
            @Option(names = "--until", paramLabel = "DATE", description = "Up to and with this day (default: today).")
                    @Nullable
                    LocalDate until)
            throws Exception {
        LocalDate today = LocalDate.ofInstant(outside.clock().instant(), ZoneOffset.UTC);
        LocalDate first = since == null ? today.minusDays(MONTH) : since;
        LocalDate last = until == null ? today : until;
        if (last.isBefore(first)) throw new BadRequest("--until " + last + " is before --since " + first);
        Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        try (Wiring wiring = common.wireExisting(outside, Act.POLICY_LOOK_BACK)) {
            Gate gate = gate(wiring, rules);
            PolicyFlow.Replay replay = wiring.policy().replay(from, to, gate, common.asker());
            if (common.json())
                outside.out()
                        .println(PolicyJson.of(replay, gate.policyVersion()).toPrettyString());
            else outside.out().print(page(replay, gate));
            return Exit.DONE;
        }
    }

    private Page page(PolicyFlow.Replay replay, Gate gate) {
        var page = new Page(new Paint(outside.colour()), outside.width());
        page.line(replay.requests() + " requests put to rules " + gate.policyVersion() + ": "
                + replay.changes().size() + " would be decided otherwise");
        if (replay.untold() > 0) page.paragraph("  ", PolicyFlow.untold(replay), "");
        if (replay.changes().isEmpty()) return page;
        var rows = new ArrayList<List<String>>();
        for (PolicyFlow.Judged one : replay.changes())
            rows.add(List.of(
                    one.entry().id(),
                    (one.then() + " " + one.clause()).strip(),
                    PolicyFlow.word(one.now())
                            + (one.now() instanceof Decision.Refused(var clause, var category, var why)
                                    ? " " + clause
                                    : ""),
                    one.entry().event().subject()));
        return page.table(List.of("Entry", "Then", "Now", "Request"), rows);
    }

    @Command(name = "test", description = "Tries the rules on what they must decide; exit code 6 where they do not.")
    int test(
            @Option(
                            names = "--rules",
                            paramLabel = "PATH",
                            description =
                                    "The rules: a bundle's folder, or a file that recognises otherwise (default: those in force).")
                    @Nullable
                    Path rules,
            @Option(
                            names = "--cases",
                            paramLabel = "FILE",
                            description = "What they must decide (default: as shipped).")
                    @Nullable
                    Path file)
            throws Exception {
        PolicyCases cases = file == null ? PolicyCases.shipped() : PolicyCases.read(file);
        try (Wiring wiring = common.wire(outside, Act.ASK)) {
            return test(cases, gate(wiring, rules));
        }
    }

    private int test(PolicyCases cases, Gate gate) {
        ObjectNode tried = PolicyJson.tried(cases, gate, common.asker());
        var wrong = new ArrayList<List<String>>();
        for (JsonNode one : tried.path("wrong"))
            wrong.add(List.of(
                    (one.path("expected").asText() + " "
                                    + one.path("expectedClause").asText())
                            .strip(),
                    (one.path("decision").asText() + " " + one.path("clause").asText()).strip(),
                    one.path("text").asText()));
        if (common.json()) outside.out().println(tried.toPrettyString());
        else {
            var page = new Page(new Paint(outside.colour()), outside.width());
            page.line(cases.size() + " cases put to rules " + gate.policyVersion() + ", " + wrong.size()
                    + " decided otherwise");
            outside.out().print(wrong.isEmpty() ? page : page.table(List.of("Expected", "Decided", "Request"), wrong));
        }
        return wrong.isEmpty() ? Exit.DONE : Exit.NOT_VERIFIED;
    }

    private static String line(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(var scope) ->
                scope.exemption().isEmpty() ? "allow" : "allow by the exception " + scope.exemption();
            case Decision.Refused(var clause, var category, var why) -> "refuse under " + clause + ": " + why;
            case Decision.OutOfScope(var why) -> "out-of-scope: " + why;
        };
    }
}
