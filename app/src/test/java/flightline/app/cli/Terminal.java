package flightline.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.wiring.Noon;
import flightline.model.Embedder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A command line in this process: what is typed, what is printed on each stream, the exit code. The day is 2026-07-01. */
public final class Terminal {

    private static final ObjectMapper ONE_DOCUMENT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path data;
    private final Embedder embedder;
    private String typed = "";
    private boolean watched;
    private Path root = Path.of(".");
    private final Map<String, String> environment = new TreeMap<>(Map.of("NO_COLOR", "1"));

    public Terminal(Path data, Embedder embedder) {
        this.data = data;
        this.embedder = embedder;
    }

    /** What came back. */
    public record Said(int code, String out, String err) {
        public JsonNode json() {
            try {
                return ONE_DOCUMENT.readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("standard output is not one JSON document:\n" + out + "\n" + err, e);
            }
        }

        /** Without what is another each time: ids and times. */
        public JsonNode lasting() {
            ObjectNode node = json().deepCopy();
            node.remove(List.of("id", "audit", "millis"));
            return node;
        }

        public List<String> errorLines() {
            return err.lines().toList();
        }

        public List<JsonNode> jsonLines() {
            return out.lines().map(line -> new Said(code, line, err).json()).toList();
        }
    }

    public Path data() {
        return data;
    }

    /** Makes the data folder, empty: one to begin in, for verbs that want the folder that is named to be there. */
    public Terminal begun() {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What stands on standard input from now on. */
    public Terminal typing(String lines) {
        this.typed = lines;
        return this;
    }

    /** From now on a person looks on, without colours. */
    public Terminal watched() {
        this.watched = true;
        return this;
    }

    /** From now on the product lies there. */
    public Terminal installedIn(Path folder) {
        this.root = folder;
        return this;
    }

    /** From now on this variable is set. */
    public Terminal with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs a verb over the data folder. */
    public Said run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        if (!all.isEmpty()) all.addAll(List.of("--data", data.toString()));
        return bare(all.toArray(String[]::new));
    }

    /** Runs exactly these words. */
    public Said bare(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var outside = new Outside(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                watched,
                environment,
                data.toString(),
                root.toString(),
                Noon.CLOCK,
                System::nanoTime,
                2,
                Optional.of(embedder));
        int code = CommandTree.run(outside, arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The program itself as a process of its own, but with a cheap embedder instead of the one that ships. */
    public static void main(String[] arguments) {
        var outside = new Outside(
                System.in,
                System.out,
                System.err,
                false,
                Map.of(),
                System.getProperty("user.home", "."),
                ".",
                Noon.CLOCK,
                System::nanoTime,
                2,
                Optional.of(new flightline.model.HashingEmbedder()));
        System.exit(CommandTree.run(outside, arguments));
    }
}
