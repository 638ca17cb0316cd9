package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.cli.Terminal;
import flightline.app.identity.Chameleon;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Wiring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** A server over what a terminal has put in, asked by one account that may be anybody from one request to the next. */
public final class OpenHouse implements AutoCloseable {

    private final Chameleon account;
    private final Wiring wiring;
    private final Server server;
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param name of the account */
    public OpenHouse(Terminal terminal, String name, ObjectNode first) throws Exception {
        this.account = new Chameleon(terminal.data(), name).become(first);
        this.wiring = new Wiring(Noon.over(terminal.data()));
        var bounds = new Bounds(100_000, 100_000, 1 << 20, 1 << 20, 10, Duration.ofMinutes(1));
        this.server = Server.start(
                Serving.here(wiring, 0, Noon.CLOCK, Noon::today, faults::add).within(bounds));
    }

    /**
     * What came back.
     *
     * @param text head and body as they can be read, also those of a PDF or an office document
     */
    public record Answer(int status, String text, String body) {
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }
    }

    public void ask(ObjectNode who) {
        account.become(who);
    }

    /** Everything that can be asked: endpoints, pages, and what stands for itself. */
    public Set<String> places() throws IOException {
        var all = new TreeSet<>(Premises.pages());
        for (Endpoint endpoint : server.endpoints()) all.add(endpoint.method() + " " + endpoint.path());
        all.addAll(Set.of("GET /openapi"));
        return all;
    }

    /** @param headers name, value, name, value … */
    public Answer send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", Chameleon.bearer())
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        try {
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        byte[] bytes = response.body();
        String body = new String(bytes, StandardCharsets.UTF_8);
        String read = type.equals("application/pdf")
                ? printed(bytes)
                : type.contains("officedocument") || type.equals("application/zip") ? unpacked(bytes) : body;
        return new Answer(response.statusCode(), response.headers().map() + "\n" + read, body);
    }

    private static String printed(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document)
                    + document.getDocumentInformation().getTitle();
        }
    }

    private static String unpacked(byte[] office) throws IOException {
        var all = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(office))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                all.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What should not have happened. */
    public List<Throwable> faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
        wiring.close();
    }
}
