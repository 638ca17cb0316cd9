package flightline.library.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one person writes: all capitals or none, this abbreviation or that, now and then a slip of the finger. */
final class Hand {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern PLAIN_WORD = Pattern.compile("(?<![\\w/-])[A-Za-z]{6,}(?![\\w/-])");

    private enum Letters {
        AS_WRITTEN,
        CAPITAL,
        SMALL
    }

    private final Dice dice;
    private final Map<String, List<String>> shorthand;

    Hand(Dice dice, Map<String, List<String>> shorthand) {
        this.dice = dice;
        this.shorthand = shorthand;
    }

    /** Short forms by the word they stand for, from the resource of that name. */
    static Map<String, List<String>> shorthand(String resource) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (String line : TextReader.lines(resource)) {
            String[] sides = line.split("=", 2);
            table.put(sides[0].strip(), List.of(sides[1].strip().split("\\s+")));
        }
        return table;
    }

    String write(String text) {
        Letters letters = dice.chance(0.42) ? Letters.CAPITAL : dice.chance(0.3) ? Letters.SMALL : Letters.AS_WRITTEN;
        String written = shortened(text);
        if (dice.chance(0.09)) {
            written = slipped(written);
        }
        return switch (letters) {
            case AS_WRITTEN -> written;
            case CAPITAL -> written.toUpperCase(Locale.ROOT);
            case SMALL -> written.toLowerCase(Locale.ROOT);
        };
    }

    private String shortened(String text) {
        double habit = dice.of(List.of(0.0, 0.25, 0.6));
        return WORD.matcher(text).replaceAll(match -> {
            String word = match.group();
            List<String> forms = shorthand.get(word.toLowerCase(Locale.ROOT));
            String chosen = forms == null || !dice.chance(habit) ? word : asLoudAs(word, dice.of(forms));
            return Matcher.quoteReplacement(chosen);
        });
    }

    private static String asLoudAs(String word, String form) {
        return word.equals(word.toUpperCase(Locale.ROOT)) ? form.toUpperCase(Locale.ROOT) : form;
    }

    /** Doubles, drops or swaps one letter inside one longer word; numbers and part numbers stay as they are. */
    private String slipped(String text) {
        List<Integer> starts =
                PLAIN_WORD.matcher(text).results().map(word -> word.start()).toList();
        if (starts.isEmpty()) {
            return text;
        }
        int at = dice.of(starts) + dice.between(1, 4);
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        String slip = switch (dice.between(0, 2)) {
            case 0 -> "" + second + first;
            case 1 -> "" + second;
            default -> "" + first + first + second;
        };
        return text.substring(0, at) + slip + text.substring(at + 2);
    }
}
