package flightline.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of troubles, causes and remedies that lost its lines when a page was turned into running text: its cells stand one
 * after the other, often column by column. Read back are the cells and what each is; which cause belongs to which trouble
 * is lost with the lines, and only their order hints at it.
 *
 * @param troubles cells that tell what is observed, in the order of the text
 * @param causes cells that tell what may be at fault
 * @param remedies cells that tell what to do
 */
record FlattenedTable(List<Cell> troubles, List<Cell> causes, List<Cell> remedies) {
    /** A cell; {@code start} is its 0-based offset in the text that was read. */
    record Cell(int start, String text) {
        int end() {
            return start + text.length();
        }
    }

    private static final int FEWEST_REMEDIES = 4;
    private static final int FEWEST_BULLETS = 6;
    private static final int LONGEST_CAUSE = 30;

    private static final String TROUBLE =
            "(?:Indicated )?(?:Trouble|Symptom|Malfunction|Problem|Discrepancy|Fault|Indication|Defect)s?";
    private static final String CAUSE = "(?:Probable|Possible|Likely) [Cc]auses?|Causes?";
    private static final String ACTION = "Remed(?:y|ies)|Corrections?|Corrective [Aa]ctions?|Suggested [Aa]ctions?|"
            + "Isolation [Pp]rocedures?|Actions?|Rectification|Cure";
    // Patterns that look behind them begin with what they must stand on, for they are tried at every character of long
    // texts.

    /** Names of at least two columns, one after the other, one of them a remedy or the cause. */
    private static final Pattern HEADER = Pattern.compile("(?=[ACDFILMPRST])(?<![\\p{L}])(?:(?:" + TROUBLE
            + ")\\s+)?(?:(?:" + CAUSE + ")\\s+)?(?:(?:" + ACTION + ")(?:\\s+|$)){1,2}");

    private static final Pattern NAMES_CAUSE = Pattern.compile(CAUSE + "|" + TROUBLE);

    private static final Pattern CAPTION =
            Pattern.compile("(?<![\\[(])\\b(?:Figure|Fig\\.|Table)\\s+\\d+[-.–]\\d+[a-zA-Z]?\\.");
    private static final Pattern BULLET = Pattern.compile("(?=[•▪●■◦·–-])(?:[•▪●■◦·]\\s*|(?<=[:.]\\s)[-–]\\s+)");
    private static final Pattern SENTENCE = Pattern.compile("(?=\\s)(?<=[\\p{L}\\d)”\"’'][.!?])\\s+(?=[\\p{Lu}“\"])");
    private static final Pattern CAPITAL =
            Pattern.compile("(?=\\s)(?<=[\\p{Ll}\\d)])\\s+(?:[a-z]\\s+)?(?=\\p{Lu}\\p{Ll})");
    private static final Pattern LABEL = Pattern.compile("^(?:[a-z]|\\d{1,2})\\s+(?=\\p{Lu})");
    private static final Pattern WITHIN = Pattern.compile("(?=\\s)(?<=\\p{Ll})\\s+(?=\\p{Lu}\\p{Ll})");
    /** A figure that stands at a word as the mark of a note. */
    private static final Pattern NOTE_MARK = Pattern.compile("(?=\\d)(?<=\\p{Ll})\\d(?:\\s+|$)");

    private static final Pattern NOTED = Pattern.compile("\\p{Ll}\\d(?=\\s|$)");
    private static final Pattern FOOTNOTE = Pattern.compile("(?=\\d)(?<=\\p{L})\\d$");

