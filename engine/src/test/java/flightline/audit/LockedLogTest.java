package flightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.vault.LineKeys;
import flightline.vault.Rewriting;
import flightline.vault.Vault;
import flightline.vault.VaultKeys;
import flightline.vault.VaultKeys.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that cannot be read without the folder's key, and can be checked without it. */
final class LockedLogTest {
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    private static final int BEFORE = 20;
    private static final int AFTER = 20;

    @TempDir
    private Path temp = Path.of("unused");

    private Path root = temp;
    private Path folder = temp;
    private Path key = temp;

    /** Entries of before the folder was encrypted, of since, and of since its keys were changed. */
    @BeforeEach
    void fill() throws Exception {
        root = Files.createDirectories(temp.resolve("data"));
        folder = root.resolve("audit");
        key = temp.resolve("admin.key");
        var keys = new VaultKeys(root);
        keys.makeAdministratorKey(key);
        var clear = new AuditLog(folder, InstantSource.fixed(MORNING));
        for (int i = 0; i < BEFORE; i++) clear.append(asked("zorvinax before " + i));
        change();
        for (int i = 0; i < AFTER; i++) log().append(asked("zorvinax since " + i));
        change();
        log().append(asked("zorvinax at last"));
    }

    /** Another key for files, the first one among them. */
    private void change() throws Exception {
        var keys = new VaultKeys(root);
        keys.add(key);
        new Rewriting(root, keys).run(key, done -> {}, vault -> {
            LineKeys.in(vault, folder.resolve(AuditLog.LINE_KEYS)).add();
            AuditLog.in(folder, InstantSource.fixed(MORNING), vault).lockUp("administrator");
        });
    }

    private Vault vault() {
        return switch (new VaultKeys(root).open(Optional.of(key))) {
            case Opening.Opened(var vault) -> vault;
            case Opening.Refused(var why) -> throw new AssertionError(why);
        };
    }

    private AuditLog log() {
        return AuditLog.in(folder, InstantSource.fixed(MORNING), vault());
    }

    private static AuditEvent asked(String subject) {
        return new AuditEvent("ask", "zorvinax crew", subject, "brief", Map.of("hits", "1"));
    }

