package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.flow.CheckFlow;
import flightline.policy.Principal;
import java.util.List;
import java.util.Set;

/** What the self-check found. */
public final class CheckJson {
    private CheckJson() {}

    /** Who keeps the system in order; counts and faults tell of everything held, whatever its marking. */
    private static final Set<String> KEEPERS = Set.of("administrator", "librarian", "security-officer");

    /** Whether this asker is one of them. */
    public static boolean keeps(Principal asker) {
        return asker.roles().stream().anyMatch(KEEPERS::contains);
    }

    public static ObjectNode of(List<CheckFlow.Item> items, boolean sound) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sound", sound);
        ArrayNode list = node.putArray("items");
        for (CheckFlow.Item item : items) {
            ObjectNode one = list.addObject();
            one.put("name", item.name());
            one.put("facts", item.facts());
            item.warnings().forEach(one.putArray("warnings")::add);
            item.faults().forEach(one.putArray("faults")::add);
        }
        return node;
    }

    /** What this asker is told of it. */
    public static List<CheckFlow.Item> told(List<CheckFlow.Item> items, Principal asker) {
        if (keeps(asker)) return items;
        return items.stream()
                .map(item -> new CheckFlow.Item(
                        item.name(),
                        "",
                        item.faults().isEmpty() ? List.of() : List.of("not in order; what, is for an administrator")))
                .toList();
    }
}