    /** An order to do something, also behind a clause: "With the circuit energized, check …". */
    private static final Pattern REMEDY = Pattern.compile(
            "^(?:(?:with|if|when|before|after)\\b[^.]{1,80},\\s*)?(?:re-?\\s?)?(?:check(?! valve)|clear|replace|repair|clean|adjust|inspect|examine|remove|tighten|drain"
                    + "(?! valve)|fill|install|refer|see|ensure|lubricate|charge|test|turn|use|open(?! or\\b| in\\b| circuit| wir)|close|overhaul|flush|lock|unlock|unload"
                    + "|continue|listen|confirm|calibrate|pressure-?test|vacuum-?check|demagnetize|place|connect|disconnect|reduce|increase|let|make|reset|set|align|trim"
                    + "|straighten|rotate|verify|measure|secure|service|correct|bleed(?![ -]air)|purge|isolate|operate|run|determine|look|allow|add|change|substitute|wash|dry"
                    + "|torque|shim|rig|return|monitor|do|perform|apply|observe|start(?= the| engine| power)|no remedial action)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TROUBLE_WORDS = Pattern.compile(
            "\\b(?:fails? to|will not|does not|do not|unable to|hangs? up|rumbles?|vibrates?|surges?|drags|runs rough|noisy|has (?:high|low|higher|lower))\\b",
            Pattern.CASE_INSENSITIVE);

    /** The table in a text; absent where it has none, or too little of one to be sure. */
    static Optional<FlattenedTable> in(String text) {
        Matcher header = HEADER.matcher(text);
        while (header.find()) {
            if (!NAMES_CAUSE.matcher(header.group()).find()) continue;
            Optional<FlattenedTable> read = read(text, header.start(), header.end());
            if (read.isPresent()) return read;
        }
        return Optional.empty();
    }

    private static Optional<FlattenedTable> read(String text, int header, int behind) {
        int end = text.length();
        Matcher caption = CAPTION.matcher(text);
        if (caption.find(behind)) end = caption.start();
        int start = 0;
        for (Matcher before = CAPTION.matcher(text); before.find() && before.start() < header; ) start = before.end();
        var kinds = new Kinds();
        if (manyOf(BULLET, text.substring(start, end))) bulleted(text, start, header, behind, end, kinds);
        else if (manyOf(SENTENCE, text.substring(behind, end))) cells(text, behind, end, SENTENCE, kinds);
        else cells(text, behind, end, CAPITAL, kinds);
        if (kinds.remedies.size() < FEWEST_REMEDIES || kinds.causes.isEmpty()) return Optional.empty();
        return Optional.of(new FlattenedTable(
                List.copyOf(kinds.troubles), List.copyOf(kinds.causes), List.copyOf(kinds.remedies)));
    }

    /** What the cells turned out to be so far. */
    private static final class Kinds {
        private final List<Cell> troubles = new ArrayList<>();
        private final List<Cell> causes = new ArrayList<>();
        private final List<Cell> remedies = new ArrayList<>();
    }

    /** Bullets mark causes and remedies; what stands between two runs of bullets without one is troubles and column names. */
    private static void bulleted(String text, int start, int header, int behind, int end, Kinds kinds) {
        var marks = new ArrayList<int[]>();
        for (Matcher bullet = BULLET.matcher(text); bullet.find(marks.isEmpty() ? start : marks.getLast()[1]); ) {
            if (bullet.start() >= end) break;
            marks.add(new int[] {bullet.start(), bullet.end()});
        }
        for (Cell trouble : split(text, start, marks.getFirst()[0], CAPITAL))
            if (trouble.text().indexOf(' ') > 0 && (trouble.start() >= behind || trouble.end() <= header))
                kinds.troubles.add(trouble);
        for (int i = 0; i < marks.size(); i++) {
            int from = marks.get(i)[1];
            int to = i + 1 < marks.size() ? marks.get(i + 1)[0] : end;
            // The column names may stand between two runs of bullets.
            boolean split = from <= header && header < to;
            int stop = split ? header : to;
            List<Cell> sentences = split(text, from, stop, SENTENCE);
            if (sentences.isEmpty()) continue;
            boolean remedy = REMEDY.matcher(sentences.getFirst().text()).find();
            if (remedy) {
                remedy(text, sentences, split || i + 1 == marks.size(), kinds);
                if (split) for (Cell trouble : split(text, behind, to, SENTENCE)) kinds.troubles.add(trouble);
                continue;
            }
            boolean last = split
                    || i + 1 == marks.size()
                    || REMEDY.matcher(text.substring(marks.get(i + 1)[1])).find();
            kinds.causes.add(sentences.getFirst());
            for (Cell more : sentences.subList(1, sentences.size()))
                if (last) kinds.troubles.add(more);
                else if (!more.text().startsWith("Note")) kinds.causes.add(more);
            if (split) for (Cell trouble : split(text, behind, to, SENTENCE)) kinds.troubles.add(trouble);
        }
    }

