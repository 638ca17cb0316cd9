package flightline.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody is here. */
public enum Role {
    TECHNICIAN,
    ENGINEER,
    LIBRARIAN,
    ANALYST,
    SECURITY_OFFICER,
    ADMINISTRATOR;

    /** As principals and policies write it, for example {@code security-officer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }
}
