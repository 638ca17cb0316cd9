package flightline.library.records;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The open places of one text. {@code {s:L/H|R/H}} chooses one and remembers it as s, {@code {e=s:1|2}} takes the one that
 * stands where s was chosen, {@code {n:1..4}} and {@code {g:0.6..0.9}} choose a number with as many decimals as are written,
 * {@code {s}} repeats. The same slots serve complaint, action and part of one record.
 */
final class Slots {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(?:=(\\w+))?(?::([^}]*))?}");
    private static final Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\.\\.(\\d+(?:\\.\\d+)?)");

    private final Dice dice;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    Slots(Dice dice) {
        this.dice = dice;
    }

    /** The text with every slot filled; a slot named {@code prev} is left for the one who knows record ids. */
    String fill(String text) {
        Matcher matcher = SLOT.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = name.equals("prev")
                    ? matcher.group()
                    : values.computeIfAbsent(name, n -> choose(n, matcher.group(2), matcher.group(3), text));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private String choose(String name, @Nullable String with, @Nullable String options, String text) {
        if (options == null) {
            throw new IllegalStateException("slot " + name + " is used before it is given choices: " + text);
        }
        Matcher range = RANGE.matcher(options);
        if (range.matches()) {
            return number(new BigDecimal(range.group(1)), new BigDecimal(range.group(2)));
        }
        List<String> choices = List.of(options.split("\\|", -1));
        Integer place = with == null ? null : places.get(with);
        int chosen = place == null ? dice.between(0, choices.size() - 1) : place;
        places.put(name, chosen);
        return choices.get(chosen);
    }

    private String number(BigDecimal low, BigDecimal high) {
        int scale = Math.max(low.scale(), high.scale());
        int from = low.setScale(scale).unscaledValue().intValueExact();
        int to = high.setScale(scale).unscaledValue().intValueExact();
        return BigDecimal.valueOf(dice.between(from, to), scale).toPlainString();
    }
}
