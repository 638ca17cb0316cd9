package flightline.llama.fetch;

import flightline.corpus.ContentHash;
import flightline.llama.egress.Egress;
import flightline.llama.egress.Line;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Fetches one large file, going on where an earlier try was broken off. The file appears under its name only when its
 * SHA-256 is the one that was asked for.
 */
public final class FileFetch implements AutoCloseable {
    private static final int CHUNK = 1 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int WHOLE = 200;
    private static final int PARTIAL = 206;
    private static final int NOTHING_BEYOND = 416;
    private static final Set<Integer> SENDS_ON = Set.of(301, 302, 303, 307, 308);

    private static final int MOST_REDIRECTIONS = 5;

    private final Egress egress;
    private final Line line;

    /** @param egress the way to the addresses that will be asked for */
    public FileFetch(Egress egress) {
        this.egress = egress;
        this.line = egress.line(CONNECT);
    }

    /** Told how far it has come. */
    @FunctionalInterface
    public interface Told {
        /** @param total bytes in all, 0 where the server does not say */
        void at(long done, long total);
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Fetched(Path file) implements Outcome {}

        /**
         * Stopped or broken off; the same again goes on from here.
         *
         * @param bytes that lie here already
         */
        record BrokenOff(long bytes, String why) implements Outcome {}

        /** The place sends on to a host that nobody named; nothing was asked there. */
        record SentOn(String host) implements Outcome {}

        /** The whole file came, and is another than the one asked for; it was thrown away. */
        record OtherHash(String sha256) implements Outcome {}
    }

    /**
     * @param sha256 64 lower-case hexadecimal digits
     * @param target where it shall lie; while it is not whole, {@code NAME.part} lies beside it
     */
    public Outcome fetch(URI address, String sha256, Path target, Told told, BooleanSupplier stop) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(
                    Objects.requireNonNull(target.toAbsolutePath().getParent()));
            long from = Files.exists(part) ? Files.size(part) : 0;
            HttpResponse<InputStream> response = ask(address, from);
            URI asked = address;
            // Places that hold models send on to where the bytes lie; what comes is held against the hash.
            for (int redirections = 0; sendsOn(response); redirections++) {
                response.body().close();
                if (redirections == MOST_REDIRECTIONS)
                    return new Outcome.BrokenOff(from, "the server sends on more than " + MOST_REDIRECTIONS + " times");
                asked = next(asked, response);
                if (!egress.leadsTo(asked)) return new Outcome.SentOn(String.valueOf(asked.getHost()));
                response = ask(asked, from);
            }
            try (InputStream body = response.body()) {
                switch (response.statusCode()) {
                    case WHOLE -> receive(body, part, 0, length(response), told, stop);
                    case PARTIAL -> receive(body, part, begins(response, from), length(response), told, stop);
                    // All of it lies here already; the hash decides whether it is the right one.
                    case NOTHING_BEYOND -> {}
                    default -> {
                        return new Outcome.BrokenOff(from, "the server answers with status " + response.statusCode());
                    }
                }
            }
            if (stop.getAsBoolean()) return new Outcome.BrokenOff(Files.size(part), "stopped");
            return keep(part, sha256, target);
        } catch (IOException e) {
            return new Outcome.BrokenOff(size(part), why(e, address));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.BrokenOff(size(part), "interrupted");
        }
    }

    /** The client of the JDK says neither of a name that nobody knows nor of a port where nobody listens what is wrong. */
    private static String why(IOException trouble, URI address) {
        if (trouble instanceof ConnectException && trouble.getMessage() == null) {
            boolean unknown = Stream.<Throwable>iterate(trouble, Objects::nonNull, Throwable::getCause)
                    .anyMatch(UnresolvedAddressException.class::isInstance);
            return unknown
                    ? "no address is known for " + address.getHost()
                    : "nobody answers at " + address.getAuthority();
        }
        String message = trouble.getMessage();
        return message == null ? trouble.getClass().getSimpleName() : message;
    }

    private HttpResponse<InputStream> ask(URI address, long from) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address);
        if (from > 0) request.header("Range", "bytes=" + from + "-");
        return line.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static boolean sendsOn(HttpResponse<?> response) {
        return SENDS_ON.contains(response.statusCode());
    }

    private static URI next(URI asked, HttpResponse<?> response) throws IOException {
        String location = response.headers().firstValue("Location").orElse("");
        URI next;
        try {
            next = asked.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("the server sends on to '" + location + "', which is no address", e);
        }
        boolean web = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
        boolean bared = "https".equals(asked.getScheme()) && !"https".equals(next.getScheme());
        if (location.isEmpty() || !web || bared)
            throw new IOException("the server sends on to '" + location + "', where nothing is fetched from");
        return next;
    }

    /** Where what is sent begins; a server may give more than was asked for, but nothing may be missing. */
    private static long begins(HttpResponse<?> response, long from) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + from + "-"))
            throw new IOException(
                    "the server was asked to go on from byte " + from + " and answers with '" + range + "'");
        return from;
    }

    private static long length(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("Content-Length").orElse(0);
    }

    private static void receive(InputStream body, Path part, long from, long length, Told told, BooleanSupplier stop)
            throws IOException {
        try (var file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(from);
            file.position(from);
            long total = length > 0 ? from + length : 0;
            byte[] chunk = new byte[CHUNK];
            long done = from;
            for (int read = body.read(chunk); read >= 0 && !stop.getAsBoolean(); read = body.read(chunk)) {
                var bytes = ByteBuffer.wrap(chunk, 0, read);
                while (bytes.hasRemaining()) file.write(bytes);
                done += read;
                told.at(done, total);
            }
            file.force(true);
        }
    }

    private static Outcome keep(Path part, String sha256, Path target) throws IOException {
        String hash = hash(part);
        if (!hash.equals(sha256)) {
            Files.delete(part);
            return new Outcome.OtherHash(hash);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        return new Outcome.Fetched(target);
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = ContentHash.sha256();
        byte[] chunk = new byte[CHUNK];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) digest.update(chunk, 0, read);
        }
        return ContentHash.of(digest).hex();
    }

    private static long size(Path part) {
        try {
            return Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
