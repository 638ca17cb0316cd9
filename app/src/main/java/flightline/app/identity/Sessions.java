package flightline.app.identity;

import flightline.policy.Principal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is signed in with a browser. Kept in memory only, by the hash of what the browser holds, so that neither a copy of the
 * memory nor the log lets anybody in; a restart signs everybody out. Safe for several threads.
 */
final class Sessions {
    private static final int MOST = 10_000;
    /** Of one person; the oldest ends where there are more. */
    private static final int EACH = 20;

    private final InstantSource clock;
    private final Secrets secrets;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, Held> held = new HashMap<>();

    /**
     * @param idle after which one ends that is not used
     * @param longest after which one ends that is
     */
    Sessions(InstantSource clock, Secrets secrets, Duration idle, Duration longest) {
        this.clock = clock;
        this.secrets = secrets;
        this.idle = idle;
        this.longest = longest;
    }

    /**
     * One session.
     *
     * @param account name and password as they were, where it is one of ours; when either changes, the session is over
     * @param formToken for the forms of this session
     */
    record Held(
            Principal principal,
            Caller.Means means,
            Optional<Account> account,
            String formToken,
            Instant begun,
            Instant used) {}

    /** Begins one, and gives what only the browser may know. */
    synchronized String begin(Principal principal, Caller.Means means, Optional<Account> account) {
        Instant now = clock.instant();
        held.values().removeIf(one -> isOver(one, now));
        long own = held.values().stream()
                .filter(one -> one.principal().name().equals(principal.name()))
                .count();
        if (own >= EACH) endOldest(principal.name());
        if (held.size() >= MOST) endOldest("");
        String id = secrets.word();
        held.put(Secrets.kept(id), new Held(principal, means, account, secrets.word(), now, now));
        return id;
    }

    /** The session, used now; absent where there is none or it is over. */
    synchronized Optional<Held> find(String id) {
        Instant now = clock.instant();
        Held found = held.get(Secrets.kept(id));
        if (found == null) return Optional.empty();
        if (isOver(found, now)) {
            held.remove(Secrets.kept(id));
            return Optional.empty();
        }
        held.put(
                Secrets.kept(id),
                new Held(found.principal(), found.means(), found.account(), found.formToken(), found.begun(), now));
        return Optional.of(found);
    }

    /** Ends it; gives whose it was. */
    synchronized Optional<Held> end(String id) {
        return Optional.ofNullable(held.remove(Secrets.kept(id)));
    }

    private boolean isOver(Held one, Instant now) {
        return !now.isBefore(one.used().plus(idle)) || !now.isBefore(one.begun().plus(longest));
    }

    /** @param name whose; empty for anybody's */
    private void endOldest(String name) {
        held.entrySet().stream()
                .filter(one ->
                        name.isEmpty() || one.getValue().principal().name().equals(name))
                .min(Comparator.comparing(one -> one.getValue().used()))
                .map(Map.Entry::getKey)
                .ifPresent(held::remove);
    }
}
