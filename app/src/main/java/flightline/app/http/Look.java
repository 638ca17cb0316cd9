package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Set;

/** Light or dark, as the device has it unless somebody chose. Only the choice is in the cookie. */
final class Look implements PageRoutes {
    private static final String COOKIE = "look";
    private static final Set<String> CHOICES = Set.of("light", "dark", "");

    static String of(ServerRequest request) {
        return request.headers()
                .cookies()
                .first(COOKIE)
                .asOptional()
                .filter(CHOICES::contains)
                .orElse("");
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.post("/look", wrapping.of(Look::choose));
    }

    private static void choose(ServerRequest request, ServerResponse response) {
        Form form = Form.posted(request);
        String look = form.word("look");
        if (!CHOICES.contains(look))
            throw new Problem(Status.BAD_REQUEST_400, "'look' must be light, dark or empty, got '" + look + "'");
        response.headers()
                .addCookie(SetCookie.builder(COOKIE, look)
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite(SetCookie.SameSite.STRICT)
                        .httpOnly(true)
                        .build());
        response.status(Status.SEE_OTHER_303);
        response.header(HeaderNames.LOCATION, own(form.word("back")));
        response.send();
    }

    /** A path of ours, whatever was asked for. */
    private static String own(String path) {
        return path.matches("/[a-z-]*") ? path : "/";
    }
}
