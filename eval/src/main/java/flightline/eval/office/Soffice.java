package flightline.eval.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice as a program that turns files into files of another kind. */
final class Soffice {
    private static final int AT_ONCE = 40;
    private static final int MINUTES = 15;

    private final Path scratch;

    /** @param scratch a folder for what the program keeps of its user */
    Soffice(Path scratch) {
        this.scratch = scratch;
    }

    /** Whether the program is installed. */
    static boolean found() {
        try {
            return new ProcessBuilder("soffice", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Converts files, many in one start of the program.
     *
     * @param filter as {@code --convert-to} takes it: an extension, and behind a colon the filter's name and options
     * @throws IOException when the program fails or takes more than a quarter of an hour
     */
    void convert(List<Path> files, List<String> input, String filter, Path into) throws IOException {
        Files.createDirectories(into);
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            List<String> command = new ArrayList<>(List.of(
                    "soffice",
                    "-env:UserInstallation="
                            + scratch.resolve("soffice").toAbsolutePath().toUri(),
                    "--headless"));
            command.addAll(input);
            command.addAll(List.of("--convert-to", filter, "--outdir", into.toString()));
            files.subList(from, Math.min(files.size(), from + AT_ONCE)).forEach(f -> command.add(f.toString()));
            run(command);
        }
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("soffice took more than " + MINUTES + " minutes: " + command);
            }
        } catch (InterruptedException ended) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("stopped", ended);
        }
        if (process.exitValue() != 0)
            throw new IOException("soffice ended with status " + process.exitValue() + ": " + command);
    }
}
