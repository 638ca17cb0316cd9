package flightline.app.identity;

import flightline.flow.Doorkeeper;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Who sent a request, and how that is known.
 *
 * @param acts that the proof is good for, absent where it is good for all that the roles allow
 * @param formToken stands in each form that this caller is given; empty where a browser sends nothing by itself
 */
public record Caller(Principal principal, Means means, Optional<Set<Act>> acts, String formToken) {
    /** How somebody is known. */
    public enum Means {
        /** Not at all: whoever sits at this machine. */
        THIS_MACHINE,
        PASSWORD,
        OPENID,
        CERTIFICATE,
        KEY,
        TOKEN;

        public String word() {
            return switch (this) {
                case THIS_MACHINE -> "this machine";
                case PASSWORD -> "password";
                case OPENID -> "openid";
                case CERTIFICATE -> "certificate";
                case KEY -> "key";
                case TOKEN -> "token";
            };
        }

        /** Whether a browser sends the proof by itself, whatever page it was that made it ask. */
        public boolean sentByItself() {
            return switch (this) {
                case PASSWORD, OPENID, CERTIFICATE -> true;
                case THIS_MACHINE, KEY, TOKEN -> false;
            };
        }
    }

    public Caller {
        acts = acts.map(Set::copyOf);
    }

    /** The person at this machine, where nobody signs in. */
    public static Caller atThisMachine() {
        return atThisMachine(Principal.localUser());
    }

    /** Somebody for whom a program on this machine was started. */
    public static Caller atThisMachine(Principal principal) {
        return new Caller(principal, Means.THIS_MACHINE, Optional.empty(), "");
    }

    /** Why not: the proof is not good for this, or no role allows it; empty where both do. */
    public Optional<String> refusal(Act act, Doorkeeper door) {
        return outOfScope(act).or(() -> door.refusal(principal, act));
    }

    /** Why the proof is not good for what is for no one act. */
    public Optional<String> outOfScope() {
        return acts.map(scope -> "a key with a scope is not for this, which is for no one act");
    }

    /** Why the proof is not good for this; whether a role allows it is asked elsewhere. */
    public Optional<String> outOfScope(Act act) {
        return acts.filter(scope -> !scope.contains(act))
                .map(scope -> "this key is not for '" + act.word() + "'; it is for "
                        + String.join(
                                ", ", scope.stream().map(Act::word).sorted().toList()));
    }
}
