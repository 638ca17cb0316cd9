package flightline.fleet;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is counted. */
enum Counted {
    UNSCHEDULED_REMOVALS(
            "unscheduled removals",
            "unscheduled removal",
            "removed AND NOT planned",
            "(?:unscheduled|unplanned|premature) (?:removals?|removed|replacements?|replaced|changes)|removed (?:unscheduled|prematurely|unplanned)"),
    REMOVALS(
            "removals",
            "removal",
            "removed",
            "removals?|changes|removed|removes?|removing|replaced|replaces?|replacing|replacements?|(?:(?:we|they|you|to) change)|changed|swaps?|swapped|renews?|renewed|exchanged"),
    DEFERRALS(
            "deferred defects",
            "deferred defect",
            "deferred",
            "(?:mel )?deferrals?|mels?|deferred(?: defects| items)?|defers?|mel items?|put off"),
    DEFECTS(
            "defects",
            "defect",
            "NOT planned",
            "defects?|faults?|failures?|fails?|failed|failing|breaks?(?: down)?|broke(?: down)?|breakdowns?|complaints?|snags?|squawks?|problems?|troubles?|discrepanc(?:y|ies)|write-?ups?|pireps?|malfunctions?|difficult(?:y|ies)"),
    RECORDS("records", "record", "", "records?|entries|entry|reports?|occurrences?|events?|incidents?|log entries");

    private final String many;
    private final String one;
    private final String condition;
    private final Pattern pattern;
    private final String words;

    Counted(String many, String one, String condition, String words) {
        this.many = many;
        this.one = one;
        this.condition = condition;
        this.words = words;
        this.pattern = Pattern.compile("(?<=\\s)(?:maintenance |service |recorded )?(?:" + words + ")(?=\\s)");
    }

    String many() {
        return many;
    }

    String named(long count) {
        return count == 1 ? one : many;
    }

    /** In SQL; empty where every record counts. */
    String condition() {
        return condition;
    }

    /** Two kinds that are asked for at once, in words; absent where there is one or none. */
    static Optional<String> both(Line line) {
        for (Counted one : values())
            for (Counted other : values())
                if (one != other
                        && line.has(Pattern.compile(
                                "(?<=\\s)(?:" + one.words + ") (?:or|and) (?:" + other.words + ")(?=\\s)")))
                    return Optional.of(one.many + " and " + other.many);
        return Optional.empty();
    }

    /** Takes what is counted out of a question; absent where it does not say. */
    static Optional<Counted> take(Line line) {
        Optional<Counted> first = Optional.empty();
        for (Counted one : values()) if (line.takeAll(one.pattern) && first.isEmpty()) first = Optional.of(one);
        return first;
    }
}
