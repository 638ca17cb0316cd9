package flightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditLogTest {
    @TempDir
    Path folder;

    @Test
    void entries_areChainedAndNumbered() {
        var log = log();
        var first = log.append(event("what is the gear extension time"));
        var second = log().append(event("\"quotes\", commas, ünicode and a \n line feed"));
        assertThat(first.id()).isEqualTo("A-000001");
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(log.verify()).isEqualTo(new AuditVerdict.Whole(2, second.hash(), true));
        assertThat(log.latest(1)).containsExactly(second);
    }

    @Test
    void verify_alteredWord_namesTheLine() throws IOException {
        var log = log();
        for (String text : new String[] {"one", "two", "three"}) log.append(event(text));
        Path file = folder.resolve("audit.jsonl");
        Files.writeString(file, Files.readString(file).replace("\"two\"", "\"2wo\""));
        assertThat(log.verify()).isInstanceOfSatisfying(AuditVerdict.Broken.class, b -> {
            assertThat(b.line()).isEqualTo(2);
            assertThat(b.reason()).contains("does not match its hash");
        });
    }

    @Test
    void verify_entryTakenOut_isSeen() throws IOException {
        var log = log();
        for (String text : new String[] {"one", "two", "three"}) log.append(event(text));
        Path file = folder.resolve("audit.jsonl");
        var lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2) + "\n");
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Broken.class, b -> assertThat(b.line()).isEqualTo(2));
    }

    @Test
    void append_afterATornEntry_cutsItAndSaysSo() throws IOException {
        var log = log();
        log.append(event("one"));
        Files.writeString(folder.resolve("audit.jsonl"), "{\"sequence\":2,\"ti", StandardOpenOption.APPEND);
        var next = log.append(event("two"));
        assertThat(next.sequence()).isEqualTo(3);
        assertThat(log.latest(2).getFirst().event().details()).isEqualTo(Map.of("bytes", "17"));
        assertThat(log.verify()).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void append_onAnAlteredLastEntry_isRefused() throws IOException {
        log().append(event("one"));
        Path file = folder.resolve("audit.jsonl");
        Files.writeString(file, Files.readString(file).replace("one", "0ne"));
        assertThatThrownBy(() -> log().append(event("two"))).hasMessageContaining("audit verify");
    }

    @Test
    void append_fromManyThreads_losesNothing() {
        var log = log();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                String text = "request " + i;
                threads.execute(() -> log.append(event(text)));
            }
        }
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class, w -> assertThat(w.entries()).isEqualTo(40));
    }

    private AuditLog log() {
        return new AuditLog(folder, InstantSource.fixed(Instant.parse("2026-03-01T08:00:00Z")));
    }

    private static AuditEvent event(String subject) {
        return new AuditEvent("ask", "local user", subject, "brief", Map.of());
    }
}
