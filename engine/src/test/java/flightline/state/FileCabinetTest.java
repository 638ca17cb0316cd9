package flightline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.vault.Vault;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileCabinetTest extends CabinetContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));

    @TempDir
    private Path folder = Path.of("unused");

    @Override
    protected Cabinet cabinet() {
        return new FileCabinet(folder, Vault.clear(), now::get);
    }

    @Override
    protected void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    protected void fill(List<String> keys) throws Exception {
        for (String key : keys) {
            Path file = folder.resolve(key);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    @Test
    void value_halfWrittenByAKilledProcess_isNoValue() throws Exception {
        Files.createDirectories(folder.resolve("sessions"));
        Files.writeString(folder.resolve("sessions/a.json.99-1.part"), "half");
        assertThat(cabinet().keys("sessions/")).isEmpty();
        cabinet().write("sessions/a.json", "whole".getBytes(StandardCharsets.UTF_8));
        assertThat(cabinet().keys("sessions/")).containsExactly("sessions/a.json");
    }

    @Test
    void value_thatIsAFolder_cannotBeRead_andTheMessageNamesIt() throws Exception {
        Files.createDirectories(folder.resolve("sessions/a.json"));
        assertThatThrownBy(() -> cabinet().read("sessions/a.json"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot read " + folder.resolve("sessions/a.json"));
    }
}
