package flightline.ingest.text;

import flightline.corpus.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads plain text block by block, where a block is a run of lines between blank ones. */
final class PlainTextBody {
    /** Characters; a longer line alone is a paragraph. */
    static final int LONGEST_HEADING = 90;

    private static final int MOST_HEADING_WORDS = 12;
    private static final Pattern UNDERLINE = Pattern.compile("([=\\-~^*#])\\1{2,}");
    private static final Pattern NUMBERED = Pattern.compile("(?:(?:Chapter|CHAPTER|Section|SECTION)\\s+)?"
            + "(\\d{1,3}(?:[.-]\\d{1,3}){0,5})[.)]?(?:\\s+[-–—:])?\\s+(\\p{Lu}.*)");
    private static final Pattern SAFETY = Pattern.compile(
            "(?:WARNING|CAUTION|NOTE|DANGER|Warning|Caution|Note|Danger)S?s?(?:\\s*(?:[:.!]|[–—-]\\s|$)|\\s{2}).*");
    private static final Pattern STEP = Pattern.compile(
            "(\\(?\\d{1,3}[.)]|\\d{1,3}(?:\\.\\d{1,3}){1,4}\\.?|\\(?[a-zA-Z][.)]|\\([ivx]{1,4}\\)|[Ss]tep\\s+\\d{1,3}[.:]?)\\s+(\\S.*)");
    private static final Pattern BULLET = Pattern.compile("([-*•o·])\\s+(\\S.*)");
    private static final Pattern GAP = Pattern.compile(" {2,}");
    /** What columns are called: a first line that says so names them, though no rule is drawn below it. */
    private static final Pattern COLUMN_NAME = Pattern.compile(
            "(?i)(?:probable |possible |likely |corrective )?(?:symptoms?|troubles?|problems?|faults?|malfunctions?|indications?|causes?|remed(?:y|ies)|actions?|corrections?|items?|parts?|part numbers?|descriptions?|limits?|values?|torques?|tools?|intervals?|quantity)");

    private static final Pattern COLUMNS = Pattern.compile("\\t+|\\s*\\|\\s*|\\s{3,}");

    private final TextLines lines;
    private final TextBlocks out;
    /** Styles of the labels that are open, outermost first: {@code 1.} before {@code a.} before {@code (1)}. */
    private final List<String> labels = new ArrayList<>();

    PlainTextBody(TextLines lines, TextBlocks out) {
        this.lines = lines;
        this.out = out;
    }

    void read() {
        int line = 0;
        while ((line = lines.nextFilled(line, lines.count())) < lines.count()) {
            int end = lines.nextBlank(line, lines.count());
            block(line, end);
            line = end;
        }
    }

    private void block(int from, int to) {
        int line = from;
        if (to - from >= 2 && underlined(from)) {
            heading(from, lines.stripped(from + 1).startsWith("=") ? 1 : 2);
            line = from + 2;
        } else if (to - from == 1 && isHeading(from) && !isLabelsText(from)) {
            heading(from, level(lines.stripped(from)));
            line = to;
        } else if (isTable(from, to)) {
            table(from, to);
            line = to;
        }
        while (line < to) {
            int end = line + 1;
            while (end < to && !begins(end)) end++;
            piece(line, end);
            line = end;
        }
    }

    private void piece(int from, int to) {
        String text = lines.stripped(from);
        int start = lines.content(from);
        int end = lines.end(to - 1);
        Matcher step = STEP.matcher(text);
        Matcher bullet = BULLET.matcher(text);
        if (step.matches()) out.step(step.group(1), depth(step.group(1)), start + step.start(2), end);
        else if (bullet.matches())
            out.item(bullet.group(1), Math.min(lines.indent(from) / 2, 6), start + bullet.start(2), end);
        else out.paragraph(start, end);
    }

    /** Whether a new piece begins in the middle of a block. */
    private boolean begins(int line) {
        String text = lines.stripped(line);
        return (SAFETY.matcher(text).matches() && text.matches("(?:[A-Z]{4,}.*|\\p{L}+:.*)"))
                || STEP.matcher(text).matches()
                || BULLET.matcher(text).matches();
    }

    private boolean underlined(int line) {
        String under = lines.stripped(line + 1);
        return UNDERLINE.matcher(under).matches()
                && lines.stripped(line).length() <= LONGEST_HEADING
                && under.length() >= 3
                && COLUMNS.split(lines.stripped(line)).length < 2;
    }

