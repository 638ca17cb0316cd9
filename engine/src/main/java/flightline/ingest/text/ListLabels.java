package flightline.ingest.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What stands before the items of an ordered list: by its start, its type, its order and the values of its items. */
final class ListLabels {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,6}");
    private static final Pattern STYLE = Pattern.compile("(?i)list-style(?:-type)?\\s*:\\s*(?:[\\w-]+\\s+)?"
            + "((?:lower|upper)-(?:alpha|latin|roman)|decimal(?:-leading-zero)?)");

    private ListLabels() {}

    /** Labels such as {@code 3.} or {@code B.} by item; none of a list that counts nothing. */
    static IdentityHashMap<Element, String> of(Element list) {
        IdentityHashMap<Element, String> labels = new IdentityHashMap<>();
        if (!list.normalName().equals("ol")) return labels;
        List<Element> items = new ArrayList<>();
        for (Element child : list.children()) if (child.normalName().equals("li")) items.add(child);
        boolean reversed = list.hasAttr("reversed");
        int count = number(list.attr("start"), reversed ? items.size() : 1);
        for (Element item : items) {
            count = number(item.attr("value"), count);
            labels.put(item, printed(form(item, list), count) + ".");
            count += reversed ? -1 : 1;
        }
        return labels;
    }

    private static int number(String stated, int otherwise) {
        String number = stated.strip();
        return NUMBER.matcher(number).matches() ? Integer.parseInt(number) : otherwise;
    }

    /** Letters and roman numerals count from one; what lies before prints as decimal. */
    private static String printed(String form, int count) {
        return count < 1 ? Integer.toString(count) : NumberForm.print(form, count);
    }

    private static String form(Element item, Element list) {
        String own = item.attr("type").isEmpty() ? list.attr("type") : item.attr("type");
        String typed = switch (own.strip()) {
            case "a" -> "lowerLetter";
            case "A" -> "upperLetter";
            case "i" -> "lowerRoman";
            case "I" -> "upperRoman";
            default -> "decimal";
        };
        Matcher style = STYLE.matcher(list.attr("style"));
        if (!style.find()) return typed;
        return switch (style.group(1).toLowerCase(Locale.ROOT)) {
            case "lower-alpha", "lower-latin" -> "lowerLetter";
            case "upper-alpha", "upper-latin" -> "upperLetter";
            case "lower-roman" -> "lowerRoman";
            case "upper-roman" -> "upperRoman";
            case "decimal-leading-zero" -> "decimalZero";
            default -> "decimal";
        };
    }
}
