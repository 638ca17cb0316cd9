package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.flow.InstallPolicyFlow;
import flightline.flow.PolicyBooks;
import flightline.flow.PolicyFlow;
import flightline.policy.Announced;
import flightline.policy.Decision;
import flightline.policy.Exemption;
import flightline.policy.Gate;
import flightline.policy.PolicyCases;
import flightline.policy.PolicyTrial;
import flightline.policy.Principal;
import flightline.policy.Rulebook;
import java.util.List;

/** Decisions of the gate, and the rules that it follows. */
public final class PolicyJson {
    private PolicyJson() {}

    public static ObjectNode of(String id, Decision decision, String version) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id).put("decision", PolicyFlow.word(decision));
        switch (decision) {
            case Decision.Allowed(var scope) ->
                node.put("clause", "")
                        .put("category", "")
                        .put("exception", scope.exemption())
                        .put("why", "");
            case Decision.Refused(var clause, var category, var why) ->
                node.put("clause", clause)
                        .put("category", category)
                        .put("exception", "")
                        .put("why", why);
            case Decision.OutOfScope(var why) ->
                node.put("clause", "").put("category", "").put("exception", "").put("why", why);
        }
        return node.put("policyVersion", version);
    }

    public static ObjectNode of(PolicyFlow.Judged judged) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("entry", judged.entry().id()).put("time", judged.entry().time().toString());
        node.put("who", judged.entry().event().who())
                .put("text", judged.entry().event().subject());
        node.putObject("then")
                .put("decision", judged.then())
                .put("clause", judged.clause())
                .put("ours", judged.ours())
                .put("policyVersion", judged.entry().event().details().getOrDefault("policy", ""));
        node.set("now", of(judged.entry().id(), judged.now(), ""));
        return node.put("untold", judged.untold());
    }

    /** @param version of the rules that the requests were put to */
    public static ObjectNode of(PolicyFlow.Replay replay, String version) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("requests", replay.requests()).put("untold", replay.untold()).put("policyVersion", version);
        ArrayNode changes = node.putArray("changes");
        replay.changes().forEach(c -> changes.add(of(c)));
        return node;
    }

    /** The rules in force, and the exceptions. */
    public static ObjectNode of(Rulebook rules, PolicyBooks.InForce inForce) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("version", rules.version())
                .put("date", String.valueOf(inForce.bundle().about().date()))
                .put("source", String.valueOf(inForce.source()))
                .put("signature", String.valueOf(inForce.signature()))
                .put("sha256", inForce.bundle().hash().hex());
        ArrayNode clauses = node.putArray("clauses");
        rules.recognition()
                .clauses()
                .forEach(c -> clauses.addObject()
                        .put("clause", c.clause())
                        .put("category", c.category())
                        .put("why", c.why()));
        ArrayNode exceptions = node.putArray("exceptions");
        for (Announced a : rules.announced())
            exceptions
                    .addObject()
                    .put("id", a.id())
                    .put("from", String.valueOf(a.clause()))
                    .put("for", String.valueOf(a.who()))
                    .put("why", a.why())
                    .put("until", String.valueOf(a.until()))
                    .put("grantedBy", a.grantedBy());
        for (Exemption e : rules.granted())
            exceptions
                    .addObject()
                    .put("id", e.id())
                    .put("from", String.join(", ", e.clauses()))
                    .put("for", whom(e))
                    .put("why", e.why())
                    .put("until", String.valueOf(e.until()))
                    .put("grantedBy", e.grantedBy());
        return node;
    }

    /** What came of putting other rules in force. */
    public static ObjectNode of(InstallPolicyFlow.Outcome outcome) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (outcome) {
            case InstallPolicyFlow.Outcome.InForce(var version, var before, var signature) ->
                node.put("outcome", "in-force")
                        .put("policyVersion", version)
                        .put("before", before)
                        .put("signature", signature);
            case InstallPolicyFlow.Outcome.Faulty(var why) -> refused(node, why);
            case InstallPolicyFlow.Outcome.CasesFail(var why) -> refused(node, why);
        };
    }

    private static ObjectNode refused(ObjectNode node, List<String> why) {
        why.forEach(node.put("outcome", "refused").putArray("why")::add);
        return node;
    }

    /** For example {@code government of US: the navy}. */
    public static String whom(Exemption exemption) {
        return String.join(", ", exemption.kinds()) + " of " + String.join(", ", exemption.countries())
                + (exemption.organisations().isEmpty() ? "" : ": " + String.join(", ", exemption.organisations()));
    }

    /** Cases put to a gate; those decided otherwise than they must be are listed. */
    public static ObjectNode tried(PolicyCases cases, Gate gate, Principal asker) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("cases", cases.size()).put("policyVersion", gate.policyVersion());
        ArrayNode wrong = node.putArray("wrong");
        for (PolicyTrial.Miss miss : PolicyTrial.of(cases, gate, asker))
            wrong.addObject()
                    .put("text", miss.text())
                    .put("expected", miss.expected())
                    .put("expectedClause", miss.expectedClause())
                    .put("decision", miss.decision())
                    .put("clause", miss.clause());
        return node;
    }
}
