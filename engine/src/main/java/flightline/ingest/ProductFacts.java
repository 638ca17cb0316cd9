package flightline.ingest;

import flightline.corpus.Fact;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which products a text holds for: models, written out where a list shortens them, and serial numbers. */
final class ProductFacts {
    private static final Pattern LISTED = Pattern.compile("\\bModels?\\s+");
    private static final Pattern LIST_END = Pattern.compile(
            "(?i)\\b(?:airplanes?|aeroplanes?|helicopters?|rotorcraft|engines?|gliders?|sailplanes?|propellers?|balloons?|airships?|aircraft"
                    + "|series|variants?|turbofan|turboprop|turboshaft|reciprocating|with|having|equipped|serial|msn|certificated|as identified|collectively)\\b|[;:.](?=\\s|$)");
    private static final Pattern ITEM_END =
            Pattern.compile("(?:(?<!\\s)\\s++)?+,(?:\\s*+(?:and|or)\\s++|\\s++)|(?<!\\s)\\s++(?:and|or)\\s++");
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\w-])[A-Z]{1,4}-?\\d{1,4}[A-Z]{0,3}(?:-[A-Z]?\\d{1,4}[A-Z]{0,3})*(?![\\w-])");
    private static final Pattern FITTED = Pattern.compile("(?i)\\b(?:with|having|except|equipped|on which)\\b");
    private static final Pattern TAIL = Pattern.compile("(?<![\\s,;.)])[\\s,;.)]++(?:and|or|to|through)?\\s*+$");
    private static final Pattern OTHER_NUMBERS = Pattern.compile(
            "(?i)\\b(?:mod(?:ification)?|SB|bulletin|MSNs?|S/Ns?|P/Ns?|numbers?|AD|harness|sensor|block|set|directive)\\s*(?:\\([^)]*\\)\\s*)?$");
    private static final Pattern EXCEPTED =
            Pattern.compile("(?i)\\b(?:except(?:ing)?|excluding|other than|but not)\\b[^;.]{0,160}\\z");
    private static final String SERIAL = "(?:\\d[\\dA-Z]*(?:-\\d+)?|[A-Z]{1,4}-?\\d[\\dA-Z]*)(?![\\w-])";
    private static final Pattern SERIALS = Pattern.compile(
            "(?i:\\ball\\s+(?:manufacturer(?:[’']s)?\\s+)?(?:serial\\s+numbers?|MSNs?|S/Ns?)(?:\\s*\\((?:MSN|S/N)s?\\))?)"
                    + "|(?i:\\b(?:MSNs?|(?:manufacturer(?:[’']s)?\\s+)?serial\\s+numbers?|S/Ns?|line\\s+numbers?|L/Ns?|variable\\s+numbers?)(?:\\s*+\\((?:MSN|S/N|L/N)s?\\))?)\\s*+:?\\s*+"
                    + "(?:(?i:up\\s+to|from|prior\\s+to|before)\\s++)?"
                    + SERIAL
                    + "(?:\\s*+(?:,\\s*+(?:and|or)?|\\b(?i:and\\s+on|and\\s+up|and\\s+subsequent|and|or|to|through|thru|up\\s+to|inclusive)\\b)\\s*(?:"
                    + SERIAL + "|(?i:inclusive)\\b)?)*");

    private ProductFacts() {}

    /** Adds the words between the offsets as products, with the models and serial numbers that they name. */
    static void read(StatedFacts stated, int from, int to) {
        stated.quote(Fact.Kind.PRODUCTS, from, to);
        String text = stated.text();
        boolean listed = false;
        Matcher list = LISTED.matcher(text).region(from, to);
        while (list.find()) {
            listed = true;
            Matcher end = LIST_END.matcher(text).region(list.end(), to);
            models(stated, list.end(), end.find() ? end.start() : to);
        }
        // What is excepted from one product ends before the next one.
        for (int at = from; !listed && at < to; ) {
            int end = text.indexOf(';', at);
            int clause = end < 0 || end > to ? to : end;
            named(stated, at, clause);
            at = clause + 1;
        }
        serials(stated, from, to);
    }

    /** Serial numbers as they stand; those that are left out stand with the word that says so, or they would be taken for meant. */
    private static void serials(StatedFacts stated, int from, int to) {
        String text = stated.text();
        Matcher serials = SERIALS.matcher(text).region(from, to);
        int start = -1;
        int end = -1;
        while (serials.find()) {
            int begins = exceptedFrom(text, from, serials.start()).orElse(serials.start());
            if (start >= 0 && begins != start) stated.quote(Fact.Kind.SERIALS, start, end);
            start = begins;
            end = serialsEnd(text, serials.start(), serials.end());
        }
        if (start >= 0) stated.quote(Fact.Kind.SERIALS, start, end);
    }

    /** Where the word stands that leaves out what is named at a place of the same clause. */
    private static OptionalInt exceptedFrom(String text, int from, int at) {
        Matcher except = EXCEPTED.matcher(text).region(from, at);
        return except.find() ? OptionalInt.of(except.start()) : OptionalInt.empty();
    }

    /** A list of models, where {@code -800} stands for the model before it with another ending. */
    private static void models(StatedFacts stated, int from, int to) {
        String text = stated.text();
        String before = "";
        Matcher gap = ITEM_END.matcher(text).region(from, to);
        for (int at = from; at < to; ) {
            int end = gap.find() ? gap.start() : to;
            // Lines are broken after hyphens.
            String item = text.substring(at, end)
                    .replaceAll("[-‐‑–]\\s*", "-")
                    .replaceAll("\\s*\\(.*", "")
                    .strip();
            if (item.startsWith("-") && before.contains("-"))
                item = before.substring(0, before.lastIndexOf('-')) + item;
            if (item.chars().anyMatch(Character::isDigit) && item.length() < 40) {
                String model = item.replaceAll("[\\s).,]+$", "");
                stated.state(Fact.Kind.MODEL, model, at, trimmed(text, at, end));
                before = model;
            }
            at = end < to ? gap.end() : to;
        }
    }

    private static void named(StatedFacts stated, int from, int to) {
        String text = stated.text();
        // What the product must be fitted with is no model of it.
        Matcher fitted = FITTED.matcher(text).region(from, to);
        Matcher model = NAMED.matcher(text).region(from, fitted.find() ? fitted.start() : to);
        while (model.find())
            if (!OTHER_NUMBERS
                    .matcher(text.substring(Math.max(from, model.start() - 40), model.start()))
                    .find()) stated.quote(Fact.Kind.MODEL, model.start(), model.end());
    }

    /** A closing bracket belongs to the words: {@code all manufacturer serial numbers (MSN)}. */
    private static int serialsEnd(String text, int start, int end) {
        return text.charAt(end - 1) == ')' ? end : trimmed(text, start, end);
    }

    private static int trimmed(String text, int start, int end) {
        Matcher tail = TAIL.matcher(text.substring(start, end));
        return tail.find() ? start + tail.start() : end;
    }
}
