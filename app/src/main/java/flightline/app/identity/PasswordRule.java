package flightline.app.identity;

import java.util.Locale;
import java.util.Optional;

/** What a password must be: long. Which characters it has is nobody's business (NIST SP 800-63B). */
public final class PasswordRule {
    /** Characters. */
    public static final int LEAST = 12;

    /** Characters; longer ones are not hashed at all. */
    public static final int MOST = 256;

    private PasswordRule() {}

    /** Why not; never with a character of it. */
    public static Optional<String> objection(String password, String account) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || length > MOST)
            return Optional.of("a password must have " + LEAST + " to " + MOST + " characters, got " + length);
        if (password.chars().distinct().count() < 5)
            return Optional.of("a password must have at least 5 different characters");
        String folded = password.toLowerCase(Locale.ROOT);
        if (folded.contains(account.toLowerCase(Locale.ROOT)) || folded.contains("flightline"))
            return Optional.of("a password must hold neither the account's name nor the product's");
        if (password.chars().anyMatch(Character::isISOControl))
            return Optional.of("a password must hold no control character");
        return Optional.empty();
    }
}
