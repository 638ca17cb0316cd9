package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.Caller;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.audit.AuditTrouble;
import flightline.flow.Turns;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The tools as the protocol's library takes them: who may, what is wrong with a call, what a call gives. */
final class Tools {
    private final Wiring wiring;
    private final Supplier<LocalDate> today;
    private final Consumer<Throwable> faults;

    Tools(Wiring wiring, Supplier<LocalDate> today, Consumer<Throwable> faults) {
        this.wiring = wiring;
        this.today = today;
        this.faults = faults;
    }

    List<SyncToolSpecification> all() {
        var answers = new AnswerTools(wiring, today);
        return Stream.of(
                        answers.all(),
                        List.of(new FleetTool(wiring, answers::read).tool()),
                        new LibraryTools(wiring, today).all())
                .flatMap(List::stream)
                .map(this::specified)
                .toList();
    }

    private SyncToolSpecification specified(Tool tool) {
        var annotations = McpSchema.ToolAnnotations.builder()
                .title(tool.title())
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build();
        var described = McpSchema.Tool.builder(tool.name(), Wire.map(tool.takes()))
                .title(tool.title())
                .description(tool.description() + " " + Quoted.RULE)
                .outputSchema(Wire.map(tool.gives()))
                .annotations(annotations)
                .build();
        return new SyncToolSpecification(described, (context, call) -> called(tool, context, call));
    }

    private CallToolResult called(Tool tool, McpTransportContext context, CallToolRequest call) {
        Caller caller = caller(context);
        try {
            Optional<String> refusal = caller.refusal(tool.act(), wiring.door());
            if (refusal.isPresent()) return refused(refusal.get());
            Map<String, Object> given = call.arguments() == null ? Map.of() : call.arguments();
            JsonNode arguments = Wire.node(given);
            known(tool, arguments);
            Tool.Found found = tool.work().on(arguments, caller.principal());
            return CallToolResult.builder()
                    .structuredContent(Wire.map(found.json()))
                    .addTextContent(found.text())
                    .isError(false)
                    .build();
        } catch (BadRequest bad) {
            return wrong(tool.name() + ": " + bad.getMessage());
        } catch (Turns.Crowded crowded) {
            return wrong(tool.name() + ": " + crowded.getMessage());
        } catch (AuditTrouble trouble) {
            return wrong(tool.name() + ": " + trouble.getMessage());
        } catch (RuntimeException fault) {
            faults.accept(fault);
            return wrong(tool.name() + ": a fault of ours; the server's own output says more");
        }
    }

    static Caller caller(McpTransportContext context) {
        if (context.get(Desk.ASKER) instanceof Caller caller) return caller;
        throw new IllegalStateException("nobody was named for a message");
    }

    private static void known(Tool tool, JsonNode arguments) {
        JsonNode takes = tool.takes().path("properties");
        var names = new TreeSet<String>();
        takes.fieldNames().forEachRemaining(names::add);
        arguments.properties().forEach(given -> {
            if (!names.contains(given.getKey()))
                throw new BadRequest("takes " + names + ", got " + Quoted.name(given.getKey()));
            String type = takes.path(given.getKey()).path("type").asText();
            JsonNode value = given.getValue();
            boolean fits = value.isNull()
                    || switch (type) {
                        case "integer" -> value.isIntegralNumber();
                        case "boolean" -> value.isBoolean();
                        case "object" -> value.isObject();
                        default -> value.isTextual();
                    };
            if (!fits)
                throw new BadRequest("'" + given.getKey() + "' must be of type " + type + ", got "
                        + value.getNodeType().toString().toLowerCase(java.util.Locale.ROOT));
        });
    }

    /** By the asker's role; what the gate refuses is an answer of the tool. */
    private static CallToolResult refused(String why) {
        ObjectNode node =
                JsonNodeFactory.instance.objectNode().put("outcome", "refused").put("why", why);
        return CallToolResult.builder()
                .structuredContent(Wire.map(node))
                .addTextContent("Refused: " + Quoted.line(why))
                .isError(true)
                .build();
    }

    private static CallToolResult wrong(String message) {
        return CallToolResult.builder().addTextContent(message).isError(true).build();
    }
}
