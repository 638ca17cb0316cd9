package flightline.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeepsakesTest {
    private static final byte[] ANSWER = "{\"quote\":\"1500 psi\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    private Keepsakes process() {
        return new Keepsakes(data, Vault.clear());
    }

    @Test
    void keep_removalWhileTheAnswerWasFound_isNotKept_theNextIs() throws IOException {
        var asking = process();
        Path file = asking.lastAnswer("local user");

        process().drop();

        assertThat(asking.keep(file, ANSWER)).isFalse();
        assertThatThrownBy(() -> asking.read(file)).isInstanceOf(NoSuchFileException.class);
        assertThat(asking.keep(file, ANSWER)).isTrue();
        assertThat(asking.read(file)).isEqualTo(ANSWER);
    }

    @Test
    void keep_removalWhileAFileIsCopied_leavesNothing() throws IOException {
        var asking = process();
        Path copy = asking.opened().resolve("x").resolve("manual.md");

        boolean kept = asking.keep(copy, () -> {
            Files.createDirectories(copy.resolveSibling("."));
            process().drop();
            Files.createDirectories(copy.resolveSibling("."));
            Files.write(copy, ANSWER);
        });

        assertThat(kept).isFalse();
        assertThat(copy).doesNotExist();
    }

    @Test
    void drop_takesAllThatEverybodyKept_andTheSameProcessKeepsOn() throws IOException {
        var one = process();
        Path copy = one.opened().resolve("x").resolve("manual.md");
        assertThat(one.keep(one.lastAnswer("lee"), ANSWER)).isTrue();
        assertThat(process().keep(one.lastAnswer("kim"), ANSWER)).isTrue();
        one.keep(copy, () -> {
            Files.createDirectories(copy.resolveSibling("."));
            Files.write(copy, ANSWER);
        });

        one.drop();

        assertThat(holding(ANSWER)).isZero();
        assertThat(copy.getParent()).doesNotExist();
        assertThat(one.keep(one.lastAnswer("lee"), ANSWER)).isTrue();
    }

    @Test
    void keep_whatCannotBeWritten_isAnError() throws IOException {
        var asking = process();
        Files.writeString(data.resolve("last-answers"), "a file where the folder belongs");

        assertThatThrownBy(() -> asking.keep(asking.lastAnswer("lee"), ANSWER))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("last-answers");
    }

    @Test
    void drop_whileOthersKeep_failsForNobody_andLeavesNothingOfBefore() throws Exception {
        var going = new AtomicBoolean(true);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> asking = others.submit(() -> {
                while (going.get()) {
                    var own = process();
                    own.keep(own.lastAnswer("lee"), ANSWER);
                }
            });
            Future<?> opening = others.submit(() -> {
                for (int i = 0; going.get(); i++) {
                    var own = process();
                    Path copy = own.opened().resolve("x" + i % 7).resolve("manual.md");
                    own.keep(copy, () -> {
                        Files.createDirectories(copy.resolveSibling("."));
                        Files.write(copy, ANSWER);
                    });
                }
                return null;
            });
            for (int i = 0; i < 300; i++) process().drop();
            going.set(false);
            asking.get();
            opening.get();
        }
        process().drop();
        assertThat(holding(ANSWER)).isZero();
    }

    private long holding(byte[] bytes) throws IOException {
        try (Stream<Path> walk = Files.walk(data)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return java.util.Arrays.equals(Files.readAllBytes(file), bytes);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .count();
        }
    }
}
