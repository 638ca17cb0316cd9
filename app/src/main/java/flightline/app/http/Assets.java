package flightline.app.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** Style, scripts and icon of the page, and the reader of PDF files, all from the product itself. */
final class Assets implements PageRoutes {
    private static final String OWN = "/flightline/app/http/";
    private static final String PDFJS = "/META-INF/maven/org.webjars.npm/pdfjs-dist/pom.properties";
    private static final Pattern OWN_NAME = Pattern.compile("[a-z]{1,20}\\.(css|svg|mjs)");
    /** What the reader of PDF files loads: itself, its worker, fonts and character maps, decoders. */
    private static final Pattern PDFJS_NAME =
            Pattern.compile("build/pdf(\\.worker)?\\.min\\.mjs|(cmaps|standard_fonts|wasm|iccs)/[A-Za-z0-9_.-]{1,60}");

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "mjs", "text/javascript; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "wasm", "application/wasm");

    private final String reader = "/META-INF/resources/webjars/pdfjs-dist/" + version() + "/";

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/assets/pdfjs/{folder}/{name}", this::pdfjs).get("/assets/{name}", Assets::own);
    }

    private static void own(ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("name");
        if (!OWN_NAME.matcher(name).matches()) throw missing(name);
        send(response, OWN + name, name, "no-cache");
    }

    private void pdfjs(ServerRequest request, ServerResponse response) {
        var parts = request.path().pathParameters();
        String name = parts.get("folder") + "/" + parts.get("name");
        if (!PDFJS_NAME.matcher(name).matches()) throw missing(name);
        send(response, reader + name, name, "max-age=86400");
    }

    private static void send(ServerResponse response, String resource, String name, String caching) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) throw missing(name);
            response.header(HeaderNames.CACHE_CONTROL, caching);
            response.header(
                    HeaderNames.CONTENT_TYPE,
                    TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
            response.send(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static Problem missing(String name) {
        return new Problem(Status.NOT_FOUND_404, "the page has no part '" + name + "'");
    }

    /** In the folder's name of the library; the product is built with one version and no other is on the class path. */
    private static String version() {
        try (InputStream in = Assets.class.getResourceAsStream(PDFJS)) {
            if (in == null) throw new IllegalStateException("the product lacks pdfjs-dist");
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + PDFJS, e);
        }
    }
}
