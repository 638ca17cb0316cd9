package flightline.app.http;

import flightline.policy.Act;

/** Who may come to an endpoint at all; what they get to see there is judged by the flows. */
sealed interface Entry {
    Entry ANYONE = new Anyone();
    Entry SIGNED_IN = new SignedIn();

    /** Also who has not said who they are. */
    record Anyone() implements Entry {}

    /** Whoever is known, in whatever role. */
    record SignedIn() implements Entry {}

    /** Whoever has a role that allows the act. */
    record May(Act act) implements Entry {}
}
