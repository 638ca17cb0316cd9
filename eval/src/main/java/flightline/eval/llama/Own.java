package flightline.eval.llama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.llama.runtime.InProcessLlama;
import flightline.llama.runtime.LlamaFile;
import flightline.llama.runtime.LlamaLibrary;
import flightline.model.LanguageModel;
import flightline.model.Prompt.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What this product's runtime does with a file, in a process of its own that did nothing else before. Rates in tokens a
 * second, times in seconds.
 *
 * @param prompt tokens read a second, of about 512
 * @param free tokens written a second, of 128
 * @param cold to the first token after a prefix of about 2,000 tokens
 * @param kept to the first token after the same prefix once more
 * @param peakBytes most memory of the process for what llama-bench does, with a context of that size
 * @param before memory of the process before the model was opened
 * @param full memory after a context of 4,096 tokens was made and half of it read
 * @param askedBytes what is thought to be needed before such a model is opened
 */
record Own(
        double prompt,
        double free,
        double schema,
        double cold,
        double kept,
        long peakBytes,
        Resident before,
        Resident full,
        long askedBytes) {
    /** As llama-bench takes for 512 tokens and 128. */
    private static final int SMALL = 1_024;

    private static final int LARGE = 4_096;
    private static final String SCHEMA = "{\"type\": \"object\", \"properties\": {\"text\": {\"type\": \"string\","
            + " \"minLength\": 700, \"maxLength\": 900}}, \"required\": [\"text\"]}";

    /**
     * Memory of a process.
     *
     * @param rss bytes in all
     * @param own bytes of it that are no pages of a file
     */
    record Resident(long rss, long own) {
        static Resident now() throws IOException {
            List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
            return new Resident(bytes(lines, "VmRSS:"), bytes(lines, "RssAnon:"));
        }

        private static long bytes(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        }
    }

    long grown() {
        return full.rss - before.rss;
    }

    long ownGrown() {
        return full.own - before.own;
    }

    /** Starts a process with the launcher's flags. */
    static Own run(Path file, int threads, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Own.class.getName(),
                        file.toString(),
                        Integer.toString(threads),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode said = new ObjectMapper().readTree(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0)
            throw new IOException("the process that measures ended with " + process.exitValue());
        return new Own(
                said.path("prompt").asDouble(),
                said.path("free").asDouble(),
                said.path("schema").asDouble(),
                said.path("cold").asDouble(),
                said.path("kept").asDouble(),
                said.path("peak").asLong(),
                new Resident(
                        said.path("beforeRss").asLong(), said.path("beforeOwn").asLong()),
                new Resident(said.path("fullRss").asLong(), said.path("fullOwn").asLong()),
                said.path("asked").asLong());
    }

    /** The process itself: file, threads, folder for the library. */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        int threads = Integer.parseInt(args[1]);
        LlamaLibrary library = library(Path.of(args[2]));
        ObjectNode said = new ObjectMapper().createObjectNode();
        LlamaFile fit = switch (LlamaFile.check(file)) {
            case LlamaFile.Check.Fit(var sound) -> sound;
            case LlamaFile.Check.Unfit(var why) -> throw new IOException(why);
        };
        Resident before = Resident.now();
        try (LanguageModel model = open(library, fit, threads, SMALL)) {
            Stopwatch.ask(model, "warm up", new Form.Free(), 8);
            said.put(
                    "prompt",
                    Stopwatch.ask(model, words(1, 190), new Form.Free(), 1).readingRate());
            said.put("free", Stopwatch.ask(model, "write", new Form.Free(), 128).writingRate());
            said.put("peak", Foreign.peak("self"));
        }
        try (LanguageModel model = open(library, fit, threads, LARGE)) {
            said.put(
                    "schema",
                    Stopwatch.ask(model, "write", new Form.Schema(SCHEMA), 128).writingRate());
            String prefix = words(2, 750);
            said.put(
                    "cold",
                    Stopwatch.ask(model, prefix + " why did it fail", new Form.Free(), 1)
                            .first());
            said.put(
                    "kept",
                    Stopwatch.ask(model, prefix + " which seal leaks", new Form.Free(), 1)
                            .first());
            Resident full = Resident.now();
            said.put("fullRss", full.rss).put("fullOwn", full.own);
        }
        said.put("beforeRss", before.rss).put("beforeOwn", before.own).put("asked", fit.memoryBytes(LARGE));
        System.out.println(said);
    }

    static LlamaLibrary library(Path folder) throws IOException {
        return switch (LlamaLibrary.packed(folder.resolve("natives"))) {
            case LlamaLibrary.Opening.Opened(var library) -> library;
            case LlamaLibrary.Opening.Refused(var why) -> throw new IOException(why);
        };
    }

    private static LanguageModel open(LlamaLibrary library, LlamaFile file, int threads, int context)
            throws IOException {
        var options = new InProcessLlama.Options("made", "", context, 1, threads, List.of(), Long.MAX_VALUE);
        return switch (InProcessLlama.open(library, file, options)) {
            case InProcessLlama.Opening.Opened(var model) -> model;
            case InProcessLlama.Opening.Refused(var why) -> throw new IOException(why);
        };
    }

    /** Words of four letters, of two or three tokens each with the space after them. */
    private static String words(int seed, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int word = (i * 7_919 + seed * 104_729) % 100_000;
            for (int letter = 0; letter < 4; letter++, word /= 26) text.append((char) ('a' + word % 26));
            text.append(' ');
        }
        return text.toString();
    }
}
