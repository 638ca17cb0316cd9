package flightline.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.Caller;
import flightline.app.identity.Notice;
import flightline.app.identity.OpenIdDesk;
import flightline.app.identity.Provider;
import flightline.app.identity.Reception;
import flightline.app.view.PrincipalJson;
import flightline.policy.Access;
import flightline.policy.Act;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where one signs in and out, and is told who one is. */
final class SignIn {
    private static final Duration TO_THE_PROVIDER = Duration.ofMinutes(10);

    private final Reception reception;
    private final Doorman doorman;
    private final Listening listening;
    private final Access access;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    SignIn(Reception reception, Doorman doorman, Listening listening, Access access) {
        this.reception = reception;
        this.doorman = doorman;
        this.listening = listening;
        this.access = access;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/v1/me", "Who asks, how that is known, and what they may", this::me)
                .entered(Entry.ASKS_ITSELF)
                .gives(Endpoint.JSON, "Me"));
    }

    void routes(HttpRouting.Builder routing) {
        routing.get("/sign-in", this::page)
                .post("/sign-in", this::enter)
                .post("/sign-out", this::leave)
                .get("/sign-in/openid", this::depart)
                .get("/sign-in/openid/back", this::arrive);
    }

    private void me(ServerRequest request, ServerResponse response) {
        Caller caller = Asker.caller(request);
        ObjectNode node = PrincipalJson.of(caller.principal());
        node.put("signedInBy", caller.means().word());
        ArrayNode may = node.putArray("may");
        for (Act act : Act.values())
            if (caller.outOfScope(act).isEmpty() && access.may(caller.principal(), act)) may.add(act.word());
        Reply.json(response, node);
    }

    private void page(ServerRequest request, ServerResponse response) {
        if (doorman.isStaffed()) page(request, response, back(request), "");
        else seeOther(response, "/");
    }

    private static String back(ServerRequest request) {
        return SafePath.of(request.query().first("back").orElse("/"));
    }

    private void page(ServerRequest request, ServerResponse response, String back, String problem) {
        render(
                request,
                response,
                "signin.jte",
                Map.of(
                        "back",
                        back,
                        "problem",
                        problem,
                        "passwords",
                        reception.takesPasswords(),
                        "openId",
                        reception.openId().isPresent(),
                        "notice",
                        reception.notice()));
    }

    /** Agreeing to another wording than the one in force is agreeing to nothing. */
    private boolean agrees(String version) {
        return reception.notice().map(Notice::version).orElse(version).equals(version);
    }

    private void agreeFirst(ServerRequest request, ServerResponse response, String back) {
        response.status(Status.FORBIDDEN_403);
        page(request, response, back, "the notice must be agreed to first; it may have changed since");
    }

    private void enter(ServerRequest request, ServerResponse response) {
        // There is no session yet that a form could carry a word of; every browser says which page a form stood on.
        if (request.headers().first(HeaderNames.ORIGIN).isEmpty())
            throw new Problem(Status.FORBIDDEN_403, "a browser must say of which page it is asked (Origin)");
        Map<String, String> form = Form.posted(request).fields();
        String back = SafePath.of(form.getOrDefault("back", "/"));
        if (!agrees(form.getOrDefault("notice", ""))) {
            agreeFirst(request, response, back);
            return;
        }
        var outcome = reception.signIn(
                form.getOrDefault("name", "").strip(), form.getOrDefault("password", ""), Doorman.address(request));
        switch (outcome) {
            case Reception.Outcome.SignedIn(var session, var who) -> {
                renew(request, response, session);
                seeOther(response, back);
            }
            case Reception.Outcome.Refused(var why) -> {
                response.status(Status.UNAUTHORIZED_401);
                page(request, response, back, why);
            }
            case Reception.Outcome.Wait(var wait) -> {
                response.status(Status.TOO_MANY_REQUESTS_429);
                response.header(HeaderNames.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
                page(request, response, back, "too many failures; try again in " + words(wait));
            }
        }
    }

    private static String words(Duration wait) {
        return wait.toMinutes() < 2 ? Math.max(1, wait.toSeconds()) + " seconds" : wait.toMinutes() + " minutes";
    }

    /** Whoever signs in gets another session than the browser had, whoever gave it that one. */
    private void renew(ServerRequest request, ServerResponse response, String session) {
        Doorman.cookie(request, doorman.sessionCookie()).ifPresent(reception::signOut);
        response.headers()
                .addCookie(cookie(doorman.sessionCookie(), session, SetCookie.SameSite.STRICT)
                        .build());
    }

    private SetCookie.Builder cookie(String name, String value, SetCookie.SameSite sites) {
        return SetCookie.builder(name, value)
                .path("/")
                .httpOnly(true)
                .secure(listening.isSecure())
                .sameSite(sites);
    }

    private void leave(ServerRequest request, ServerResponse response) {
        // Reading it looks for the session's word in it.
        var ignored = Form.posted(request);
        Doorman.cookie(request, doorman.sessionCookie()).ifPresent(reception::signOut);
        response.headers()
                .addCookie(cookie(doorman.sessionCookie(), "", SetCookie.SameSite.STRICT)
                        .maxAge(Duration.ZERO)
                        .build());
        seeOther(response, "/sign-in");
    }

    private String departureCookie() {
        return doorman.sessionCookie() + "-openid";
    }

    private void depart(ServerRequest request, ServerResponse response) {
        OpenIdDesk desk = desk();
        if (!agrees(request.query().first("notice").orElse(""))) {
            agreeFirst(request, response, back(request));
            return;
        }
        URI back = listening
                .base(request.headers().first(HeaderNames.HOST).orElse(""))
                .resolve("/sign-in/openid/back");
        try {
            OpenIdDesk.Departure departure = desk.begin(back, back(request));
            // Strict ones are not sent along when the provider's page sends the browser back.
            response.headers()
                    .addCookie(cookie(departureCookie(), departure.browser(), SetCookie.SameSite.LAX)
                            .maxAge(TO_THE_PROVIDER)
                            .build());
            seeOther(response, departure.to().toString());
        } catch (Provider.Unreachable e) {
            response.status(Status.BAD_GATEWAY_502);
            page(request, response, back(request), "the identity provider cannot be asked; try again later");
        }
    }

    private OpenIdDesk desk() {
        return reception
                .openId()
                .orElseThrow(() -> new Problem(Status.NOT_FOUND_404, "no identity provider is set up here"));
    }

    private void arrive(ServerRequest request, ServerResponse response) {
        OpenIdDesk desk = desk();
        var answer = new HashMap<String, String>();
        for (String name : List.of("state", "code", "error", "iss"))
            request.query().first(name).asOptional().ifPresent(value -> answer.put(name, value));
        Optional<String> browser = Doorman.cookie(request, departureCookie());
        OpenIdDesk.Return back = desk.end(browser.orElse(""), answer);
        response.headers()
                .addCookie(cookie(departureCookie(), "", SetCookie.SameSite.LAX)
                        .maxAge(Duration.ZERO)
                        .build());
        switch (reception.signIn(back.finding(), Doorman.address(request))) {
            case Reception.Outcome.SignedIn(var session, var who) -> {
                renew(request, response, session);
                // A page of ours has to go on: sent on from here, the browser would keep the new cookie back.
                render(
                        request,
                        response,
                        "signed-in.jte",
                        Map.of("then", SafePath.of(back.then()), "name", who.name()));
            }
            case Reception.Outcome.Refused(var why) -> {
                response.status(Status.UNAUTHORIZED_401);
                page(request, response, SafePath.of(back.then()), why);
            }
            case Reception.Outcome.Wait(var wait) -> {
                response.status(Status.TOO_MANY_REQUESTS_429);
                page(request, response, "/", "try again in " + words(wait));
            }
        }
    }

    private void render(ServerRequest request, ServerResponse response, String template, Map<String, Object> parts) {
        var out = new StringOutput();
        templates.render(template, parts, out);
        Reply.page(request, response, out.toString());
    }

    private static void seeOther(ServerResponse response, String place) {
        response.status(Status.SEE_OTHER_303);
        response.header(HeaderNames.LOCATION, place);
        response.send();
    }
}
