package flightline.ingest.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TesseractTest {
    private static final PageImage BLANK = new PageImage(600, 400, 300, new byte[600 * 400]);

    @TempDir
    Path folder;

    /** A program of our own in the place of Tesseract. */
    private RecognitionOutcome run(String script, Duration longest, BooleanSupplier stop) throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new Tesseract(program.toString(), "eng", longest, stop).read(BLANK);
    }

    @Test
    void read_program_isHandedThePictureAndItsWordsAreRead() throws IOException {
        var outcome = run("""
                head -c 15 | head -n 2 | tail -n 1 >&2
                cat >/dev/null
                echo "<span class='ocr_line' id='l' title=\\"bbox 10 20 300 60; baseline 0.01 -9; x_size 40\\">"
                echo "<span class='ocrx_word' id='w' title='bbox 10 20 90 60; x_wconf 71'>R&amp;D</span>"
                """, Duration.ofSeconds(20), () -> false);
        assertThat(outcome).isInstanceOfSatisfying(RecognitionOutcome.Read.class, read -> {
            RecognisedLine line = read.lines().getFirst();
            assertThat(line.baseline()).isEqualTo(51);
            assertThat(line.words()).containsExactly(new RecognisedWord("R&D", 10, 20, 90, 60, 71));
        });
    }

    @Test
    void read_programThatFails_saysItsFirstWords() throws IOException {
        assertThat(run(
                        "cat >/dev/null; echo 'Error opening data file' >&2; exit 1",
                        Duration.ofSeconds(20),
                        () -> false))
                .isInstanceOfSatisfying(
                        RecognitionOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).endsWith("ended with 1: Error opening data file"));
    }

    @Test
    void read_programThatDoesNotEnd_isEndedAtItsDeadline() throws IOException {
        assertThat(run("sleep 600", Duration.ofMillis(200), () -> false)).isInstanceOf(RecognitionOutcome.Failed.class);
    }

    @Test
    void read_stoppedRun_endsTheProgramThatWorksForIt() throws IOException {
        var looks = new AtomicInteger();
        assertThat(run(
                        "echo $$ > " + folder.resolve("pid") + "; sleep 600",
                        Duration.ofMinutes(5),
                        () -> looks.incrementAndGet() > 10))
                .isEqualTo(new RecognitionOutcome.Stopped());
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void new_languagesThatAreNone_areRefused() {
        assertThatThrownBy(() -> new Tesseract("tesseract", "eng; rm", Duration.ofSeconds(1), () -> false))
                .hasMessageContaining("'eng; rm'");
    }
}
