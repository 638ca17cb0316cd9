package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.policy.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each endpoint, each role: who may. An endpoint that has no line here fails. */
final class WhoMayTest {
    private static final String NOBODY = "(no role)";
    private static final Set<String> ALL = Set.copyOf(Role.words());
    private static final Set<String> LIBRARIANS = Set.of("librarian", "administrator");
    private static final Set<String> RELEASING = Set.of("librarian", "security-officer", "administrator");
    private static final Set<String> IMPORTING = Set.of("librarian", "analyst", "administrator");
    private static final Set<String> BEGINNING = Set.of("librarian", "analyst", "security-officer", "administrator");
    private static final Set<String> MEASURING = Set.of("engineer", "analyst", "security-officer", "administrator");
    private static final Set<String> GENERATING = Set.of("engineer", "librarian", "analyst", "administrator");
    private static final Set<String> OFFICERS = Set.of("security-officer", "administrator");

    /** Who may come in; {@code *} is anyone at all, {@code known} whoever has a key, with or without a role. */
    private static final List<Line> LINES = List.of(
            line("GET /metrics", MEASURING),
            line("GET /health", "*"),
            line("GET /health/ready", "*"),
            line("GET /api/v1/me", "known"),
            line("POST /api/v1/ask", ALL),
            line("POST /api/v1/ask/batch", ALL),
            line("POST /api/v1/diagnose", ALL),
            line("POST /api/v1/diagnose/batch", ALL),
            line("POST /api/v1/search", ALL),
            line("POST /api/v1/search/batch", ALL),
            line("GET /api/v1/show", ALL),
            line("GET /api/v1/dialogues", ALL),
            line("GET /api/v1/dialogues/{id}", ALL),
            line("DELETE /api/v1/dialogues/{id}", ALL),
            line("GET /api/v1/sessions", ALL),
            line("POST /api/v1/sessions", ALL),
            line("GET /api/v1/sessions/{id}", ALL),
            line("POST /api/v1/sessions/{id}/answer", ALL),
            line("POST /api/v1/sessions/{id}/back", ALL),
            line("POST /api/v1/sessions/{id}/stop", ALL),
            line("POST /api/v1/sessions/{id}/close", ALL),
            line("POST /api/v1/sessions/{id}/hand-over", ALL),
            line("GET /api/v1/library", ALL),
            line("GET /api/v1/library/{id}", ALL),
            line("GET /api/v1/library/diff", ALL),
            line("GET /api/v1/library/directives", ALL),
            line("GET /api/v1/library/references", ALL),
            line("GET /api/v1/library/quarantine", ALL),
            line("DELETE /api/v1/library/{id}", LIBRARIANS),
            line("POST /api/v1/library/{id}/approve", RELEASING),
            line("POST /api/v1/library/{id}/reject", RELEASING),
            line("POST /api/v1/ingest", LIBRARIANS),
            line("POST /api/v1/import-records", IMPORTING),
            line("POST /api/v1/import-records/preview", IMPORTING),
            line("POST /api/v1/fleet", ALL),
            line("POST /api/v1/draft/{kind}", Set.of("technician", "engineer", "administrator")),
            line("POST /api/v1/generate/query", GENERATING),
            line("POST /api/v1/generate/s1000d", GENERATING),
            line("POST /api/v1/feedback", ALL),
            line("GET /api/v1/runs", ALL),
            line("GET /api/v1/jobs", BEGINNING),
            line("GET /api/v1/jobs/{id}", BEGINNING),
            line("DELETE /api/v1/jobs/{id}", BEGINNING),
            line("GET /api/v1/models", ALL),
            line("POST /api/v1/models", Set.of("administrator")),
            line("POST /api/v1/models/verify", Set.of("administrator")),
            line("POST /api/v1/models/{name}/evaluate", Set.of("administrator")),
            line("POST /api/v1/models/{name}/promote", Set.of("administrator")),
            line("POST /api/v1/models/rollback", Set.of("administrator")),
            line("DELETE /api/v1/models/{name}", Set.of("administrator")),
            line("GET /api/v1/library/export", RELEASING),
            line("GET /api/v1/fleet/export", RELEASING),
            line("DELETE /api/v1/fleet/records/{file}", IMPORTING),
            line("POST /api/v1/policy/install", OFFICERS),
            line("POST /api/v1/policy/rollback", OFFICERS),
            line("GET /api/v1/backups", Set.of("administrator")),
            line("POST /api/v1/backups", Set.of("administrator")),
            line("GET /api/v1/backups/{name}", Set.of("administrator")),
            line("DELETE /api/v1/backups/{name}", Set.of("administrator")),
            line("GET /api/v1/policy", ALL),
            line("POST /api/v1/policy/check", ALL),
            line("POST /api/v1/policy/check/batch", ALL),
            line("GET /api/v1/policy/test", ALL),
            line("GET /api/v1/policy/explain/{entry}", OFFICERS),
            line("POST /api/v1/policy/replay", OFFICERS),
            line("GET /api/v1/audit", OFFICERS),
            line("GET /api/v1/audit/export", OFFICERS),
            line("GET /api/v1/audit/verify", OFFICERS),
            line("GET /api/v1/check", RELEASING),
            line("GET /api/v1/people", Set.of("administrator")),
            line("POST /api/v1/people", Set.of("administrator")),
            line("DELETE /api/v1/people/{name}", Set.of("administrator")),
            line("POST /api/v1/people/{name}/password", Set.of("administrator")),
            line("POST /api/v1/people/{name}/keys", Set.of("administrator")),
            line("DELETE /api/v1/keys/{id}", Set.of("administrator")),
            line("POST /mcp", "known"),
            line("POST /v1/chat/completions", ALL),
            line("POST /v1/embeddings", ALL),
            line("GET /v1/models", ALL),
            line("GET /v1/models/{model}", ALL));

