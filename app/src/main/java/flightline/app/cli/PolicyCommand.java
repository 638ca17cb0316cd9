package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.flow.Request;
import flightline.policy.AcceptableUse;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "policy", description = "The acceptable-use rules: policy check \"TEXT\", policy show.")
final class PolicyCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    PolicyCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() {
        throw new BadRequest("say what: policy check \"TEXT\", or policy show");
    }

    @Command(name = "check", description = "Says how a request would be judged, without answering it.")
    int check(
            @Parameters(arity = "0..1", paramLabel = "TEXT") @Nullable String text,
            @Option(names = "--batch", paramLabel = "FILE") @Nullable Path batch) {
        var gate = new Gate(AcceptableUse.shipped());
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
                    r -> json(r.id(), gate.decide(r.text(), r.asker()), gate.policyVersion()),
                    outside.out(),
                    ProgressLine.of(outside, common, "requests"));
        }
        if (text == null || text.isBlank()) throw new BadRequest("give a TEXT in quotation marks, or --batch FILE");
        Decision decision = gate.decide(text, asker);
        ObjectNode json = json("1", decision, gate.policyVersion());
        if (common.json()) outside.out().println(json.toPrettyString());
        else
            outside.out()
                    .println(json.path("decision").asText()
                            + (json.path("clause").asText().isEmpty()
                                    ? ""
                                    : " under " + json.path("clause").asText())
                            + (json.path("why").asText().isEmpty()
                                    ? ""
                                    : ": " + json.path("why").asText()));
        return decision instanceof Decision.Allowed ? Exit.DONE : Exit.REFUSED;
    }

    @Command(name = "show", description = "Shows the rules in force.")
    int show() {
        AcceptableUse use = AcceptableUse.shipped();
        var page = new Page(new Paint(outside.colour()), outside.width());
        page.line("Acceptable use, version " + use.version());
        use.clauses()
                .forEach(
                        c -> page.blank().line(c.clause() + "  " + c.category()).paragraph("  ", c.why(), ""));
        outside.out().print(page);
        return Exit.DONE;
    }

    private static ObjectNode json(String id, Decision decision, String version) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        switch (decision) {
            case Decision.Allowed(var scope) ->
                node.put("decision", "allow")
                        .put("clause", "")
                        .put("category", "")
                        .put("exception", "")
                        .put("why", "");
            case Decision.Refused(var clause, var category, var why) ->
                node.put("decision", "refuse")
                        .put("clause", clause)
                        .put("category", category)
                        .put("exception", "")
                        .put("why", why);
            case Decision.OutOfScope(var why) ->
                node.put("decision", "out-of-scope")
                        .put("clause", "")
                        .put("category", "")
                        .put("exception", "")
                        .put("why", why);
        }
        return node.put("policyVersion", version);
    }
}
