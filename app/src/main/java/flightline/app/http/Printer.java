package flightline.app.http;

import flightline.app.identity.Caller;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import flightline.policy.Principal;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes pages, and parts of pages, from templates; everything put into one is escaped by it. */
final class Printer {
    /** Sent by our script, which wants the middle of a page alone. */
    private static final HeaderName PART = HeaderNames.create("X-Part");

    private static final HeaderName FETCH_MODE = HeaderNames.create("Sec-Fetch-Mode");

    private final Wiring wiring;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    Printer(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Throws {@link Problem} where the role of who asks does not allow the act. */
    Principal allowed(ServerRequest request, Act act) {
        Principal asker = Asker.of(request);
        wiring.door().refusal(asker, act).ifPresent(why -> {
            throw new Problem(Status.FORBIDDEN_403, why);
        });
        return asker;
    }

    /** What stands around the page. */
    Frame frame(ServerRequest request, String here) {
        Principal asker = Asker.of(request);
        var access = wiring.rulebook().access();
        Optional<Caller> signedIn =
                Asker.known(request).filter(caller -> caller.means().sentByItself());
        return new Frame(
                here,
                Room.ALL.stream().filter(room -> access.may(asker, room.act())).toList(),
                asker.name(),
                signedIn.filter(caller -> caller.means() != Caller.Means.CERTIFICATE)
                        .isPresent(),
                Look.of(request),
                signedIn.map(Caller::formToken).orElse(""),
                wiring.audit().name());
    }

    /** Sends what the template makes. */
    void page(ServerRequest request, ServerResponse response, String here, String template, Map<String, Object> parts) {
        var all = new HashMap<>(parts);
        all.put("frame", frame(request, here));
        send(response, print(template, all));
    }

    void send(ServerResponse response, String page) {
        Reply.text(response, "text/html", page);
    }

    String print(String template, Map<String, Object> parts) {
        var out = new StringOutput();
        templates.render(template, parts, out);
        return out.toString();
    }

    /** Whether a script of ours asked, which puts the answer into the page that is there. */
    static boolean wantsPart(ServerRequest request) {
        return request.headers().first(PART).isPresent();
    }

    /** Whether a browser asked, which shows what comes back to a person. */
    static boolean wantsPage(ServerRequest request) {
        return isOfThePage(request)
                && request.headers()
                        .first(HeaderNames.ACCEPT)
                        .filter(accepted -> accepted.contains("text/html"))
                        .isPresent()
                && request.headers()
                        .first(FETCH_MODE)
                        .filter(mode -> !mode.equals("navigate"))
                        .isEmpty();
    }

    /** Whether it is for the page, and not for programs. */
    static boolean isOfThePage(ServerRequest request) {
        String path = request.prologue().uriPath().rawPath();
        return !path.startsWith("/api/") && !path.startsWith("/v1/");
    }

    static boolean wantsEvents(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.ACCEPT)
                .filter(accepted -> accepted.contains("text/event-stream"))
                .isPresent();
    }
}