    /** Tells nobody more than they said themselves. */
    private static final String ONESELF = "GET /api/v1/me";

    /** Says what it is for only once it has looked into the message: the tools and documents ask for themselves. */
    private static final String PROTOCOL = "POST /mcp";

    @TempDir
    private static Path temp = Path.of("unused");

    private static @Nullable Premises premises;
    private static final Map<String, String> KEYS = new HashMap<>();

    /** @param may roles; {@code *} or {@code known} */
    record Line(String place, Set<String> may) {
        String method() {
            return place.split(" ")[0];
        }

        String path() {
            return place.split(" ")[1].replaceAll("\\{[^}]*}", "x");
        }

        @Override
        public String toString() {
            return place;
        }
    }

    private static Line line(String place, String who) {
        return new Line(place, Set.of(who));
    }

    private static Line line(String place, Set<String> roles) {
        return new Line(place, roles);
    }

    @BeforeAll
    static void open() throws Exception {
        premises = new Premises(temp);
        for (String role : Role.words()) KEYS.put(role, premises.program("one-" + role, role));
        KEYS.put(NOBODY, premises.program("roleless"));
        premises.serve();
    }

    @AfterAll
    static void close() {
        if (premises != null) {
            premises.close();
            assertThat(premises.faults).isEmpty();
        }
    }

    private static Premises premises() {
        return java.util.Objects.requireNonNull(premises);
    }

    static List<Line> lines() {
        return LINES;
    }

    @Test
    void everyEndpoint_hasItsLine() {
        assertThat(LINES.stream().map(Line::place).collect(Collectors.toSet()))
                .isEqualTo(premises().server().endpoints().stream()
                        .map(endpoint -> endpoint.method() + " " + endpoint.path())
                        .collect(Collectors.toSet()));
    }

