package flightline.ingest.marking;

import flightline.corpus.Block;
import flightline.corpus.Marking;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks in brackets before single paragraphs, as {@code (U)} and {@code (S//NF)}.
 *
 * <p>One alone may be an abbreviation, and {@code (C)} and {@code (S)} are letters of lists too: several count, with one among them that no
 * list comes to.
 */
final class Portions {
    private static final String MARK = "(?:U|CUI|TS|S|C|FOUO|NU|NR|NC|NS|CTS)(?://[A-Z][A-Z0-9 ,/-]{1,40})?";
    private static final Pattern BEFORE_TEXT = Pattern.compile(
            "[ \\t]{0,40}(?:\\d{1,3}(?:\\.\\d{1,3}){0,5}[.)]?[ \\t]{1,8}|[-*•#>]{1,6}[ \\t]{1,8}|[a-z0-9]{1,2}[.)][ \\t]{1,8})?\\(("
                    + MARK + ")\\)[ \\t]{1,8}(?=[\"“]?\\p{L})");
    private static final Pattern LABEL = Pattern.compile("\\((" + MARK + ")\\)");
    private static final Pattern LETTER = Pattern.compile("[ \\t]{0,40}\\(([A-Z])\\)(?=\\s)");
    private static final Pattern LETTER_LABEL = Pattern.compile("\\(([A-Z])\\)");
    private static final Map<String, String> SHORT = Map.of(
            "TS",
            "TOP SECRET",
            "S",
            "SECRET",
            "C",
            "CONFIDENTIAL",
            "U",
            "UNCLASSIFIED",
            "NU",
            "NATO UNCLASSIFIED",
            "NR",
            "NATO RESTRICTED",
            "NC",
            "NATO CONFIDENTIAL",
            "NS",
            "NATO SECRET",
            "CTS",
            "COSMIC TOP SECRET");
    private static final Set<String> AMBIGUOUS = Set.of("C", "S");
    private static final int FEWEST = 2;

    /** By the offset of the words that they stand before: a mark is met in a block and on its line. */
    private final Map<Integer, String> marks = new HashMap<>();

    private final Set<String> letters = new HashSet<>();

    private Portions() {}

    static Marking in(StructuredDocument document) {
        var portions = new Portions();
        document.blocks().forEach(portions::block);
        String text = document.sourceText();
        for (int at = 0; at < text.length(); ) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed;
            portions.line(text, at, end);
            at = end + 1;
        }
        return portions.marking();
    }

    /** A reader of lists takes the mark off as a label. */
    private void block(PlacedBlock placed) {
        String label = switch (placed.block()) {
            case Block.Step step -> step.number();
            case Block.ListItem item -> item.label();
            default -> "";
        };
        Matcher mark = LABEL.matcher(label);
        if (mark.matches()) marks.put(placed.block().place().start(), mark.group(1));
        Matcher letter = LETTER_LABEL.matcher(label);
        if (letter.matches()) letters.add(letter.group(1));
        int start = placed.block().place().start();
        Matcher before = BEFORE_TEXT.matcher(placed.block().text());
        if (before.lookingAt()) marks.put(start + before.end(), before.group(1));
    }

    private void line(String text, int from, int to) {
        Matcher mark = BEFORE_TEXT.matcher(text).region(from, to);
        if (mark.lookingAt()) marks.put(mark.end(), mark.group(1));
        Matcher letter = LETTER.matcher(text).region(from, to);
        if (letter.lookingAt()) letters.add(letter.group(1));
    }

    private Marking marking() {
        var told = marks.values().stream().filter(mark -> !isListLetter(mark)).toList();
        boolean sure = told.stream().anyMatch(mark -> !AMBIGUOUS.contains(mark));
        if (told.size() < FEWEST || !sure) return Marking.UNMARKED;
        return told.stream().map(Portions::marking).reduce(Marking.UNMARKED, Marking::and);
    }

    /** In a list every letter has the one before it. */
    private boolean isListLetter(String mark) {
        return mark.length() == 1 && letters.contains(String.valueOf((char) (mark.charAt(0) - 1)));
    }

    private static Marking marking(String mark) {
        Marking all = Marking.UNMARKED;
        for (String part : mark.split("/+")) {
            String written = Caveats.written(part.strip());
            all = all.and(new Marking(SHORT.getOrDefault(written, written)));
        }
        return all;
    }
}
