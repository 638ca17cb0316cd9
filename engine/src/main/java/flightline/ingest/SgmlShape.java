package flightline.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells SGML of the aircraft trade from other text by the document type that it opens with. */
final class SgmlShape {
    private static final Set<String> ROOTS = Set.of(
            "amm", "fim", "tsm", "fm", "ipc", "aipc", "eipc", "em", "cmm", "srm", "wdm", "wm", "sb", "esm", "manual",
            "frmfim", "jobcard");
    private static final int OPENING = 4096;
    /** Comments, processing instructions, which end with a single bracket, and an SGML declaration may stand before it. */
    private static final Pattern DOCTYPE = Pattern.compile(
            "\\A(?:\\s+|<!--.*?-->|<\\?[^>]*>|<!SGML\\s.*?>(?=\\s*<))*+<!DOCTYPE\\s+([\\w.-]+)\\s",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern EFFECTIVE_ROOT =
            Pattern.compile("\\A\\s*<([\\w.-]+)\\s[^>]*\\b(?:docnbr|revdate|tsn)\\s*=", Pattern.CASE_INSENSITIVE);

    private SgmlShape() {}

    static boolean known(String text) {
        String opening = text.substring(0, Math.min(text.length(), OPENING));
        for (Pattern form : new Pattern[] {DOCTYPE, EFFECTIVE_ROOT}) {
            var found = form.matcher(opening);
            if (found.find() && ROOTS.contains(found.group(1).toLowerCase(Locale.ROOT))) return true;
        }
        return false;
    }
}
