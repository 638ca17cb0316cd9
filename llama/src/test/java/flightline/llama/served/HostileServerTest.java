package flightline.llama.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.llama.egress.Egress;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.Prompt;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that are slow, lie, break off or answer for somebody else. */
final class HostileServerTest {
    private static final Egress EGRESS = new Egress(Set.of("127.0.0.1"));
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n";
    private static final String WORD = event("pump ", "null");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private ServerSocket socket = unbound();

    /** What a server does with a connection once it has read the request. */
    private interface Manner {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    @BeforeEach
    void bind() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void unbind() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    @Test
    void slow_isNotWaitedForLongerThanTheDeadline() {
        serve(out -> Thread.sleep(Duration.ofMinutes(5)));
        assertThat(generate(prompt(Duration.ofMillis(300)))).isInstanceOf(Generation.TimedOut.class);
    }

    @Test
    void slowAfterTheFirstWord_isNotWaitedForEither() {
        serve(out -> {
            out.write((HEAD + "\r\n" + WORD).getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(Duration.ofMinutes(5));
        });
        Generation generation = generate(prompt(Duration.ofMillis(600)));
        assertThat(generation).isInstanceOf(Generation.TimedOut.class);
        assertThat(generation.text()).isEqualTo("pump ");
    }

    @Test
    void promisesMoreBytesThanItSends_fails() {
        serve(text(HEAD + "Content-Length: 100000\r\n\r\n" + WORD));
        assertFails("broke off", "pump ");
    }

    @Test
    void promisesFewerBytesThanItSends_fails() {
        serve(text(HEAD + "Content-Length: 20\r\n\r\n" + WORD + WORD));
        assertFails("closed the connection in the middle", "");
    }

    @Test
    void halfAnEvent_fails() {
        serve(text(HEAD + "\r\n" + WORD + "data: {\"choices\": [{\"delta\": {\"content\n\n"));
        assertFails("no whole JSON", "pump ");
    }

    @Test
    void eventThatIsNoObject_fails() {
        serve(text(HEAD + "\r\ndata: [1, 2]\n\n"));
        assertFails("no JSON object", "");
    }

    @Test
    void closesInTheMiddle_fails() {
        serve(text(HEAD + "\r\n" + WORD));
        assertFails("closed the connection in the middle", "pump ");
    }

    @Test
    void endsWithoutSayingWhy_fails() {
        serve(text(HEAD + "\r\n" + WORD + "data: [DONE]\n\n"));
        assertFails("ended without saying why", "pump ");
    }

    @Test
    void answersAsAnotherModel_fails() {
        serve(text(HEAD + "\r\n" + WORD.replace("llama-x", "parrot-1") + "data: [DONE]\n\n"));
        assertFails("answers as another model, 'parrot-1'", "");
    }

    @Test
    void endsBecauseOfAFilter_fails() {
        serve(text(HEAD + "\r\n" + event("pump", "\"content_filter\"") + "data: [DONE]\n\n"));
        assertFails("ended for 'content_filter'", "pump");
    }

    @Test
    void errorInTheMiddle_isTold() {
        serve(text(HEAD + "\r\n" + WORD + "data: {\"error\": {\"message\": \"out of memory\"}}\n\n"));
        assertFails("reported an error: out of memory", "pump ");
    }

    @Test
    void answersWithAPage_fails() {
        serve(text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello"));
        assertFails("answers with text/html where a stream of events was asked for", "");
    }

    @Test
    void sendsElsewhere_isNotFollowed() {
        serve(text("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"));
        assertFails("answers with status 302", "");
    }

    @Test
    void refusesTheKey_isToldAndNotTriedAgain() {
        String body = "{\"error\": {\"message\": \"no such key\"}}";
        serve(text("HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body));
        assertFails("answers with status 401: no such key", "");
        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void alwaysBusy_isTriedAgainOnlyAsTheBudgetGoes() {
        serve(text("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"));
        try (var model = model()) {
            for (int i = 0; i < 20; i++)
                assertThat(model.generate(prompt(Duration.ofMinutes(1)), LanguageModel.Hearer.none()))
                        .isInstanceOf(Generation.Failed.class);
        }
        assertThat(asked.get())
                .as("20 requests, 10 retries and a tenth of the requests")
                .isBetween(30, 32);
    }

    @Test
    void lineWithoutEnd_fails() {
        serve(out -> {
            out.write((HEAD + "\r\ndata: ").getBytes(StandardCharsets.UTF_8));
            byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) out.write(block);
        });
        assertFails("sent a line of more than", "");
    }

    @Test
    void writesWithoutEnd_isCutOffAtTheLimit() {
        serve(out -> {
            out.write((HEAD + "\r\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100_000; i++) out.write(WORD.getBytes(StandardCharsets.UTF_8));
        });
        Generation generation = generate(prompt(Duration.ofMinutes(1)));
        assertThat(generation).isInstanceOf(Generation.CutOff.class);
        assertThat(generation.text()).isEqualTo("pump ".repeat(50));
    }

    @Test
    void grammar_isNotSentToAServerThatDoesNotKnowIt() {
        Prompt prompt = prompt(Duration.ofMinutes(1));
        var grammar = new Prompt(
                prompt.turns(), new Form.Grammar("root ::= \"x\""), prompt.sampling(), 5, List.of(), prompt.deadline());
        assertThat(((Generation.Failed) generate(grammar)).why()).endsWith("is not set up to take grammars");
    }

    @Test
    void address_mustBeOneOfAServer() {
        for (String wrong : List.of("ftp://x/v1", "x/v1", "http:///v1", "http://user:pass@x/v1", "http://x/v1?key=1"))
            assertThatThrownBy(
                            () -> new Endpoint(URI.create(wrong), "m", "", 0, Endpoint.Grammars.NONE, Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertFails(String why, String text) {
        Generation generation = generate(prompt(Duration.ofMinutes(1)));
        assertThat(generation).isInstanceOf(Generation.Failed.class);
        assertThat(((Generation.Failed) generation).why()).contains(why);
        assertThat(generation.text()).isEqualTo(text);
    }

    private Generation generate(Prompt prompt) {
        try (var model = model()) {
            return model.generate(prompt, LanguageModel.Hearer.none());
        }
    }

    private ServedLlama model() {
        var base = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
        var endpoint = new Endpoint(base, "llama-x", "", 0, Endpoint.Grammars.NONE, Optional.empty());
        return new ServedLlama(List.of(endpoint), EGRESS, System::nanoTime);
    }

    private static Prompt prompt(Duration deadline) {
        return new Prompt(
                List.of(new Turn(Role.USER, "no pressure")),
                new Form.Free(),
                Sampling.greedy(1),
                50,
                List.of(),
                deadline);
    }

    private static String event(String text, String finish) {
        return "data: {\"model\": \"llama-x\", \"choices\": [{\"delta\": {\"content\": \"" + text
                + "\"}, \"finish_reason\": " + finish + "}]}\n\n";
    }

    private static Manner text(String answer) {
        return out -> out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    private void serve(Manner manner) {
        var ignored = threads.submit(() -> {
            while (!socket.isClosed()) {
                Socket one = socket.accept();
                threads.execute(() -> answered(one, manner));
            }
            return null;
        });
    }

    private void answered(Socket one, Manner manner) {
        try {
            answer(one, manner);
        } catch (IOException | InterruptedException e) {
            // Whoever asked has turned away, or the test is over.
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Socket one, Manner manner) throws IOException, InterruptedException {
        try (one;
                var in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8))) {
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine())
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    length = Integer.parseInt(line.substring(15).strip());
            for (int i = 0; i < length; i++) if (in.read() < 0) break;
            asked.incrementAndGet();
            manner.answer(one.getOutputStream());
        }
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
