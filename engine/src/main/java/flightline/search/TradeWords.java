package flightline.search;

import flightline.search.Word.Role;
import flightline.terms.Ligatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text into words the way the trade writes: part numbers and references are found with and without their hyphens,
 * abbreviations by their long form and the other way round, numbers apart from their units. No word is dropped: "no",
 * "off" and "on" decide what a complaint means.
 */
final class TradeWords {
    private static final Pattern CHUNK = Pattern.compile("[^\\s()\\[\\]{}<>;:!?\"“”„|…—–,=*•·~^]+"
            + "(?:(?<=\\d),(?=\\d{3}(?!\\d))[^\\s()\\[\\]{}<>;:!?\"“”„|…—–,=*•·~^]+)*");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+");
    private static final Pattern NUMBER_UNIT = Pattern.compile(
            "(\\d[\\d,]*+(?:\\.\\d++)?+)-?(psi[ag]?|lbs?|ft|in|mm|cm|rpm|v|vdc|vac|volts?|hz|khz|mhz|kts?"
                    + "|knots?|deg|hrs?|min|amps?|ma|kg|gal|qts?|pct|hp|inch|inches|°?[fc])");
    private static final Pattern ATA = Pattern.compile("(\\d\\d)-(\\d\\d)(?:-(\\d\\d))?(?:-.*)?");
    private static final Pattern NUMBER_SIGN = Pattern.compile("#(\\d+[a-z]?)");
    private static final Pattern INNER = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Words of the language that are never read as an abbreviation, though they look like one. */
    private static final Set<String> LANGUAGE = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "for", "go", "had", "has", "he", "if", "in",
            "is", "it", "may", "me", "my", "no", "not", "of", "off", "on", "or", "out", "so", "the", "to", "up", "us",
            "was", "we");

    private final Function<String, Optional<String>> spelling;
    private final Map<String, List<String>> expansions = new HashMap<>();
    private final Map<String, String> shortForms = new HashMap<>();
    /** First words of the long forms, so that most positions are passed over at once. */
    private final Set<String> heads = new HashSet<>();

    private final int longest;

    /**
     * @param abbreviations short form to words, both lower case
     * @param spelling what a misspelt word was meant to be; empty for any other
     */
    TradeWords(Map<String, String> abbreviations, Function<String, Optional<String>> spelling) {
        this.spelling = spelling;
        int most = 1;
        for (var entry : abbreviations.entrySet()) {
            String brief = entry.getKey().toLowerCase(Locale.ROOT);
            List<String> words = List.of(
                    INNER.split(entry.getValue().toLowerCase(Locale.ROOT).strip()));
            expansions.put(brief, words);
            if (words.size() > 1 && words.size() <= 4) {
                heads.add(folded(words.getFirst()));
                shortForms.merge(key(words), restated(brief), (a, b) -> a.compareTo(b) <= 0 ? a : b);
                most = Math.max(most, words.size());
            }
        }
        longest = most;
    }

    List<Word> of(String text) {
        var words = new ArrayList<Word>();
        Matcher chunks = CHUNK.matcher(text);
        while (chunks.find()) chunk(chunks.group(), chunks.start(), words);
        return shortForms.isEmpty() ? words : withShortForms(words);
    }

    private void chunk(String raw, int at, List<Word> out) {
        int from = 0;
        int to = raw.length();
        while (from < to && !Character.isLetterOrDigit(raw.charAt(from)) && "#.°".indexOf(raw.charAt(from)) < 0) from++;
        while (to > from && !Character.isLetterOrDigit(raw.charAt(to - 1)) && raw.charAt(to - 1) != '.') to--;
        String chunk = Ligatures.apart(raw.substring(from, to))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‑', '-');
        String bare = stripDots(chunk);
        if (bare.isEmpty()) return;
        int start = at + from;
        int end = at + to;
        var expansion = expansion(chunk).or(() -> expansion(bare)).or(() -> expansion(bare.replace(".", "")));
        if (expansion.isEmpty() && bare.chars().allMatch(Character::isLetter)) {
            plain(bare, start, end, out);
            return;
        }
        Matcher sign = NUMBER_SIGN.matcher(bare);
        Matcher measured = NUMBER_UNIT.matcher(bare);
        if (expansion.isPresent()) {
            out.add(new Word(restated(bare), Role.PLAIN, start, end, true));
            for (String word : expansion.get()) out.add(new Word(word, Role.RESTATED, start, end, false));
        } else if (sign.matches()) {
            out.add(new Word(sign.group(1), Role.EXACT, start, end, true));
            out.add(new Word("number", Role.RESTATED, start, end, false));
        } else if (NUMBER.matcher(bare).matches()) {
            String digits = bare.replace(",", "");
            out.add(new Word(digits, digits.length() < 5 ? Role.EXACT : Role.CODE, start, end, true));
        } else if (measured.matches()) {
            out.add(new Word(measured.group(1).replace(",", ""), Role.EXACT, start, end, true));
            out.add(new Word(bare.replace(",", ""), Role.JOINED, start, end, false));
            simple(measured.group(2), start, end, true, out);
        } else {
            compound(bare, start, end, out);
        }
    }

    /** A word, or the words that a misspelt one was meant to be and itself. */
    private void plain(String word, int start, int end, List<Word> out) {
        Optional<String> meant = spelling.apply(word);
        for (String each : meant.orElse(word).split(" ")) out.add(new Word(each, Role.PLAIN, start, end, true));
        if (meant.isPresent()) out.add(new Word(word, Role.RESTATED, start, end, false));
    }

    /** Parts, and all of it joined: {@code 65B-45821-3A} is also {@code 65b458213a}, {@code 32-41-00} also {@code 3241}. */
    private void compound(String chunk, int start, int end, List<Word> out) {
        String whole = chunk.endsWith("'s") ? chunk.substring(0, chunk.length() - 2) : chunk;
        List<String> parts =
                INNER.splitAsStream(whole).filter(p -> !p.isEmpty()).toList();
        String joined = String.join("", parts);
        boolean coded = joined.chars().anyMatch(Character::isDigit);
        if (coded) {
            out.add(new Word(joined, joined.length() < 4 ? Role.JOINED : Role.CODE, start, end, true));
            Matcher ata = ATA.matcher(whole);
            if (ata.matches()) {
                out.add(new Word(ata.group(1) + ata.group(2), Role.CODE, start, end, false));
                if (ata.group(3) != null)
                    out.add(new Word(ata.group(1) + ata.group(2) + ata.group(3), Role.CODE, start, end, false));
            }
        }
        if (coded && parts.size() == 1) return;
        for (int i = 0; i < parts.size(); i++) {
            simple(parts.get(i), start, end, !coded, out);
            if (i == 0 && !coded && parts.size() > 1 && whole.indexOf('/') < 0)
                out.add(new Word(joined, Role.JOINED, start, end, false));
        }
    }

    private void simple(String part, int start, int end, boolean first, List<Word> out) {
        boolean digits = part.chars().anyMatch(Character::isDigit);
        out.add(new Word(part, digits ? Role.EXACT : Role.PLAIN, start, end, first));
        expansion(part)
                .ifPresent(words -> words.forEach(word -> out.add(new Word(word, Role.RESTATED, start, end, false))));
    }

    private Optional<List<String>> expansion(String token) {
        return LANGUAGE.contains(token) ? Optional.empty() : Optional.ofNullable(expansions.get(token));
    }

    /** Where words spell out an abbreviation, its short form stands at the first of them. */
    private List<Word> withShortForms(List<Word> words) {
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < words.size(); i++) if (words.get(i).first()) positions.add(i);
        var found = new ArrayList<Word>(words.size() + 4);
        int copied = 0;
        for (int p = 0; p < positions.size(); p++) {
            if (!heads.contains(folded(words.get(positions.get(p)).term()))) continue;
            var run = new ArrayList<String>();
            for (int length = 1; length <= longest && p + length <= positions.size(); length++) {
                Word last = words.get(positions.get(p + length - 1));
                run.add(last.term());
                String brief = length < 2 ? null : shortForms.get(key(run));
                if (brief == null) continue;
                Word head = words.get(positions.get(p));
                for (; copied <= positions.get(p); copied++) found.add(words.get(copied));
                found.add(new Word(brief, Role.RESTATED, head.start(), last.end(), false));
            }
        }
        for (; copied < words.size(); copied++) found.add(words.get(copied));
        return found;
    }

    /** Letters and digits only, unless that would be a word of the language: {@code t/o} is not "to". */
    private static String restated(String brief) {
        String joined = INNER.matcher(brief).replaceAll("");
        return joined.isEmpty() || LANGUAGE.contains(joined) ? brief : joined;
    }

    /** Plurals are folded so that "left hands" is found too; both sides of the comparison pass through here. */
    private static String key(List<String> words) {
        var key = new StringBuilder();
        for (String word : words) key.append(folded(word)).append(' ');
        return key.toString();
    }

    private static String folded(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String stripDots(String chunk) {
        int from = 0;
        int to = chunk.length();
        while (to > 0 && chunk.charAt(to - 1) == '.') to--;
        while (from < to && chunk.charAt(from) == '.' && !(from + 1 < to && Character.isDigit(chunk.charAt(from + 1))))
            from++;
        return chunk.substring(from, to);
    }
}
