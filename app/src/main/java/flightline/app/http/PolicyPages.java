package flightline.app.http;

import flightline.app.wiring.Wiring;
import flightline.flow.PolicyFlow;
import flightline.policy.Act;
import flightline.policy.Decision;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The rules in force and their exceptions; how a request would be judged, was judged, and would be judged today. */
final class PolicyPages implements PageRoutes {
    private static final int MONTH = 30;

    private final Wiring wiring;
    private final Printer printer;
    private final Supplier<LocalDate> today;

    PolicyPages(Wiring wiring, Printer printer, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.printer = printer;
        this.today = today;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/policy", wrapping.of(this::rules))
                .post("/policy/check", wrapping.of(this::check))
                .get("/policy/explain", wrapping.of(this::explain))
                .post("/policy/replay", wrapping.of(this::replay));
    }

    private void rules(ServerRequest request, ServerResponse response) {
        printer.allowed(request, Act.POLICY_LOOK_BACK);
        show(request, response, Map.of());
    }

    private void show(ServerRequest request, ServerResponse response, Map<String, Object> more) {
        var rules = wiring.rulebook();
        LocalDate day = today.get();
        var parts = new HashMap<String, Object>(Map.of(
                "rules",
                rules,
                "source",
                wiring.inForce().source(),
                "signature",
                String.valueOf(wiring.inForce().signature()),
                "today",
                day,
                "since",
                day.minusDays(MONTH).toString(),
                "until",
                day.toString(),
                "text",
                "",
                "judged",
                "",
                "replayed",
                "",
                "changes",
                List.of()));
        parts.putAll(more);
        printer.page(request, response, "/policy", "policy.jte", parts);
    }

    private void check(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.POLICY_LOOK_BACK);
        String text = Form.posted(request).word("text");
        if (text.isEmpty()) throw new Problem(Status.BAD_REQUEST_400, "Write a request to be judged.");
        show(
                request,
                response,
                Map.of("text", text, "judged", line(wiring.gate().decide(text, asker))));
    }

    private void explain(ServerRequest request, ServerResponse response) {
        printer.allowed(request, Act.POLICY_LOOK_BACK);
        String id = Form.query(request).required("entry");
        PolicyFlow.Judged judged = wiring.policy()
                .explain(id, wiring.gate())
                .orElseThrow(() -> new Problem(Status.NOT_FOUND_404, "No request has the log entry '" + id + "'."));
        printer.page(
                request,
                response,
                "/policy",
                "explain.jte",
                Map.of(
                        "judged",
                        judged,
                        "now",
                        line(judged.now()),
                        "version",
                        wiring.gate().policyVersion()));
    }

    private void replay(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.POLICY_LOOK_BACK);
        Form form = Form.posted(request);
        LocalDate since = day(form, "since");
        LocalDate until = day(form, "until");
        if (until.isBefore(since))
            throw new Problem(
                    Status.BAD_REQUEST_400, "The last day, " + until + ", is before the first, " + since + ".");
        PolicyFlow.Replay replay = wiring.policy()
                .replay(
                        since.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        wiring.gate(),
                        asker);
        show(
                request,
                response,
                Map.of(
                        "since",
                        since.toString(),
                        "until",
                        until.toString(),
                        "replayed",
                        replay.requests() + " requests judged anew by the rules in force, "
                                + replay.changes().size() + " would be decided otherwise. " + PolicyFlow.untold(replay),
                        "changes",
                        replay.changes()));
    }

    private static LocalDate day(Form form, String name) {
        try {
            return LocalDate.parse(form.required(name));
        } catch (DateTimeParseException e) {
            throw new Problem(
                    Status.BAD_REQUEST_400,
                    "'" + name + "' must be a day such as 2026-03-01, got '" + form.word(name) + "'");
        }
    }

    /** A decision in one line. */
    static String line(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(var scope) ->
                scope.exemption().isEmpty() ? "Allowed" : "Allowed by the exception " + scope.exemption();
            case Decision.Refused(var clause, var category, var why) -> "Refused under clause " + clause + ": " + why;
            case Decision.OutOfScope(var why) -> "Not for this system: " + why;
        };
    }
}
