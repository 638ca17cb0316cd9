package flightline.cluster.state;

import java.util.Map;
import java.util.Optional;

/**
 * Who signs in to the database. Neither is ever shown.
 *
 * @param user empty for the driver's own way to find one
 * @param password empty where none is needed, or where it lies in PostgreSQL's own password file
 */
public record Login(String user, String password) {
    /**
     * From variables of the environment: those named, else PostgreSQL's own. A variable that was named and is not set is a
     * mistake, and said so.
     */
    public static Login from(
            Map<String, String> environment, Optional<String> userVariable, Optional<String> passwordVariable) {
        return new Login(
                value(environment, userVariable, "PGUSER"), value(environment, passwordVariable, "PGPASSWORD"));
    }

    private static String value(Map<String, String> environment, Optional<String> named, String usual) {
        String variable = named.orElse(usual);
        String value = environment.getOrDefault(variable, "");
        if (named.isPresent() && value.isBlank())
            throw new IllegalArgumentException("state: the variable " + variable + " is not set");
        return value;
    }

    @Override
    public String toString() {
        return "Login";
    }
}
