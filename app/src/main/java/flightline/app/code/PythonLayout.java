package flightline.app.code;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Whether a Python text holds together: brackets, quotation marks, indentation, and a block beneath each line that opens one. Lines as in the
 * language reference, "Lexical analysis"; no whole parser, so a text that passes may still be wrong.
 */
final class PythonLayout {
    private final String text;
    private final ArrayDeque<Character> open = new ArrayDeque<>();
    private final ArrayDeque<Integer> indents = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private boolean blockWanted;

    private PythonLayout(String text) {
        this.text = text;
        indents.push(0);
    }

    /** What is wrong, with its line; empty where nothing is. */
    static Optional<String> fault(String text) {
        return new PythonLayout(text).read();
    }

    private Optional<String> read() {
        while (at < text.length()) {
            Optional<String> wrong = logicalLine();
            if (wrong.isPresent()) return wrong;
        }
        return blockWanted
                ? Optional.of("line " + line + ": a block is opened and nothing stands in it")
                : Optional.empty();
    }

    /** From the beginning of a line to the end of the statement that stands on it. */
    private Optional<String> logicalLine() {
        int indent = 0;
        while (at < text.length() && (peek() == ' ' || peek() == '\t')) {
            indent = peek() == '\t' ? (indent / 8 + 1) * 8 : indent + 1;
            at++;
        }
        if (at >= text.length()) return Optional.empty();
        if (peek() == '\n' || peek() == '#') {
            skipLine();
            return Optional.empty();
        }
        Optional<String> wrong = indented(indent);
        return wrong.isPresent() ? wrong : statement();
    }

    private Optional<String> indented(int indent) {
        int now = indents.getFirst();
        boolean wanted = blockWanted;
        blockWanted = false;
        if (wanted && indent <= now) return here("a block is opened and nothing stands in it");
        if (indent > now) {
            if (!wanted) return here("it is indented without a block");
            indents.push(indent);
            return Optional.empty();
        }
        while (indents.getFirst() > indent) indents.pop();
        return indents.getFirst() == indent ? Optional.empty() : here("it is indented as no line before it");
    }

    private Optional<String> statement() {
        int begun = line;
        char last = ' ';
        while (at < text.length()) {
            char c = peek();
            if (c == '\n' && open.isEmpty()) {
                skipLine();
                blockWanted = last == ':';
                return Optional.empty();
            }
            if (c == '#') {
                while (at < text.length() && peek() != '\n') at++;
                continue;
            }
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
                line++;
                continue;
            }
            Optional<String> wrong = c == '"' || c == '\'' ? string(c) : sign(c);
            if (wrong.isPresent()) return wrong;
            if (!Character.isWhitespace(c)) last = c;
        }
        blockWanted = last == ':' && open.isEmpty();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of("line " + begun + ": " + open.getFirst() + " is opened and never closed");
    }

    private Optional<String> sign(char c) {
        if (c == '\n') line++;
        at++;
        if (c == '(' || c == '[' || c == '{') open.push(c);
        if (c != ')' && c != ']' && c != '}') return Optional.empty();
        char mate = c == ')' ? '(' : c == ']' ? '[' : '{';
        return open.isEmpty() || open.pop() != mate ? here(c + " closes nothing") : Optional.empty();
    }

    private Optional<String> string(char quote) {
        int begun = line;
        String three = String.valueOf(quote).repeat(3);
        boolean tripled = text.startsWith(three, at);
        at += tripled ? 3 : 1;
        while (at < text.length()) {
            char c = peek();
            if (c == '\\') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '\n') line++;
                at += 2;
            } else if (tripled ? text.startsWith(three, at) : c == quote) {
                at += tripled ? 3 : 1;
                return Optional.empty();
            } else if (c == '\n' && !tripled) {
                return Optional.of("line " + begun + ": a text is opened and never closed");
            } else {
                if (c == '\n') line++;
                at++;
            }
        }
        return Optional.of("line " + begun + ": a text is opened and never closed");
    }

    private void skipLine() {
        while (at < text.length() && peek() != '\n') at++;
        at++;
        line++;
    }

    private char peek() {
        return text.charAt(at);
    }

    private Optional<String> here(String what) {
        return Optional.of("line " + line + ": " + what);
    }
}
