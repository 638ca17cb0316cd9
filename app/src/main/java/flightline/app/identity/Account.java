package flightline.app.identity;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.PrincipalJson;
import flightline.policy.Principal;
import flightline.policy.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody who may sign in, as the data folder keeps it.
 *
 * @param principal JSON as {@code --as} takes it
 * @param password Argon2id in the usual notation; empty for one who has none
 * @param certificates subjects of client certificates, for example {@code CN=j.doe,O=Line Station}
 * @param added ISO instant
 */
public record Account(String name, JsonNode principal, String password, List<String> certificates, String added) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._@-]{0,62}[A-Za-z0-9])?");

    public Account {
        if (!NAME.matcher(name).matches())
            throw new IllegalArgumentException(
                    "an account's name has 1 to 64 letters, digits, dots, dashes, _ or @ and begins and ends with a letter or digit, got '"
                            + name + "'");
        certificates = List.copyOf(certificates);
    }

    public Principal who() {
        return PrincipalJson.read(principal);
    }

    /** Whether it is an administrator's who can sign in. */
    public boolean letsInOthers() {
        return who().roles().contains(Role.ADMINISTRATOR.word()) && !(password.isEmpty() && certificates.isEmpty());
    }

    Optional<PasswordHash> hash() {
        return password.isEmpty() ? Optional.empty() : Optional.of(PasswordHash.read(password));
    }

    Account with(String otherPassword) {
        return new Account(name, principal, otherPassword, certificates, added);
    }
}
