package flightline.app.identity;

import flightline.state.Cabinet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes whoever guesses wait, longer each time. An attempt counts as a failure until it is known to be none, so that many at
 * once are no way around. Safe for several threads, and for several nodes where they share what passes.
 */
final class LockOut {
    /** After the last attempt that is free. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    /** Accounts or addresses remembered in the memory of a process; the one that has been quiet longest goes first. */
    static final int MOST = 20_000;

    private final InstantSource clock;
    private final int free;
    private final Passing<Count> counts;

    /**
     * @param kind of what is counted, for example {@code accounts}
     * @param free failures before there is a wait
     */
    LockOut(Cabinet passing, String kind, InstantSource clock, int free) {
        this.counts = new Passing<>(passing, "lock-out/" + kind, Count.class);
        this.clock = clock;
        this.free = free;
    }

    /**
     * How it stands after an attempt.
     *
     * @param last epoch milliseconds
     * @param until when the pause before the next one ends, epoch milliseconds; 0 where there is none
     */
    private record Count(int failures, long last, long until) {}

    /** What is said to an attempt. */
    record Said(boolean allowed, Duration pause) {}

    /** Asked before an attempt: whether it may be made, and how long to wait before the next if it fails. */
    Said attempt(String who) {
        long now = clock.millis();
        var said = new AtomicReference<>(new Said(true, Duration.ZERO));
        counts.change(Secrets.kept(who), held -> {
            Optional<Count> before = held.filter(count -> count.last() + FORGOTTEN.toMillis() >= now);
            if (before.isPresent() && before.get().until() > now) {
                said.set(new Said(false, Duration.ofMillis(before.get().until() - now)));
                return before;
            }
            int failures = before.map(Count::failures).orElse(0) + 1;
            Duration wait = failures < free ? Duration.ZERO : longer(failures - free);
            said.set(new Said(true, wait));
            return Optional.of(new Count(failures, now, wait.isZero() ? 0 : now + wait.toMillis()));
        });
        return said.get();
    }

    /** The attempt was none of a guesser's: all is forgiven. */
    void passed(String who) {
        counts.change(Secrets.kept(who), held -> Optional.empty());
    }

    /** The attempt was good, which says nothing of those before it. */
    void forgive(String who) {
        counts.change(
                Secrets.kept(who),
                held -> held.filter(count -> count.failures() > 1)
                        .map(count -> new Count(count.failures() - 1, count.last(), 0)));
    }

    private static Duration longer(int over) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(over, 16));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
