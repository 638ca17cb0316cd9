package flightline.ingest.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that a mail program marked with {@code >} as somebody else's. The same sign begins a line of the sender's own where a limit
 * is meant ({@code >60 psi: replace it}), and without it the limit would say something else.
 */
final class QuotedLines {
    /** @param text whole lines, signs and all */
    record Run(boolean quoted, String text) {}

    private final List<String> lines;
    /** Whether the signs stand before words without a blank, as old programs set them. */
    private final boolean tight;

    private QuotedLines(String text) {
        lines = text.lines().toList();
        tight = lines.stream().anyMatch(l -> l.matches("[ \\t>]*>\\p{L}.*"));
    }

    /** Own and quoted lines as they follow one another; blank lines go with what stands before them. None is blank as a whole. */
    static List<Run> runs(String text) {
        return new QuotedLines(text).runs();
    }

    /** The text without its signs of quotation, however deep. */
    static String bare(String text) {
        var quoted = new QuotedLines(text);
        return String.join("\n", quoted.lines.stream().map(quoted::bareLine).toList());
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        var run = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean now = lines.get(i).isBlank() ? quoted : quotes(i);
            if (now != quoted && !run.toString().isBlank()) {
                runs.add(new Run(quoted, run.toString()));
                run.setLength(0);
            }
            quoted = now;
            run.append(lines.get(i)).append('\n');
        }
        if (!run.toString().isBlank()) runs.add(new Run(quoted, run.toString()));
        return runs;
    }

    /** A number behind the sign, and no quoted line above or below: more than that number. */
    private boolean quotes(int line) {
        if (!signed(line)) return false;
        return !lines.get(line).matches("[ \\t]*>[ \\t]*[=\\d].*") || signed(line - 1) || signed(line + 1);
    }

    private boolean signed(int line) {
        return line >= 0 && line < lines.size() && afterSign(lines.get(line), 0, 0) > 0;
    }

    private String bareLine(String line) {
        int at = 0;
        for (int next = afterSign(line, at, 0); next > 0; next = afterSign(line, at, at)) at = next;
        return line.substring(at).strip();
    }

    /** @return where the line goes on after a sign of quotation at {@code from} and blanks before it, or 0 where none stands there */
    private int afterSign(String line, int from, int signs) {
        int at = from;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) at++;
        if ((at - from > 3 && signs == 0) || at >= line.length() || line.charAt(at) != '>') return 0;
        boolean more = at + 1 < line.length() && (Character.isDigit(line.charAt(at + 1)) || line.charAt(at + 1) == '=');
        return more && !tight ? 0 : at + 1;
    }
}
