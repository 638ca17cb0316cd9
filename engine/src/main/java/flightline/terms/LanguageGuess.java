package flightline.terms;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells in which language a request is written, by the small words that every sentence has. Maintenance shorthand has none; it is
 * taken for English where most of its words are English or of the trade.
 */
public final class LanguageGuess {
    /** The language of what cannot be told. */
    public static final String UNTOLD = "not told";

    private static final String ENGLISH = "English";
    private static final Map<String, String> LANGUAGES = byWord(Map.of(
            ENGLISH,
            "the is are was were of and to for with what how when which does not on at from after before during this that",
            "German",
            "der die das und ist sind nicht mit für von bei nach ein eine einen wie wird wurde auf zu im am den dem",
            "French",
            "le la les des et est sont pas avec pour du un une dans au aux sur quel quelle comment après lors",
            "Spanish",
            "el los las y es son con para del una en por que qué cómo cuál después durante al se está",
            "Portuguese",
            "o os as e é são não com para do da dos das uma em por que como qual após durante ao no na",
            "Italian",
            "il lo gli e è sono non con per di del della un una che come quale dopo durante al nel nella",
            "Dutch",
            "het een en zijn niet met voor van bij na hoe wat welke wordt werd op de uit naar"));

    private final Predicate<String> known;

    /** @param known whether a word in lower case is English or of the trade */
    public LanguageGuess(Predicate<String> known) {
        this.known = known;
    }

    /** In English, for example {@code German}; of another script, the script's name; else {@link #UNTOLD}. */
    public String of(List<String> words) {
        var votes = new HashMap<String, Integer>();
        int ours = 0;
        for (String word : words) {
            String script = script(word);
            if (!script.isEmpty()) votes.merge(script, 2, Integer::sum);
            if (known.test(word)) ours++;
            for (String language : LANGUAGES.getOrDefault(word, "").split(";"))
                if (!language.isEmpty()) votes.merge(language, 1, Integer::sum);
        }
        int most = votes.values().stream().mapToInt(v -> v).max().orElse(0);
        boolean mostlyOurs = !words.isEmpty() && 2 * ours >= words.size();
        if (most == 0 || votes.getOrDefault(ENGLISH, 0) == most || (mostlyOurs && most < 2))
            return most > 0 || mostlyOurs ? ENGLISH : UNTOLD;
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(UNTOLD);
    }

    private static String script(String word) {
        UnicodeScript script = UnicodeScript.of(word.codePointAt(0));
        return script == UnicodeScript.LATIN || script == UnicodeScript.COMMON
                ? ""
                : script.name().charAt(0) + script.name().substring(1).toLowerCase(Locale.ROOT) + " script";
    }

    /** For a word, the languages that have it, parted by semicolons. */
    private static Map<String, String> byWord(Map<String, String> lists) {
        var all = new HashMap<String, String>();
        lists.forEach((language, words) -> {
            for (String word : words.split(" ")) all.merge(word, language, (one, other) -> one + ";" + other);
        });
        return Map.copyOf(all);
    }
}
