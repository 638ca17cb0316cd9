package flightline.cluster.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import flightline.cluster.OwnCertificate;
import flightline.model.HashingEmbedder;
import flightline.search.EvidenceQuery;
import flightline.search.IndexTrouble;
import flightline.search.PassageIndex;
import flightline.search.Shelves;
import flightline.vault.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who is spoken to over TLS, and who is let in. The OpenSearch of the tests has no TLS, which is a plug-in's work; the server here
 * has it, and answers as an empty cluster does.
 */
final class TrustedClusterTest {
    private static final Map<String, String> WORKSHOP =
            Map.of("FLIGHTLINE_INDEX_USER", "line", "FLIGHTLINE_INDEX_PASSWORD", "right");
    private static final List<String> SENT = new CopyOnWriteArrayList<>();

    @TempDir
    private static Path folder;

    private static HttpsServer server;
    private static ServerSocket plain;
    private static Path certificate;

    @BeforeAll
    static void start() throws Exception {
        var own = OwnCertificate.in(folder);
        certificate = own.certificate();
        server = HttpsServer.create(here(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own.server()));
        server.createContext("/", TrustedClusterTest::answer);
        server.start();
        plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(TrustedClusterTest::answerPlainly);
    }

    /** As a server does that hears TLS and knows none of it. */
    private static void answerPlainly() {
        try {
            while (true)
                try (Socket caller = plain.accept()) {
                    if (caller.getInputStream().read() < 0) continue;
                    caller.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
                }
        } catch (IOException closed) {
            // The tests are over.
        }
    }

    private static InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            SENT.add(given);
            boolean right = given.equals("Basic bGluZTpyaWdodA==") || given.equals("ApiKey key");
            byte[] body = (right ? "{\"found\":false}" : "{\"error\":\"no\"}").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(right ? 404 : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop(0);
        plain.close();
    }

    private static void ask(String address, Map<String, String> environment) {
        var parsed = IndexAddress.parse(address);
        var embedder = new HashingEmbedder();
        try (var indexes = new OpenSearchIndexes(
                parsed, Credentials.of(environment, parsed), embedder, "one", System::nanoTime, Bench.QUICK)) {
            PassageIndex index =
                    indexes.passages(embedder, Shelves.ABBREVIATIONS, word -> Optional.empty(), Vault.clear());
            assertThat(index.search(EvidenceQuery.of("pump", 10, Shelves.TODAY)).hits())
                    .isEmpty();
        }
    }

    private static String named(String host, Path authorities) {
        return "opensearchs://" + host + ":" + server.getAddress().getPort() + "/line?ca=" + authorities;
    }

    @Test
    void serverOfTheFile_isBelieved_andToldUserAndPassword() {
        ask(named("localhost", certificate), WORKSHOP);
        assertThat(SENT).contains("Basic bGluZTpyaWdodA==");
        ask(named("localhost", certificate), Map.of("FLIGHTLINE_INDEX_API_KEY", "key"));
        assertThat(SENT).contains("ApiKey key");
    }

    @Test
    void niceErrorOn_aWrongPassword_withoutIt() {
        assertThatThrownBy(() -> ask(
                        named("localhost", certificate),
                        Map.of("FLIGHTLINE_INDEX_USER", "line", "FLIGHTLINE_INDEX_PASSWORD", "wrong one")))
                .isInstanceOf(IndexTrouble.Away.class)
                .hasMessageContaining("does not let us in (HTTP 401); check FLIGHTLINE_INDEX_USER")
                .hasMessageNotContaining("wrong one");
    }

    @Test
    void niceErrorOn_aCertificateThatNobodyVouchesFor_beforeAnyPasswordIsSent() {
        SENT.clear();
        String address = "opensearchs://localhost:" + server.getAddress().getPort() + "/line";
        assertThatThrownBy(() -> ask(address, WORKSHOP))
                .isInstanceOf(IndexTrouble.Away.class)
                .hasMessageContaining(address)
                .hasMessageContaining("its certificate is refused (")
                .hasMessageContaining("?ca=FILE")
                .hasMessageNotContaining("\n");
        assertThat(SENT).isEmpty();
    }

    @Test
    void niceErrorOn_aCertificateOfAnotherName() {
        assertThatThrownBy(() -> ask(named("127.0.0.1", certificate), WORKSHOP))
                .isInstanceOf(IndexTrouble.Away.class)
                .hasMessageContaining("its certificate is refused (")
                .hasMessageContaining("name the host as its certificate does")
                .hasMessageNotContaining("\n");
    }

    @Test
    void niceErrorOn_aServerWithoutTls() {
        String address = "opensearchs://localhost:" + plain.getLocalPort() + "/line?ca=" + certificate;
        assertThatThrownBy(() -> ask(address, WORKSHOP))
                .isInstanceOf(IndexTrouble.Away.class)
                .hasMessageContaining("speaks no TLS");
    }

    @Test
    void niceErrorOn_aFileWithoutCertificates_orNone() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
        assertThatThrownBy(() -> ask(named("localhost", empty), WORKSHOP))
                .isInstanceOf(IndexTrouble.Away.class)
                .hasMessageContaining("empty.pem holds no certificate that can be read; ca=FILE must name");
        assertThatThrownBy(() -> ask(named("localhost", folder.resolve("gone.pem")), WORKSHOP))
                .isInstanceOf(IndexTrouble.Away.class)
                .hasMessageContaining("gone.pem is not there");
    }
}
