package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.audit.AuditEntry;
import flightline.audit.AuditVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "audit", description = "The log of what was asked and decided: audit verify, audit show.")
final class AuditCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    AuditCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() {
        throw new BadRequest("say what: audit verify, or audit show");
    }

    @Command(name = "verify", description = "Follows the chain from the first entry to the last.")
    int verify() throws Exception {
        try (Wiring wiring = common.wire(outside)) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            String line;
            int code;
            switch (wiring.audit().verify()) {
                case AuditVerdict.Whole(var entries, var head) -> {
                    node.put("whole", true).put("entries", entries).put("head", head);
                    line = "The audit log is whole: " + entries + " entries, head " + head;
                    code = Exit.DONE;
                }
                case AuditVerdict.Broken(var file, var at, var reason) -> {
                    node.put("whole", false).put("file", file).put("line", at).put("reason", reason);
                    line = "The audit log is broken: " + file + " line " + at + ": " + reason;
                    code = Exit.NOT_VERIFIED;
                }
            }
            outside.out().println(common.json() ? node.toPrettyString() : line);
            return code;
        }
    }

    @Command(name = "show", description = "Shows the latest entries.")
    int show(@Option(names = "--top", defaultValue = "20") int top) throws Exception {
        try (Wiring wiring = common.wire(outside)) {
            var rows = new ArrayList<List<String>>();
            for (AuditEntry entry : wiring.audit().latest(Math.max(1, top))) {
                var event = entry.event();
                if (common.json())
                    outside.out()
                            .println(JsonNodeFactory.instance
                                    .objectNode()
                                    .put("id", entry.id())
                                    .put("time", entry.time().toString())
                                    .put("kind", event.kind())
                                    .put("who", event.who())
                                    .put("outcome", event.outcome())
                                    .put("subject", event.subject())
                                    .put("details", event.details().toString())
                                    .put("hash", entry.hash()));
                else
                    rows.add(List.of(
                            entry.id(),
                            entry.time().toString(),
                            event.who(),
                            event.kind(),
                            event.outcome(),
                            event.subject()));
            }
            if (!common.json())
                outside.out()
                        .print(new Page(new Paint(outside.colour()), outside.width())
                                .table(List.of("Entry", "Time", "Who", "What", "Outcome", "Subject"), rows));
            return Exit.DONE;
        }
    }
}
