package flightline.app.http;

import flightline.policy.Act;
import java.util.List;

/**
 * A place of the page that the navigation leads to.
 *
 * @param path where it is
 * @param act what somebody must be allowed to do to find it there
 */
public record Room(String path, String name, Act act) {
    /** All there are, in the order of the navigation. Each still asks by itself who may. */
    static final List<Room> ALL = List.of(
            new Room("/", "Diagnose", Act.DIAGNOSE),
            new Room("/ask", "Ask", Act.ASK),
            new Room("/library", "Library", Act.SEARCH),
            new Room("/fleet", "Fleet", Act.FLEET),
            new Room("/records", "Records", Act.IMPORT_RECORDS),
            new Room("/feedback", "Feedback", Act.EVALUATE),
            new Room("/audit", "Log", Act.AUDIT_READ),
            new Room("/policy", "Policy", Act.POLICY_LOOK_BACK),
            new Room("/administration", "Administration", Act.MODEL_CHANGE));
}
