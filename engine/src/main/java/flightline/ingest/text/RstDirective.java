package flightline.ingest.text;

import flightline.corpus.SafetyKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one directive with what is indented beneath it. */
final class RstDirective {
    private static final Pattern OPTION = Pattern.compile(":[\\w-]+:(?:\\s.*)?");
    private static final Pattern NESTED = Pattern.compile("\\.\\.\\s.*");
    private static final Set<String> LISTING =
            Set.of("code", "code-block", "sourcecode", "parsed-literal", "math", "highlight-block");
    /** They lay out the site, or show what cannot be read. */
    private static final Set<String> PASSED_OVER = Set.of(
            "toctree",
            "raw",
            "contents",
            "include",
            "literalinclude",
            "meta",
            "highlight",
            "index",
            "youtube",
            "vimeo",
            "video",
            "default-role",
            "role",
            "sectionauthor",
            "codeauthor",
            "tabularcolumns",
            "sectnum",
            "target-notes");

    private static final int HERE = -1;

    private final TextLines lines;
    private final TextBlocks out;
    private final RstBody body;
    private final RstTables tables;
    private final int depth;
    private final int before;

    RstDirective(TextLines lines, TextBlocks out, RstBody body, RstTables tables, int depth, int before) {
        this.lines = lines;
        this.out = out;
        this.body = body;
        this.tables = tables;
        this.depth = depth;
        this.before = before;
    }

    /**
     * Reads it.
     *
     * @param argument what stands on the directive's own line, at offset {@code argumentAt}
     * @param line the directive's line
     * @param to line after its content
     */
    void read(String name, String argument, int argumentAt, int line, int to) {
        String word = name.toLowerCase(Locale.ROOT);
        int content = line + 1;
        while (content < to && OPTION.matcher(lines.stripped(content)).matches()) content = afterOption(content, to);
        Optional<SafetyKind> kind = word.equals("admonition") ? Optional.of(SafetyKind.NOTE) : Admonition.kind(word);
        if (kind.isPresent()) safety(kind.get(), argument, argumentAt, line, content, to);
        else if (word.equals("image")) figure(argument, content, content);
        else if (word.equals("figure")) figure(argument, content, to);
        else if (LISTING.contains(word)) listing(content, to);
        else if (word.equals("table")) table(argument, content, to);
        else if (word.equals("list-table")) tables.listTable(argument, content, to);
        else if (word.equals("csv-table")) commaTable(argument, line + 1, content, to);
        else if (!PASSED_OVER.contains(word)) {
            if (!argument.isBlank()) out.paragraph(argumentAt, lines.end(line));
            body.read(content, to, depth, before);
        }
    }

    /** An option goes on over lines that are indented further than it. */
    private int afterOption(int option, int to) {
        int after = option + 1;
        while (after < to && !lines.blank(after) && lines.indent(after) > lines.indent(option)) after++;
        return after;
    }

    /** The words up to the first directive inside; what follows is read on its own. */
    private void safety(SafetyKind kind, String argument, int argumentAt, int line, int content, int to) {
        int end = content;
        while (end < to && !NESTED.matcher(lines.stripped(end)).matches()) end++;
        int first = lines.nextFilled(content, end);
        int start = argument.isBlank() ? (first < end ? lines.content(first) : lines.end(line)) : argumentAt;
        int last = end > content ? lines.end(end - 1) : lines.end(line);
        out.safety(before == HERE ? out.mark() : before, kind, start, Math.max(start, last));
        body.read(end, to, depth, before);
    }

    /** A figure's caption is the first paragraph beneath it; the rest is its legend. */
    private void figure(String reference, int content, int to) {
        int first = lines.nextFilled(content, to);
        int end = lines.nextBlank(first, to);
        if (first < end) out.figure(reference.strip(), lines.content(first), lines.end(end - 1));
        body.read(end, to, depth, before);
    }

    private void listing(int content, int to) {
        int first = lines.nextFilled(content, to);
        if (first < to) out.listing(lines.content(first), lines.end(to - 1));
    }

    private void commaTable(String caption, int options, int content, int to) {
        var table = new RstCommaTable(lines, out);
        for (int line = options; line < content; line = afterOption(line, content))
            table.option(line, afterOption(line, content));
        table.write(caption, content, to);
    }

    private void table(String caption, int content, int to) {
        int first = lines.nextFilled(content, to);
        int after = first < to ? tables.read(first, to, caption) : first;
        body.read(after, to, depth, before);
    }
}
