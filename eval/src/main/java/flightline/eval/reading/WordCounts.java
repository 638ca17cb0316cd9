package flightline.eval.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.terms.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the words of the trade: in print (handbook, directives, accident reports, code table, the normalised side of
 * MaintNorm's training part), where nearly every word is spelt right, and in difficulty reports, where only a frequent one is.
 */
final class WordCounts {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** In print a word that stands once may be a slip of the scanner. */
    private static final int IN_PRINT = 2;

    private static final int IN_PRINT_ONLY = 4;

    private static final int IN_REPORTS = 5;

    private static final int VERY_FREQUENT = 6;
    /** Commonness below that of any word that a misspelt one is mended to. */
    private static final int NO_MODEL = 2;
    /** A report's word that differs by one slip from one this much more frequent is taken for that slip. */
    private static final int MORE_FREQUENT = 25;

    private final Map<String, Integer> print = new HashMap<>();
    private final Map<String, Integer> reports = new HashMap<>();

    static WordCounts of(Path data) throws IOException {
        var counts = new WordCounts();
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(data.resolve("handbook/faa-h-8083-32b.jsonl")))
            count(json.readTree(line).path("text").asText(), counts.print);
        for (String line : Files.readAllLines(data.resolve("directives/abstracts.jsonl")))
            count(json.readTree(line).path("abstract").asText(), counts.print);
        for (String line : Files.readAllLines(data.resolve("ntsb/maintenance-cause.jsonl")))
            count(json.readTree(line).path("narrative").asText(), counts.print);
        for (JsonNode code : json.readTree(data.resolve("jasc/codes.json").toFile()))
            count(code.path("Name").asText() + " " + code.path("Details").asText(), counts.print);
        for (List<MaintNorm.Token> text : MaintNorm.all(data, "train"))
            for (MaintNorm.Token token : text) if (!token.normal().contains("<")) count(token.normal(), counts.print);
        for (Tagger.Labelled report : SpanCorpus.read(data)) count(String.join(" ", report.tokens()), counts.reports);
        return counts;
    }

    private static void count(String text, Map<String, Integer> into) {
        for (Matcher m = WORD.matcher(text); m.find(); ) {
            String word = m.group().toLowerCase(Locale.ROOT);
            if (word.matches("[a-z]{2,24}")) into.merge(word, 1, Integer::sum);
        }
    }

    /**
     * Each word with its commonness, in the order of the alphabet.
     *
     * @param english ordinary words, lower case; what is not among them must be frequent to be taken for a word at all, and
     *     very frequent to be what a misspelt word is mended to
     */
    Map<String, Integer> vocabulary(Set<String> english) {
        var kept = new TreeMap<String, Integer>();
        print.forEach((word, count) -> {
            if (count >= (english.contains(word) ? IN_PRINT : IN_PRINT_ONLY)) kept.put(word, count);
        });
        var frequent = new HashMap<>(kept);
        reports.forEach((word, count) -> frequent.merge(word, count, Integer::sum));
        reports.forEach((word, count) -> {
            if (kept.containsKey(word)) kept.merge(word, count, Integer::sum);
            else if (count >= IN_REPORTS && !isSlip(word, count, frequent)) kept.put(word, count);
        });
        var levels = new TreeMap<String, Integer>();
        kept.forEach((word, count) -> {
            int level = 31 - Integer.numberOfLeadingZeros(count);
            levels.put(word, english.contains(word) || level >= VERY_FREQUENT ? level : Math.min(level, NO_MODEL));
        });
        return levels;
    }

    private static boolean isSlip(String word, int count, Map<String, Integer> frequent) {
        for (int i = 0; i < word.length(); i++) {
            String without = word.substring(0, i) + word.substring(i + 1);
            if (frequent.getOrDefault(without, 0) > MORE_FREQUENT * count && word.length() > 5) return true;
            for (char c = 'a'; c <= 'z'; c++) {
                String other = word.substring(0, i) + c + word.substring(i + 1);
                String longer = word.substring(0, i) + c + word.substring(i);
                if (word.length() > 4
                        && Math.max(frequent.getOrDefault(other, 0), frequent.getOrDefault(longer, 0))
                                > MORE_FREQUENT * count
                        && !other.equals(word)) return true;
            }
        }
        return false;
    }
}
