package flightline.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AuditJson;
import flightline.app.view.BadRequest;
import flightline.app.view.CheckJson;
import flightline.app.view.OcsfJson;
import flightline.audit.AuditEntry;
import flightline.audit.AuditEvent;
import flightline.flow.CheckFlow;
import flightline.flow.Progress;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log over HTTP, and the self-check. */
final class AuditPlaces {
    private static final String PLACE = "/api/v1/audit";
    private static final int PAGE = 20;

    private final Desk desk;

    AuditPlaces(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        Parameter since = Parameter.query("since", "date", "from this day on (UTC)");
        Parameter until = Parameter.query("until", "date", "up to and with this day (UTC)");
        return List.of(
                Endpoint.get(
                                PLACE,
                                "The latest entries of the log, oldest first; 'next' leads to those before",
                                this::list)
                        .by(Act.AUDIT_READ)
                        .with(
                                Cursor.AFTER,
                                Parameter.query("limit", "integer(1..1000)", "how many at most, 20 if nothing is said"),
                                Parameter.query("kind", "string", "only these: ask, diagnose, search, ingest …"),
                                Parameter.query("who", "string", "only what this principal did"))
                        .gives(Endpoint.JSON, "Entries"),
                Endpoint.get(PLACE + "/verify", "Follows the chain from the first entry to the last", this::verify)
                        .by(Act.AUDIT_READ)
                        .gives(Endpoint.JSON, "Verdict"),
                Endpoint.get(
                                PLACE + "/export",
                                "Entries as lines: OCSF 1.3.0, or as the listing has them",
                                this::export)
                        .by(Act.AUDIT_READ)
                        .with(since, until, Parameter.query("format", "ocsf|json", "ocsf if nothing is said"))
                        .gives(Endpoint.LINES, "object"),
                Endpoint.get(
                                "/api/v1/check",
                                "Looks over index, archive, quotations, audit chain, rules and disk",
                                this::check)
                        .by(Act.LIBRARY_REMOVE, Act.AUDIT_READ, Act.MODEL_CHANGE)
                        .gives(Endpoint.JSON, "SelfCheck"));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        int limit = query.number("limit", PAGE, 1, 1000);
        long before =
                query.word("after").map(Cursor::read).map(AuditPlaces::number).orElse(Long.MAX_VALUE);
        String kind = query.word("kind").orElse("");
        String who = query.word("who").orElse("");
        var latest = new ArrayDeque<AuditEntry>();
        desk.wiring().audit().read(entry -> {
            boolean wanted = entry.sequence() < before
                    && (kind.isEmpty() || entry.event().kind().equals(kind))
                    && (who.isEmpty() || entry.event().who().equals(who));
            if (!wanted) return;
            latest.addLast(entry);
            // One more than is wanted tells whether there are any before.
            if (latest.size() > limit + 1) latest.removeFirst();
        });
        boolean more = latest.size() > limit;
        if (more) latest.removeFirst();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = node.putArray("entries");
        latest.forEach(entry -> entries.add(AuditJson.of(entry)));
        if (more) node.put("next", Cursor.write(Long.toString(latest.getFirst().sequence())));
        Reply.json(response, node);
    }

    private static long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new BadRequest("'after' must be the 'next' of a page before");
        }
    }

    private void verify(ServerRequest request, ServerResponse response) {
        Reply.json(response, AuditJson.of(desk.wiring().audit().verify()));
    }

    private void export(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        Optional<LocalDate> since = query.date("since");
        Optional<LocalDate> until = query.date("until");
        String format = query.word("format").orElse("ocsf");
        if (!format.equals("ocsf") && !format.equals("json"))
            throw new BadRequest("'format' must be ocsf or json, got '" + Query.shown(format) + "'");
        Instant from =
                since.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).orElse(Instant.MIN);
        Instant to = until.map(
                        day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(Instant.MAX);
        Principal asker = Asker.of(request);
        desk.wiring()
                .audit()
                .append(new AuditEvent(
                        "audit",
                        asker.name(),
                        "export",
                        "written",
                        Map.of(
                                "since",
                                since.map(LocalDate::toString).orElse("null"),
                                "until",
                                until.map(LocalDate::toString).orElse("null"))));
        Reply.lines(
                response,
                Endpoint.LINES,
                out -> desk.wiring().audit().read(entry -> {
                    if (entry.time().isBefore(from) || !entry.time().isBefore(to)) return;
                    out.accept(format.equals("ocsf") ? OcsfJson.of(entry) : AuditJson.of(entry));
                }));
    }

    private void check(ServerRequest request, ServerResponse response) {
        List<CheckFlow.Item> items = CheckJson.told(desk.wiring().check().check(Progress.SILENT), Asker.of(request));
        Reply.json(
                response,
                CheckJson.of(items, items.stream().allMatch(i -> i.faults().isEmpty())));
    }
}
