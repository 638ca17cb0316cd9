package flightline.ingest.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a typed text under a label of its own: {@code (c) Applicability}, {@code A. Effectivity},
 * {@code 2.1 Applicability}, {@code Applicability: …}.
 *
 * @param style how its label is written
 * @param number as it is written before the label, for example {@code (c)}; empty where there is none
 * @param label without its number and colon
 * @param start offset of the first character under the label, which may stand behind it on its line
 * @param end offset behind the last one; blanks around are not in it, so that it may be equal to {@code start}
 */
public record LabelledPart(Style style, String number, String label, int start, int end) {
    /** Ways of writing a label, each with what ends a part under it besides a label of the same style. */
    public enum Style {
        /** A line in capitals that stands alone. */
        CAPITALS,
        /** {@code 2}, {@code 2.1}. */
        DIGITS,
        /** {@code A.}, {@code 1.A.} */
        CAPITAL,
        /** {@code (c)}, as the regulatory text of the FAA. */
        LETTER,
        /** Nothing but a colon behind it. */
        COLON
    }

    private static final String TITLE = "((?:Ref\\. )?\\p{Lu}[^\\n:.;?!]{2,70}?)";
    private static final Pattern NUMBERED =
            Pattern.compile("(?:(\\([a-z]\\))|((?:\\d{1,2}\\.)?[A-Z]\\.)|(\\d{1,2}(?:\\.\\d{1,2}){0,3})\\.?)[^\\S\\n]+"
                    + TITLE + "(?:[:.]?[^\\S\\n]*$|:[^\\S\\n]+(?=\\S))");
    private static final Pattern WITH_COLON = Pattern.compile(TITLE + "[^\\S\\n]*:[^\\S\\n]*(?=\\S|$)");
    private static final Pattern CAPITALS = Pattern.compile("[^\\n\\p{Ll}:.;?!]{4,70}");
    /** A sentence that goes on behind a colon, and a remark on what stands before it, are no labels. */
    private static final Pattern SAYS =
            Pattern.compile("(?i)(?:note|this|these|the|for|if|when|caution|warning|group|model)\\b.*");

    private static final int MOST_WORDS = 12;
    private static final int MOST_WORDS_BEFORE_TEXT = 7;

    private record Found(Style style, String number, String label, int at, int behind) {}

    /** The parts of a text in their order; those of one style never overlap. */
    public static List<LabelledPart> of(String text) {
        List<Found> labels = labels(text);
        var parts = new ArrayList<LabelledPart>();
        for (int i = 0; i < labels.size(); i++) {
            Found label = labels.get(i);
            int end = text.length();
            for (Found next : labels.subList(i + 1, labels.size()))
                if (ends(label, next)) {
                    end = next.at();
                    break;
                }
            parts.add(trimmed(text, label, end));
        }
        return List.copyOf(parts);
    }

    private static LabelledPart trimmed(String text, Found label, int until) {
        int start = label.behind();
        int end = until;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        return new LabelledPart(label.style(), label.number(), label.label(), start, end);
    }

    private static boolean ends(Found label, Found next) {
        if (next.style() == Style.CAPITALS) return true;
        return switch (label.style()) {
            case CAPITALS -> false;
            case DIGITS -> next.style() == Style.DIGITS && dots(next) <= dots(label);
            case CAPITAL -> next.style() == Style.CAPITAL || (next.style() == Style.DIGITS && dots(next) == 0);
            case LETTER -> next.style() == Style.LETTER;
            case COLON -> next.style() == Style.COLON;
        };
    }

    private static long dots(Found label) {
        return label.number().chars().filter(c -> c == '.').count();
    }

    private static List<Found> labels(String text) {
        var labels = new ArrayList<Found>();
        String letter = "";
        boolean blank = true;
        for (int at = 0; at < text.length(); ) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed;
            int next = feed < 0 ? end : feed + 1;
            String line = text.substring(at, end).stripTrailing();
            int indent = line.length() - line.stripLeading().length();
            Found found = label(line.substring(indent), at + indent, blank && isBlank(text, next));
            if (found != null && (found.style() != Style.LETTER || follows(letter, found))) {
                if (found.style() == Style.LETTER) letter = found.number();
                labels.add(found);
            }
            blank = line.isBlank();
            at = next;
        }
        return labels;
    }

    /** Whether a line is blank or there is none. */
    private static boolean isBlank(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(Math.min(at, text.length()), end < 0 ? text.length() : end)
                .isBlank();
    }

    private static @Nullable Found label(String line, int at, boolean alone) {
        if (line.isEmpty() || line.length() > 200) return null;
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.lookingAt()) {
            String title = numbered.group(4).strip();
            boolean whole = numbered.end() == line.length();
            if (words(title) > (whole ? MOST_WORDS : MOST_WORDS_BEFORE_TEXT)) return null;
            Style style =
                    numbered.group(1) != null ? Style.LETTER : numbered.group(2) != null ? Style.CAPITAL : Style.DIGITS;
            String number = line.substring(0, numbered.start(4)).strip().replaceAll("(?<=\\d)\\.$", "");
            return new Found(style, number, title, at, at + numbered.end());
        }
        Matcher colon = WITH_COLON.matcher(line);
        if (colon.lookingAt()) {
            String title = colon.group(1).strip();
            boolean sentence = SAYS.matcher(title).matches() || words(title) > MOST_WORDS_BEFORE_TEXT;
            return sentence ? null : new Found(Style.COLON, "", title, at, at + colon.end());
        }
        boolean letters = line.chars().filter(Character::isLetter).count() >= 4;
        if (alone && letters && CAPITALS.matcher(line).matches())
            return new Found(Style.CAPITALS, "", line, at, at + line.length());
        return null;
    }

    /** Paragraphs go by the alphabet; {@code (i)} under {@code (g)} is the number of a sub-paragraph. */
    private static boolean follows(String before, Found label) {
        if (before.isEmpty()) return true;
        int step = label.number().charAt(1) - before.charAt(1);
        return label.number().equals("(a)")
                || step == 1
                || (step > 1 && "ivx".indexOf(label.number().charAt(1)) < 0);
    }

    private static int words(String title) {
        return title.split("\\s+").length;
    }
}
