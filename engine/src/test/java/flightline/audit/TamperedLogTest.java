package flightline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.vault.LineKeys;
import flightline.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever alters the log without its key is found. */
final class TamperedLogTest {
    private static final int ENTRIES = 60;
    private static final int ROUNDS = 250;
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    Path temp;

    private Path folder;
    private Path file;
    private byte[] sound;

    @BeforeEach
    void writeALog() throws IOException {
        folder = temp.resolve("audit");
        var log = log();
        for (int i = 0; i < ENTRIES; i++)
            log.append(new AuditEvent(
                    i % 3 == 0 ? "ask" : "diagnose",
                    "ünicode " + i % 4,
                    "what is the torque of nut " + i,
                    i % 7 == 0 ? "refused" : "brief",
                    Map.of("policy", "2026", "hits", Integer.toString(i))));
        file = folder.resolve(LogFiles.ACTIVE);
        sound = Files.readAllBytes(file);
    }

    @Test
    void verify_anyChangedByte_isFoundInItsLine() throws IOException {
        var random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = sound.clone();
            int at = random.nextInt(changed.length);
            byte before = changed[at];
            while (changed[at] == before) changed[at] = (byte) random.nextInt(256);
            Files.write(file, changed);
            assertBrokenAt(lineOf(at), "byte " + at + " from " + before + " to " + changed[at]);
        }
    }

    @Test
    void verify_anyCut_isFound() throws IOException {
        var random = new Random(2);
        for (int round = 0; round < ROUNDS; round++) {
            int from = random.nextInt(sound.length);
            int to = round % 2 == 0 ? sound.length : from + 1 + random.nextInt(sound.length - from);
            Files.write(file, joined(Arrays.copyOf(sound, from), Arrays.copyOfRange(sound, to, sound.length)));
            assertBrokenAt(lineOf(from), "cut from " + from + " to " + to);
        }
    }

    @Test
    void verify_anyInsertion_isFound() throws IOException {
        var random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            int at = random.nextInt(sound.length + 1);
            int from = random.nextInt(sound.length);
            byte[] piece = round % 3 == 0
                    ? new byte[] {(byte) "\r\n \t}\"x".charAt(random.nextInt(7))}
                    : Arrays.copyOfRange(sound, from, Math.min(sound.length, from + 1 + random.nextInt(300)));
            byte[] longer =
                    joined(joined(Arrays.copyOf(sound, at), piece), Arrays.copyOfRange(sound, at, sound.length));
            Files.write(file, longer);
            int differs = Arrays.mismatch(sound, longer);
            assertBrokenAt(lineOf(differs), piece.length + " bytes put in at " + at);
        }
    }

    @Test
    void verify_anyEntriesSwappedTakenOutOrTwice_areFound() throws IOException {
        var random = new Random(4);
        List<String> lines = Files.readAllLines(file);
        for (int round = 0; round < ROUNDS; round++) {
            var other = new ArrayList<>(lines);
            int a = random.nextInt(lines.size());
            int b = (a + 1 + random.nextInt(lines.size() - 1)) % lines.size();
            switch (round % 3) {
                case 0 -> Collections.swap(other, a, b);
                case 1 -> other.remove(a);
                default -> other.add(b, lines.get(a));
            }
            Files.writeString(file, String.join("\n", other) + "\n");
            int first = 0;
            while (first < Math.min(other.size(), lines.size())
                    && other.get(first).equals(lines.get(first))) first++;
            assertBrokenAt(first + 1, "round " + round + " " + a + " " + b);
        }
    }

    @Test
    void verify_chainWrittenAnewWithoutTheKey_isFound() throws IOException {
        Path forged = temp.resolve("forged");
        var other = new AuditLog(forged, InstantSource.fixed(MORNING));
        for (int i = 0; i < ENTRIES; i++)
            other.append(new AuditEvent("ask", "nobody", "forged " + i, "brief", Map.of()));
        Files.copy(forged.resolve(LogFiles.ACTIVE), file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(AuditCheck.of(folder)).isInstanceOf(AuditVerdict.Broken.class);
        Files.copy(forged.resolve(Seal.FILE), folder.resolve(Seal.FILE), StandardCopyOption.REPLACE_EXISTING);
        assertThat(AuditCheck.of(folder)).isInstanceOf(AuditVerdict.Broken.class);
        PublicKey kept = SealKeys.publicKey(folder.resolve(SealKeys.PUBLIC_FILE));
        Files.copy(
                forged.resolve(SealKeys.PUBLIC_FILE),
                folder.resolve(SealKeys.PUBLIC_FILE),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(AuditCheck.of(folder)).isInstanceOf(AuditVerdict.Whole.class);
        assertThat(AuditCheck.of(folder, kept)).isInstanceOf(AuditVerdict.Broken.class);
    }

    @Test
    void verify_entryThatFollowsButWasNeverAnnounced_isFound() throws IOException {
        AuditEntry last = log().latest(1).getFirst();
        AuditLine.Written added = AuditLine.chain(
                last.sequence() + 1,
                MORNING,
                new AuditEvent("approve", "second person", "document", "approved", Map.of()),
                last.hash(),
                LineKeys.clear());
        Files.write(file, joined(sound, (added.line() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertBrokenAt(ENTRIES + 1, "added entry");
        assertThatThrownBy(() -> log().append(added.entry().event())).hasMessageContaining("audit verify");
    }

    @Test
    void append_toALogThatWasCutRemovedOrUnsealed_isRefused_untilItIsReopened() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, String.join("\n", lines.subList(0, 20)) + "\n");
        assertRefused();
        Files.delete(file);
        assertRefused();
        Files.write(file, sound);
        Files.move(folder.resolve(Seal.FILE), temp.resolve("seal"));
        assertRefused();
        assertThat(AuditCheck.of(folder)).isInstanceOf(AuditVerdict.Broken.class);
        Path aside = log().reopen("security officer", "disk was restored");
        assertThat(aside.resolve(LogFiles.ACTIVE)).hasBinaryContent(sound);
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class, w -> assertThat(w.entries()).isOne());
        assertThat(log().latest(1).getFirst().event().details()).containsEntry("why", "disk was restored");
    }

    @Test
    void append_whileRunning_toALogRemovedUnderIt_isRefused() throws IOException {
        var running = log();
        running.append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        Files.delete(file);
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "c", "brief", Map.of())))
                .isInstanceOf(AuditTrouble.class)
                .hasMessageContaining("it ends with entry 0")
                .hasMessageContaining("audit verify");
        assertThat(file).doesNotExist();
    }

    @Test
    void append_whileRunning_withoutItsKey_isRefused_andSaysThatItIsMissing() throws IOException {
        var running = log();
        running.append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        Path key = file.resolveSibling(SealKeys.PRIVATE_FILE);
        Files.delete(key);
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "c", "brief", Map.of())))
                .isInstanceOf(AuditTrouble.class)
                .hasMessageContaining("the key " + key + " is missing");
    }

    @Test
    void halfALine_isToldInWords() throws IOException {
        log().append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        Files.writeString(file, Files.readString(file).substring(0, 40));
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Broken.class,
                        broken -> assertThat(broken.toString())
                                .contains("the entry is not readable")
                                .doesNotContain("Source"));
    }

    @Test
    void logOfADataFolder_takenAwayWhole_isMissed_andTheNextOneBeginsByTellingIt() throws IOException {
        Path data = temp.resolve("data");
        AuditLog first = ofDataFolder(data);
        assertThat(first.begin()).isEmpty();
        assertThat(first.verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class, w -> assertThat(w.sealed()).isTrue());
        Files.createDirectories(data.resolve("archive/originals"));
        Files.writeString(data.resolve("archive/cabinet.lock"), "");
        assertThat(ofDataFolder(data).begin()).isEmpty();
        Files.writeString(data.resolve("archive/originals/1"), "Torque the wheel nut to 118 ft-lb.");
        first.append(new AuditEvent("ingest", "a", "manual.txt", "taken", Map.of()));
        Files.move(data.resolve("audit"), temp.resolve("elsewhere"));
        assertThat(ofDataFolder(data).begin())
                .hasValueSatisfying(
                        why -> assertThat(why).contains("the log is missing").contains("documents"));
        assertThat(ofDataFolder(data).verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Broken.class, b -> assertThat(b.reason()).contains("the log is missing"));
        ofDataFolder(data).append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        assertThat(ofDataFolder(data).latest(9))
                .satisfiesExactly(
                        found -> {
                            assertThat(found.event().outcome()).isEqualTo("begun anew");
                            assertThat(found.event().details().get("found")).contains("the log is missing");
                        },
                        asked -> assertThat(asked.event().kind()).isEqualTo("ask"));
        assertThat(ofDataFolder(data).begin()).isEmpty();
        assertThat(ofDataFolder(data).verify()).isInstanceOf(AuditVerdict.Whole.class);
    }

    @Test
    void logOfADataFolder_missing_andReopened_beginsWithThatEntryAlone() throws IOException {
        Path data = Files.createDirectories(temp.resolve("data"));
        Files.createDirectories(data.resolve("runs"));
        Files.writeString(data.resolve("runs/2026-03-01.json"), "{}");
        ofDataFolder(data).reopen("security officer", "the disk was restored");
        assertThat(ofDataFolder(data).latest(9))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.event().details().get("found")).contains("the log is missing", "runs"));
    }

    @Test
    void begin_whereAProcessWasKilledInIt_beginsAgain() throws IOException {
        Path data = temp.resolve("data");
        assertThat(ofDataFolder(data).begin()).isEmpty();
        Files.delete(data.resolve("audit").resolve(Seal.FILE));
        Files.delete(data.resolve("audit").resolve(SealKeys.PRIVATE_FILE));
        assertThat(ofDataFolder(data).begin()).isEmpty();
        ofDataFolder(data).append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        assertThat(ofDataFolder(data).verify()).isInstanceOf(AuditVerdict.Whole.class);
    }

    private static AuditLog ofDataFolder(Path data) {
        return AuditLog.ofDataFolder(data, InstantSource.fixed(MORNING), Vault.clear());
    }

    @Test
    void append_whileRunning_toALogTakenAwayWhole_doesNotBeginAnew() throws IOException {
        var running = log();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.toList()) Files.delete(one);
        }
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "c", "brief", Map.of())))
                .hasMessageContaining("its keys were removed");
        assertThat(file).doesNotExist();
        Files.move(folder, temp.resolve("elsewhere"));
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "c", "brief", Map.of())))
                .hasMessageContaining("cannot write the audit log in " + folder);
        Files.createDirectory(folder);
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "c", "brief", Map.of())))
                .hasMessageContaining("its keys were removed");
    }

    @Test
    void append_whileRunning_toALogRenamedOrTruncatedUnderIt_isRefused_andGoesOnWhenItIsBack() throws IOException {
        var running = log();
        running.append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        Path aside = temp.resolve("aside");
        Files.move(file, aside);
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "c", "brief", Map.of())))
                .hasMessageContaining("audit verify");
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        running.append(new AuditEvent("ask", "a", "d", "brief", Map.of()));
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "e", "brief", Map.of())))
                .hasMessageContaining("it ends with entry 0");
    }

    @Test
    void append_whileRunning_toALogPutBackWithItsSeal_isRefused() throws IOException {
        Path copy = Files.createDirectory(temp.resolve("copy"));
        for (String name : List.of(LogFiles.ACTIVE, Seal.FILE)) Files.copy(folder.resolve(name), copy.resolve(name));
        var running = log();
        running.append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        for (String name : List.of(LogFiles.ACTIVE, Seal.FILE))
            Files.copy(copy.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> running.append(new AuditEvent("ask", "a", "c", "brief", Map.of())))
                .hasMessageContaining("it was put back to entry " + ENTRIES);
    }

    @Test
    void append_sealTakenFromAnEarlierStateAndLogCutToFit_passes_andOnlyANotedHeadShowsIt() throws IOException {
        Path copy = temp.resolve("copy");
        Files.createDirectory(copy);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path one : all.toList()) Files.copy(one, copy.resolve(one.getFileName()));
        }
        AuditEntry later = log().append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        assertThat(AuditCheck.of(copy))
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class,
                        w -> assertThat(w.head()).isEqualTo(later.previous()).isNotEqualTo(later.hash()));
    }

    @Test
    void append_afterAKillBetweenSealAndEntry_goesOn() throws IOException {
        AuditEntry last = log().latest(1).getFirst();
        SealKeys keys = SealKeys.read(folder);
        AuditLine.Written next = AuditLine.chain(
                last.sequence() + 1,
                MORNING,
                new AuditEvent("ask", "a", "b", "brief", Map.of()),
                last.hash(),
                LineKeys.clear());
        Seal.over(last.sequence(), last.hash(), keys)
                .announcing(next.entry().hash(), keys)
                .writeTo(folder, true);
        assertThat(log().verify()).isInstanceOf(AuditVerdict.Whole.class);
        byte[] line = (next.line() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Files.write(file, joined(sound, Arrays.copyOf(line, line.length / 2)));
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class, w -> assertThat(w.entries()).isEqualTo(ENTRIES));
        Files.write(file, joined(sound, line));
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class, w -> assertThat(w.entries()).isEqualTo(ENTRIES + 1));
        log().append(new AuditEvent("ask", "a", "c", "brief", Map.of()));
        assertThat(log().latest(2).getFirst().event().kind()).isEqualTo("recovered");
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class, w -> assertThat(w.entries()).isEqualTo(ENTRIES + 3));
    }

    @Test
    void log_inManyParts_isOneChain_andRetiredPartsLeaveASignedSummary() throws IOException {
        var days = new Instant[] {MORNING};
        Path many = temp.resolve("many");
        var log = new AuditLog(many, () -> days[0], LineKeys.clear(), 2_000);
        for (int i = 0; i < 40; i++) {
            log.append(new AuditEvent("ask", "a", "question " + i, "brief", Map.of()));
            days[0] = days[0].plusSeconds(86_400);
        }
        int parts = new LogFiles(many).closed().size();
        assertThat(parts).isGreaterThan(3);
        long gone = log.retire(MORNING.plusSeconds(20 * 86_400L), "security officer");
        assertThat(gone).isBetween(10L, 20L);
        assertThat(new LogFiles(many).closed()).hasSizeLessThan(parts);
        assertThat(log.latest(1).getFirst().event().details()).containsEntry("entries", Long.toString(gone));
        assertThat(log.verify())
                .isEqualTo(new AuditVerdict.Whole(41, log.latest(1).getFirst().hash(), true));
        Path summary = new LogFiles(many).retired().getFirst();
        assertThat(summary).content().contains("\"ask: brief\"");
        Files.writeString(summary, Files.readString(summary).replace("\"ask: brief\" : ", "\"ask: brief\" : 9"));
        assertThat(log.verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Broken.class, b -> assertThat(b.reason()).contains("summary"));
    }

    @Test
    void clockSetBack_isAnEntryOfItsOwn() {
        var now = new Instant[] {MORNING.plusSeconds(100)};
        var log = new AuditLog(temp.resolve("clock"), () -> now[0]);
        log.append(new AuditEvent("ask", "a", "b", "brief", Map.of()));
        now[0] = MORNING;
        log.append(new AuditEvent("ask", "a", "c", "brief", Map.of()));
        assertThat(log.latest(2).getFirst().event())
                .isEqualTo(new AuditEvent("clock", "flightline", "audit log", "set back", Map.of("seconds", "100")));
    }

    @Test
    void partThatEndsWithAClockSetBack_isKeptForItsLatestEntry() throws IOException {
        var now = new Instant[] {MORNING.plusSeconds(100 * 86_400L)};
        Path many = temp.resolve("back");
        var log = new AuditLog(many, () -> now[0], LineKeys.clear(), 2_000);
        log.append(new AuditEvent("ask", "a", "the latest", "brief", Map.of()));
        now[0] = MORNING;
        while (new LogFiles(many).closed().isEmpty())
            log.append(new AuditEvent("ask", "a", "question", "brief", Map.of()));
        assertThat(log.retire(MORNING.plusSeconds(86_400), "security officer")).isZero();
        assertThat(log.retire(MORNING.plusSeconds(101 * 86_400L), "security officer"))
                .isPositive();
    }

    @Test
    void logOlderThanSeals_isWhole_andSealedByItsNextEntry() throws IOException {
        for (String name : List.of(Seal.FILE, SealKeys.PRIVATE_FILE, SealKeys.PUBLIC_FILE))
            Files.delete(folder.resolve(name));
        assertThat(log().verify())
                .isInstanceOfSatisfying(
                        AuditVerdict.Whole.class, w -> assertThat(w.sealed()).isFalse());
        log().append(new AuditEvent("ask", "a", "c", "brief", Map.of()));
        assertThat(log().verify()).isInstanceOfSatisfying(AuditVerdict.Whole.class, w -> {
            assertThat(w.sealed()).isTrue();
            assertThat(w.entries()).isEqualTo(ENTRIES + 1);
        });
    }

    private void assertRefused() {
        assertThatThrownBy(() -> log().append(new AuditEvent("ask", "a", "b", "brief", Map.of())))
                .hasMessageContaining("audit verify");
    }

    private void assertBrokenAt(long line, String what) {
        assertThat(AuditCheck.of(folder))
                .as(what)
                .isInstanceOfSatisfying(
                        AuditVerdict.Broken.class,
                        b -> assertThat(b.line()).as(what + ": " + b.reason()).isEqualTo(line));
    }

    /** 1-based. */
    private long lineOf(int offset) {
        long line = 1;
        for (int i = 0; i < offset; i++) if (sound[i] == '\n') line++;
        return line;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private AuditLog log() {
        return new AuditLog(folder, InstantSource.fixed(MORNING));
    }
}
