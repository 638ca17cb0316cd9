package flightline.ingest.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind a level on its line.
 *
 * <p>Behind two strokes any one word in capitals is a caveat, as categories and compartments are too many to list; behind one stroke, a dash or a
 * blank only words of the registers are, and statements of release.
 */
final class Caveats {
    private static final String RELEASE =
            "(?:REL(?:EASABLE)?(?: TO)?|DISPLAY ONLY(?: TO)?|FGI) [A-Z]{3,4}(?:(?:, ?| and | AND )[A-Z]{3,4}){0,30}|[A-Z]{2,4}(?:/[A-Z]{2,4}){0,9} EYES ONLY";
    private static final String KNOWN =
            "NOFORN|ORCON(?:-USGOV)?|IMCON|PROPIN|RELIDO|FISA|RSEN|FOUO|FOR OFFICIAL USE ONLY|LES-NF|LES|SSI|SBU-NF|SBU|LIMDIS|EXDIS"
                    + "|NODIS|COMINT|TALENT KEYHOLE|GAMMA|RESTRICTED DATA|FORMERLY RESTRICTED DATA|CNWDI|ATOMAL|BOHEMIA|BALK|CRYPTO"
                    + "|FED ONLY|FEDCON|NOCON|NOCONTRACT|WNINTEL|DL ONLY|SP-[A-Z]{2,8}|ITAR|CUI";
    private static final String WORD = "[A-Z][A-Z0-9]{0,14}(?:-[A-Z0-9]{1,14}){0,4}";
    private static final Pattern FIRST_STROKES =
            Pattern.compile(" ?// ?(" + RELEASE + "|" + KNOWN + "|" + WORD + ")\\b");
    private static final Pattern FURTHER = Pattern.compile(" ?//? ?(" + RELEASE + "|" + KNOWN + "|" + WORD + ")\\b");
    private static final Pattern WITHOUT_STROKES =
            Pattern.compile("(?: ?/ ?| - | )(" + RELEASE + "|" + KNOWN + ")(?![A-Z0-9-])");
    private static final Map<String, String> WRITTEN =
            Map.of("FOR OFFICIAL USE ONLY", "FOUO", "NF", "NOFORN", "OC", "ORCON");
    /** What a running head puts beside a level: the page, the copy. */
    private static final Pattern COUNTED =
            Pattern.compile("(?i)[ -]*(?:(?:page|copy|sheet) (?:no\\.? ?)?\\d{1,5}(?: of \\d{1,5})?)?[ -]*");

    private Caveats() {}

    /**
     * The caveats of a line, in their order.
     *
     * @param rest of the line, behind its level; may be empty
     * @return absent where the line says something else behind the level
     */
    static Optional<List<String>> read(String rest) {
        var found = new ArrayList<String>();
        boolean strokes = false;
        int at = 0;
        while (at < rest.length()) {
            Matcher next = (strokes ? FURTHER : FIRST_STROKES).matcher(rest).region(at, rest.length());
            if (next.lookingAt()) strokes = true;
            else {
                next = WITHOUT_STROKES.matcher(rest).region(at, rest.length());
                if (!next.lookingAt()) break;
            }
            found.add(written(next.group(1)));
            at = next.end();
        }
        String left = rest.substring(at);
        // No sentence has two strokes: what follows them on the line does not take the marking back.
        boolean whole = strokes
                ? left.isEmpty() || !Character.isLetterOrDigit(left.charAt(0))
                : COUNTED.matcher(left).matches();
        return whole ? Optional.of(List.copyOf(found)) : Optional.empty();
    }

    /** A word of the registers as it is written in full. */
    static String written(String caveat) {
        return WRITTEN.getOrDefault(caveat, caveat).replaceFirst("^REL(?:EASABLE)?(?: TO)? ", "REL TO ");
    }
}
