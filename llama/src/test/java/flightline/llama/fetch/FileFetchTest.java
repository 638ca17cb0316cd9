package flightline.llama.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import flightline.corpus.ContentHash;
import flightline.llama.egress.Egress;
import flightline.llama.fetch.FileFetch.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileFetchTest {
    private static final byte[] MODEL = bytes();
    private static final Egress EGRESS = new Egress(Set.of("127.0.0.1"));
    private static final String HASH = ContentHash.of(MODEL).hex();

    private final List<String> ranges = new ArrayList<>();
    private final AtomicLong breakAfter = new AtomicLong(Long.MAX_VALUE);
    private boolean knowsRanges = true;
    private HttpServer server = unstarted();

    @TempDir
    private Path temp;

    @BeforeEach
    void start() {
        server = unstarted();
        server.createContext("/model.gguf", this::serve);
        sendOn("/elsewhere", "/model.gguf");
        sendOn("/round", "/round");
        sendOn("/away", "http://localhost:" + server.getAddress().getPort() + "/model.gguf");
        sendOn("/file", "file:///etc/hostname");
        sendOn("/nowhere", "::");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void file_isFetchedWhole() throws IOException {
        assertThat(fetch("/model.gguf", HASH)).isEqualTo(new Outcome.Fetched(target()));
        assertThat(Files.readAllBytes(target())).isEqualTo(MODEL);
        assertThat(temp).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void nobodyAnswers_orANameThatIsNotKnown_isToldInWords() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThat(why(EGRESS, "http://127.0.0.1:" + port + "/model.gguf"))
                .isEqualTo("nobody answers at 127.0.0.1:" + port);
        assertThat(why(new Egress(Set.of("files.invalid")), "http://files.invalid/model.gguf"))
                .isEqualTo("no address is known for files.invalid");
    }

    private String why(Egress egress, String address) {
        try (var fetch = new FileFetch(egress)) {
            return ((Outcome.BrokenOff)
                            fetch.fetch(URI.create(address), HASH, target(), (done, total) -> {}, () -> false))
                    .why();
        }
    }

    @Test
    void brokenOff_goesOnWhereItEnded() throws IOException {
        breakAfter.set(3_000_000);
        Outcome first = fetch("/model.gguf", HASH);
        assertThat(first).isInstanceOf(Outcome.BrokenOff.class);
        long lies = ((Outcome.BrokenOff) first).bytes();
        assertThat(lies).isBetween(1L, 3_000_000L);
        assertThat(target()).doesNotExist();

        breakAfter.set(Long.MAX_VALUE);
        assertThat(fetch("/model.gguf", HASH)).isEqualTo(new Outcome.Fetched(target()));
        assertThat(ranges).last().isEqualTo("bytes=" + lies + "-");
        assertThat(Files.readAllBytes(target())).isEqualTo(MODEL);
    }

    @Test
    void serverWithoutRanges_isFetchedFromTheStart() throws IOException {
        breakAfter.set(2_000_000);
        assertThat(fetch("/model.gguf", HASH)).isInstanceOf(Outcome.BrokenOff.class);
        breakAfter.set(Long.MAX_VALUE);
        knowsRanges = false;
        assertThat(fetch("/model.gguf", HASH)).isEqualTo(new Outcome.Fetched(target()));
        assertThat(Files.readAllBytes(target())).isEqualTo(MODEL);
    }

    @Test
    void stopped_keepsWhatCame() {
        var told = new AtomicLong();
        try (var fetch = new FileFetch(EGRESS)) {
            Outcome outcome = fetch.fetch(
                    address("/model.gguf"), HASH, target(), (done, total) -> told.set(done), () -> told.get() > 0);
            assertThat(outcome).isEqualTo(new Outcome.BrokenOff(told.get(), "stopped"));
        }
        assertThat(fetch("/model.gguf", HASH)).isEqualTo(new Outcome.Fetched(target()));
    }

    @Test
    void otherFile_isThrownAway() {
        String other = ContentHash.of("another").hex();
        assertThat(fetch("/model.gguf", other)).isEqualTo(new Outcome.OtherHash(HASH));
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void redirection_isFollowed() {
        assertThat(fetch("/elsewhere", HASH)).isEqualTo(new Outcome.Fetched(target()));
    }

    @Test
    void redirection_toAHostThatNobodyNamed_isNotFollowed() {
        assertThat(fetch("/away", HASH)).isEqualTo(new Outcome.SentOn("localhost"));
        assertThat(ranges).isEmpty();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void redirection_toAHostThatIsNamedToo_isFollowed() {
        try (var fetch = new FileFetch(EGRESS.with("localhost"))) {
            assertThat(fetch.fetch(address("/away"), HASH, target(), (done, total) -> {}, () -> false))
                    .isEqualTo(new Outcome.Fetched(target()));
        }
    }

    @Test
    void redirection_thatLeadsNowhere_isTold() {
        assertThat(fetch("/round", HASH)).isEqualTo(new Outcome.BrokenOff(0, "the server sends on more than 5 times"));
        assertThat(fetch("/file", HASH).toString()).contains("file:///etc/hostname', where nothing is fetched from");
        assertThat(fetch("/nowhere", HASH).toString()).contains("'::', which is no address");
    }

    @Test
    void missing_isTold() {
        assertThat(fetch("/nothing", HASH)).isEqualTo(new Outcome.BrokenOff(0, "the server answers with status 404"));
    }

    private Path target() {
        return temp.resolve("model.gguf");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private Outcome fetch(String path, String hash) {
        try (var fetch = new FileFetch(EGRESS)) {
            return fetch.fetch(address(path), hash, target(), (done, total) -> {}, () -> false);
        }
    }

    private void sendOn(String path, String location) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int from = knowsRanges && range != null ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        if (from > 0)
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (MODEL.length - 1) + "/" + MODEL.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, MODEL.length - from);
        int end = (int) Math.min(MODEL.length, from + breakAfter.get() < 0 ? MODEL.length : from + breakAfter.get());
        exchange.getResponseBody().write(Arrays.copyOfRange(MODEL, from, end));
        exchange.close();
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[5_000_000];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
