package flightline.ingest.office;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A formula that starts a program or fetches something when a spreadsheet program counts it. A link to click on is none. */
final class ReachingFormula {
    /** {@code cmd|'/c calc'!A0}: program, topic, item. */
    private static final Pattern EXCHANGE =
            Pattern.compile("(?:^|[=+\\-*/(,;&\\s@])(?:[A-Za-z][\\w.]*|'[^'|]{1,60}')\\|[^!]{1,500}!");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern CALLS =
            Pattern.compile("\\b(?:_XL\\w{2}\\.)?(WEBSERVICE|RTD|CALL|REGISTER\\.ID|REGISTER|EXEC|IMAGE)\\(");

    private ReachingFormula() {}

    /** What it does, in words; absent where it only counts. */
    static Optional<String> in(String formula) {
        // What stands in quotes is text; a name of a sheet stands in single ones.
        String bare = QUOTED.matcher(formula).replaceAll("\"\"");
        if (EXCHANGE.matcher(bare).find())
            return Optional.of("a formula that starts another program: " + shortened(formula));
        var calls = CALLS.matcher(bare.toUpperCase(Locale.ROOT));
        return calls.find()
                ? Optional.of("a formula that reaches outside by " + calls.group(1) + ": " + shortened(formula))
                : Optional.empty();
    }

    private static String shortened(String formula) {
        String line = formula.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(80, line.length()));
    }
}
