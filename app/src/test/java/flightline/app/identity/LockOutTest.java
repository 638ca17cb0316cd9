package flightline.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.state.MemoryCabinet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class LockOutTest {
    private final Hours clock = new Hours(Instant.parse("2026-07-01T12:00:00Z"));
    private final LockOut lockOut = new LockOut(new MemoryCabinet(LockOut.MOST, clock), "accounts", clock, 3);

    @Test
    void failures_beyondTheFree_waitLongerEachTime() {
        assertThat(lockOut.attempt("x").pause()).isZero();
        assertThat(lockOut.attempt("x").pause()).isZero();
        assertThat(lockOut.attempt("x").pause()).hasSeconds(30);
        assertThat(lockOut.attempt("x").allowed()).isFalse();
        clock.pass(Duration.ofSeconds(30));
        assertThat(lockOut.attempt("x")).isEqualTo(new LockOut.Said(true, Duration.ofSeconds(60)));
        clock.pass(Duration.ofSeconds(59));
        assertThat(lockOut.attempt("x")).isEqualTo(new LockOut.Said(false, Duration.ofSeconds(1)));
        for (int i = 0; i < 12; i++) {
            clock.pass(Duration.ofMinutes(30));
            assertThat(lockOut.attempt("x").pause()).isLessThanOrEqualTo(Duration.ofMinutes(30));
        }
        assertThat(lockOut.attempt("y").allowed()).isTrue();
    }

    @Test
    void success_forgivesAll_andADayOfQuietToo() {
        for (int i = 0; i < 3; i++) lockOut.attempt("x");
        lockOut.passed("x");
        assertThat(lockOut.attempt("x").pause()).isZero();
        for (int i = 0; i < 2; i++) lockOut.attempt("x");
        clock.pass(Duration.ofHours(25));
        assertThat(lockOut.attempt("x")).isEqualTo(new LockOut.Said(true, Duration.ZERO));
    }

    @Test
    void manyAtOnce_areNoWayAround() throws Exception {
        var allowed = new ArrayList<Future<Boolean>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++)
                allowed.add(callers.submit(() -> lockOut.attempt("x").allowed()));
        }
        int count = 0;
        for (Future<Boolean> one : allowed) if (one.get()) count++;
        assertThat(count).isEqualTo(3);
    }

    @Test
    void guessingAtManyNames_fillsNoMemory() {
        for (int i = 0; i < 30_000; i++) lockOut.attempt("name" + i);
        assertThat(lockOut.attempt("name1").pause()).isZero();
    }
}
