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

    static boolean stands(String line) {
        return of(line).isPresent();
    }

    private static String form(String printed) {
        return printed.replaceAll("\\d+", "1")
                .replaceAll("(?<=^|\\()[ivx]{2,}(?=[.)])", "i")
                .replaceAll("(?<=^|\\()[a-z](?=[.)])", "a")
                .replaceAll("(?<=^|\\()[A-Z]+(?=[.)])", "A");
    }
}
