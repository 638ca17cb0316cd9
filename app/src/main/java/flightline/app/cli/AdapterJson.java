package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.LlamaStand.HeldAdapter;
import java.util.ArrayList;
import java.util.List;

/** The adapters that are laid over models, as a program and a person are told of them. */
final class AdapterJson {
    private AdapterJson() {}

    static ObjectNode put(ObjectNode node, List<HeldAdapter> adapters) {
        ArrayNode list = node.putArray("adapters");
        for (HeldAdapter one : adapters)
            list.addObject()
                    .put("name", file(one))
                    .put("model", one.adapter().model())
                    .put("file", one.adapter().file().toString())
                    .put("sha256", one.adapter().sha256())
                    .put("bytes", one.bytes())
                    .put("scale", one.adapter().scale())
                    .put("licence", one.adapter().licence())
                    .put("source", one.adapter().source())
                    .put("wrong", one.wrong());
        return node;
    }

    /** A table; nothing where there are none. */
    static String page(List<HeldAdapter> adapters, Page page) {
        if (adapters.isEmpty()) return "";
        var rows = new ArrayList<List<String>>();
        for (HeldAdapter one : adapters)
            rows.add(List.of(
                    file(one),
                    one.adapter().model(),
                    one.wrong().isEmpty() ? "as named" : "not the one that was named",
                    ModelShelf.size(one.bytes()),
                    one.adapter().licence(),
                    one.adapter().source(),
                    one.adapter().sha256().substring(0, 12)));
        return page.table(List.of("adapter", "over", "", "size", "licence", "from", "sha256"), rows)
                .toString();
    }

    static String name(HeldAdapter one) {
        return file(one) + " over " + one.adapter().model();
    }

    private static String file(HeldAdapter one) {
        return String.valueOf(one.adapter().file().getFileName());
    }
}
