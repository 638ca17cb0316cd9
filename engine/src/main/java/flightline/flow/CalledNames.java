package flightline.flow;

import flightline.corpus.DocumentHeader;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which names other documents may speak of one that is known by its file: the file's name without folder and ending
 * ({@code letters/SIL-100.txt}), and the number that its title consists of or ends with ({@code SERVICE LETTER SL-291}).
 */
final class CalledNames {
    /** Before names, so that none is taken for a number. */
    private static final String MARK = "=";

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,4}$");
    private static final Pattern LABEL = Pattern.compile("(?i)(?:rev|issue) \\w{1,5}");
    /** Nothing but kinds of documents before the number, nothing but the subject behind it. */
    private static final Pattern TITLED = Pattern.compile(
            "(?:(?!(?i:to|for|of|and|on|with|see|corrections?|re|from|by)\\b)[A-Za-z]+\\s+){0,5}?(?i:no\\.?\\s+|number\\s+)?"
                    + "((?=[\\w -]*\\d)[A-Z][A-Z0-9]{0,7}(?:-[A-Z0-9]{1,8}){0,5}(?: \\d[\\dA-Z-]*)?)(?:\\s*$|\\s*[:–—,(]|\\s+-\\s).*");

    private CalledNames() {}

    static Set<String> of(DocumentHeader header) {
        var names = new LinkedHashSet<String>();
        String id = header.id().value();
        String file = id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf('!')) + 1);
        named(ENDING.matcher(file).replaceFirst("")).ifPresent(names::add);
        Matcher titled = TITLED.matcher(header.title());
        if (titled.matches()) named(titled.group(1)).ifPresent(names::add);
        return names;
    }

    static boolean isName(String number) {
        return number.startsWith(MARK);
    }

    /** A name as it is compared; absent where it has no letter or no digit, or is a revision's label. */
    static Optional<String> named(String written) {
        if (LABEL.matcher(written.strip()).matches()) return Optional.empty();
        String bare = written.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        boolean names = bare.matches("(?=.*[A-Z])(?=.*\\d).{3,40}");
        return names ? Optional.of(MARK + bare) : Optional.empty();
    }
}
