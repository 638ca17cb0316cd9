package flightline.ingest.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words written so that only a program reads them: Base64, hexadecimal or binary digits that stand for a sentence.
 *
 * @param code in words, for example {@code Base64}
 */
record EncodedText(String code, String text) {
    private static final Pattern BASE64 = Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{28,}+={0,2}");
    private static final Pattern HEX =
            Pattern.compile("\\b(?:[0-9A-Fa-f]{2}[ ,]{1,2}){15,}+[0-9A-Fa-f]{2}\\b|\\b(?:[2-7][0-9A-Fa-f]){20,}+\\b");
    private static final Pattern BINARY = Pattern.compile("\\b(?:[01]{8}[ ,]?){16,}+");
    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z])[A-Za-z][a-z]{1,14}(?![A-Za-z])");
    /** A phrase in a data dump is no message; a sentence is. */
    private static final int A_SENTENCE = 5;

    /** Words that a hidden command can hardly do without, each under every shift of the alphabet but none. */
    private static final List<Pattern> SHIFTED = shifted(List.of("instructions", "ignore", "disregard", "password"));

    static Optional<EncodedText> in(String text) {
        if (text.length() < 28) return Optional.empty();
        return digits(text).or(() -> rotated(text));
    }

    private static List<Pattern> shifted(List<String> words) {
        return IntStream.range(1, 26)
                .mapToObj(by -> Pattern.compile(
                        words.stream()
                                .map(word -> rotated(word, by))
                                .collect(Collectors.joining("|", "\\b(?:", ")\\b")),
                        Pattern.CASE_INSENSITIVE))
                .toList();
    }

    private static Optional<EncodedText> rotated(String text) {
        for (int by = 1; by < 26; by++)
            if (SHIFTED.get(by - 1).matcher(text).find())
                return Optional.of(new EncodedText("letters shifted by " + by, rotated(text, 26 - by)));
        return Optional.empty();
    }

    private static String rotated(String text, int by) {
        var turned = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char first = c >= 'a' && c <= 'z' ? 'a' : 'A';
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            turned.append(letter ? (char) (first + (c - first + by) % 26) : c);
        }
        return turned.toString();
    }

    private static Optional<EncodedText> digits(String text) {
        Matcher base64 = BASE64.matcher(text);
        while (base64.find()) {
            Optional<EncodedText> read = readable("Base64", base64(base64.group()));
            if (read.isPresent()) return read;
        }
        return first("hexadecimal", HEX, 16, 2, text).or(() -> first("binary", BINARY, 2, 8, text));
    }

    /** Whether it is a sentence rather than a name or a line of data. */
    boolean words() {
        return WORD.matcher(text).results().count() >= A_SENTENCE && text.indexOf(' ') > 0;
    }

    private static Optional<EncodedText> first(String code, Pattern pattern, int radix, int digits, String text) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            String run = found.group().replaceAll("[^0-9A-Fa-f]", "");
            byte[] bytes = new byte[run.length() / digits];
            for (int i = 0; i < bytes.length; i++)
                bytes[i] = (byte) Integer.parseInt(run.substring(i * digits, (i + 1) * digits), radix);
            Optional<EncodedText> read = readable(code, bytes);
            if (read.isPresent()) return read;
        }
        return Optional.empty();
    }

    private static byte[] base64(String run) {
        String whole = run.replace("=", "");
        try {
            return Base64.getDecoder().decode(whole.substring(0, whole.length() / 4 * 4));
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    /** Nearly all of it printable and some of it spaces: chance does not make that of random bytes. */
    private static Optional<EncodedText> readable(String code, byte[] bytes) {
        if (bytes.length < 16) return Optional.empty();
        String text = new String(bytes, StandardCharsets.UTF_8);
        long printable = text.chars()
                .filter(c -> (c >= 32 && c < 127) || c == '\n' || (c > 160 && c != 0xFFFD))
                .count();
        return printable * 100 >= text.length() * 95L ? Optional.of(new EncodedText(code, text)) : Optional.empty();
    }
}
