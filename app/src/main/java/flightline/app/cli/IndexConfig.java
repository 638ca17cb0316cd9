package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.wiring.IndexSettings;
import flightline.cluster.index.Credentials;
import flightline.cluster.index.IndexAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part {@code index} of the configuration: the address of a cluster. */
final class IndexConfig {
    private IndexConfig() {}

    /**
     * @param named with the option, which stands above the configuration's address
     * @param environment where user and password lie, so that neither stands in a file
     */
    static Optional<IndexSettings> read(
            @Nullable String named, Optional<String> configured, Map<String, String> environment) {
        Optional<String> address = Optional.ofNullable(named).or(() -> configured);
        if (address.isEmpty()) return Optional.empty();
        try {
            IndexAddress parsed = IndexAddress.parse(address.get().strip());
            return Optional.of(new IndexSettings(parsed, Credentials.of(environment, parsed)));
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(String.valueOf(wrong.getMessage()));
        }
    }
}
