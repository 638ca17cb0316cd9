package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.FleetJson;
import flightline.app.wiring.Wiring;
import flightline.flow.Request;
import flightline.policy.Act;
import flightline.policy.Principal;

/** The tool for questions over all records. */
final class FleetTool {
    private static final int ROWS = 10;
    private static final int MOST = 100;

    private final Wiring wiring;
    private final Reading reading;

    /** Makes a request of a call's arguments. */
    interface Reading {
        Request of(JsonNode arguments, int top, Principal asker);
    }

    FleetTool(Wiring wiring, Reading reading) {
        this.wiring = wiring;
        this.reading = reading;
    }

    Tool tool() {
        return new Tool(
                "fleet",
                "Ask the records",
                "A question over all maintenance records that the asker may see: how many, which most, how often, since"
                        + " when, what recurs, what held. Outcome answered, not-enough-evidence (with questions that could be"
                        + " asked), refused or out-of-scope.",
                Act.FLEET,
                Schemas.taking()
                        .needs("question", "for example: which parts were removed most last year")
                        .text("on", "the day that 'last year' is reckoned from, 2026-03-01; today where absent")
                        .whole("top", "how many rows, " + ROWS + " where absent", 1, MOST)
                        .done(),
                Schemas.giving()
                        .gives("string", "id", "outcome", "audit")
                        .text("sentence", "the answer in words, for the outcome answered")
                        .text("why", "for every other outcome")
                        .done(),
                this::fleet);
    }

    private Tool.Found fleet(JsonNode arguments, Principal asker) {
        ObjectNode json = FleetJson.of(wiring.fleet().flow().ask(reading.of(arguments, ROWS, asker)));
        return new Tool.Found(json, told(json));
    }

    /** Names of parts and stations stand in records, so the sentence is as marked as any other words of theirs. */
    private static String told(ObjectNode json) {
        if (!json.path("outcome").asText().equals("answered"))
            return Told.marking(json) + json.path("outcome").asText() + ": "
                    + Quoted.line(json.path("why").asText());
        var text = new StringBuilder(Told.marking(json))
                .append(Quoted.text(json.path("sentence").asText()));
        for (JsonNode caveat : json.path("caveats")) text.append("\nMind: ").append(Quoted.line(caveat.asText()));
        return text.append("\n")
                .append(json.path("recordsInAll").asInt())
                .append(" records, log entry ")
                .append(json.path("audit").asText())
                .toString();
    }
}
