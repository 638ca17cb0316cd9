package flightline.llama.runtime;

import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.Prompt.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many requests in a process of its own, whose heap has a fixed size: what grows then is native memory. */
final class LongServiceTrial {
    private static final String SCHEMA = "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\","
            + " \"maxLength\": 20}}, \"required\": [\"a\"]}";

    private LongServiceTrial() {}

    /** Arguments: cache, model, report, requests to begin with, requests to measure. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int warm = Integer.parseInt(args[3]);
        int measured = Integer.parseInt(args[4]);
        try (var model = Workbench.in(Path.of(args[0])).opened(Path.of(args[1]), Workbench.options())) {
            ask(model, 0, warm);
            long before = residentBytes();
            ask(model, warm, warm + measured);
            Files.writeString(Path.of(args[2]), Long.toString(residentBytes() - before));
        }
    }

    private static void ask(LanguageModel model, int from, int to) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Future<Generation>> answers = new ArrayList<>();
            for (int i = from; i < to; i++) {
                int number = i;
                Form form = switch (number % 4) {
                    case 0 -> new Form.Free();
                    case 1 -> new Form.Schema("{\"type\": \"unknown\"}");
                    default -> new Form.Schema(SCHEMA);
                };
                answers.add(threads.submit(() -> model.generate(
                        LongServiceTest.prompt("fault " + number + " of the pump ".repeat(number % 20), form, number),
                        number % 3 == 0 ? leavingAfter(number % 7) : LanguageModel.Hearer.none())));
            }
            for (var answer : answers) answer.get();
        }
    }

    private static LanguageModel.Hearer leavingAfter(int pieces) {
        return new LanguageModel.Hearer() {
            private int heard;

            @Override
            public void hear(String piece) {
                heard++;
            }

            @Override
            public boolean enough() {
                return heard >= pieces;
            }
        };
    }

    private static long residentBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Anonymous:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .sum();
    }
}
