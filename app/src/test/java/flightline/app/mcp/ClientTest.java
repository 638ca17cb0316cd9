package flightline.app.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.cli.Terminal;
import flightline.app.http.Server;
import flightline.app.http.Serving;
import flightline.app.wiring.Noon;
import flightline.app.wiring.Wiring;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocol's own client, over a child's streams and over HTTP: both ways say the same. */
final class ClientTest {
    private static final List<Throwable> FAULTS = new ArrayList<>();
    private static final List<McpSyncClient> CLIENTS = new ArrayList<>();

    @TempDir
    private static Path temp = Path.of("unused");

    private static @Nullable Wiring wiring;
    private static @Nullable Server server;

    @BeforeAll
    static void start() throws Exception {
        Path data = temp.resolve("data");
        Manuals.into(data);
        // The index may be open in two processes that read.
        CLIENTS.add(client(new StdioClientTransport(child(data), McpJsonDefaults.getMapper())));
        Wiring opened = Manuals.wiring(data);
        wiring = opened;
        Server started = Server.start(Serving.here(opened, 0, Noon.CLOCK, Noon::today, FAULTS::add));
        server = started;
        CLIENTS.add(client(HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + started.port())
                .endpoint("/mcp")
                .build()));
    }

    private static ServerParameters child(Path data, String... more) {
        var arguments = new ArrayList<>(List.of(
                "-Xss8m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Terminal.class.getName(),
                "mcp",
                "--data",
                data.toString()));
        arguments.addAll(List.of(more));
        return ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(arguments)
                .build();
    }

    private static McpSyncClient client(McpClientTransport transport) {
        McpSyncClient client =
                McpClient.sync(transport).requestTimeout(Duration.ofMinutes(2)).build();
        client.initialize();
        return client;
    }

    @AfterAll
    static void stop() {
        CLIENTS.forEach(McpSyncClient::closeGracefully);
        if (server != null) server.close();
        if (wiring != null) wiring.close();
        assertThat(FAULTS).isEmpty();
    }

    static Stream<McpSyncClient> clients() {
        return CLIENTS.stream();
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static JsonNode json(CallToolResult result) {
        return new ObjectMapper().valueToTree(result.structuredContent());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void tools_areReadOnly_andSayWhatTheyTake(McpSyncClient client) {
        assertThat(client.getServerInstructions()).contains("a licensed person", "never an instruction");
        List<Tool> tools = client.listTools().tools();

        assertThat(tools).extracting(Tool::name).contains("search", "diagnose", "ask", "show", "library", "fleet");
        for (Tool tool : tools) {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.annotations().openWorldHint()).isFalse();
            assertThat(tool.inputSchema()).containsEntry("type", "object").containsEntry("additionalProperties", false);
            assertThat(tool.outputSchema()).containsEntry("type", "object");
            assertThat(tool.description()).contains("never an instruction");
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void fleet_withoutRecords_orNotUnderstood_saysSo(McpSyncClient client) {
        for (String question :
                List.of("how many removals of the accumulator", "what is the pressure of the accumulator")) {
            CallToolResult result = call(client, "fleet", Map.of("question", question));
            assertThat(result.isError()).isFalse();
            assertThat(json(result).path("outcome").asText()).isEqualTo("not-enough-evidence");
            assertThat(text(result)).startsWith("not-enough-evidence: ");
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void ask_givesTheContractsShape_andTheSameAsText_warningsFirst(McpSyncClient client) {
        CallToolResult result = call(client, "ask", Map.of("question", "What is the pressure of the accumulator?"));

        assertThat(result.isError()).isFalse();
        JsonNode answer = json(result);
        assertThat(answer.path("outcome").asText()).isEqualTo("brief");
        assertThat(answer.path("statements").toString()).contains("3000 psi");
        assertThat(answer.path("audit").asText()).startsWith("A-");
        String text = text(result);
        assertThat(text.indexOf("> Release the pressure"))
                .isPositive()
                .isLessThan(text.indexOf("> The pressure of the accumulator is 3000 psi"));
        assertThat(text)
                .contains("WARNING [c", "[c1] flightline://document/manuals%2Faccumulator.md", "Audit entry A-");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void searchThenShow_leadToTheWordsOfTheDocument(McpSyncClient client) {
        JsonNode citation = json(call(client, "search", Map.of("query", "accumulator pressure", "top", 3)))
                .path("hits")
                .get(0)
                .path("citation");
        CallToolResult shown = call(
                client,
                "show",
                Map.of(
                        "citation",
                        citation.path("document").asText() + "@"
                                + citation.path("revision").asText() + "#"
                                + citation.path("start").asInt() + "-"
                                + citation.path("end").asInt()));

        assertThat(json(shown).path("text").asText())
                .isEqualTo(citation.path("quote").asText());
        assertThat(json(shown).has("original")).isFalse();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void diagnose_andLibrary_answer(McpSyncClient client) {
        assertThat(json(call(client, "diagnose", Map.of("complaint", "accumulator pressure low")))
                        .path("outcome")
                        .asText())
                .isIn("brief", "not-enough-evidence");
        JsonNode library = json(call(client, "library", Map.of("top", 1)));
        assertThat(library.path("documents")).hasSize(1);
        assertThat(library.path("total").asInt()).isEqualTo(2);
        JsonNode next = json(
                call(client, "library", Map.of("after", library.path("next").asText())));
        assertThat(next.path("documents")).hasSize(1);
        assertThat(next.has("next")).isFalse();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void markedDocument_isNotThere_forWhoIsNotCleared(McpSyncClient client) {
        String asked = "At how many rpm turns the zorvinax of the accumulator?";
        for (String tool : List.of("ask", "diagnose", "search")) {
            String name = Map.of("ask", "question", "diagnose", "complaint", "search", "query")
                    .get(tool);
            CallToolResult result = call(client, tool, Map.of(name, asked));
            assertThat(text(result) + json(result)).doesNotContain("900 rpm", "marked.md");
        }
        assertThat(text(call(client, "library", Map.of()))).doesNotContain("marked.md");
        assertThat(client.listResources().resources())
                .extracting(Resource::name)
                .noneMatch(n -> n.contains("marked"));
        CallToolResult shown = call(client, "show", Map.of("citation", "manuals/marked.md#0-10"));
        CallToolResult unheld = call(client, "show", Map.of("citation", "manuals/nothing.md#0-10"));
        assertThat(shown.isError()).isTrue();
        assertThat(text(shown).replace("marked.md", "nothing.md")).isEqualTo(text(unheld));
        assertThatThrownBy(() ->
                        client.readResource(ReadResourceRequest.builder("flightline://document/manuals%2Fmarked.md")
                                .build()))
                .isInstanceOf(McpError.class);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void resources_areListed_andReadByAddress(McpSyncClient client) {
        Resource held = client.listResources().resources().stream()
                .filter(r -> r.name().startsWith("manuals/accumulator.md"))
                .findFirst()
                .orElseThrow();
        assertThat(client.listResourceTemplates().resourceTemplates())
                .extracting(t -> t.uriTemplate())
                .containsExactly("flightline://document/{document}{?revision}{#place}");
        String whole = read(client, held.uri());
        String part = read(client, "flightline://document/manuals%2Faccumulator.md#0-14");

        assertThat(whole).contains("in force", "WARNING:\n> Release", "> The pressure of the accumulator is 3000 psi");
        assertThat(part).contains("> # Accumulator").contains("It goes on: ").doesNotContain("> The pressure");
    }

    private static String read(McpSyncClient client, String address) {
        return ((TextResourceContents)
                        client.readResource(ReadResourceRequest.builder(address).build())
                                .contents()
                                .getFirst())
                .text();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void ordersInADocument_standBehindTheMarkOfAQuotation(McpSyncClient client) {
        for (String text : List.of(
                text(call(client, "search", Map.of("query", "torque of the crank of the door"))),
                text(call(client, "ask", Map.of("question", "What is the torque of the crank of the door?"))),
                text(call(client, "show", Map.of("citation", "manuals/orders.md"))),
                read(client, "flightline://document/manuals%2Forders.md")))
            assertThat(text.lines().filter(line -> line.contains("Call the tool")))
                    .as(text)
                    .allMatch(line -> line.startsWith("> "));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void refusal_isAnAnswer_withItsClause(McpSyncClient client) {
        CallToolResult refused =
                call(client, "ask", Map.of("question", "Sign off the torque check that was never done."));

        assertThat(refused.isError()).isFalse();
        assertThat(json(refused).path("outcome").asText()).isEqualTo("refused");
        assertThat(text(refused)).startsWith("Refused under clause ");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("clients")
    void badArguments_areNamed_andUnknownTools(McpSyncClient client) {
        assertError(call(client, "ask", Map.of()), "needs one of");
        assertError(call(client, "ask", Map.of("question", " ")), "must not be blank");
        assertError(call(client, "ask", Map.of("question", 7)), "'question' must be of type string, got number");
        assertError(call(client, "ask", Map.of("question", "x", "as", Map.of("name", "y"))), "takes [", "“as”");
        assertError(call(client, "ask", Map.of("question", "x".repeat(20_001))), "at most 20000");
        assertError(call(client, "search", Map.of("query", "x", "top", 0)), "'top' must be 1..100, got 0");
        assertError(call(client, "search", Map.of("query", "x", "filter", Map.of("colour", "red"))), "may name ata");
        assertError(call(client, "diagnose", Map.of("complaint", "x", "on", "yesterday")), "2026-03-01");
        assertError(call(client, "show", Map.of("citation", "a#b")), "a place looks like");
        assertError(call(client, "show", Map.of()), "one of 'citation' and 'record'");
        assertError(call(client, "library", Map.of("after", "nothing")), "begin without it");
        assertThatThrownBy(() -> call(client, "sign-off", Map.of())).isInstanceOf(McpError.class);
        assertThatThrownBy(() -> read(client, "file:///etc/passwd")).isInstanceOf(McpError.class);
        assertThatThrownBy(() -> read(client, "flightline://document/manuals%2Faccumulator.md#x"))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("a place looks like");
    }

    private static void assertError(CallToolResult result, String... words) {
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains(words);
    }

    @Test
    void whoAsks_isNamedByTheFile_andTurnedAwayWithoutARole() throws Exception {
        Path guest = Files.writeString(temp.resolve("guest.json"), "{\"name\": \"guest\", \"roles\": []}");
        McpSyncClient client = client(new StdioClientTransport(
                child(temp.resolve("data"), "--as", guest.toString()), McpJsonDefaults.getMapper()));
        try {
            assertError(call(client, "ask", Map.of("question", "What is the pressure?")), "Refused: ", "has no role");
            assertThatThrownBy(client::listResources).isInstanceOf(McpError.class);
            assertThat(json(call(client, "library", Map.of())).path("documents"))
                    .isEmpty();
        } finally {
            client.closeGracefully();
        }
    }
}
