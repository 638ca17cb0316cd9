package flightline.app.view;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a text that should be JSON, in words for whoever wrote it: the parser speaks of its own classes. */
public final class JsonFault {
    private static final Pattern CHARACTER =
            Pattern.compile("Unexpected character \\('(.+?)' \\(code (\\d+)", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.*?)'", Pattern.DOTALL);
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
    private static final int SHOWN = 40;

    private JsonFault() {}

    /** One line, with line and column of the text, both 1-based; the parser may be one character off. */
    public static String of(JsonProcessingException fault) {
        JsonLocation place = fault.getLocation();
        return why(fault)
                + (place == null ? "" : ", near line " + place.getLineNr() + " column " + place.getColumnNr());
    }

    /** The same where the text is one line, whose number is told by whoever asks. */
    static String ofLine(JsonProcessingException fault) {
        JsonLocation place = fault.getLocation();
        return why(fault) + (place == null ? "" : ", near column " + place.getColumnNr());
    }

    private static String why(JsonProcessingException fault) {
        String said = String.valueOf(fault.getOriginalMessage());
        Matcher character = CHARACTER.matcher(said);
        Matcher token = TOKEN.matcher(said);
        Matcher twice = TWICE.matcher(said);
        if (fault instanceof JsonEOFException) return "it ends in the middle";
        if (fault instanceof StreamConstraintsException)
            return said.contains("nesting") ? "it is nested too deep" : "a number or a text in it is too long";
        if (fault instanceof MismatchedInputException && said.startsWith("Trailing token"))
            return "something follows behind its end";
        if (said.startsWith("Invalid UTF-8")) return "not UTF-8";
        if (twice.find()) return "the field '" + shown(String.valueOf(twice.group(1))) + "' is given twice";
        if (token.find()) return "'" + shown(String.valueOf(token.group(1))) + "' cannot stand";
        if (character.find()) return named(character) + " cannot stand";
        return said.lines().findFirst().orElse("it cannot be read");
    }

    private static String named(Matcher character) {
        int code = Integer.parseInt(String.valueOf(character.group(2)));
        return (code > 0x20 && code < 0x7F) || Character.isLetterOrDigit(code)
                ? "'" + character.group(1) + "'"
                : "the character with the code " + code;
    }

    private static String shown(String word) {
        return word.length() <= SHOWN ? word : word.substring(0, SHOWN) + "…";
    }
}
