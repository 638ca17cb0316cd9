package flightline.app.http;

import flightline.app.identity.Caller;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/** Who sent a request, as {@link Door} found out; nothing behind the door decides that again. */
final class Asker {
    private Asker() {}

    /** That the proof was looked at for one act, for somebody whose proof is not good for all. */
    private record Admitted(Act act) {}

    static void set(ServerRequest request, Caller who) {
        request.context().register(Asker.class, who);
    }

    /**
     * Throws {@link Problem} where the proof is good for some acts alone and nobody looked which one this is: a place that does
     * not say what it is for is not for such a key. Throws {@link IllegalStateException} for a request that came past the door.
     */
    static Principal of(ServerRequest request) {
        Caller caller = caller(request);
        if (request.context().get(Asker.class, Admitted.class).isEmpty())
            caller.outOfScope().ifPresent(why -> {
                throw new Problem(Status.FORBIDDEN_403, why);
            });
        return caller.principal();
    }

    /** Who asks, once key and role allow the act; throws {@link Problem} with who may. */
    static Principal admitted(ServerRequest request, Act act, Wiring wiring) {
        Caller caller = caller(request);
        caller.refusal(act, wiring.door()).ifPresent(why -> {
            throw new Problem(Status.FORBIDDEN_403, why);
        });
        request.context().register(Asker.class, new Admitted(act));
        return caller.principal();
    }

    /** The same for a place that several acts lead to: one of them is enough, and the first says who may. */
    static Principal admitted(ServerRequest request, List<Act> acts, Wiring wiring) {
        Caller caller = caller(request);
        var access = wiring.rulebook().access();
        Act open = acts.stream()
                .filter(act -> caller.outOfScope(act).isEmpty() && access.may(caller.principal(), act))
                .findFirst()
                .orElse(acts.getFirst());
        return admitted(request, open, wiring);
    }

    /** The same, with how it is known. */
    static Caller caller(ServerRequest request) {
        return known(request).orElseThrow(() -> new IllegalStateException("nobody was named for " + request.path()));
    }

    /** Absent at the places that are open to anyone. */
    static Optional<Caller> known(ServerRequest request) {
        return request.context().get(Asker.class, Caller.class);
    }
}
