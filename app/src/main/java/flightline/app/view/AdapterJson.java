package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The adapters that are laid over models. */
public final class AdapterJson {
    private AdapterJson() {}

    /** Puts them beside the models of a list. */
    public static ObjectNode put(ObjectNode node, List<HeldAdapter> adapters) {
        ArrayNode list = node.putArray("adapters");
        for (HeldAdapter one : adapters) {
            ObjectNode each = list.addObject()
                    .put("name", one.name())
                    .put("model", one.model())
                    .put("file", one.file().toString())
                    .put("sha256", one.sha256())
                    .put("bytes", one.bytes())
                    .put("scale", one.scale())
                    .put("licence", one.licence())
                    .put("source", one.source());
            one.checked().ifPresent(why -> each.put("wrong", why));
        }
        return node;
    }
}
