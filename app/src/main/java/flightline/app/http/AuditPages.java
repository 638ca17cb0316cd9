package flightline.app.http;

import flightline.app.wiring.Wiring;
import flightline.audit.AuditEntry;
import flightline.audit.AuditVerdict;
import flightline.policy.Act;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The log: what was asked, decided and done, latest first; and whether it is whole. */
final class AuditPages implements PageRoutes {
    private static final int SHOWN = 200;
    private static final Set<String> DECIDED = Set.of("refused", "out-of-scope", "withheld");

    private final Wiring wiring;
    private final Printer printer;

    AuditPages(Wiring wiring, Printer printer) {
        this.wiring = wiring;
        this.printer = printer;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/audit", wrapping.of(this::list)).post("/audit/verify", wrapping.of(this::verify));
    }

    private void list(ServerRequest request, ServerResponse response) {
        show(request, response, Form.query(request), "", true);
    }

    private void verify(ServerRequest request, ServerResponse response) {
        printer.allowed(request, Act.AUDIT_READ);
        switch (wiring.audit().verify()) {
            case AuditVerdict.Whole(var entries, var head, var sealed) ->
                show(
                        request,
                        response,
                        new Form(Map.of()),
                        "The log is whole: " + entries + " entries" + (sealed ? ", sealed" : ", not sealed yet")
                                + ". Note its last hash elsewhere: " + head,
                        true);
            case AuditVerdict.Broken(var file, var line, var reason) ->
                show(
                        request,
                        response,
                        new Form(Map.of()),
                        "The log is broken in " + file + ", line " + line + ": " + reason,
                        false);
        }
    }

    private void show(ServerRequest request, ServerResponse response, Form form, String verdict, boolean whole) {
        printer.allowed(request, Act.AUDIT_READ);
        String kind = form.word("kind");
        String who = form.word("who");
        boolean decided = form.word("only").equals("decided");
        var latest = new ArrayDeque<AuditEntry>();
        wiring.audit().read(entry -> {
            if (!kind.isEmpty() && !entry.event().kind().equals(kind)) return;
            if (!who.isEmpty() && !entry.event().who().equals(who)) return;
            if (decided && !DECIDED.contains(entry.event().outcome())) return;
            latest.addFirst(entry);
            if (latest.size() > SHOWN) latest.removeLast();
        });
        printer.page(
                request,
                response,
                "/audit",
                "audit.jte",
                Map.of(
                        "entries",
                        List.copyOf(latest),
                        "kind",
                        kind,
                        "who",
                        who,
                        "decided",
                        decided,
                        "verdict",
                        verdict,
                        "whole",
                        whole));
    }
}
