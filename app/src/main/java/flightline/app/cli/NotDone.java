package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What is said where something asked for could not be done. */
final class NotDone {
    private NotDone() {}

    /** @param what was not done, for example {@code no backup was made} */
    static void tell(Outside outside, CommonOptions common, String what, String why) {
        if (common.json())
            outside.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("outcome", "not-done")
                            .put("why", why)
                            .toPrettyString());
        outside.err().println("flightline: " + what + ": " + why);
    }
}
