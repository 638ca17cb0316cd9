package flightline.app.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.audit.Exposure;
import java.util.Set;

/**
 * An audit entry in the Open Cybersecurity Schema Framework, version 1.3.0, class "API Activity" (6003), so that a
 * security information system can take it in as it is. What the schema has no place for stands under {@code unmapped}.
 */
public final class OcsfJson {
    private static final String SCHEMA = "1.3.0";
    private static final int CATEGORY = 6;
    private static final int API_ACTIVITY = 6003;
    private static final int CREATE = 1;
    private static final int READ = 2;
    private static final int UPDATE = 3;
    private static final int DELETE = 4;
    private static final int OTHER = 99;
    private static final int INFORMATIONAL = 1;
    private static final int MEDIUM = 3;
    private static final int SUCCESS = 1;
    private static final int FAILURE = 2;
    private static final Set<String> DENIED =
            Set.of("refused", "out of scope", "out-of-scope", "not held", "not found");

    private OcsfJson() {}

    public static ObjectNode of(AuditEntry entry) {
        AuditEvent event = entry.event();
        int activity = activity(event.kind());
        boolean denied = DENIED.contains(event.outcome());
        boolean forbidden = event.outcome().equals("refused");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("category_uid", CATEGORY).put("category_name", "Application Activity");
        node.put("class_uid", API_ACTIVITY).put("class_name", "API Activity");
        node.put("activity_id", activity).put("type_uid", API_ACTIVITY * 100L + activity);
        node.put("time", entry.time().toEpochMilli());
        node.put("severity_id", forbidden ? MEDIUM : INFORMATIONAL);
        node.put("status_id", denied ? FAILURE : SUCCESS).put("status_detail", event.outcome());
        node.put("message", event.subject());
        node.putObject("actor").putObject("user").put("name", event.who());
        node.putObject("api")
                .put("operation", event.kind())
                .putObject("service")
                .put("name", "flightline");
        node.putObject("src_endpoint").put("name", "localhost");
        ObjectNode metadata = node.putObject("metadata");
        metadata.put("version", SCHEMA).put("uid", entry.id()).put("sequence", entry.sequence());
        metadata.putObject("product").put("name", "Flightline").put("vendor_name", "Flightline");
        ObjectNode rest = node.putObject("unmapped");
        event.details().forEach(rest::put);
        exposed(event.exposure(), rest);
        rest.put("hash", entry.hash()).put("previous", entry.previous());
        return node;
    }

    /** What was looked at and shown, by ids and hashes, as the log has it. */
    private static void exposed(Exposure exposure, ObjectNode node) {
        if (exposure.equals(Exposure.NONE)) return;
        node.put("retrieved_count", exposure.retrievedInAll());
        exposure.retrieved().forEach(node.putArray("retrieved")::add);
        node.put("shown_count", exposure.shownInAll());
        ArrayNode shown = node.putArray("shown");
        for (Exposure.Shown one : exposure.shown())
            shown.addObject().put("uid", one.id()).put("sha256", one.sha256());
    }

    private static int activity(String kind) {
        return switch (kind) {
            case "ask", "diagnose", "search", "show", "diff", "references", "export" -> READ;
            case "ingest", "import-records", "learn" -> CREATE;
            case "session", "dialogue", "model", "approve", "reject" -> UPDATE;
            case "remove", "retire" -> DELETE;
            default -> OTHER;
        };
    }
}
