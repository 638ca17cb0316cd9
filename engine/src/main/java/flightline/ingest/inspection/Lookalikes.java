package flightline.ingest.inspection;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes small capitals as the letters that they are, and words that mix Latin letters with Cyrillic or Greek ones of the same look as they look: {@code ign\u043er\u0435} is
 * {@code ignore} to whoever reads it. Words of one script are left alone, so no Russian or Greek text becomes another.
 */
final class Lookalikes {
    private static final String FOREIGN = "авеікмнорстухјѕԁһАВЕІКМНОРСТУХЈЅαεικνορτυχΑΒΕΗΙΚΜΝΟΡΤΥΧΖ";
    private static final String LATIN = "abeikmhopctyxjsdhABEIKMHOPCTYXJSaeiknoptuxABEHIKMNOPTYXZ";
    private static final String SMALL = "ᴀʙᴄᴅᴇꜰғɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ";
    private static final String LARGE = "abcdeffghijklmnoprstuvwyz";
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern MIXED =
            Pattern.compile("(?=.*\\p{IsLatin}).*[\\p{IsCyrillic}\\p{IsGreek}].*", Pattern.DOTALL);

    private Lookalikes() {}

    static String folded(String text) {
        String large = text.chars().anyMatch(c -> SMALL.indexOf(c) >= 0) ? large(text) : text;
        if (large.chars().noneMatch(c -> c >= 0x0370 && c < 0x0530)) return large;
        return WORD.matcher(large).replaceAll(word -> Matcher.quoteReplacement(asItLooks(word.group())));
    }

    private static String large(String text) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int at = SMALL.indexOf(out.charAt(i));
            if (at >= 0) out.setCharAt(i, LARGE.charAt(at));
        }
        return out.toString();
    }

    private static String asItLooks(String word) {
        if (!MIXED.matcher(word).matches()) return word;
        var out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = FOREIGN.indexOf(word.charAt(i));
            out.append(at < 0 ? word.charAt(i) : LATIN.charAt(at));
        }
        return out.toString();
    }
}
