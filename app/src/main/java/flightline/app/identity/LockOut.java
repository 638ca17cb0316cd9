package flightline.app.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes whoever guesses wait, longer each time. An attempt counts as a failure until it is known to be none, so that many at
 * once are no way around. Safe for several threads.
 */
final class LockOut {
    /** After the last attempt that is free. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    /** Accounts or addresses remembered; the one that has been quiet longest goes first. */
    private static final int MOST = 20_000;

    private final InstantSource clock;
    private final int free;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** @param free failures before there is a wait */
    LockOut(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /**
     * How it stands after an attempt.
     *
     * @param pause before the next one, absent where there is none
     */
    private record Count(int failures, Instant last, Optional<Instant> pause) {}

    /** What is said to an attempt. */
    record Said(boolean allowed, Duration pause) {}

    /** Asked before an attempt: whether it may be made, and how long to wait before the next if it fails. */
    synchronized Said attempt(String who) {
        Instant now = clock.instant();
        Count before = counts.remove(who);
        if (before != null && before.last().plus(FORGOTTEN).isBefore(now)) before = null;
        if (before != null && before.pause().isPresent() && before.pause().get().isAfter(now)) {
            counts.put(who, before);
            return new Said(false, Duration.between(now, before.pause().get()));
        }
        int failures = before == null ? 1 : before.failures() + 1;
        Duration wait = failures < free ? Duration.ZERO : longer(failures - free);
        counts.put(who, new Count(failures, now, wait.isZero() ? Optional.empty() : Optional.of(now.plus(wait))));
        bound();
        return new Said(true, wait);
    }

    /** The attempt was none of a guesser's: all is forgiven. */
    synchronized void passed(String who) {
        counts.remove(who);
    }

    /** The attempt was good, which says nothing of those before it. */
    synchronized void forgive(String who) {
        counts.computeIfPresent(
                who,
                (name, count) ->
                        count.failures() <= 1 ? null : new Count(count.failures() - 1, count.last(), Optional.empty()));
    }

    private static Duration longer(int over) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(over, 16));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private void bound() {
        Iterator<String> oldest = counts.keySet().iterator();
        while (counts.size() > MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }
}
