package flightline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.corpus.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Cabinet} promises; each implementation's test extends this. */
public abstract class CabinetContract {
    private static final String KEY = "sessions/s20261128-1.json";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LARGE = 50 << 20;
    private static final int MANY = 10_000;

    /** One over a place that is empty at the beginning of each test; each call gives another over the same place. */
    protected abstract Cabinet cabinet() throws Exception;

    /** Lets so much time pass for the clock that leases are told by. */
    protected abstract void pass(Duration time) throws Exception;

    /** Fills the place, quicker than value by value. */
    protected abstract void fill(List<String> keys) throws Exception;

    @Test
    void value_written_isReadByAnother() throws Exception {
        cabinet().write(KEY, bytes("one"));
        assertThat(text(cabinet().read(KEY))).contains("one");
        assertThat(text(cabinet().open(KEY).map(CabinetContract::all))).contains("one");
        assertThat(cabinet().holds(KEY)).isTrue();
    }

    @Test
    void valuesChangedTogether_areWrittenAndForgotten_alsoLargeOnes() throws Exception {
        Cabinet cabinet = cabinet();
        cabinet.write("runs/old.json", bytes("old"));
        cabinet.write("archive/originals/a", bytes("before"));
        byte[] large = new byte[3 << 20];
        large[large.length - 1] = 7;
        var values = new LinkedHashMap<String, Optional<byte[]>>();
        values.put("archive/originals/a", Optional.of(bytes("after")));
        values.put("archive/originals/b", Optional.of(large));
        values.put("runs/old.json", Optional.empty());
        values.put("runs/none.json", Optional.empty());
        cabinet.change(values);
        assertThat(text(cabinet().read("archive/originals/a"))).contains("after");
        assertThat(cabinet().read("archive/originals/b")).contains(large);
        assertThat(cabinet().keys("runs/")).isEmpty();
        values.put("../out", Optional.of(large));
        assertThatThrownBy(() -> cabinet.change(values)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void value_neverWritten_isAbsent() throws Exception {
        Cabinet cabinet = cabinet();
        assertThat(cabinet.read(KEY)).isEmpty();
        assertThat(cabinet.open(KEY)).isEmpty();
        assertThat(cabinet.stamp(KEY)).isEmpty();
        assertThat(cabinet.holds(KEY)).isFalse();
        assertThat(cabinet.delete(KEY)).isFalse();
        assertThat(cabinet.keys("sessions/")).isEmpty();
    }

    @Test
    void value_writtenAgain_isReplacedWhole() throws Exception {
        Cabinet cabinet = cabinet();
        cabinet.write(KEY, bytes("a long value"));
        String before = cabinet.stamp(KEY).orElseThrow();
        cabinet.write(KEY, bytes("short"));
        assertThat(text(cabinet.read(KEY))).contains("short");
        assertThat(cabinet.stamp(KEY)).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void value_empty_isAValue() throws Exception {
        cabinet().write(KEY, new byte[0]);
        assertThat(text(cabinet().read(KEY))).contains("");
    }

    @Test
    void value_deleted_isGoneForAll() throws Exception {
        Cabinet other = cabinet();
        cabinet().write(KEY, bytes("one"));
        assertThat(other.delete(KEY)).isTrue();
        assertThat(cabinet().holds(KEY)).isFalse();
    }

    @Test
    void replace_whatIsThere_isDone_andTheSecondComesTooLate() throws Exception {
        Cabinet one = cabinet();
        Cabinet other = cabinet();
        assertThat(one.replace(KEY, Optional.empty(), bytes("first"))).isTrue();
        assertThat(other.replace(KEY, Optional.empty(), bytes("also first"))).isFalse();
        Optional<byte[]> seenByOne = one.read(KEY);
        Optional<byte[]> seenByOther = other.read(KEY);
        assertThat(one.replace(KEY, seenByOne, bytes("second"))).isTrue();
        assertThat(other.replace(KEY, seenByOther, bytes("also second"))).isFalse();
        assertThat(text(cabinet().read(KEY))).contains("second");
    }

    @Test
    void replace_whatWasDeleted_isNotDone() throws Exception {
        Cabinet cabinet = cabinet();
        cabinet.write(KEY, bytes("one"));
        cabinet.delete(KEY);
        assertThat(cabinet.replace(KEY, Optional.of(bytes("one")), bytes("two")))
                .isFalse();
        assertThat(cabinet.holds(KEY)).isFalse();
    }

    @Test
    void writers_atOnce_loseNothing() throws Exception {
        cabinet().write(KEY, bytes("0"));
        int each = 10;
        atOnce(4, () -> {
            Cabinet own = cabinet();
            for (int done = 0; done < each; ) {
                byte[] before = own.read(KEY).orElseThrow();
                int next = Integer.parseInt(new String(before, StandardCharsets.UTF_8)) + 1;
                if (own.replace(KEY, Optional.of(before), bytes(Integer.toString(next)))) done++;
            }
            return true;
        });
        assertThat(text(cabinet().read(KEY))).contains(Integer.toString(4 * each));
    }

    @Test
    void writersAndReaders_atOnce_seeNoMixture() throws Exception {
        String ones = "1".repeat(200_000);
        String twos = "2".repeat(150_000);
        cabinet().write(KEY, bytes(ones));
        atOnce(4, () -> {
            Cabinet own = cabinet();
            for (int i = 0; i < 8; i++) {
                own.write(KEY, bytes(i % 2 == 0 ? twos : ones));
                assertThat(text(own.read(KEY)).orElseThrow()).isIn(ones, twos);
            }
            return true;
        });
    }

    @Test
    void value_replacedWhileItIsRead_isReadAsItWas() throws Exception {
        byte[] before = noise(3 << 20, 1);
        Cabinet cabinet = cabinet();
        cabinet.write(KEY, before);
        try (InputStream in = cabinet.open(KEY).orElseThrow()) {
            byte[] begun = in.readNBytes(1000);
            cabinet().write(KEY, noise(2 << 20, 2));
            cabinet().delete(KEY);
            byte[] rest = in.readAllBytes();
            assertThat(begun.length + rest.length).isEqualTo(before.length);
            assertThat(rest).isEqualTo(java.util.Arrays.copyOfRange(before, 1000, before.length));
        }
        assertThat(cabinet.holds(KEY)).isFalse();
    }

    @Test
    void value_whoseSourceBreaksOff_leavesWhatWasThere() throws Exception {
        Cabinet cabinet = cabinet();
        cabinet.write(KEY, bytes("whole"));
        assertThatThrownBy(() -> cabinet.write(KEY, breakingAfter(3 << 20))).isInstanceOf(IOException.class);
        assertThat(text(cabinet().read(KEY))).contains("whole");
        assertThatThrownBy(() -> cabinet.write("sessions/other", breakingAfter(100)))
                .isInstanceOf(IOException.class);
        assertThat(cabinet().keys("sessions/")).containsExactly(KEY);
    }

    @Test
    void original_ofFiftyMegabytes_comesBackAsItWas() throws Exception {
        MessageDigest in = ContentHash.sha256();
        cabinet().write("archive/originals/ab/abcd", new DigestInputStream(large(), in));
        MessageDigest out = ContentHash.sha256();
        long read = 0;
        try (InputStream from = cabinet().open("archive/originals/ab/abcd").orElseThrow()) {
            byte[] part = new byte[1 << 16];
            for (int n = from.read(part); n >= 0; n = from.read(part)) {
                out.update(part, 0, n);
                read += n;
            }
        }
        assertThat(read).isEqualTo(LARGE);
        assertThat(ContentHash.of(out)).isEqualTo(ContentHash.of(in));
        cabinet().write("archive/originals/ab/abcd", bytes("small now"));
        assertThat(text(cabinet().read("archive/originals/ab/abcd"))).contains("small now");
    }

    @Test
    void keys_tenThousand_areListedInOrder() throws Exception {
        List<String> keys = IntStream.range(0, MANY)
                .mapToObj(i -> "archive/originals/%02x/%05d".formatted(i % 256, i))
                .sorted()
                .toList();
        var shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(1));
        fill(shuffled);
        Cabinet cabinet = cabinet();
        cabinet.write(KEY, bytes("one"));
        assertThat(cabinet.keys("archive/originals/")).isEqualTo(keys);
        assertThat(cabinet.keys("archive/originals/0a/"))
                .isEqualTo(keys.stream()
                        .filter(key -> key.startsWith("archive/originals/0a/"))
                        .toList());
        assertThat(cabinet.keys("sessions/s2026")).containsExactly(KEY);
        assertThat(cabinet.keys("session/")).isEmpty();
    }

    @Test
    void row_countedByMany_givesNoNumberTwice() throws Exception {
        var given = Collections.synchronizedList(new ArrayList<Long>());
        atOnce(4, () -> {
            Cabinet own = cabinet();
            for (int i = 0; i < 10; i++) given.add(own.next("sessions/last-number"));
            return true;
        });
        assertThat(given).doesNotHaveDuplicates().hasSize(40);
        assertThat(Collections.min(given)).isEqualTo(1);
        assertThat(cabinet().next("jobs/last-number")).isEqualTo(1);
    }

    @Test
    void lease_taken_keepsOthersOut_untilItIsGivenBack() throws Exception {
        Cabinet other = cabinet();
        Lease lease = cabinet().lease("writing", MINUTE).orElseThrow();
        assertThat(other.lease("writing", MINUTE)).isEmpty();
        assertThat(other.lease("another", MINUTE)).isPresent();
        lease.close();
        assertThat(other.lease("writing", MINUTE)).isPresent();
    }

    @Test
    void lease_whoseHolderDied_endsByItself() throws Exception {
        Lease lost = cabinet().lease("writing", MINUTE).orElseThrow();
        pass(Duration.ofSeconds(59));
        assertThat(cabinet().lease("writing", MINUTE)).isEmpty();
        pass(Duration.ofSeconds(2));
        Lease taken = cabinet().lease("writing", MINUTE).orElseThrow();
        assertThat(lost.renew()).isFalse();
        lost.close();
        assertThat(cabinet().lease("writing", MINUTE)).isEmpty();
        assertThat(taken.renew()).isTrue();
    }

    @Test
    void lease_renewed_lastsOn() throws Exception {
        Lease lease = cabinet().lease("writing", MINUTE).orElseThrow();
        pass(Duration.ofSeconds(40));
        assertThat(lease.renew()).isTrue();
        pass(Duration.ofSeconds(40));
        assertThat(cabinet().lease("writing", MINUTE)).isEmpty();
        pass(Duration.ofSeconds(40));
        assertThat(lease.renew()).isFalse();
    }

    @Test
    void lease_wantedByMany_isHadByOne() throws Exception {
        var had = Collections.synchronizedList(new ArrayList<Lease>());
        atOnce(4, () -> {
            cabinet().lease("writing", MINUTE).ifPresent(had::add);
            return true;
        });
        assertThat(had).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/a", "a/", "a//b", "../a", "a/../b", "a/.b", "a/b.part", "a/b.lock", "a b", "a\0", "ä"})
    void key_thatLeadsElsewhere_isRefused(String key) throws Exception {
        Cabinet cabinet = cabinet();
        assertThatThrownBy(() -> cabinet.write(key, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cabinet.read(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void condition_namesWhatIsUsed() throws Exception {
        assertThat(cabinet().condition()).isNotBlank();
        assertThat(cabinet().place(KEY)).contains(KEY);
    }

    private static void atOnce(int many, Callable<Boolean> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(many)) {
            for (var done : threads.invokeAll(Collections.nCopies(many, work)))
                assertThat(done.get()).isTrue();
        }
    }

    private static InputStream breakingAfter(int bytes) {
        return new InputStream() {
            private int left = bytes;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) throw new IOException("whoever sent it is gone");
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (left <= 0) throw new IOException("whoever sent it is gone");
                int some = Math.min(length, left);
                left -= some;
                return some;
            }
        };
    }

    /** Fifty megabytes that nobody holds at once. */
    private static InputStream large() {
        var random = new Random(7);
        return new InputStream() {
            private int left = LARGE;

            @Override
            public int read() {
                return left-- > 0 ? random.nextInt(256) : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                if (left <= 0) return -1;
                byte[] some = new byte[Math.min(length, left)];
                random.nextBytes(some);
                System.arraycopy(some, 0, into, from, some.length);
                left -= some.length;
                return some.length;
            }
        };
    }

    private static byte[] noise(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] all(InputStream in) {
        try (in) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(Optional<byte[]> value) {
        return value.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
