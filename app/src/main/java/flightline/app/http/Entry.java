package flightline.app.http;

import flightline.policy.Act;

/** Who may come to an endpoint at all; what they get to see there is judged by the flows. */
sealed interface Entry {
    Entry ANYONE = new Anyone();
    Entry SIGNED_IN = new SignedIn();
    Entry ASKS_ITSELF = new AsksItself();

    /** Also who has not said who they are. */
    record Anyone() implements Entry {}

    /** Whoever is known, in whatever role, but not with a key that is for some acts alone. */
    record SignedIn() implements Entry {}

    /** Whoever is known; the place looks at key and role once it has seen what is wanted, or tells only who asks. */
    record AsksItself() implements Entry {}

    /** Whoever has a role that allows the act. */
    record May(Act act) implements Entry {}
}
