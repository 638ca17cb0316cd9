package flightline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.view.Samples;
import flightline.flow.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerPageTest {
    private static final Path GOLDEN = Path.of("src/test/resources/flightline/app/cli/brief-100.txt");

    @Test
    void brief_looksAsItDid() throws IOException {
        String page = new AnswerPage(new Paint(false), 100).of(Samples.brief());
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, page);
        }
        assertThat(page).isEqualTo(Files.readString(GOLDEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 140})
    void everyOutcome_fitsTheWidth_andLosesNoWord(int width) {
        for (Answer answer : Samples.all()) {
            String page = new AnswerPage(new Paint(false), width).of(answer);
            assertThat(page.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
            assertThat(page).contains("A-000042");
        }
        String brief =
                new AnswerPage(new Paint(false), width).of(Samples.brief()).replaceAll("[│\\s]+", " ");
        assertThat(brief).contains("STAY CLEAR OF THE WHEEL FOR AT LEAST 30 MINUTES AND APPROACH FROM THE FRONT ONLY.");
    }

    @Test
    void warning_standsBeforeEverythingElse() {
        assertThat(new AnswerPage(new Paint(false), 100).of(Samples.brief()).strip())
                .startsWith("┌─ WARNING");
    }

    @Test
    void colour_onlyOnATerminal_andNotWhereItIsUnwanted() {
        assertThat(outside(true, Map.of()).colour()).isTrue();
        assertThat(outside(false, Map.of()).colour()).isFalse();
        assertThat(outside(true, Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(outside(true, Map.of("TERM", "dumb")).colour()).isFalse();
        assertThat(new AnswerPage(new Paint(false), 80).of(Samples.brief())).doesNotContain("\u001b");
        assertThat(new AnswerPage(new Paint(true), 80).of(Samples.brief())).contains("\u001b[");
    }

    @Test
    void progress_onATerminal_redraws_elsewhere_seldomSaysALine() {
        var bytes = new ByteArrayOutputStream();
        var now = new AtomicLong();
        for (boolean terminal : new boolean[] {true, false}) {
            bytes.reset();
            now.set(0);
            var outside = new Outside(
                    InputStream.nullInputStream(),
                    new PrintStream(bytes, true, StandardCharsets.UTF_8),
                    new PrintStream(bytes, true, StandardCharsets.UTF_8),
                    terminal,
                    Map.of(),
                    ".",
                    ".",
                    Clock.systemUTC(),
                    now::get,
                    1,
                    Optional.empty());
            var progress = ProgressLine.of(outside, new CommonOptions(), "files");
            for (int i = 0; i < 100; i++) {
                now.addAndGet(200_000_000L);
                progress.at(i, 100, "a.pdf");
            }
            progress.at(100, 100, "done");
            String shown = bytes.toString(StandardCharsets.UTF_8);
            if (terminal) {
                assertThat(shown)
                        .contains("50 of 100 files")
                        .endsWith("\r\u001b[K")
                        .doesNotContain("\n");
            } else {
                assertThat(shown.lines()).hasSizeBetween(2, 3).allMatch(l -> l.contains(" of 100 files"));
                assertThat(shown).doesNotContain("\r", "\u001b");
            }
        }
    }

    private static Outside outside(boolean terminal, Map<String, String> environment) {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new Outside(
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                terminal,
                environment,
                ".",
                ".",
                Clock.systemUTC(),
                () -> 0,
                1,
                Optional.empty());
    }
}
