package flightline.app.mcp;

import flightline.app.identity.Caller;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.corpus.HeldDocument;
import flightline.corpus.SafetyText;
import flightline.flow.ShowFlow;
import flightline.policy.Act;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ListResourcesResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.util.McpUriTemplateManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Documents as resources: those that the asker may see, read by their address or by that of a place in them. */
final class Shelf {
    private static final int PAGE = 100;
    /** Characters that are read at once; the address of what follows stands behind them. */
    private static final int READ = 20_000;

    private static final String TEXT = "text/plain";

    private final Wiring wiring;
    private final Supplier<LocalDate> today;

    Shelf(Wiring wiring, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.today = today;
    }

    ResourceTemplate template() {
        return ResourceTemplate.builder(Places.TEMPLATE, "document")
                .title("A document of the library, or a place in it")
                .description("Without a revision the one in force; the place is START-END, as citations name it. "
                        + Quoted.RULE)
                .mimeType(TEXT)
                .build();
    }

    /** Throws {@link McpError} where the asker's role does not allow it or the cursor is none of ours. */
    ListResourcesResult list(Caller asker, Optional<String> cursor) {
        refuse(asker);
        LocalDate day = today.get();
        List<HeldDocument> held = wiring.library().list(asker.principal());
        List<HeldDocument> page;
        try {
            page = after(held, cursor.orElse(""), PAGE);
        } catch (BadRequest none) {
            throw McpError.builder(ErrorCodes.INVALID_PARAMS)
                    .message(String.valueOf(none.getMessage()))
                    .build();
        }
        var resources = new ArrayList<Resource>();
        for (HeldDocument one : page) resources.add(resource(one, day));
        boolean more = !page.isEmpty() && !page.getLast().equals(held.getLast());
        var list = ListResourcesResult.builder(resources);
        if (more) list.nextCursor(page.getLast().key());
        return list.build();
    }

    private static Resource resource(HeldDocument held, LocalDate day) {
        var header = held.header();
        String revision = header.revision().exact();
        return Resource.builder(Places.of(header.id().value(), revision), (header.id() + " " + revision).strip())
                .title(Quoted.line(header.title()))
                .description(held.standing(day))
                .mimeType(TEXT)
                .build();
    }

    /** At most so many behind the one with that key; throws {@link BadRequest} where none has it. */
    static List<HeldDocument> after(List<HeldDocument> held, String key, int most) {
        int from = 0;
        if (!key.isEmpty()) {
            while (from < held.size() && !held.get(from).key().equals(key)) from++;
            if (from++ == held.size())
                throw new BadRequest("no document is held, or may be seen, under " + Quoted.name(key)
                        + " any more; begin without it");
        }
        return held.subList(from, Math.min(held.size(), from + most));
    }

    ReadResourceResult read(McpTransportContext context, ReadResourceRequest request) {
        Caller asker = Tools.caller(context);
        refuse(asker);
        Places.Place place;
        try {
            place = Places.read(request.uri());
        } catch (BadRequest wrong) {
            throw McpError.builder(ErrorCodes.INVALID_PARAMS)
                    .message(String.valueOf(wrong.getMessage()))
                    .build();
        }
        LocalDate day = today.get();
        int start = place.start().orElse(0);
        int most = place.end().isPresent() ? Math.min(READ, place.end().getAsInt() - start) : READ;
        ShowFlow.Shown shown = wiring.show()
                .from(place.document(), place.revision(), start, Math.max(0, most), day, asker.principal())
                .orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(request.uri()));
        return ReadResourceResult.builder(
                        List.of(McpSchema.TextResourceContents.builder(request.uri(), text(shown, day))
                                .mimeType(TEXT)
                                .build()))
                .build();
    }

    private static String text(ShowFlow.Shown shown, LocalDate day) {
        var header = shown.document().header();
        String revision = header.revision().exact();
        String address = Places.of(header.id().value(), revision);
        var text = new StringBuilder(address + "#" + shown.start() + "-" + shown.end() + " "
                + Quoted.name(header.title()) + ", "
                + (shown.document().inForceOn(day)
                        ? Quoted.line(shown.document().standing(day))
                        : "NOT IN FORCE: " + Quoted.line(shown.document().standing(day)))
                + "\n" + Quoted.RULE + "\n");
        for (SafetyText one : HeldJson.warnings(shown))
            text.append("\n").append(one.kind()).append(":\n").append(Quoted.text(one.text()));
        text.append("\n").append(Quoted.text(shown.text()));
        if (!shown.after().isEmpty())
            text.append("\nIt goes on: ")
                    .append(address)
                    .append("#")
                    .append(shown.end())
                    .append("-")
                    .append(shown.end() + READ)
                    .append("\n");
        return text.toString();
    }

    private void refuse(Caller asker) {
        asker.refusal(Act.SHOW, wiring.door()).ifPresent(why -> {
            throw McpError.builder(ErrorCodes.INVALID_REQUEST)
                    .message("refused: " + Quoted.line(why))
                    .build();
        });
    }

    /** Which addresses belong to the template: all of ours, {@link Places} reads what stands in them. */
    record Templates(String template) implements McpUriTemplateManager {
        @Override
        public List<String> getVariableNames() {
            return List.of("document", "revision", "place");
        }

        @Override
        public Map<String, String> extractVariableValues(String address) {
            return Map.of();
        }

        @Override
        public boolean matches(String address) {
            return Places.isAddress(address);
        }

        @Override
        public boolean isUriTemplate(String address) {
            return address.equals(Places.TEMPLATE);
        }
    }
}
