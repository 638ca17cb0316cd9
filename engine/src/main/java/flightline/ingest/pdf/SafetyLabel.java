package flightline.ingest.pdf;

import flightline.corpus.SafetyKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word that begins a warning, caution or note.
 *
 * @param rest what follows it in the line; empty where it stands alone
 */
record SafetyLabel(SafetyKind kind, String rest) {
    private static final Pattern CAPITALS = Pattern.compile(
            "^[^\\p{L}\\p{N}(]{0,4}(W ?A ?R ?N ?I ?N ?G|C ?A ?U ?T ?I ?O ?N|N ?O ?T ?E)S?(?: ?(?:No\\. ?)?\\d{1,2})?(?:\\s*[:.–—]\\s*|\\s+-\\s+|\\s*!\\s*|\\s+(?=\\p{Lu})|\\s*\\W*$)(.*)$");
    private static final Pattern SMALL = Pattern.compile(
            "^\\W{0,3}(Warning|Caution|Note)s?(?: ?\\d{1,2})?(?:\\s*:\\s*|\\s*[!]\\s*|\\s*[–—]\\s*)(.*)$");

    static Optional<SafetyLabel> of(String line) {
        Matcher m = CAPITALS.matcher(line);
        if (!m.matches()) m = SMALL.matcher(line);
        if (!m.matches()) return Optional.empty();
        String word = m.group(1).replace(" ", "").toUpperCase(Locale.ROOT);
        return Optional.of(new SafetyLabel(SafetyKind.valueOf(word), m.group(2).strip()));
    }
}
