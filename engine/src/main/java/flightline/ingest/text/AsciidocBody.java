package flightline.ingest.text;

import flightline.corpus.SafetyKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the body of an AsciiDoc document line by line. */
final class AsciidocBody {
    private static final Pattern HEADING = Pattern.compile("(={1,6}|#{1,6})\\s+(\\S.*)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":!?[\\w-]+!?:(?:\\s.*)?");
    private static final Pattern DIRECTIVE = Pattern.compile("(ifdef|ifndef|ifeval|endif)::.*\\[.*\\]");
    private static final Pattern INCLUDE = Pattern.compile("include::(.+)\\[.*\\]");
    private static final Pattern IMAGE = Pattern.compile("image::([^\\[]+)\\[([^\\]]*)\\].*");
    private static final Pattern OPTIONS = Pattern.compile("\\[(.*)\\]");
    private static final Pattern TITLE = Pattern.compile("\\.([^\\s.].*)");
    private static final Pattern LABELLED = Pattern.compile("(NOTE|TIP|IMPORTANT|WARNING|CAUTION):\\s+\\S.*");
    private static final Pattern ITEM =
            Pattern.compile("(\\*{1,5}|-|\\.{1,5}|\\d{1,3}\\.|[a-zA-Z]\\.|[ivx]{1,4}\\))\\s+(\\S.*)");
    private static final Pattern FENCE = Pattern.compile("(={4,}|-{4,}|\\.{4,}|\\*{4,}|_{4,}|\\+{4,}|--|```\\w*)");
    private static final Pattern TABLE = Pattern.compile("[|,!:]={3,}");

    private final TextLines lines;
    private final BitSet comments;
    private final TextBlocks out;
    private final List<String> notes;
    private String options = "";
    /** A title above a block, with where it stands. */
    private String title = "";

    private TextBlocks.Range titleAt = new TextBlocks.Range(0, 0);
    /** Where the last item stands: a warning attached to it is to be read before it. */
    private int itemAt;

    private final List<int[]> counts = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    /** @param comments lines that are blank because a comment stood there; they end no paragraph */
    AsciidocBody(TextLines lines, BitSet comments, TextBlocks out, List<String> notes) {
        this.lines = lines;
        this.comments = comments;
        this.out = out;
        this.notes = notes;
    }

    void read() {
        read(0, lines.count());
    }

    private void read(int from, int to) {
        int line = from;
        while ((line = lines.nextFilled(line, to)) < to) line = element(line, to);
        titled();
    }

    /** Writes a title that belongs to nothing that follows, as a line. */
    private void titled() {
        if (title.isEmpty()) return;
        title = "";
        out.paragraph(titleAt.start(), titleAt.end());
    }

    /** Writes the title above a block that has no caption: of a warning as words of its kind, of all else as a line. */
    private void titled(int line, String text) {
        if (title.isEmpty()) return;
        boolean attached = attached(line);
        // A list ends where a title stands between it and the next.
        if (!attached) endList();
        Optional<SafetyKind> kind = kind().or(() -> labelled(text));
        if (kind.isEmpty()) titled();
        else {
            title = "";
            safety(attached, kind.get(), titleAt.start(), titleAt.end());
        }
    }

    /** @param attached to the last item: it is to be read before that */
    private void safety(boolean attached, SafetyKind kind, int start, int end) {
        int count = out.mark();
        out.safety(attached ? itemAt : count, kind, start, end);
        if (attached && out.mark() > count) itemAt++;
    }

    private static Optional<SafetyKind> labelled(String text) {
        Matcher label = LABELLED.matcher(text);
        return label.matches() ? Admonition.kind(label.group(1)) : Optional.empty();
    }

    private int element(int line, int to) {
        String text = lines.stripped(line);
        Matcher heading = HEADING.matcher(text);
        Matcher include = INCLUDE.matcher(text);
        if (include.matches()) {
            notes.add("line " + (line + 1) + ": includes " + include.group(1) + ", which is not read with it");
            return line + 1;
        }
        if (DIRECTIVE.matcher(text).matches()) {
            notes.add("line " + (line + 1) + ": a condition (" + text + "); what it holds was read");
            return line + 1;
        }
        if (ATTRIBUTE.matcher(text).matches()) return line + 1;
        if (heading.matches() && lines.indent(line) == 0) {
            titled();
            endList();
            int level = heading.group(1).length();
            out.heading(
                    level,
                    lines.start(line) + heading.start(2),
                    lines.end(line),
                    AsciidocInline.words(heading.group(2)));
            return line + 1;
        }
        if (OPTIONS.matcher(text).matches() && !text.startsWith("[[")) {
            options = text;
            return line + 1;
        }
        if (text.startsWith("[[") && text.endsWith("]]")) return line + 1;
        if (text.equals("+")) return line + 1;
        if (TITLE.matcher(text).matches() && lines.indent(line) == 0) {
            titled();
            title = text.substring(1);
            titleAt = new TextBlocks.Range(lines.content(line) + 1, lines.end(line));
            return line + 1;
        }
        boolean named = TABLE.matcher(text).matches() || IMAGE.matcher(text).matches();
        if (!named) titled(line, text);
        int after = block(line, to, text);
        options = "";
        title = "";
        return after;
    }

    private int block(int line, int to, String text) {
        Matcher image = IMAGE.matcher(text);
        if (TABLE.matcher(text).matches()) {
            int end = close(line, to, text);
            new AsciidocTable(lines, out, line + 1, end).write(AsciidocInline.words(title), options);
            return Math.min(to, end + 1);
        }
        if (FENCE.matcher(text).matches()) return fenced(line, to, text);
        if (image.matches()) {
            if (!title.isEmpty()) out.figure(image.group(1), titleAt.start(), titleAt.end());
            else if (!image.group(2).isBlank())
                out.figure(image.group(1), lines.content(line) + image.start(2), lines.content(line) + image.end(2));
            return line + 1;
        }
        if (ITEM.matcher(text).matches()) return item(line, to);
        return paragraph(line, to, text);
    }

    private int fenced(int line, int to, String text) {
        int end = close(line, to, text.startsWith("```") ? "```" : text);
        Optional<SafetyKind> kind = kind();
        if (kind.isPresent())
            safety(attached(line), kind.get(), lines.start(Math.min(line + 1, to - 1)), endOf(line, end));
        else if (text.startsWith("=") || text.startsWith("*") || text.equals("--") || text.startsWith("_"))
            read(line + 1, end);
        else if (end > line + 1) out.listing(lines.start(line + 1), endOf(line, end));
        return Math.min(to, end + 1);
    }

    private int endOf(int line, int end) {
        return end - 1 > line ? lines.end(end - 1) : lines.start(Math.min(line + 1, lines.count() - 1));
    }

    private int close(int line, int to, String mark) {
        int end = line + 1;
        while (end < to && !lines.stripped(end).equals(mark)) end++;
        return end;
    }

    private boolean attached(int line) {
        int at = line - 1;
        while (at > 0
                && (OPTIONS.matcher(lines.stripped(at)).matches()
                        || TITLE.matcher(lines.stripped(at)).matches())) at--;
        return at > 0 && lines.stripped(at).equals("+");
    }

    private Optional<SafetyKind> kind() {
        Matcher word =
                Pattern.compile("\\[(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\b.*").matcher(options);
        return word.matches() ? Admonition.kind(word.group(1)) : Optional.empty();
    }

    private int item(int line, int to) {
        Matcher item = ITEM.matcher(lines.stripped(line));
        if (!item.matches()) return line + 1;
        int end = line + 1;
        while (end < to && goesOn(end) && !interrupts(lines.stripped(end))) end++;
        int start = lines.content(line) + item.start(2);
        String mark = item.group(1);
        boolean bullet = mark.startsWith("*") || mark.equals("-");
        String kind = mark.startsWith(".") || bullet ? mark : "n";
        if (!marks.contains(kind)) {
            marks.add(kind);
            counts.add(new int[] {0});
        } else {
            while (!marks.getLast().equals(kind)) {
                marks.removeLast();
                counts.removeLast();
            }
        }
        int number = ++counts.getLast()[0];
        int depth = marks.size() - 1;
        itemAt = out.mark();
        if (bullet) out.item(mark, depth, start, lines.end(end - 1));
        else out.step(mark.startsWith(".") ? printed(mark.length(), number) : mark, depth, start, lines.end(end - 1));
        return end;
    }

    /** As the format prints them: 1., a., i., A., I. by depth. */
    private static String printed(int dots, int number) {
        boolean letters = (dots == 2 || dots == 4) && number <= 26;
        if (letters) return (char) ((dots == 2 ? 'a' : 'A') + number - 1) + ".";
        return number + ".";
    }

    private void endList() {
        marks.clear();
        counts.clear();
    }

    private boolean interrupts(String text) {
        return text.equals("+")
                || ITEM.matcher(text).matches()
                || FENCE.matcher(text).matches()
                || TABLE.matcher(text).matches()
                || OPTIONS.matcher(text).matches()
                || INCLUDE.matcher(text).matches()
                || DIRECTIVE.matcher(text).matches()
                || LABELLED.matcher(text).matches();
    }

    private int paragraph(int line, int to, String text) {
        int end = line + 1;
        boolean attached = attached(line);
        // The list goes on where the next marker stands, blank line or not.
        while (end < to
                && goesOn(end)
                && !interruptsProse(lines.stripped(end))
                && !(attached && ITEM.matcher(lines.stripped(end)).matches())) end++;
        if (!attached) endList();
        Optional<SafetyKind> kind = kind();
        Matcher label = LABELLED.matcher(text);
        if (kind.isPresent()) safety(attached, kind.get(), lines.content(line), lines.end(end - 1));
        else if (label.matches())
            safety(
                    attached,
                    Admonition.kind(label.group(1)).orElse(SafetyKind.NOTE),
                    lines.content(line) + label.end(1) + 1,
                    lines.end(end - 1));
        else out.paragraph(lines.content(line), lines.end(end - 1));
        return end;
    }

    private boolean goesOn(int line) {
        return !lines.blank(line) || comments.get(line);
    }

    private boolean interruptsProse(String text) {
        return text.equals("+")
                || FENCE.matcher(text).matches()
                || TABLE.matcher(text).matches()
                || INCLUDE.matcher(text).matches()
                || DIRECTIVE.matcher(text).matches();
    }
}
