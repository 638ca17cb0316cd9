package flightline.ingest.bundle;

import java.util.List;
import java.util.Locale;

/** Members that are passed over as such files are in folders: hidden ones, and what desktops leave behind. */
final class PassedOver {
    private PassedOver() {}

    static boolean is(String name) {
        for (String part : List.of(name.replace('\\', '/').split("/"))) {
            String lower = part.toLowerCase(Locale.ROOT);
            boolean hidden = part.startsWith(".") && !part.equals("..") && !part.equals(".");
            if (hidden || lower.equals("__macosx") || lower.equals("thumbs.db") || lower.equals("desktop.ini"))
                return true;
            if (part.startsWith("~$") || part.endsWith("~")) return true;
        }
        return false;
    }
}
