package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.flow.Followed;
import java.util.Collection;

/** References and where they lead. */
public final class ReferencesJson {
    private ReferencesJson() {}

    public static void addTo(ArrayNode array, Collection<Followed> references) {
        for (Followed f : references) {
            ObjectNode one = array.addObject();
            one.put("from", f.from().header().id().value());
            one.put("revision", f.from().header().revision().display());
            f.at().ifPresentOrElse(
                            p -> one.put("start", p.start()).put("end", p.end()),
                            () -> one.putNull("start").putNull("end"));
            one.put("line", f.line());
            one.put("kind", f.kind());
            one.put("target", f.target());
            one.put("resolvedTo", f.to());
            one.put("why", f.why());
            f.graphic().ifPresent(g -> one.put("graphic", g.place()));
        }
    }

    /** @param unresolved whether only those that lead nowhere; the sums are of all */
    public static ObjectNode of(Collection<Followed> references, boolean unresolved) {
        long open = references.stream().filter(f -> !f.resolved()).count();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        addTo(
                node.putArray("references"),
                references.stream().filter(f -> !unresolved || !f.resolved()).toList());
        return node.put("resolved", references.size() - open).put("unresolved", open);
    }
}
