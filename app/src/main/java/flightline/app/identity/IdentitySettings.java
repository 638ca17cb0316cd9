package flightline.app.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * How people sign in, as the administrator set it up.
 *
 * @param idle after which a session ends that is not used
 * @param longest after which any session ends
 * @param openId the identity provider, absent where there is none
 * @param certificates whether client certificates are asked for
 * @param notice what is to be agreed to on the page before one signs in, absent where nothing is
 */
public record IdentitySettings(
        Duration idle,
        Duration longest,
        Optional<OpenIdSettings> openId,
        boolean certificates,
        Optional<Notice> notice) {
    /** Accounts of the data folder, where there are any. */
    public static final IdentitySettings STANDARD =
            new IdentitySettings(Duration.ofMinutes(30), Duration.ofHours(12), Optional.empty(), false);

    /** Without a notice. */
    public IdentitySettings(Duration idle, Duration longest, Optional<OpenIdSettings> openId, boolean certificates) {
        this(idle, longest, openId, certificates, Optional.empty());
    }

    public IdentitySettings {
        if (idle.isNegative() || idle.isZero() || idle.compareTo(longest) > 0)
            throw new IllegalArgumentException("idle-minutes must be more than 0 and no longer than longest-hours, got "
                    + idle.toMinutes() + " minutes and " + longest.toHours() + " hours");
        if (longest.compareTo(Duration.ofDays(7)) > 0)
            throw new IllegalArgumentException("longest-hours must be 1..168, got " + longest.toHours());
    }
}
