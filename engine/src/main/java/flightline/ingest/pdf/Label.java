package flightline.ingest.pdf;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an item of a list or a step begins with.
 *
 * @param form which kind of counting it is, for example {@code (1)} or {@code A.}; items of one depth share it
 * @param bullet whether it counts nothing
 * @param rest the text behind it
 */
record Label(String printed, String form, boolean bullet, String rest) {
    private static final Pattern COUNTED = Pattern.compile(
            "^(\\(\\d{1,3}\\)|\\([a-zA-Z]\\)|\\([ivxIVX]{1,5}\\)|\\d{1,3}[.)]|\\d{1,2}(?:\\.\\d{1,3}){1,4}[.)]?|[A-Za-z][.)]|[ivx]{1,5}[.)]|(?:Step|STEP) \\d{1,3}\\.?:?)(\\s+|(?<=\\))(?=\\p{Lu}))(?=\\S)(.*)$");
    private static final Pattern UNDERLINED = Pattern.compile("\\d{1,2}|[a-z]");
    private static final Pattern BULLET = Pattern.compile("^([•▪●◦■□▫·‣❑➢►▶✓*–—-])\\s+(\\S.*)$");

    static Optional<Label> of(String line) {
        Matcher m = COUNTED.matcher(line);
        if (m.matches()) {
            String printed = m.group(1);
            String rest = m.group(3);
            boolean section = printed.matches("\\d+(?:\\.\\d+)+");
            // "2.5 mm of wear" is a measure, "2.5 Removal" an item.
            if (section && !Character.isUpperCase(rest.codePointAt(0))) return Optional.empty();
            if (rest.matches("^[,;.].*")) return Optional.empty();
            return Optional.of(new Label(printed, form(printed), false, rest));
        }
        m = BULLET.matcher(line);
        return m.matches() ? Optional.of(new Label(m.group(1), m.group(1), true, m.group(2))) : Optional.empty();
    }

    /** As {@link #of(String)}, and a bare digit or letter that is underlined, as transport manuals count their third and fourth depth. */
    static Optional<Label> of(Line line) {
        return of(line, line.text());
    }

    /** @param whole the text that begins with the line */
    static Optional<Label> of(Line line, String whole) {
        var words = line.words();
        if (words.size() < 2 || !whole.startsWith(words.getFirst().text() + " ")) return of(whole);
        String printed = words.getFirst().text();
        boolean counts = UNDERLINED.matcher(printed).matches()
                && line.underlined(words.subList(0, 1))
                && words.get(1).left() - words.getFirst().right() > 0.6 * line.size();
        return counts
                ? Optional.of(new Label(
                        printed,
                        "_" + form(printed + ".") + "_",
                        false,
                        whole.substring(printed.length()).strip()))
                : of(whole);
    }

    static boolean stands(String line) {
        return of(line).isPresent();
    }

    static boolean stands(Line line) {
        return of(line).isPresent();
    }

    private static String form(String printed) {
        return printed.replaceAll("\\d+", "1")
                .replaceAll("(?<=^|\\()[ivx]{2,}(?=[.)])", "i")
                .replaceAll("(?<=^|\\()[a-z](?=[.)])", "a")
                .replaceAll("(?<=^|\\()[A-Z]+(?=[.)])", "A");
    }
}