    private static HttpResponse<String> ask(Line line, String... headers) throws Exception {
        return line.method().equals("POST")
                ? premises().json(line.path(), "{}", headers)
                : premises().send(line.method(), line.path(), "", headers);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void place_isForThoseOfItsLine_andNobodyElse(Line line) throws Exception {
        // Keys that are none are counted, and would make the next line wait.
        premises().clock.pass(Duration.ofMinutes(31));
        boolean anyone = line.may().contains("*");
        HttpResponse<String> without = ask(line);
        assertThat(without.statusCode() == 401).as("without credentials").isEqualTo(!anyone);
        assertThat(ask(line, "Authorization", "Bearer flk_00000000_made-up").statusCode() == 401)
                .as("with a key that is none")
                .isEqualTo(!anyone);
        if (anyone) return;
        assertThat(without.headers().firstValue("WWW-Authenticate")).isPresent();

        var let = new ArrayList<String>();
        for (String role : KEYS.keySet()) {
            HttpResponse<String> response = ask(line, "Authorization", "Bearer " + KEYS.get(role));
            assertThat(response.statusCode()).as(role).isNotEqualTo(401).isLessThan(500);
            if (response.statusCode() == 403)
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            else let.add(role);
        }
        var expected = new ArrayList<>(KEYS.keySet());
        if (!line.may().contains("known")) expected.removeIf(role -> !line.may().contains(role));
        assertThat(let).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void key_forAnotherAct_isTurnedAway(Line line) throws Exception {
        if (line.may().contains("*")
                || line.place().equals(ONESELF)
                || line.place().equals(PROTOCOL)) return;
        String elsewhere = premises().key("one-administrator", LocalDate.parse("2027-01-01"), "model-learn");
        assertThat(ask(line, "Authorization", "Bearer " + elsewhere).statusCode())
                .isEqualTo(403);
    }

    /** Pages, and the room for programs that speak the Model Context Protocol: nothing that is held is told to who has no role. */
    @Test
    void whoHasNoRole_findsNothingOnAnyPage_norByTheProtocol() throws Exception {
        String nobody = "Bearer " + KEYS.get(NOBODY);
        for (String page : Premises.pages())
            assertThat(premises()
                            .send(
                                    page.split(" ")[0],
                                    page.split(" ")[1] + "?document=x&id=x&name=x&entry=A-000001&dialogue=x&question=x",
                                    page.startsWith("POST")
                                            ? "text=x&document=x&decision=approve&reason=x&dialogue=x&session=x&kind=workcard"
                                                    + "&answer=x&since=2026-01-01&until=2026-01-02"
                                            : "",
                                    "Authorization",
                                    nobody,
                                    "Content-Type",
                                    "application/x-www-form-urlencoded")
                            .statusCode())
                    .as(page)
                    .isEqualTo(403);
        for (String call : List.of(
                tool("search", "{\"query\": \"pressure\"}"),
                tool("ask", "{\"question\": \"pressure?\"}"),
                tool("diagnose", "{\"complaint\": \"pressure low\"}"),
                tool("fleet", "{\"question\": \"top causes\"}"),
                tool("library", "{}"),
                tool("show", "{\"record\": \"x\"}"),
                message("resources/list", "{}"),
                message("resources/read", "{\"uri\": \"flightline://document/x\"}")))
            assertThat(premises().json("/mcp", call, "Authorization", nobody).body())
                    .as(call)
                    .contains("has no role");
    }

    private static String tool(String name, String arguments) {
        return message("tools/call", "{\"name\": \"" + name + "\", \"arguments\": " + arguments + "}");
    }

    private static String message(String method, String params) {
        return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"" + method + "\", \"params\": " + params + "}";
    }

    @Test
    void tools_areForThoseWhoseKeyIsForTheirAct() throws Exception {
        String searching = premises().key("one-technician", LocalDate.parse("2027-01-01"), "search");
        assertThat(tool("search", "{\"query\": \"rudder\"}", searching)).doesNotContain("this key is not for");
        assertThat(tool("ask", "{\"question\": \"torque?\"}", searching))
                .contains("this key is not for 'ask'; it is for search");
        assertThat(tool("library", "{}", searching)).contains("this key is not for 'show'; it is for search");
        String listed = premises()
                .json(
                        "/mcp",
                        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"resources/list\"}",
                        "Authorization",
                        "Bearer " + searching)
                .body();
        assertThat(listed).contains("this key is not for 'show'");
    }

    private static String tool(String name, String arguments, String key) throws Exception {
        String message = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \""
                + name + "\", \"arguments\": " + arguments + "}}";
        return premises()
                .json("/mcp", message, "Authorization", "Bearer " + key)
                .body();
    }

    @Test
    void pages_leadEverybodyElseToTheSignIn() throws Exception {
        for (String page : List.of("/", "/show?document=x&start=1&end=2", "/openapi", "/nothing")) {
            assertThat(premises().get(page, "Accept", "text/html").statusCode())
                    .as(page)
                    .isEqualTo(303);
            assertThat(premises().get(page).statusCode()).as(page).isEqualTo(401);
        }
        for (String open : List.of("/health", "/sign-in", "/assets/style.css", "/assets/icon.svg"))
            assertThat(premises().get(open).statusCode()).as(open).isEqualTo(200);
    }
}