    @Test
    void entries_cannotBeReadWithoutTheKey_andAreReadInOrderWithIt() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("zorvinax", "\"ask\"", "brief");
        }
        var read = new ArrayList<AuditEntry>();
        log().read(read::add);
        assertThat(read).extracting(AuditEntry::sequence).first().isEqualTo(1L);
        assertThat(read.stream().map(entry -> entry.event().subject()).filter(s -> s.startsWith("zorvinax")))
                .hasSize(BEFORE + AFTER + 1)
                .startsWith("zorvinax before 0")
                .endsWith("zorvinax at last");
        var blind = new AuditLog(folder, InstantSource.fixed(MORNING));
        assertThatThrownBy(() -> blind.read(entry -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("encrypted");
    }

    @Test
    void log_isOneChain_forWhoeverHasThePublicKeyAlone_andAHeadNotedBeforeStaysInIt() throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        log().copyTo(copy);
        Files.delete(copy.resolve(AuditLog.LINE_KEYS));
        Files.delete(copy.resolve(SealKeys.PRIVATE_FILE));
        AuditEntry last = log().latest(1).getFirst();
        var pub = SealKeys.publicKey(folder.resolve(SealKeys.PUBLIC_FILE));
        assertThat(AuditCheck.of(copy, pub)).isEqualTo(new AuditVerdict.Whole(last.sequence(), last.hash(), true));
        assertThat(new LogFiles(copy).covers()).hasSize(1);
    }

    @Test
    void entry_writtenWithoutTheKey_isChainedToLockedOnes() {
        var blind = new AuditLog(folder, InstantSource.fixed(MORNING));
        blind.append(new AuditEvent("key", "somebody", "rotate", "refused", Map.of()));
        log().append(asked("zorvinax again"));
        assertThat(log().verify()).isInstanceOf(AuditVerdict.Whole.class);
        assertThat(log().latest(2)).extracting(entry -> entry.event().kind()).containsExactly("key", "ask");
    }

    @Test
    void anyChangeOfAnyPart_isFoundWithThePublicKeyAlone() throws IOException {
        var random = new Random(5);
        var parts = new ArrayList<>(new LogFiles(folder).all());
        parts.addAll(new LogFiles(folder).covers());
        for (int round = 0; round < 200; round++) {
            Path part = parts.get(round % parts.size());
            byte[] sound = Files.readAllBytes(part);
            byte[] changed = sound.clone();
            int at = random.nextInt(changed.length);
            // A blank more or less between the fields of a cover says the same.
            if (changed[at] <= ' ') continue;
            while (changed[at] == sound[at]) changed[at] = (byte) (33 + random.nextInt(90));
            Files.write(part, changed);
            boolean name = part.toString().endsWith(".json") && changed[at] == '"';
            if (!name) assertThat(AuditCheck.of(folder)).as(part + " at " + at).isInstanceOf(AuditVerdict.Broken.class);
            Files.write(part, sound);
        }
        for (Path part : parts) {
            Path aside = temp.resolve("aside");
            Files.move(part, aside);
            assertThat(AuditCheck.of(folder)).as("without " + part).isInstanceOf(AuditVerdict.Broken.class);
            Files.move(aside, part);
        }
        Path active = folder.resolve(LogFiles.ACTIVE);
        List<String> lines = Files.readAllLines(active);
        if (lines.size() > 1) {
            Collections.swap(lines, 0, 1);
            Files.writeString(active, String.join("\n", lines) + "\n");
            assertThat(AuditCheck.of(folder)).isInstanceOf(AuditVerdict.Broken.class);
        }
    }

    @Test
    void lockedText_putIntoAnotherEntry_cannotBeReadThere() throws IOException {
        LineKeys keys = LineKeys.in(vault(), folder.resolve(AuditLog.LINE_KEYS));
        String locked = keys.lock("refused", "entry 7");
        assertThat(keys.unlock(locked, "entry 7")).isEqualTo("refused");
        assertThatThrownBy(() -> keys.unlock(locked, "entry 8")).hasMessageContaining("changed or moved");
    }

    @Test
    void stopBetweenLockingAPartAndTakingItsClearOneAway_costsNothing() throws IOException {
        Path cover = new LogFiles(folder).covers().getFirst();
        long last = Cover.read(cover).last();
        var lines = new ArrayList<String>();
        new LockedParts(new LogFiles(folder), LineKeys.in(vault(), folder.resolve(AuditLog.LINE_KEYS)))
                .read(new LogFiles(folder).lockedAt(last), lines::add);
        Files.writeString(new LogFiles(folder).closedAt(last), String.join("\n", lines) + "\n");
        assertThat(log().verify()).isInstanceOf(AuditVerdict.Whole.class);
        assertThat(log().lockUp("administrator")).isEqualTo(last);
        assertThat(new LogFiles(folder).closedAt(last)).doesNotExist();
        assertThat(log().verify()).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void lockedParts_areRetiredLikeOthers() {
        assertThat(log().retire(MORNING.plusSeconds(1), "security officer")).isPositive();
        assertThat(log().verify()).isInstanceOf(AuditVerdict.Whole.class);
    }

    /** As a server that is stopped does to what it still answers. */
    @Test
    void entry_isWrittenWhole_byWhomeverIsInterrupted() throws InterruptedException {
        AuditLog log = log();
        long before = log.latest(1).getFirst().sequence();
        int threads = 8;
        var all = new ArrayList<Thread>();
        for (int i = 0; i < threads; i++)
            all.add(Thread.ofVirtual().start(() -> {
                Thread.currentThread().interrupt();
                for (int n = 0; n < 3; n++) log.append(asked("zorvinax interrupted"));
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
            }));
        while (all.stream().anyMatch(Thread::isAlive)) {
            all.forEach(Thread::interrupt);
            Thread.sleep(1);
        }
        for (Thread one : all) one.join();
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class,
                        whole -> assertThat(whole.entries()).isEqualTo(before + 3L * threads));
        assertThat(log().latest(3 * threads))
                .allMatch(entry -> entry.event().kind().equals("ask"));
    }
}
