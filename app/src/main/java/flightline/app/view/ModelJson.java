package flightline.app.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.ModelBook.Entry;
import flightline.archive.ModelBook.Held;
import flightline.flow.ModelFlow;
import flightline.flow.ModelFlow.Verified;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The models that are held. */
public final class ModelJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelJson() {}

    public static ObjectNode of(Held held) {
        ObjectNode node = JSON.objectNode();
        ArrayNode list = node.putArray("models");
        held.models().forEach(entry -> list.add(of(entry)));
        if (held.writing().isPresent())
            node.put("inService", held.writing().get().name());
        else node.putNull("inService");
        return node;
    }

    public static ObjectNode of(Entry entry) {
        return JSON.objectNode()
                .put("name", entry.name())
                .put("file", entry.file())
                .put("sha256", entry.sha256())
                .put("bytes", entry.bytes())
                .put("title", entry.title())
                .put("architecture", entry.architecture())
                .put("quantisation", entry.quantisation())
                .put("contextTokens", entry.contextTokens())
                .put("licence", entry.licence())
                .put("licenceSha256", entry.licenceSha256())
                .put("acceptedBy", entry.acceptedBy())
                .put("added", entry.added())
                .put("source", entry.source())
                .put("policyVersion", entry.policyVersion())
                .put("signed", !entry.signature().isEmpty());
    }

    /** What became of a change. */
    public static ObjectNode of(ModelFlow.Outcome outcome) {
        return switch (outcome) {
            case ModelFlow.Outcome.Added(var entry, var replaced) -> {
                ObjectNode node = of(entry).put("outcome", "added");
                replaced.ifPresent(gone -> node.set("replaced", of(gone)));
                yield node;
            }
            case ModelFlow.Outcome.AlreadyHeld(var entry) -> of(entry).put("outcome", "already-held");
            case ModelFlow.Outcome.InService(var entry, var before, var passedOver) ->
                changed(of(entry).put("outcome", "in-service"), before, passedOver);
            case ModelFlow.Outcome.NoneInService(var before, var passedOver) ->
                changed(JSON.objectNode().put("outcome", "none-in-service"), before, passedOver);
            case ModelFlow.Outcome.Removed(var entry, var gone) -> {
                ObjectNode node = of(entry).put("outcome", "removed");
                node.set("removed", of(gone));
                yield node;
            }
            case ModelFlow.Outcome.LicenceToAccept(var licence) ->
                JSON.objectNode().put("outcome", "licence-to-accept").put("why", licence);
            case ModelFlow.Outcome.Unsound(var why) ->
                JSON.objectNode().put("outcome", "unsound").put("why", why);
            case ModelFlow.Outcome.Refused(var why) ->
                JSON.objectNode().put("outcome", "refused").put("why", why);
            case ModelFlow.Outcome.Unknown(var name) ->
                JSON.objectNode().put("outcome", "unknown").put("why", "no model '" + name + "' is held");
        };
    }

    private static ObjectNode changed(ObjectNode node, Optional<String> before, List<String> passedOver) {
        if (before.isPresent()) node.put("before", before.get());
        else node.putNull("before");
        passedOver.forEach(node.putArray("passedOver")::add);
        return node;
    }

    private static ObjectNode of(ModelFlow.Gone gone) {
        ObjectNode node = JSON.objectNode().put("sha256", gone.sha256()).put("wrote", gone.wrote());
        return gone.now().isPresent() ? node.put("inService", gone.now().get()) : node.putNull("inService");
    }

    public static ObjectNode of(List<Verified> verified) {
        ObjectNode node = JSON.objectNode();
        ArrayNode list = node.putArray("models");
        for (Verified one : verified)
            list.addObject()
                    .put("name", one.entry().name())
                    .put("file", one.entry().file())
                    .put(
                            "standing",
                            one.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return node;
    }

    /** The same for somebody at another machine: of a file its name, not where it lies. */
    public static ObjectNode withoutPlaces(ObjectNode node) {
        shorten(node);
        for (String list : List.of("models", "adapters"))
            for (JsonNode one : node.path(list)) if (one instanceof ObjectNode each) shorten(each);
        return node;
    }

    private static void shorten(ObjectNode node) {
        for (String field : List.of("file", "source")) {
            String place = node.path(field).asText();
            if (place.startsWith("/") || place.contains("\\"))
                node.put(field, place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1));
        }
    }
}
