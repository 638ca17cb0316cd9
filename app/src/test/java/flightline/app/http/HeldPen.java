package flightline.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import flightline.app.wiring.LlamaSettings;
import flightline.llama.served.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A Llama over the wire that says nothing before it is let. */
public final class HeldPen implements AutoCloseable {
    private final CountDownLatch let = new CountDownLatch(1);
    private final HttpServer server;
    private volatile String words = "{\"statements\": []}";

    public HeldPen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            try {
                let.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ObjectNode event = ApiStand.JSON.createObjectNode().put("model", "llama-x");
            ObjectNode choice = event.putArray("choices").addObject();
            choice.putObject("delta").put("content", words);
            choice.put("finish_reason", "stop");
            byte[] body = ("data: " + event + "\n\ndata: [DONE]\n\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Settings by which it writes. */
    public LlamaSettings settings() {
        LlamaSettings usual = LlamaSettings.STANDARD;
        return new LlamaSettings(
                false,
                List.of(endpoint()),
                usual.hosts(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                usual.deadline(),
                usual.adapters(),
                usual.signedBy());
    }

    private Endpoint endpoint() {
        return new Endpoint(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1"),
                "llama-x",
                "",
                0,
                Endpoint.Grammars.NONE,
                Optional.empty());
    }

    /** Lets it quote these words, of whichever of the first passages has them. */
    public void quote(String quote) {
        ObjectNode reply = ApiStand.JSON.createObjectNode();
        ArrayNode statements = reply.putArray("statements");
        for (int passage = 1; passage <= 8; passage++) {
            ObjectNode statement = statements.addObject();
            statement.putArray("passages").add(passage);
            statement.put("quote", quote).put("text", "");
        }
        words = reply.toString();
        let.countDown();
    }

    /** Lets it write, but it has nothing to say. */
    public void let() {
        let.countDown();
    }

    @Override
    public void close() {
        let.countDown();
        server.stop(0);
    }
}
