package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A part of the configuration, read strictly: what nobody knows, or is of the wrong kind, is named and not passed over. */
final class Section {
    private Section() {}

    static void known(String where, JsonNode node, Set<String> keys) {
        if (!node.isObject()) throw new BadRequest(where + ": must hold " + new TreeSet<>(keys));
        node.fieldNames().forEachRemaining(name -> {
            if (!keys.contains(name))
                throw new BadRequest(where + ": may hold " + new TreeSet<>(keys) + ", got '" + name + "'");
        });
    }

    static Optional<String> text(String where, JsonNode node, String name) {
        if (!node.hasNonNull(name)) return Optional.empty();
        if (!node.get(name).isValueNode())
            throw new BadRequest(where + ": " + name + " must be a word, got "
                    + node.get(name).getNodeType());
        return Optional.of(node.get(name).asText().strip()).filter(text -> !text.isEmpty());
    }

    static List<String> list(String where, JsonNode node, String name) {
        var all = new ArrayList<String>();
        if (!node.hasNonNull(name)) return all;
        if (!node.get(name).isArray())
            throw new BadRequest(where + ": " + name + " must be a list, got '"
                    + node.get(name).asText() + "'");
        for (JsonNode one : node.get(name)) {
            if (!one.isValueNode() || one.asText().isBlank())
                throw new BadRequest(where + ": " + name + " must be a list of words, got " + one);
            all.add(one.asText().strip());
        }
        return all;
    }

    /** From 0. */
    static int whole(String where, JsonNode node, String name, int otherwise, int most) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) return otherwise;
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.asInt() < 0 || value.asInt() > most)
            throw new BadRequest(
                    where + ": " + name + " must be a whole number 0.." + most + ", got '" + value.asText() + "'");
        return value.asInt();
    }
}
