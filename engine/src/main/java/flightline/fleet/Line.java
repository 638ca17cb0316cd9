package flightline.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question of which each part is taken out as it is understood; what remains was not. */
final class Line {
    /** Stands where something was taken, so that the words around it do not become neighbours; behind it what it was, where that matters. */
    static final String GAP = "¦";

    private String rest;

    Line(String question) {
        this.rest = " "
                + question.toLowerCase(Locale.ROOT)
                        .replaceAll("[?!;,]|\\.(?=\\s|$)|['’]s\\b", " ")
                        .replaceAll("[“”„]", "\"")
                        .replaceAll("\\s+", " ")
                        .strip()
                + " ";
    }

    /** Takes the first place where the pattern fits whole words. */
    Optional<MatchResult> take(Pattern pattern) {
        return take(pattern, "");
    }

    /** @param mark of what is taken, a letter; empty where it does not matter */
    Optional<MatchResult> take(Pattern pattern, String mark) {
        Matcher found = pattern.matcher(rest);
        if (!found.find()) return Optional.empty();
        MatchResult result = found.toMatchResult();
        cut(found.start(), found.end(), mark);
        return Optional.of(result);
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(rest).find();
    }

    /** Takes every place; false where there was none. */
    boolean takeAll(Pattern pattern) {
        boolean any = false;
        while (take(pattern).isPresent()) any = true;
        return any;
    }

    private void cut(int start, int end, String mark) {
        rest = (rest.substring(0, start) + " " + GAP + mark + " " + rest.substring(end)).replaceAll(" {2,}", " ");
    }

    /** What remains, word by word, gaps as {@code ¦} with what was taken there. */
    List<String> words() {
        return Stream.of(rest.strip().split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    /** What remains without gaps. */
    List<String> left() {
        return words().stream().filter(w -> !w.startsWith(GAP)).toList();
    }

    /**
     * Takes the words from one to another, 0-based, the second excluded, as {@link #words} counts them.
     *
     * @param mark of what is taken
     */
    void takeWords(int from, int to, String mark) {
        var words = new ArrayList<>(words());
        words.subList(from, to).clear();
        words.add(from, GAP + mark);
        rest = " " + String.join(" ", words) + " ";
    }
}
