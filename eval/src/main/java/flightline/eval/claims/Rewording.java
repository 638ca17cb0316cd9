package flightline.eval.claims;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewords a sentence by rules that keep its sense. */
final class Rewording {
    private static final Pattern PARENTHESIS =
            Pattern.compile(" ?[\\[(](?:[Ff]ig|[^()\\[\\]\\d]{3,60})[^()\\[\\]]{0,60}[\\])]");
    private static final Pattern WHICH = Pattern.compile(", which (?:is|are) [^,]{5,80},(?= )");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:In addition|For example|However|Also|Therefore|Basically|In general|In operation|Of course|As a rule|For this reason|As a result|Thus|Then), (\\p{L})");
    private static final Pattern SUCH_AS = Pattern.compile(", such as [^,.]{4,80}(?=\\.$)");
    private static final Pattern LEADING = Pattern.compile(
            "^(If|When|After|Before|During|Because|As soon as|With|In order to|To|On|At|For) ([^,]{8,90}), (the|a|an|this|these|each|it|they|remove|install|check|make|use|do) (.{15,})\\.$");
    private static final String SAME = """
            use=utilize; uses=utilizes; used=utilized; aircraft=airplane; approximately=about; usually=generally; check=verify; shows=indicates;
            shown=illustrated; prior to=before; before=prior to; contains=includes; provides=supplies; provided=supplied; maintained=kept;
            remains=stays; rotates=turns; method=way; ensure=make sure; called=known as; due to=because of; obtained=gotten; begins=starts; permit=allow;
            permits=allows; requires=needs; commonly=usually; the part=the component; occurs=happens""";
    private static final String SHORT =
            "do not=don't; does not=doesn't; is not=isn't; are not=aren't; cannot=can't; it is=it's; should not=shouldn't; will not=won't";
    private static final Pattern SPACED = Pattern.compile(
            "(?<=[\\s(]\\d{1,5}) (?=psi\\b|mm\\b|°|V\\b|N·m\\b|Nm\\b|kPa\\b|percent\\b|rpm\\b|cm\\b|kg\\b)");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d,])(\\d{1,3}),(\\d{3})(?![\\d,])");
    private static final Pattern PLURAL = Pattern.compile(
            "\\b([Tt]he (?:\\p{L}+ )?)(valve|pump|bearing|blade|bolt|nut|filter|cylinder|propeller|line|cable|brake|wheel|tube|gasket|seal|engine|spring|lever|plug)(s?)\\b");

    private Rewording() {}

    /** Every rewording of the sentence, by how it was made. */
    static Map<String, String> of(String sentence) {
        var made = new LinkedHashMap<String, String>();
        var compressed = sentence;
        compressed = PARENTHESIS.matcher(compressed).replaceAll("");
        compressed = WHICH.matcher(compressed).replaceAll("");
        compressed = SUCH_AS.matcher(compressed).replaceAll("");
        Matcher opening = OPENING.matcher(compressed);
        if (opening.find())
            compressed = opening.group(1).toUpperCase(Locale.ROOT) + compressed.substring(opening.end());
        put(made, "compressed", compressed, sentence);
        Matcher leading = LEADING.matcher(sentence);
        if (leading.matches())
            put(
                    made,
                    "clause moved",
                    capital(leading.group(3)) + " " + leading.group(4) + " "
                            + leading.group(1).toLowerCase(Locale.ROOT) + " " + leading.group(2) + ".",
                    sentence);
        put(made, "synonym", exchanged(sentence, SAME), sentence);
        put(made, "short form", exchanged(sentence, SHORT), sentence);
        put(made, "capitals", sentence.toUpperCase(Locale.ROOT), sentence);
        put(
                made,
                "spacing",
                THOUSANDS.matcher(SPACED.matcher(sentence).replaceAll("")).replaceAll("$1$2"),
                sentence);
        put(
                made,
                "singular or plural",
                PLURAL.matcher(sentence)
                        .replaceFirst(found -> found.group(1)
                                + found.group(2)
                                + (found.group(3).isEmpty() ? "s" : "")),
                sentence);
        return made;
    }

    private static String exchanged(String sentence, String table) {
        String text = sentence;
        for (String row : table.split(";")) {
            String[] two = row.strip().split("=");
            Matcher found =
                    Pattern.compile("(?<![\\w-])" + two[0] + "(?![\\w-])").matcher(text);
            if (found.find() && !text.contains(two[1]))
                text = text.substring(0, found.start()) + two[1] + text.substring(found.end());
        }
        return text;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static void put(Map<String, String> made, String how, String text, String sentence) {
        if (!text.equals(sentence)) made.put(how, text);
    }
}
