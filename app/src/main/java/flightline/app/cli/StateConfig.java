package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.StateSettings;
import flightline.cluster.state.Login;
import flightline.cluster.state.StateAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The part {@code state} of the configuration: an address, or an address and the variables that name user and password. */
final class StateConfig {
    private static final Set<String> MAY_HOLD = new TreeSet<>(Set.of("address", "user-variable", "password-variable"));

    private StateConfig() {}

    /**
     * @param named with the option, which stands above the configuration's address
     * @param environment where user and password lie, so that neither stands in a file
     */
    static Optional<StateSettings> read(
            @Nullable String named, Optional<JsonNode> configured, Map<String, String> environment) {
        JsonNode node = configured.orElseGet(() -> TextNode.valueOf(""));
        if (node.isObject())
            node.fieldNames().forEachRemaining(name -> {
                if (!MAY_HOLD.contains(name))
                    throw new BadRequest("state: may hold " + MAY_HOLD + ", got '" + name + "'");
            });
        String address =
                named != null ? named : node.isObject() ? node.path("address").asText("") : node.asText("");
        if (address.isBlank()) {
            if (configured.isPresent()) throw new BadRequest("state: name an address, postgresql://host:5432/database");
            return Optional.empty();
        }
        try {
            return Optional.of(new StateSettings(
                    StateAddress.of(address),
                    Login.from(environment, variable(node, "user-variable"), variable(node, "password-variable"))));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(String.valueOf(wrong.getMessage()));
        }
    }

    private static Optional<String> variable(JsonNode node, String field) {
        return Optional.of(node.path(field).asText("")).filter(name -> !name.isBlank());
    }
}
