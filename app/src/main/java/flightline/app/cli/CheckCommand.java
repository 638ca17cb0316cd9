package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.Wiring;
import flightline.flow.CheckFlow;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "check", description = "Looks over index, archive, quotations, audit chain and disk.")
final class CheckCommand implements Callable<Integer> {
    /** Who keeps the system in order; counts and faults tell of everything held, whatever its marking. */
    private static final Set<String> KEEPERS = Set.of("administrator", "librarian", "security-officer");

    private final Outside outside;
    private final CommonOptions common;

    CheckCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wire(outside)) {
            List<CheckFlow.Item> items = told(wiring.check().check(ProgressLine.of(outside, common, "checks")));
            boolean sound = items.stream().allMatch(i -> i.faults().isEmpty());
            if (common.json()) outside.out().println(json(items, sound).toPrettyString());
            else outside.out().print(page(items));
            return sound ? Exit.DONE : Exit.NOT_VERIFIED;
        }
    }

    private List<CheckFlow.Item> told(List<CheckFlow.Item> items) {
        if (common.asker().roles().stream().anyMatch(KEEPERS::contains)) return items;
        return items.stream()
                .map(item -> new CheckFlow.Item(
                        item.name(),
                        "",
                        item.faults().isEmpty() ? List.of() : List.of("not in order; what, is for an administrator")))
                .toList();
    }

    private static ObjectNode json(List<CheckFlow.Item> items, boolean sound) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sound", sound);
        ArrayNode list = node.putArray("items");
        for (CheckFlow.Item item : items) {
            ObjectNode one = list.addObject();
            one.put("name", item.name());
            one.put("facts", item.facts());
            item.faults().forEach(one.putArray("faults")::add);
        }
        return node;
    }

    private String page(List<CheckFlow.Item> items) {
        var paint = new Paint(outside.colour());
        var page = new Page(paint, outside.width());
        for (CheckFlow.Item item : items) {
            boolean sound = item.faults().isEmpty();
            page.line((sound ? paint.green("✓ ") : paint.red("✗ ")) + item.name() + "  " + paint.faint(item.facts()));
            for (String fault : item.faults()) page.paragraph("    ", fault, "");
        }
        return page.toString();
    }
}
