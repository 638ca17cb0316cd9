package flightline.eval.llama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What llama.cpp's own benchmark says of the same file.
 *
 * @param prompt tokens read a second, of 512
 * @param written tokens a second, of 128
 */
record Foreign(double prompt, double written, long peakBytes) {
    static Foreign run(Path bench, Path file, int threads) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        bench.toString(),
                        "-m",
                        file.toString(),
                        "-t",
                        Integer.toString(threads),
                        "-p",
                        "512",
                        "-n",
                        "128",
                        "-r",
                        "1",
                        "-o",
                        "json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long peak = 0;
        Path output = Files.createTempFile("llama-bench", ".json");
        Thread reader = Thread.ofVirtual().start(() -> {
            try (var in = process.getInputStream();
                    var out = Files.newOutputStream(output)) {
                in.transferTo(out);
            } catch (IOException e) {
                process.destroy();
            }
        });
        while (process.isAlive()) {
            peak = Math.max(peak, peak(Long.toString(process.pid())));
            Thread.sleep(50);
        }
        reader.join();
        double prompt = 0;
        double written = 0;
        for (JsonNode test : new ObjectMapper().readTree(output.toFile())) {
            if (test.path("n_gen").asInt() == 0) prompt = test.path("avg_ts").asDouble();
            else written = test.path("avg_ts").asDouble();
        }
        Files.delete(output);
        return new Foreign(prompt, written, peak);
    }

    /** Most memory that a process has had, in bytes; 0 where the system does not tell. */
    static long peak(String process) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // It has just ended.
        }
    }
}
