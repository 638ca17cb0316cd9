package flightline.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.PrincipalJson;
import flightline.policy.Principal;
import flightline.state.Cabinet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in with a browser, by the hash of what the browser holds, so that neither a copy of what is kept nor the log lets
 * anybody in. Kept in the memory of this process, where a restart signs everybody out, or where every node sees it. Safe for
 * several threads.
 */
final class Sessions {
    /** In the memory of a process; the one that was used longest ago ends. */
    static final int MOST = 10_000;
    /** Of one person; the oldest ends where there are more. */
    private static final int EACH = 20;
    /** Of the idle time; a use that soon after the last one is not written down. */
    private static final int GRAIN = 20;

    private final InstantSource clock;
    private final Secrets secrets;
    private final Duration idle;
    private final Duration longest;
    private final Passing<Held> held;
    private final Passing<Own> owned;

    /**
     * @param idle after which one ends that is not used
     * @param longest after which one ends that is
     */
    Sessions(Cabinet passing, InstantSource clock, Secrets secrets, Duration idle, Duration longest) {
        this.held = new Passing<>(passing, "signed-in", Held.class);
        this.owned = new Passing<>(passing, "signed-in/of", Own.class);
        this.clock = clock;
        this.secrets = secrets;
        this.idle = idle;
        this.longest = longest;
    }

    /**
     * One session.
     *
     * @param principal JSON as {@code --as} takes it
     * @param account its name where it is one of ours, else empty
     * @param password hash of the account's as it was; when it changes, the session is over
     * @param formToken for the forms of this session
     * @param begun epoch milliseconds, and so is {@code used}
     */
    record Held(
            JsonNode principal,
            Caller.Means means,
            String account,
            String password,
            String formToken,
            long begun,
            long used) {
        Principal who() {
            return PrincipalJson.read(principal);
        }

        boolean isOf(Account now) {
            return password.equals(Secrets.kept(now.password()));
        }
    }

    /** Names of the sessions of one person. */
    private record Own(List<String> names) {}

    /** Begins one, and gives what only the browser may know. */
    String begin(Principal principal, Caller.Means means, Optional<Account> account) {
        long now = clock.millis();
        String id = secrets.word();
        String name = Secrets.kept(id);
        held.put(
                name,
                new Held(
                        PrincipalJson.of(principal),
                        means,
                        account.map(Account::name).orElse(""),
                        account.map(one -> Secrets.kept(one.password())).orElse(""),
                        secrets.word(),
                        now,
                        now));
        var over = new ArrayList<String>();
        owned.change(Secrets.kept(principal.name()), before -> {
            over.clear();
            return Optional.of(withOne(before.map(Own::names).orElse(List.of()), name, over));
        });
        over.forEach(held::take);
        return id;
    }

    /** @param over gets those that are to end for it */
    private Own withOne(List<String> before, String name, List<String> over) {
        record Used(String name, long used) {}
        var others = new ArrayList<Used>();
        for (String other : before)
            held.find(other)
                    .filter(one -> !isOver(one))
                    .ifPresentOrElse(one -> others.add(new Used(other, one.used())), () -> over.add(other));
        others.sort(Comparator.comparingLong(Used::used));
        while (others.size() >= EACH) over.add(others.removeFirst().name());
        var names = new ArrayList<>(others.stream().map(Used::name).toList());
        names.add(name);
        return new Own(names);
    }

    /** The session, used now; absent where there is none or it is over. */
    Optional<Held> find(String id) {
        String name = Secrets.kept(id);
        Optional<Held> found = held.find(name);
        if (found.isEmpty()) return found;
        if (isOver(found.get())) {
            var ignored = held.take(name);
            return Optional.empty();
        }
        long now = clock.millis();
        if (now - found.get().used() >= idle.toMillis() / GRAIN)
            // One that was ended meanwhile stays so.
            held.change(
                    name,
                    one -> one.map(was -> new Held(
                            was.principal(),
                            was.means(),
                            was.account(),
                            was.password(),
                            was.formToken(),
                            was.begun(),
                            now)));
        return found;
    }

    /** Ends it; gives whose it was. */
    Optional<Held> end(String id) {
        return held.take(Secrets.kept(id));
    }

    private boolean isOver(Held one) {
        long now = clock.millis();
        return now >= one.used() + idle.toMillis() || now >= one.begun() + longest.toMillis();
    }
}
