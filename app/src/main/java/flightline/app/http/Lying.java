package flightline.app.http;

import java.util.Locale;

/** A file that lies here to be fetched, as the page shows it. */
public record Lying(String name, long bytes) {
    private static final double MEBIBYTE = 1 << 20;

    /** In mebibytes, for a person. */
    public String size() {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }
}
