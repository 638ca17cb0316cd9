package flightline.app.http;

import flightline.policy.Act;
import java.util.List;
import java.util.stream.Collectors;

/** Who may come to an endpoint at all; what they get to see there is judged by the flows. */
sealed interface Entry {
    Entry ANYONE = new Anyone();
    Entry ASKS_ITSELF = new AsksItself();
    Entry UNSAID = new Unsaid();

    /** Also who has not said who they are. */
    record Anyone() implements Entry {}

    /** Whoever is known; the place looks at key and role once it has seen what is wanted, or tells nothing but who asks. */
    record AsksItself() implements Entry {}

    /** Nobody said who; such a place is not served. */
    record Unsaid() implements Entry {
        IllegalStateException fault(String path) {
            return new IllegalStateException(path + " does not say for which act it is");
        }
    }

    /** Whoever has a role that allows one of the acts; a key with a scope must be for it too. */
    record May(List<Act> acts) implements Entry {
        public May {
            acts = List.copyOf(acts);
            if (acts.isEmpty()) throw new IllegalArgumentException("a place must be for an act");
        }

        /** The acts as the rules write them. */
        String words() {
            return acts.stream().map(act -> "'" + act.word() + "'").collect(Collectors.joining(" or "));
        }
    }
}
