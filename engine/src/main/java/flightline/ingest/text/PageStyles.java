package flightline.ingest.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * The styles that a page brings along: attributes, and the simple rules of its embedded sheets. Rules for a medium, for a
 * state such as {@code :hover}, and sheets of other files are not read.
 */
final class PageStyles {
    private static final int MOST_RULES = 400;
    private static final int LONGEST_SHEET = 400_000;
    private static final Pattern COMMENT = Pattern.compile("/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?");
    private static final Pattern RULE = Pattern.compile("(?<![^{}])([^{}]++)\\{([^{}]*+)\\}");
    /** What a rule must set to be able to hide something, or to show it again. */
    private static final Pattern TELLING = Pattern.compile(
            "(?i)(?:^|[;\\s{])(?:display|visibility|opacity|font-size|font|color|background(?:-color|-image)?|position|left|top|right"
                    + "|text-indent|clip|clip-path|height|max-height|width)\\s*:");
    /** Absent from a selector that is understood. */
    private static final Pattern NOT_SIMPLE = Pattern.compile("[:@\\[~+|\\\\]");

    private final IdentityHashMap<Element, Declarations> ruled = new IdentityHashMap<>();
    private final boolean sheetsElsewhere;

    private record Rule(String selector, int weight, Declarations declarations) {}

    private PageStyles(boolean sheetsElsewhere) {
        this.sheetsElsewhere = sheetsElsewhere;
    }

    static PageStyles of(Element page) {
        var styles = new PageStyles(!page.select("link[rel~=(?i)stylesheet]").isEmpty());
        for (Rule rule : rules(page)) {
            try {
                for (Element each : page.select(rule.selector()))
                    styles.ruled.merge(each, rule.declarations(), (before, later) -> later.over(before));
            } catch (SelectorParseException | IllegalArgumentException notUnderstood) {
                // A browser passes such a rule over as well.
            }
        }
        return styles;
    }

    /** Whether a sheet that is not here may say more. */
    boolean sheetsElsewhere() {
        return sheetsElsewhere;
    }

    Declarations of(Element element, boolean withAttributes) {
        Declarations rules = ruled.getOrDefault(element, Declarations.NONE);
        return withAttributes ? Declarations.read(element.attr("style")).over(rules) : rules;
    }

    /** The weakest first, as a later one wins over an earlier one of its weight. */
    private static List<Rule> rules(Element page) {
        var rules = new ArrayList<Rule>();
        for (Element sheet : page.select("style")) {
            String text = sheet.data();
            if (text.length() > LONGEST_SHEET) text = text.substring(0, LONGEST_SHEET);
            Matcher rule = RULE.matcher(withoutMedia(COMMENT.matcher(text).replaceAll(" ")));
            while (rule.find() && rules.size() < MOST_RULES) {
                if (!TELLING.matcher(rule.group(2)).find()) continue;
                var declarations = Declarations.read(rule.group(2));
                for (String selector : rule.group(1).strip().split(",")) {
                    String one = selector.strip();
                    if (!one.isEmpty()
                            && one.length() < 200
                            && !NOT_SIMPLE.matcher(one).find()) rules.add(new Rule(one, weight(one), declarations));
                }
            }
        }
        rules.sort(Comparator.comparingInt(Rule::weight));
        return rules;
    }

    private static int weight(String selector) {
        int ids = (int) selector.chars().filter(c -> c == '#').count();
        int classes = (int) selector.chars().filter(c -> c == '.').count();
        return ids * 10_000 + classes * 100 + selector.split("\\s+").length;
    }

    /** What stands in a block of an at-rule holds only under its condition. */
    private static String withoutMedia(String sheet) {
        var plain = new StringBuilder();
        for (int at = 0; at < sheet.length(); ) {
            char c = sheet.charAt(at);
            if (c != '@') {
                plain.append(c);
                at++;
                continue;
            }
            int depth = 0;
            boolean done = false;
            while (at < sheet.length() && !done) {
                char in = sheet.charAt(at++);
                if (in == '{') depth++;
                else if (in == '}') done = --depth <= 0;
                else if (in == ';') done = depth == 0;
            }
        }
        return plain.toString();
    }
}
