package flightline.diagnosis;

import flightline.diagnosis.Attempt.Outcome;
import flightline.terms.NormalisedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a complaint says was already tried: "replaced the valve, no change", "swapped LRUs, fault followed".
 *
 * <p>The text is taken clause by clause. A clause with a deed begins an attempt; a result in it or in one of the next
 * clauses, before another deed, belongs to it. What should be done, or was not done, is no attempt.
 */
final class AttemptReader {
    private static final String FAULT =
            "(?:(?:the |same )?(?:fault|problem|defect|snag|failure|indication|trouble|issue|message|symptom|squawk|leak|light|vibration|noise|discrepancy|it)s? )";
    private static final Pattern DEED = Pattern.compile(
            "\\b(removed and replaced|removed and installed|removed and reinstalled"
                    + "|replaced|renewed|changed out|swapped out|changed|swapped|interchanged|exchanged|substituted|cleaned|cycled|recycled"
                    + "|reset|re-set|reseated|re-seated|reracked|re-racked|reloaded|rebooted|adjusted|rerigged|re-rigged|rigged|retorqued"
                    + "|re-torqued|tightened|lubricated|serviced|topped up|refilled|bled|purged|drained|flushed|repaired|spliced"
                    + "|reinstalled|reconnected|installed(?: a)? new|fitted(?: a)? new|tried(?: a| another)?)\\b(?! light| button| switch)");
    private static final Pattern NOT_DONE = Pattern.compile(
            "\\b(?:please|recommend(?:ed)?|suggest(?:ed)?|request(?:ed)?|needs?)\\b.*$|\\b(?:to be|needs?|should|must|please|recommend(?:ed)?|can|could|will|would|shall|not|never|no|if|when|until|before|cannot|"
                    + "may|might|due|unable to|awaiting|require[sd]?|request(?:ed)?)(?: (?:be|to|been|have|being|yet|it))*$");
    private static final Pattern CLAUSE = Pattern.compile(
            "[;:!?]|[.,](?!\\d)|\\b(?:but|then|however)\\b| - |\\b(?<!removed )and (?=(?:the |same )?"
                    + "(?:fault|problem|defect|snag|issue|message|light|it|no |still|now|swapped|replaced|removed|reset|cleaned|changed|tried))");
    private static final Pattern PART_END = Pattern.compile(
            "[,;:.()]|\\b(?:in accordance|per|ref|reference|with|on|at|to|from|and|due|for|twice|again|no|but|still|last|yesterday|today|because|was|were"
                    + "|is|are|has|have|by|as|after|when|during|then|same|without|did|does|fault|again|already|several|three times|times)\\b");
    private static final Pattern LEAD = Pattern.compile("^(?:the|a|an|new|both|all|another|out|it|this|that|our)\\s+");
    private static final Pattern PASSIVE = Pattern.compile(
            "((?:[a-z0-9#/-]+ ){1,5}?)(?:was|were|has been|have been|had been|is|are|been)(?: already| also| both)? $");

    // Tried from the most telling to the least.
    private static final Map<Outcome, Pattern> OUTCOMES = Map.of(
            Outcome.FOLLOWED,
            Pattern.compile("\\b" + FAULT
                    + "?(?:followed|moved|transferred|travell?ed|went with|goes with|follows|moves)\\b(?! to be)"),
            Outcome.STAYED,
            Pattern.compile(
                    "\\b" + FAULT
                            + "(?:stayed|remained|stays|remains) (?:on|at|in|with)\\b|\\bdid ?n[o']t (?:follow|move|transfer)\\b|\\bdid not (?:follow|move|transfer)\\b|\\bno transfer\\b"),
            Outcome.RETURNED,
            Pattern.compile(
                    "\\b(?:returned(?! to service| to normal)|came back|comes back|recurred|reoccurred|re-occurred|reappeared|back again|\\w+ed again|repeated|repeats)\\b"),
            Outcome.NO_CHANGE,
            Pattern.compile(
                    "\\bno (?:change|changes|improvement|difference|help|effect|joy|luck|fix|success|avail|better)\\b|\\bto no avail\\b|\\bwithout (?:success|effect|result|change|improvement)\\b"
                            + "|\\b(?:still|persists?|persisted|persistent|remains?|remained|continues?|continued|unchanged|same (?:fault|problem|result|indication|thing|defect|message))\\b"
                            + "|\\b(?:did not|didn't|does not|doesn't|not) (?:help|fix|clear|cure|solve|correct|rectify|resolve|change)|\\bno good\\b"),
            Outcome.CURED,
            Pattern.compile(
                    "\\b(?:checks?|checked|tests?|tested|operational|operation|operates?|system|works?|working|ground run|leak check|all) (?:check(?:s|ed)? |test(?:s|ed)? )?(?:is |was |are |now )?(?:good|ok|okay|normal|normally|satisfactory|serviceable|fine|passed)\\b"
                            + "|\\b(?:cleared|fixed|cured|resolved|solved|rectified|corrected)\\b(?! not)|\\b(?:problem|fault|leak|message|light|it) (?:is |was |has )?(?:gone|went away|went out)\\b|\\breturned to normal\\b|^ ?(?:all |now )?(?:ok|okay|good|fine)\\b"));
    private static final List<Outcome> ORDER =
            List.of(Outcome.RETURNED, Outcome.STAYED, Outcome.FOLLOWED, Outcome.NO_CHANGE, Outcome.CURED);

