package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.SecondLooks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** The part {@code second-look} of the configuration: folders of models that look again, each with the hash of its file. */
final class SecondLookConfig {
    private static final Set<String> MAY_HOLD = Set.of("passages", "statements", "first");
    private static final Set<String> MODEL = Set.of("folder", "sha256");

    private SecondLookConfig() {}

    /** @throws BadRequest naming key, value and rule */
    static SecondLooks read(JsonNode node) {
        Section.known("second-look", node, MAY_HOLD);
        int first = Section.whole("second-look", node, "first", SecondLooks.FIRST, SecondLooks.MOST);
        try {
            return new SecondLooks(pinned(node, "passages"), pinned(node, "statements"), first);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest("second-look: " + wrong.getMessage());
        }
    }

    private static Optional<SecondLooks.Pinned> pinned(JsonNode node, String name) {
        if (!node.hasNonNull(name)) return Optional.empty();
        JsonNode model = node.get(name);
        String where = "second-look." + name;
        Section.known(where, model, MODEL);
        String folder = Section.text(where, model, "folder")
                .orElseThrow(() -> new BadRequest(where + ": name the folder of the model"));
        try {
            return Optional.of(new SecondLooks.Pinned(
                    Path.of(folder), Section.text(where, model, "sha256").orElse("")));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(where + ": " + wrong.getMessage());
        }
    }
}
