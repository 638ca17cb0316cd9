package flightline.library.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the markup that {@code library/README.md} describes. A line that begins with {@code {R11}} or {@code {R12}} is kept only in that revision;
 * one kept for the newest revision is marked as changed.
 */
public final class ManuscriptReader {
    private static final Pattern REVISION = Pattern.compile("\\{(R\\d+)} ?(.*)");
    private static final Pattern STEP = Pattern.compile("(\\*{1,3}) (.*)");
    private static final Pattern HEADING = Pattern.compile("(#{1,3}) (.*)");
    private static final Pattern NOTICE = Pattern.compile("(WARNING|CAUTION|NOTE): (.*)");
    private static final Pattern TABLE = Pattern.compile("\\[(ruled|open|fields)((?: \\d+)+)(?: (.*))?]");
    private static final Pattern FIGURE = Pattern.compile("\\[figure (\\S+) (.*)]");

    private final Set<String> revisions;
    private final String marked;

    /** Keeps the lines of {@code revision}; {@code marked} is the revision whose lines get a bar, or empty for none. */
    public ManuscriptReader(String revision, String marked) {
        this.revisions = Set.of(revision);
        this.marked = marked;
    }

    /** Reads {@code text}; {@code file} is its name for messages. Fails with file and line where the markup is broken. */
    public Manuscript read(String file, String text) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        Sequence blocks = new Sequence();
        int number = 0;
        for (String raw : text.split("\n", -1)) {
            number++;
            Line line = select(raw);
            if (line.dropped()) {
                continue;
            }
            try {
                if (line.text().startsWith("@")) {
                    String[] pair = line.text().substring(1).split(" ", 2);
                    settings.computeIfAbsent(pair[0], key -> new ArrayList<>())
                            .add(pair.length > 1 ? pair[1].strip() : "");
                } else {
                    take(line, blocks);
                }
            } catch (IllegalArgumentException broken) {
                throw new IllegalArgumentException(file + ", line " + number + ": " + broken.getMessage(), broken);
            }
        }
        return new Manuscript(new Settings(file, settings), blocks.finish());
    }

    private record Line(String text, boolean changed, boolean dropped) {}

    private Line select(String raw) {
        Matcher matcher = REVISION.matcher(raw);
        if (!matcher.matches()) {
            return new Line(raw.stripTrailing(), false, raw.startsWith("//"));
        }
        String revision = matcher.group(1);
        return new Line(matcher.group(2).stripTrailing(), revision.equals(marked), !revisions.contains(revision));
    }

    private static void take(Line line, Sequence blocks) {
        String text = line.text();
        if (text.startsWith("|")) {
            blocks.row(cells(text), line.changed());
        } else if (text.startsWith("  ")) {
            blocks.extend(text.strip());
        } else if (text.isBlank()) {
            blocks.rest();
        } else if (text.equals("[columns]")) {
            blocks.openColumns();
        } else if (text.equals("[/columns]")) {
            blocks.closeColumns();
        } else {
            begin(text, blocks, line.changed());
        }
    }

    private static void begin(String text, Sequence blocks, boolean changed) {
        Matcher step = STEP.matcher(text);
        Matcher heading = HEADING.matcher(text);
        Matcher notice = NOTICE.matcher(text);
        Matcher table = TABLE.matcher(text);
        Matcher figure = FIGURE.matcher(text);
        if (text.startsWith("=")) {
            Block division = division(text);
            blocks.add(division, changed && division instanceof Block.Task);
        } else if (step.matches()) {
            blocks.add(new Block.Step(step.group(1).length(), step.group(2)), changed);
        } else if (heading.matches()) {
            blocks.add(new Block.Heading(heading.group(1).length() % 3, heading.group(2)), changed);
        } else if (notice.matches()) {
            blocks.add(new Block.Notice(Block.Notice.Kind.valueOf(notice.group(1)), notice.group(2)), changed);
        } else if (table.matches()) {
            blocks.add(table(table), changed);
        } else if (figure.matches()) {
            blocks.add(new Block.Figure(figure.group(1), figure.group(2)), changed);
        } else if (text.startsWith("- ")) {
            blocks.add(new Block.Item(text.substring(2)), changed);
        } else {
            other(text, blocks, changed);
        }
    }

    private static void other(String text, Sequence blocks, boolean changed) {
        switch (text) {
            case "[page]" -> blocks.add(new Block.SheetBreak(), changed);
            case "[contents]" -> blocks.add(new Block.Listing(Block.Listing.Kind.CONTENTS), changed);
            case "[effective-pages]" -> blocks.add(new Block.Listing(Block.Listing.Kind.EFFECTIVE_PAGES), changed);
            default -> {
                if (text.startsWith("[")) {
                    throw new IllegalArgumentException("unknown mark " + text);
                }
                blocks.text(text, changed);
            }
        }
    }

    private static Block division(String text) {
        if (text.startsWith("=== ")) {
            String[] part = text.substring(4).split(" ", 2);
            return new Block.Task(part[0], part[1]);
        }
        if (text.startsWith("== ")) {
            List<String> part = cells("|" + text.substring(3) + "|");
            if (part.size() < 3) {
                throw new IllegalArgumentException(
                        "a page block needs subject and title | kind | first page, got " + text);
            }
            String[] subject = part.get(0).split(" ", 2);
            String effectivity = part.size() > 3 ? part.get(3) : "ALL";
            return new Block.PageBlock(subject[0], subject[1], part.get(1), Integer.parseInt(part.get(2)), effectivity);
        }
        String[] part = text.substring(2).split(" ", 2);
        return new Block.Chapter(part[0], part[1]);
    }

    private static Block table(Matcher matcher) {
        List<Integer> widths = new ArrayList<>();
        for (String width : matcher.group(2).strip().split(" ")) {
            widths.add(Integer.valueOf(width));
        }
        int sum = widths.stream().mapToInt(Integer::intValue).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("widths of a table must come to 100 per cent, got " + sum);
        }
        Block.Table.Style style = switch (matcher.group(1)) {
            case "ruled" -> Block.Table.Style.RULED;
            case "open" -> Block.Table.Style.OPEN;
            default -> Block.Table.Style.FIELDS;
        };
        String title = matcher.group(3) == null ? "" : matcher.group(3);
        return new Block.Table(style, widths, title, new ArrayList<>());
    }

    private static List<String> cells(String line) {
        String inner = line.strip();
        inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
        List<String> cells = new ArrayList<>();
        for (String cell : inner.split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
