package flightline.ingest;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows an e-mail by the headers that it begins with. */
final class MailShape {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \\t].*)?");
    private static final Pattern MAILBOX = Pattern.compile("From \\S+ .*\\d{1,2}:\\d{2}.*\\d{4}.*");
    private static final Set<String> OF_PEOPLE = Set.of("from", "to", "cc", "subject", "date");
    /** Headers that only programs write: a memo typed as text has none. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "message-id", "mime-version", "received", "return-path", "content-transfer-encoding", "delivered-to");

    private MailShape() {}

    /**
     * Whether it is one.
     *
     * @param named whether its name says so: then the headers that people write are enough
     */
    static boolean known(String text, boolean named) {
        Set<String> found = new HashSet<>();
        boolean first = true;
        for (String line : (Iterable<String>) text.lines().limit(200)::iterator) {
            if (first && MAILBOX.matcher(line).matches()) {
                first = false;
                continue;
            }
            first = false;
            if (line.isBlank()) break;
            if (Character.isWhitespace(line.charAt(0))) continue;
            var header = HEADER.matcher(line);
            if (!header.matches()) return false;
            found.add(header.group(1).toLowerCase(Locale.ROOT));
        }
        long people = found.stream().filter(OF_PEOPLE::contains).count();
        long programs = found.stream().filter(OF_PROGRAMS::contains).count();
        return named ? people + programs > 0 : people >= 2 && programs >= 1;
    }
}