    private boolean isHeading(int line) {
        String text = lines.stripped(line);
        boolean brief = text.length() <= LONGEST_HEADING && text.split("\\s+").length <= MOST_HEADING_WORDS;
        if (!brief || text.endsWith(".") || text.endsWith(":") || text.endsWith(",") || text.endsWith(";"))
            return false;
        if (SAFETY.matcher(text).matches()) return false;
        boolean capitals = text.chars().filter(Character::isLetter).count() >= 4
                && text.chars().noneMatch(Character::isLowerCase);
        Matcher number = NUMBERED.matcher(text);
        // "3. Remove the bolt" alone between blank lines is a step; "3 Removal" or "3.2 Removal" is a heading.
        boolean numbered = number.matches() && !text.matches("\\(?\\d+[.)]\\s.*");
        return capitals || numbered;
    }

    /** Warnings are set in capitals, as headings are; below a label they are its text. */
    private boolean isLabelsText(int line) {
        return out.labelWaits() && !NUMBERED.matcher(lines.stripped(line)).matches();
    }

    private static int level(String text) {
        Matcher number = NUMBERED.matcher(text);
        if (!number.matches()) return 1;
        return 1
                + (int) number.group(1)
                        .chars()
                        .filter(c -> c == '.' || c == '-')
                        .count();
    }

    private void heading(int line, int level) {
        labels.clear();
        out.heading(level, lines.content(line), lines.end(line), lines.stripped(line));
    }

    /** Dotted numbers count their dots; other labels are as deep as their style first came up. */
    private int depth(String label) {
        if (label.matches("\\d+(?:\\.\\d+)+\\.?"))
            return (int)
                    label.replaceAll("\\.$", "").chars().filter(c -> c == '.').count();
        String style = label.toLowerCase(java.util.Locale.ROOT).startsWith("step")
                ? "step"
                : label.replaceAll("\\d+", "1")
                        .replaceAll("[ivx]{2,}", "i")
                        .replaceAll("[a-z]", "a")
                        .replaceAll("[A-Z]", "A");
        int open = labels.indexOf(style);
        if (open < 0) {
            labels.add(style);
            return labels.size() - 1;
        }
        while (labels.size() > open + 1) labels.removeLast();
        return open;
    }

    /** Lines with the same columns, parted by tabs, bars or wide gaps, under a line of dashes or with bars throughout. */
    private boolean isTable(int from, int to) {
        if (to - from < 3) return false;
        if (isAligned(from, to)) return true;
        boolean ruled = isRule(from + 1);
        int columns = cells(from).size();
        if (columns < 2) return false;
        for (int i = from; i < to; i++) {
            String text = lines.stripped(i);
            if (text.matches("[-=+|\\s]+")) continue;
            boolean parted = text.contains("\t") || text.contains("|");
            boolean labelled =
                    STEP.matcher(text).matches() || BULLET.matcher(text).matches();
            if (!ruled && (!parted || labelled)) return false;
            if (cells(i).size() != columns) return false;
        }
        return true;
    }

    /** Under names of columns, lines whose cells begin where the names do. */
    private boolean isAligned(int from, int to) {
        List<Integer> starts = starts(from);
        if (to - from < 3 || starts.size() < 2 || !namesColumns(from) || isRule(from + 1)) return false;
        for (int i = from + 1; i < to; i++) if (!starts(i).equals(starts)) return false;
        return true;
    }

    private boolean isRule(int line) {
        return lines.stripped(line).matches("[-=+|\\s]{5,}");
    }

    private boolean namesColumns(int line) {
        return Arrays.stream(GAP.split(lines.stripped(line)))
                .allMatch(name -> COLUMN_NAME.matcher(name).matches());
    }

    /** Places in the line at which text begins, behind the line's start or a gap. */
    private List<Integer> starts(int line) {
        String text = lines.stripped(line);
        List<Integer> starts = new ArrayList<>(List.of(lines.indent(line)));
        for (Matcher gap = GAP.matcher(text); gap.find(); ) starts.add(lines.indent(line) + gap.end());
        return starts;
    }

    private void table(int from, int to) {
        if (isAligned(from, to)) {
            List<Block.Row> rows = new ArrayList<>();
            for (int i = from + 1; i < to; i++)
                rows.add(out.row(List.of(GAP.split(lines.stripped(i))), lines.content(i), lines.end(i)));
            out.table("", List.of(GAP.split(lines.stripped(from))), rows, lines.content(from), lines.end(to - 1));
            return;
        }
        boolean ruled = isRule(from + 1);
        List<Block.Row> rows = new ArrayList<>();
        for (int i = ruled ? from + 2 : from; i < to; i++)
            if (!lines.stripped(i).matches("[-=+|\\s]+")) rows.add(out.row(cells(i), lines.content(i), lines.end(i)));
        out.table("", ruled ? cells(from) : List.of(), rows, lines.content(from), lines.end(to - 1));
    }

    private List<String> cells(int line) {
        String text = lines.stripped(line).replaceAll("^\\||\\|$", "");
        return Arrays.stream(COLUMNS.split(text)).map(String::strip).toList();
    }
}
