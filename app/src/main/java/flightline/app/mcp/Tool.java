package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.policy.Act;
import flightline.policy.Principal;

/**
 * Something that can be asked for. All of them only read.
 *
 * @param act that a role of the asker must allow
 * @param takes JSON Schema of the arguments
 * @param gives JSON Schema of what comes back
 */
record Tool(String name, String title, String description, Act act, ObjectNode takes, ObjectNode gives, Work work) {

    /** Does it; throws {@link flightline.app.view.BadRequest} for arguments that cannot be understood. */
    interface Work {
        Found on(JsonNode arguments, Principal asker);
    }

    /**
     * What was found.
     *
     * @param text the same for a reader, see {@link Quoted}
     */
    record Found(ObjectNode json, String text) {}
}
