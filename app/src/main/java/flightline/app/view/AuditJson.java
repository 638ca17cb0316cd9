package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.AuditVerdict;
import flightline.audit.Exposure;

/** Entries of the log, and whether it is whole. */
public final class AuditJson {
    private AuditJson() {}

    public static ObjectNode of(AuditEntry entry) {
        AuditEvent event = entry.event();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", entry.id())
                .put("time", entry.time().toString())
                .put("kind", event.kind())
                .put("who", event.who())
                .put("outcome", event.outcome())
                .put("subject", event.subject())
                .put("hash", entry.hash());
        event.details().forEach(node.putObject("details")::put);
        if (event.exposure().equals(Exposure.NONE)) return node;
        event.exposure().retrieved().forEach(node.putArray("retrieved")::add);
        node.put("retrievedInAll", event.exposure().retrievedInAll());
        ArrayNode shown = node.putArray("shown");
        event.exposure()
                .shown()
                .forEach(one -> shown.addObject().put("id", one.id()).put("sha256", one.sha256()));
        return node.put("shownInAll", event.exposure().shownInAll());
    }

    public static ObjectNode of(AuditVerdict verdict) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (verdict) {
            case AuditVerdict.Whole(var entries, var head, var sealed) ->
                node.put("whole", true)
                        .put("entries", entries)
                        .put("head", head)
                        .put("sealed", sealed);
            case AuditVerdict.Broken(var file, var at, var reason) ->
                node.put("whole", false).put("file", file).put("line", at).put("reason", reason);
        };
    }
}
