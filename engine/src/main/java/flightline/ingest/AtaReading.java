package flightline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds ATA codes where a text names them as such. */
final class AtaReading {
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:ATA|JASC)\\b\\)?(?:\\s+(?:of America|100|iSpec 2200))?(?:\\s+(?:Chapter|Chap\\.?|Code|No\\.?))?\\s*:?\\s*"
                    + "(\\d{2})(?:[-‑ ]?(\\d{2}))?(?:[-‑](\\d{2}))?(?!\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("(?<![\\d-])(\\d{2})-(\\d{2})-(\\d{2})(?![\\d-])");

    private AtaReading() {}

    /** Codes called ATA or JASC codes, in {@code 32-41-00} form, in order of their appearance. */
    static List<String> of(String text) {
        var codes = new LinkedHashSet<String>();
        for (Matcher m = NAMED.matcher(text); m.find(); ) codes.add(code(m));
        return new ArrayList<>(codes);
    }

    /** As {@link #of}, and in a title a bare {@code 32-41-00} too, which elsewhere might be a date or a number. */
    static List<String> ofTitle(String title) {
        var codes = new LinkedHashSet<>(of(title));
        for (Matcher m = BARE.matcher(title); m.find(); ) codes.add(code(m));
        return new ArrayList<>(codes);
    }

    private static String code(Matcher m) {
        var code = new StringBuilder(m.group(1));
        if (m.group(2) != null) code.append('-').append(m.group(2));
        if (m.group(3) != null) code.append('-').append(m.group(3));
        return code.toString();
    }
}
