package flightline.cluster.index;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * How this node proves to the cluster who it is.
 *
 * @param header value of the header {@code Authorization}; absent where the cluster asks nobody
 */
public record Credentials(Optional<String> header) {
    private static final String USER = "FLIGHTLINE_INDEX_USER";
    private static final String PASSWORD = "FLIGHTLINE_INDEX_PASSWORD";
    private static final String KEY = "FLIGHTLINE_INDEX_API_KEY";

    public static final Credentials NONE = new Credentials(Optional.empty());

    /**
     * From environment variables.
     *
     * @throws IllegalArgumentException in one line, where half of them are there, or they would travel in the clear
     */
    public static Credentials of(Map<String, String> environment, IndexAddress address) {
        Optional<String> user = given(environment, USER);
        Optional<String> password = given(environment, PASSWORD);
        Optional<String> key = given(environment, KEY);
        if (key.isPresent() && user.isPresent())
            throw new IllegalArgumentException("set either " + KEY + " or " + USER + ", not both");
        if (user.isPresent() != password.isPresent())
            throw new IllegalArgumentException(USER + " and " + PASSWORD + " go together; one of them is not set");
        Optional<String> header = key.map(secret -> "ApiKey " + secret)
                .or(() -> user.map(name -> "Basic " + base64(name + ":" + password.orElse(""))));
        if (header.isPresent() && !address.tls() && !address.staysHere())
            throw new IllegalArgumentException("user and password for " + address
                    + " would travel in the clear; name the index as opensearchs://…");
        return new Credentials(header);
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Never the secret itself. */
    @Override
    public String toString() {
        return header.isPresent() ? "credentials" : "no credentials";
    }
}
