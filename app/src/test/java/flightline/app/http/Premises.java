package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.acceptance.Papers;
import flightline.app.cli.Terminal;
import flightline.app.identity.Account;
import flightline.app.identity.Hours;
import flightline.app.identity.IdentitySettings;
import flightline.app.identity.PeopleDesk;
import flightline.app.identity.Reception;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Settings;
import flightline.app.wiring.StateSettings;
import flightline.app.wiring.Wiring;
import flightline.audit.AuditEntry;
import flightline.model.HashingEmbedder;
import flightline.policy.Principal;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A true server over a small library where people sign in, and a client that speaks as a browser or a program does. */
final class Premises implements AutoCloseable {
    static final String PASSWORD = "a long way to the hangar";

    private static final Pattern PAGE =
            Pattern.compile("\\.(get|post)\\((\"/[^\"{]*\"|HERE), wrapping\\.of\\((?!Look)");

    final Hours clock = new Hours(Noon.INSTANT);
    final List<Throwable> faults = new ArrayList<>();
    final Wiring wiring;
    final PeopleDesk desk;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private Optional<Server> server = Optional.empty();

    Premises(Path temp) throws Exception {
        this(temp, Optional.empty());
    }

    /** @param state a database that other premises may share */
    Premises(Path temp, Optional<StateSettings> state) throws Exception {
        Path data = temp.resolve("data");
        Path manual = Files.writeString(
                temp.resolve("manual.md"),
                "# Accumulator\n\n## Charging\n\nThe pressure of the accumulator is 3000 psi with nitrogen at 20 °C.\n");
        Path marked = Files.writeString(
                temp.resolve("marked.md"), "# Zorvinax\n\nThe zorvinax of the accumulator turns at 900 rpm.\n");
        var terminal = new Terminal(data, new HashingEmbedder());
        terminal.run("ingest", manual.toString());
        terminal.run("ingest", marked.toString(), "--marking", "CUI");
        wiring = new Wiring(new Settings(
                        data,
                        clock,
                        clock.today(),
                        System::nanoTime,
                        2,
                        Optional.of(new HashingEmbedder()),
                        Settings.TESSERACT,
                        Settings.LANGUAGES,
                        Optional.empty(),
                        LlamaSettings.STANDARD)
                .with(state));
        desk = wiring.people().desk();
    }

    /** Every page that there is, as {@code GET /library}, read from where they are registered. */
    static List<String> pages() throws IOException {
        var all = new ArrayList<String>();
        try (var sources = Files.list(Papers.LIBRARY.resolve("../app/src/main/java/flightline/app/http"))) {
            for (Path source : sources.sorted().toList())
                PAGE.matcher(Files.readString(source))
                        .results()
                        .forEach(found -> all.add((found.group(1).toUpperCase(Locale.ROOT) + " " + found.group(2))
                                .replace("HERE", "/fleet")
                                .replace("\"", "")));
        }
        return all;
    }

    /** It is noon again, and nobody has an account. */
    Premises anew() throws Exception {
        clock.set(Noon.INSTANT);
        for (Account account : desk.people().accounts()) desk.remove(account.name(), Principal.localUser());
        return this;
    }

    /** Entries of a kind since there were so many of all. */
    List<AuditEntry> log(String kind, long since) {
        var all = new ArrayList<AuditEntry>();
        wiring.audit().read(all::add);
        all.removeIf(entry -> entry.sequence() <= since || !entry.event().kind().equals(kind));
        return all;
    }

    /** How many entries the log has. */
    long logged() {
        var all = new ArrayList<AuditEntry>();
        wiring.audit().read(all::add);
        return all.size();
    }

    /** Starts the server, or another one in its place. */
    Premises serve(IdentitySettings settings, Listening listening) {
        server.ifPresent(Server::close);
        Reception reception = wiring.people().reception(settings, clock, clock::today);
        server = Optional.of(Server.start(
                Serving.here(wiring, 0, clock, clock::today, faults::add).at(reception, listening)));
        return this;
    }

    Premises serve() {
        return serve(IdentitySettings.STANDARD, Listening.here("127.0.0.1", 0));
    }

    Server server() {
        return server.orElseThrow();
    }

    String base() {
        return "http://127.0.0.1:" + server().port();
    }

    void account(String name, String... roles) throws Exception {
        account(name, List.of(), roles);
    }

    void account(String name, List<String> clearances, String... roles) throws Exception {
        ObjectNode who = JsonNodeFactory.instance.objectNode();
        ArrayNode given = who.putArray("roles");
        for (String role : roles) given.add(role);
        clearances.forEach(who.putArray("clearances")::add);
        desk.add(name, who, Optional.of(PASSWORD), List.of(), Principal.localUser());
    }

    /** An account without a password, with a key for all that it may. */
    String program(String name, String... roles) throws Exception {
        ObjectNode who = JsonNodeFactory.instance.objectNode();
        ArrayNode given = who.putArray("roles");
        for (String role : roles) given.add(role);
        desk.add(name, who, Optional.empty(), List.of(), Principal.localUser());
        return key(name, LocalDate.parse("2027-01-01"));
    }

    String key(String name, LocalDate until, String... scope) throws Exception {
        return desk.issue(name, List.of(scope), Optional.of(until), clock.today(), Principal.localUser())
                .word();
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> json(String path, String body, String... headers) throws Exception {
        return send("POST", path, body, with(headers, "Content-Type", "application/json"));
    }

    /** As a form of a page of ours sends it. */
    HttpResponse<String> form(String path, String body, String... headers) throws Exception {
        return send(
                "POST",
                path,
                body,
                with(with(headers, "Content-Type", "application/x-www-form-urlencoded"), "Origin", base()));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base() + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static String[] with(String[] headers, String name, String value) {
        // What a test says itself stands last, and so counts.
        var all = new ArrayList<>(List.of(name, value));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }

    /** Signs in by the page; gives the cookie as the browser sends it back. */
    String signIn(String name) throws Exception {
        HttpResponse<String> response = form("/sign-in", "name=" + name + "&password=" + encoded(PASSWORD));
        return cookie(response).orElseThrow(() -> new AssertionError("not signed in: " + response.body()));
    }

    static Optional<String> cookie(HttpResponse<?> response) {
        return response.headers().firstValue("Set-Cookie").map(set -> set.split(";", 2)[0]);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static JsonNode tree(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    @Override
    public void close() {
        server.ifPresent(Server::close);
        wiring.close();
    }
}