    /** More than this in one complaint is a logbook, not a complaint. */
    private static final int MOST = 50;

    List<Attempt> read(NormalisedText normalised) {
        String text = normalised.text();
        var open = new ArrayList<Open>();
        for (int[] clause : clauses(text)) {
            String words = text.substring(clause[0], clause[1]);
            Matcher deed = DEED.matcher(words);
            int after = 0;
            boolean begun = false;
            while (deed.find() && open.size() < MOST) {
                if (NOT_DONE.matcher(words.substring(0, deed.start()).stripTrailing())
                        .find()) continue;
                if (begun && deed.group(1).matches("changed?|reset")) continue;
                begun = true;
                after = deed.end();
                open.add(new Open(
                        deed.group(1).replaceAll("(?: (?:a|another|new))+$", ""),
                        part(words, deed.start(), deed.end()),
                        clause[0] + Math.min(deed.start(), subject(words, deed.start())),
                        clause[1]));
            }
            if (!open.isEmpty()) hear(open, outcome(words.substring(after)), clause[1]);
        }
        return open.stream().map(o -> o.close(normalised)).toList();
    }

    /** That a fault is still there is told of all that was done before; any other result of the last deed alone. */
    private static void hear(List<Open> open, Outcome told, int until) {
        if (told == Outcome.NO_CHANGE || told == Outcome.RETURNED)
            for (Open earlier : open.subList(0, open.size() - 1)) earlier.fail(told);
        open.getLast().hear(told, until);
    }

    private static Outcome outcome(String words) {
        for (Outcome outcome : ORDER) {
            Pattern pattern = OUTCOMES.get(outcome);
            if (pattern != null && pattern.matcher(words).find()) return outcome;
        }
        return Outcome.NOT_SAID;
    }

    /** What stands behind the deed, else, in "the valve was replaced", before it. */
    private static String part(String words, int start, int end) {
        String behind = words.substring(end).strip();
        Matcher stop = PART_END.matcher(behind);
        String part = withoutLead(stop.find() ? behind.substring(0, stop.start()) : behind);
        if (!part.isEmpty()) return part;
        int subject = subject(words, start);
        if (subject >= start) return "";
        return withoutLead(words.substring(subject, start)
                .replaceAll("\\b(?:was|were|has been|have been|had been|is|are|been)(?: already| also| both)? $", "")
                .strip());
    }

    /** Where the subject of "the valve was replaced" begins; the deed itself where there is none. */
    private static int subject(String words, int start) {
        Matcher passive = PASSIVE.matcher(words.substring(0, start));
        return passive.find() ? passive.start(1) : start;
    }

    private static String withoutLead(String part) {
        String rest = part.strip();
        for (Matcher lead = LEAD.matcher(rest); lead.find(); lead = LEAD.matcher(rest))
            rest = rest.substring(lead.end());
        return rest.strip();
    }

    private static List<int[]> clauses(String text) {
        var clauses = new ArrayList<int[]>();
        int from = 0;
        for (Matcher end = CLAUSE.matcher(text); end.find(); ) {
            if (end.start() > from) clauses.add(new int[] {from, end.start()});
            from = end.end();
        }
        if (from < text.length()) clauses.add(new int[] {from, text.length()});
        return clauses;
    }

    /** An attempt whose result may still be told. */
    private static final class Open {
        private final String action;
        private final String part;
        private final int start;
        private int end;
        private Outcome outcome = Outcome.NOT_SAID;

        Open(String action, String part, int start, int end) {
            this.action = action;
            this.part = part;
            this.start = start;
            this.end = end;
        }

        /** A later word overrules: what was good at first and came back has come back. */
        void hear(Outcome told, int until) {
            if (told == Outcome.NOT_SAID) return;
            if (outcome != Outcome.NOT_SAID && outcome != Outcome.CURED) return;
            boolean cameBack = outcome == Outcome.CURED && told == Outcome.NO_CHANGE;
            outcome = cameBack ? Outcome.RETURNED : told;
            end = until;
        }

        void fail(Outcome told) {
            if (outcome == Outcome.NOT_SAID) outcome = told;
        }

        Attempt close(NormalisedText normalised) {
            int from = normalised.originalOffset(start);
            int to = Math.max(from + 1, normalised.originalEnd(end));
            return new Attempt(
                    action,
                    part,
                    outcome,
                    from,
                    to,
                    normalised.original().substring(from, to).strip());
        }
    }
}