    /** Behind the last bullet of a run, what is no order is a trouble again. */
    private static void remedy(String text, List<Cell> sentences, boolean last, Kinds kinds) {
        int upTo = sentences.size();
        if (last)
            while (upTo > 1 && !REMEDY.matcher(sentences.get(upTo - 1).text()).find()) upTo--;
        int from = sentences.getFirst().start();
        kinds.remedies.add(
                new Cell(from, text.substring(from, sentences.get(upTo - 1).end())));
        kinds.troubles.addAll(sentences.subList(upTo, sentences.size()));
    }

    /** Cells one after the other: remedies by their verb, troubles by the mark of a note or, at the beginning, by what they say. */
    private static void cells(String text, int from, int to, Pattern between, Kinds kinds) {
        for (Cell cell : split(text, from, to, between)) {
            boolean noted = NOTED.matcher(text.substring(cell.start(), Math.min(text.length(), cell.end() + 2)))
                    .find();
            if (noted) kinds.troubles.addAll(split(text, cell.start(), Math.min(to, cell.end() + 1), NOTE_MARK));
            else if (REMEDY.matcher(cell.text()).find()) kinds.remedies.add(cell);
            else if (kinds.causes.isEmpty()
                    && TROUBLE_WORDS.matcher(cell.text()).find()) kinds.troubles.add(cell);
            else cause(cell, kinds);
        }
    }

    /** Where lines of two columns were mixed, a cause ends where an order begins. */
    private static void cause(Cell cell, Kinds kinds) {
        Matcher word = WITHIN.matcher(cell.text());
        while (word.find())
            if (REMEDY.matcher(cell.text().substring(word.end())).find()) {
                kinds.causes.add(new Cell(cell.start(), cell.text().substring(0, word.start())));
                return;
            }
        kinds.causes.add(cell);
    }

    private static List<Cell> split(String text, int from, int to, Pattern between) {
        var cells = new ArrayList<Cell>();
        String part = text.substring(from, Math.max(from, to));
        int at = 0;
        for (Matcher gap = between.matcher(part); gap.find(); at = gap.end())
            add(part.substring(at, gap.start()), from + at, cells);
        add(part.substring(at), from + at, cells);
        return cells;
    }

    private static void add(String cell, int start, List<Cell> cells) {
        int lead = cell.length() - cell.stripLeading().length();
        String text = cell.strip();
        Matcher label = LABEL.matcher(text);
        if (label.find()) {
            lead += label.end();
            text = text.substring(label.end());
        }
        text = FOOTNOTE.matcher(text).replaceFirst("");
        boolean words = text.toLowerCase(Locale.ROOT)
                        .chars()
                        .filter(Character::isLetter)
                        .count()
                >= 3;
        if (words && text.split("\\s+").length <= LONGEST_CAUSE) cells.add(new Cell(start + lead, text));
    }

    private static boolean manyOf(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int found = 0;
        while (found < FEWEST_BULLETS && matcher.find()) found++;
        return found == FEWEST_BULLETS;
    }

    /** The same with offsets that count from elsewhere. */
    FlattenedTable from(int start) {
        return new FlattenedTable(moved(troubles, start), moved(causes, start), moved(remedies, start));
    }

    private static List<Cell> moved(List<Cell> cells, int by) {
        return cells.stream().map(c -> new Cell(c.start() + by, c.text())).toList();
    }

    /**
     * How near a cause stands to a trouble in the order of both lists, 0 to 1: the third of three troubles most likely has
     * the last third of the causes.
     *
     * @param trouble 0-based among {@link #troubles}
     */
    double near(int trouble, int cause) {
        if (troubles.size() < 2) return 1;
        double middle = (trouble + 0.5) / troubles.size();
        double place = (cause + 0.5) / causes.size();
        return Math.exp(-Math.max(0, Math.abs(place - middle) * troubles.size() - 0.5));
    }
}
