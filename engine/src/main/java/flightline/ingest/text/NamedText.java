package flightline.ingest.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets what a page names once and refers to in its place, as its readers see it: {@code {torque}} of AsciiDoc, {@code |torque|}
 * of reStructuredText. A name that may mean one thing or another, or that the page does not tell, stays as it is typed.
 */
final class NamedText {
    private static final int LONGEST = 200;
    /** More than this of what the page has itself is no page of references, but a bomb. */
    private static final int GROWTH = 2;

    private static final int ROOM = 10_000;

    /** Names that AsciiDoc has of its own. */
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("plusmn", "±"),
            Map.entry("deg", "°"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("apos", "'"),
            Map.entry("quot", "\""),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("plus", "+"),
            Map.entry("sp", " "),
            Map.entry("empty", ""),
            Map.entry("cpp", "C++"));

    private static final Pattern ENTRY = Pattern.compile(":(!?)(\\w[\\w-]{0,60})(!?):(?:[ \\t]+(\\S.*))?");
    private static final Pattern NAMED = Pattern.compile("(?<!\\\\)\\{(\\w[\\w-]{0,60})\\}");
    private static final Pattern VERBATIM = Pattern.compile("-{4,}|\\.{4,}|\\+{4,}|```\\w*");
    private static final Pattern CONDITION = Pattern.compile("(?:ifdef|ifndef|ifeval)::.{0,200}\\[\\]|ifeval::.*");

    private static final Pattern DEFINED =
            Pattern.compile("\\.\\. \\|([^|\\s][^|]{0,60})\\| (replace|unicode):: ?(\\S.*)");
    private static final Pattern CODES = Pattern.compile("(?:(?:0x|U\\+)[0-9A-Fa-f]{2,5}\\s*){1,4}");
    private static final Pattern REFERRED =
            Pattern.compile("(?<![\\\\|\\w])\\|([^|\\s][^|\\n]{0,60})\\|(?![|\\w])_{0,2}");
    private static final Pattern RULE = Pattern.compile("\\s*(?:=+ +)+=+\\s*|\\s*\\+[-=+]+\\+\\s*");

    private NamedText() {}

    /** Of AsciiDoc. Each line stays a line. */
    static String attributes(String text) {
        var known = new HashMap<>(SIGNS);
        Set<String> doubtful = doubtful(text);
        var out = new StringBuilder(text.length());
        String fence = "";
        for (String line : lines(text)) {
            String bare = line.strip();
            if (!fence.isEmpty() || VERBATIM.matcher(bare).matches()) {
                if (fence.isEmpty()) fence = bare.startsWith("```") ? "```" : bare;
                else if (bare.equals(fence)) fence = "";
                out.append(line);
                continue;
            }
            Matcher entry = ENTRY.matcher(bare);
            if (!entry.matches()) {
                out.append(replaced(NAMED, line, known));
                continue;
            }
            out.append(line);
            String name = entry.group(2).toLowerCase(Locale.ROOT);
            Optional<String> value = Optional.ofNullable(entry.group(4))
                    .filter(v -> !v.endsWith("\\") && !v.endsWith("+") && !doubtful.contains(name))
                    .map(v -> replaced(NAMED, v, known))
                    .filter(v -> v.length() <= LONGEST);
            boolean unset = !entry.group(1).isEmpty() || !entry.group(3).isEmpty();
            if (value.isPresent() && !unset) known.put(name, value.get());
            else known.remove(name);
        }
        return bounded(text, out);
    }

    /** Names that are set under a condition: which of their values holds, the page alone does not tell. */
    private static Set<String> doubtful(String text) {
        var names = new HashSet<String>();
        int depth = 0;
        for (String line : lines(text)) {
            String bare = line.strip();
            if (CONDITION.matcher(bare).matches()) depth++;
            else if (bare.startsWith("endif::")) depth = Math.max(0, depth - 1);
            Matcher entry = ENTRY.matcher(bare);
            if (depth > 0 && entry.matches()) names.add(entry.group(2).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Of reStructuredText. In tables, whose cells stand by their columns, names stay as they are typed. */
    static String substitutions(String text) {
        Map<String, String> known = defined(text);
        if (known.isEmpty()) return text;
        var out = new StringBuilder(text.length());
        var block = new StringBuilder();
        boolean table = false;
        for (String line : lines(text)) {
            if (line.isBlank()) {
                out.append(table ? block : substituted(block, known)).append(line);
                block.setLength(0);
                table = false;
                continue;
            }
            table |= RULE.matcher(line.stripTrailing()).matches();
            block.append(line);
        }
        out.append(table ? block : substituted(block, known));
        return bounded(text, out);
    }

    private static String substituted(CharSequence block, Map<String, String> known) {
        var out = new StringBuilder(block.length());
        for (String line : lines(block.toString())) {
            String bare = line.stripLeading();
            boolean asTyped = bare.startsWith("|") || bare.startsWith(".. |");
            out.append(asTyped ? line : replaced(REFERRED, line, known));
        }
        return out.toString();
    }

    private static Map<String, String> defined(String text) {
        var known = new HashMap<String, String>();
        var twice = new HashSet<String>();
        String[] lines = lines(text);
        for (int i = 0; i < lines.length; i++) {
            Matcher definition = DEFINED.matcher(lines[i].stripTrailing());
            boolean goesOn =
                    i + 1 < lines.length && !lines[i + 1].isBlank() && Character.isWhitespace(lines[i + 1].charAt(0));
            if (!definition.matches() || goesOn) continue;
            String name = definition.group(1).strip().toLowerCase(Locale.ROOT);
            String value = definition.group(3).strip();
            if (definition.group(2).equals("unicode")) value = signs(value);
            if (value.isEmpty() || value.length() > LONGEST || known.putIfAbsent(name, value) != null) twice.add(name);
        }
        known.keySet().removeAll(twice);
        return known;
    }

    private static String signs(String codes) {
        if (!CODES.matcher(codes).matches()) return "";
        var signs = new StringBuilder();
        for (String code : codes.strip().split("\\s+")) signs.appendCodePoint(Integer.parseInt(code.substring(2), 16));
        return signs.toString();
    }

    private static String replaced(Pattern reference, String line, Map<String, String> known) {
        return reference.matcher(line).replaceAll(found -> {
            String value = known.get(found.group(1).strip().toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    private static String bounded(String text, StringBuilder out) {
        return out.length() > (long) GROWTH * text.length() + ROOM ? text : out.toString();
    }

    /** The lines with their ends. */
    private static String[] lines(String text) {
        return text.split("(?<=\n)", -1);
    }
}
