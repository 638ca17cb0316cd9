package flightline.app.http;

import flightline.app.view.BadRequest;
import flightline.app.view.Unseen;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The name of a file that was sent. It becomes a file's name on this machine and is shown to people, so one that leads
 * elsewhere, means a device or looks like another is refused, by name and rule; none is mended in silence.
 */
final class FileName {
    /** UTF-8 bytes; file systems end at 255, and something is put before it. */
    private static final int LONGEST = 200;

    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");

    private FileName() {}

    /** The name as it was given; throws {@link BadRequest} where it may not be. */
    static String checked(String name) {
        if (name.isBlank()) throw bad(name, "must not be blank");
        if (name.codePoints().anyMatch(Unseen::inName))
            throw bad(name, "must not hold control characters or ones that turn the direction of writing");
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0)
            throw bad(name, "must be a file's name without a folder: '/', '\\' and ':' are not allowed");
        if (name.startsWith(".") || name.endsWith(".") || name.endsWith(" ") || name.startsWith(" "))
            throw bad(name, "must not begin or end in a dot or a blank");
        if (DEVICE.matcher(name).matches()) throw bad(name, "is the name of a device");
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST) throw bad(name, "has " + bytes + " bytes, at most " + LONGEST + " are allowed");
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) throw bad(name, "is not Unicode");
        return name;
    }

    private static BadRequest bad(String name, String rule) {
        String shown = name.codePoints()
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new BadRequest("the file name '" + Unseen.name(shown) + (name.length() > 60 ? "…" : "") + "' " + rule);
    }
}
