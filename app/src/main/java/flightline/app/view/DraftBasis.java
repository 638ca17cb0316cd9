package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.corpus.RecordId;
import flightline.drafting.Diagnosis;
import flightline.flow.DraftOrder;
import flightline.flow.DraftOutcome;
import flightline.flow.Request;
import flightline.flow.SessionOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a paper follows from, read from an answer in the contract's shape. */
public final class DraftBasis {
    private static final String ASKED = "asked";
    /** Causes that a paper names. */
    private static final int CAUSES = 3;

    private DraftBasis() {}

    /** The answer with what was asked beside it. */
    public static ObjectNode asked(ObjectNode answer, Request request) {
        ObjectNode kept = answer.deepCopy();
        kept.putObject(ASKED)
                .put("aircraft", request.aircraft().orElse(""))
                .put("model", request.model().orElse(""))
                .put("serial", request.serial().orElse(""));
        return kept;
    }

    /** There is no diagnosis to draft from, for a reason that is an answer and no mistake of whoever asked. */
    public static final class NoDiagnosis extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient DraftOutcome outcome;

        private NoDiagnosis(DraftOutcome outcome, String why) {
            super(why);
            this.outcome = outcome;
        }

        /** What becomes of the paper. */
        public DraftOutcome outcome() {
            return outcome;
        }
    }

    /**
     * The answer where it is a diagnosis with something to go by. Throws {@link NoDiagnosis} where there was none to be had,
     * {@link BadRequest} where the answer is of another kind.
     */
    public static JsonNode diagnosed(JsonNode answer) {
        String why = text(answer, "why");
        String audit = text(answer, "audit");
        switch (text(answer, "outcome")) {
            case "brief" -> {
                if (answer.path("causes").isArray()) return answer;
            }
            case "refused" -> throw new NoDiagnosis(new DraftOutcome.Refused(text(answer, "clause"), why, audit), why);
            case "out-of-scope" -> throw new NoDiagnosis(new DraftOutcome.OutOfScope(why, audit), why);
            case "not-enough-evidence" -> throw new NoDiagnosis(new DraftOutcome.NotPossible(why), why);
            case "withheld" -> throw new NoDiagnosis(new DraftOutcome.Withheld(why, audit), why);
            default -> {
                // What was kept before is of no outcome that is known.
            }
        }
        throw new BadRequest("the answer is no diagnosis to draft from; diagnose a complaint first");
    }

    /**
     * @param answer one with its question beside it, or of a session
     * @param session what it is of, empty where of none
     */
    public static DraftOrder.Basis of(JsonNode answer, String session) {
        var findings = new ArrayList<Diagnosis.Finding>();
        for (JsonNode step : answer.path("session").path("steps"))
            findings.add(new Diagnosis.Finding(
                    text(step, "text"), text(step, "result"), text(step, "when"), text(step, "who")));
        var causes = new ArrayList<Diagnosis.Cause>();
        for (JsonNode cause : answer.path("causes"))
            if (causes.size() < CAUSES) causes.add(new Diagnosis.Cause(text(cause, "part"), text(cause, "condition")));
        JsonNode asked = answer.has(ASKED) ? answer.path(ASKED) : answer.path("session");
        var diagnosis = new Diagnosis(
                text(answer, "audit"),
                answer.path("complaint").isObject()
                        ? text(answer.path("complaint"), "text")
                        : text(answer.path("session"), "complaint"),
                text(asked, "aircraft"),
                text(asked, "model"),
                text(asked, "serial"),
                causes,
                findings);
        return new DraftOrder.Basis(
                diagnosis, text(answer.path("systems").path(0), "code"), leads(answer), records(answer), session);
    }

    /** What a paper about an aircraft itself rests on: no diagnosis, only which aircraft. */
    public static DraftOrder.Basis ofTail(Request asked) {
        return new DraftOrder.Basis(
                new Diagnosis(
                        "",
                        "",
                        asked.aircraft().orElse(""),
                        asked.model().orElse(""),
                        asked.serial().orElse(""),
                        List.of(),
                        List.of()),
                "",
                List.of(),
                List.of(),
                "");
    }

    /** What a session has come to; throws {@link NoDiagnosis} where it has none now, {@link BadRequest} where it is not to be had. */
    public static DraftOrder.Basis ofSession(SessionOutcome outcome, String id) {
        return switch (outcome) {
            case SessionOutcome.Stands stands -> of(SessionJson.of(stands), id);
            case SessionOutcome.Settled settled -> of(SessionJson.of(settled), id);
            case SessionOutcome.NoBrief(var none) -> of(diagnosed(AnswerJson.of(none)), id);
            case SessionOutcome.NotPossible(var why) -> throw new BadRequest(why);
        };
    }

    /** Those of checks first, then of causes and statements, then all others. */
    private static List<DraftOrder.Lead> leads(JsonNode answer) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (JsonNode citation : answer.path("citations")) byId.put(text(citation, "id"), citation);
        Set<String> order = new LinkedHashSet<>();
        for (JsonNode check : answer.path("checks")) check.path("citations").forEach(id -> order.add(id.asText()));
        for (JsonNode cause : answer.path("causes")) cause.path("evidence").forEach(id -> order.add(id.asText()));
        for (JsonNode said : answer.path("statements")) said.path("citations").forEach(id -> order.add(id.asText()));
        order.addAll(byId.keySet());
        var leads = new ArrayList<DraftOrder.Lead>();
        for (String id : order) {
            JsonNode citation = byId.get(id);
            // What a record says is no procedure, and stands in no document.
            if (citation != null && id.startsWith("c"))
                leads.add(new DraftOrder.Lead(
                        text(citation, "document"),
                        ExactRevision.of(citation),
                        citation.path("start").asInt(),
                        citation.path("end").asInt()));
        }
        return leads;
    }

    private static List<RecordId> records(JsonNode answer) {
        var records = new ArrayList<RecordId>();
        for (JsonNode past : answer.path("precedents"))
            if (!text(past, "record").isBlank()) records.add(new RecordId(text(past, "record")));
        return records;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }
}
