package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.ModelBook.Entry;
import flightline.archive.ModelBook.Held;
import flightline.flow.ModelFlow.Verified;
import java.util.List;
import java.util.Locale;

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
}
