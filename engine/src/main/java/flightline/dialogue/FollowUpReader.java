package flightline.dialogue;

import flightline.dialogue.FollowUp.Kind;
import flightline.terms.Mention;
import flightline.terms.TermReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a question in the light of those before it. A question that points back ("what torque?", "and how often is it
 * inspected?") is sought together with the words of the matter spoken of; one that only names another side ("and on the
 * right engine?") is the last question with that side put in. A question that stands by itself is left alone: old words
 * would only draw old pages. The matter is what the last question said and the last that had a subject of its own; what
 * was asked of it in between is answered and falls out.
 */
public final class FollowUpReader {
    /** With no more words of its own than this, a question says too little to stand by itself. */
    private static final int FEW = 2;
    /** Characters of the matter that are carried along; what is older falls out. */
    private static final int LONGEST_ABOUT = 400;

    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:it|its|they|them|their|this|that|these|those|ones?|there|same|such|both|other|another)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON = Pattern.compile(
            "^\\W*(?:and|or|but|so|also|then|ok(?:ay)?|yes|no|not|what about|how about|what if|which)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[./-][\\p{L}\\p{N}]+)*");
    /** Words that ask, join or point, and say nothing of the matter. */
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "of", "to", "in", "on", "at", "for", "and", "or", "is", "are", "was", "were", "be",
            "been", "it", "its", "this", "that", "these", "those", "what", "which", "who", "how", "why", "when",
            "where", "do", "does", "did", "can", "could", "should", "would", "i", "we", "you", "my", "our", "me",
            "there", "with", "by", "as", "from", "if", "has", "have", "had", "much", "many", "any", "some", "will",
            "shall", "must", "so", "than", "then", "about", "into", "get", "got", "tell", "give", "need", "also", "but",
            "ok", "okay", "yes", "same", "one", "ones", "they", "them", "their", "other", "another", "both");

    /** Words that go with a position and add nothing to it. */
    private static final Set<String> OF_POSITIONS = Set.of("side", "hand", "number");

    private final TermReader terms = new TermReader();

    /** @param before oldest first */
    public FollowUp read(String asked, List<Asked> before) {
        String question = asked.strip();
        Optional<Asked> last =
                before.reversed().stream().filter(Asked::answered).findFirst();
        if (last.isEmpty()) return new FollowUp(question, "", Kind.FRESH);
        return elsewhere(question, last.get()).orElseGet(() -> {
            boolean goesOn = POINTS_BACK.matcher(question).find()
                    || GOES_ON.matcher(question).find()
                    || ownWords(question).size() <= FEW;
            return goesOn
                    ? new FollowUp(question, about(before, question), Kind.CARRIED_ON)
                    : new FollowUp(question, "", Kind.FRESH);
        });
    }

    /** The last question with another position in it; empty where what was asked says more than a position. */
    private Optional<FollowUp> elsewhere(String question, Asked last) {
        List<Mention.Position> named = positions(question);
        if (named.isEmpty()) return Optional.empty();
        Set<String> more = ownWords(question);
        more.removeAll(words(last.question() + " " + last.about()));
        boolean little = GOES_ON.matcher(question).find() || ownWords(question).size() <= FEW;
        if (!more.isEmpty() || !little) return Optional.empty();
        String other = last.question();
        boolean put = false;
        for (Mention.Position position : named) {
            Optional<Mention.Position> there = positions(other).stream()
                    .filter(p -> axis(p).equals(axis(position)))
                    .findFirst();
            if (there.isEmpty()) continue;
            String words = question.substring(position.start(), position.end());
            other = other.substring(0, there.get().start())
                    + words
                    + other.substring(there.get().end());
            put = true;
        }
        if (!put) return Optional.empty();
        return Optional.of(new FollowUp(other, last.about(), Kind.ELSEWHERE));
    }

    /** Words of the matter, without sides, ends and numbers. */
    private Set<String> ownWords(String question) {
        Set<String> own = words(without(question, positions(question)));
        own.removeAll(OF_POSITIONS);
        return own;
    }

    private List<Mention.Position> positions(String text) {
        return terms.read(text, Mention.Position.class);
    }

    /** Positions of one axis exclude one another: left and right, upper and lower, the numbers. */
    private static String axis(Mention.Position position) {
        return switch (position.side()) {
            case LEFT, RIGHT, CENTER -> "across";
            case FORWARD, AFT -> "along";
            case INBOARD, OUTBOARD -> "outwards";
            case UPPER, LOWER -> "up";
            case NUMBERED -> "number";
        };
    }

    private static String without(String text, List<Mention.Position> positions) {
        var rest = new StringBuilder(text);
        for (Mention.Position position : positions.reversed())
            rest.replace(position.start(), position.end(), " ".repeat(position.end() - position.start()));
        return rest.toString();
    }

    /** What is spoken of, without the words that are said again. */
    private String about(List<Asked> before, String question) {
        Set<String> said = words(question);
        var about = new ArrayList<String>();
        Matcher word = WORD.matcher(String.join(" ", matter(before)));
        Set<String> taken = new TreeSet<>();
        int length = 0;
        while (word.find()) {
            String plain = word.group().toLowerCase(Locale.ROOT);
            if (EMPTY.contains(plain) || said.contains(plain) || !taken.add(plain)) continue;
            length += word.group().length() + 1;
            if (length > LONGEST_ABOUT) break;
            about.add(word.group());
        }
        return String.join(" ", about);
    }

    /**
     * The last question, the last with a subject of its own, and where that was named in few words ("and the cotter pin?") the one
     * that stood by itself before it.
     */
    private List<String> matter(List<Asked> before) {
        List<Asked> newestFirst =
                before.reversed().stream().filter(Asked::answered).toList();
        var matter = new LinkedHashSet<String>();
        matter.add(newestFirst.getFirst().question());
        boolean named = false;
        for (Asked one : newestFirst) {
            if (one.about().isEmpty()) {
                matter.add(one.question());
                return List.copyOf(matter);
            }
            if (named || !namesASubject(one.question())) continue;
            named = true;
            matter.add(one.question());
        }
        // Where it began is too long ago.
        matter.add(newestFirst.getFirst().about());
        return List.copyOf(matter);
    }

    private boolean namesASubject(String question) {
        return !POINTS_BACK.matcher(question).find() && ownWords(question).size() >= FEW;
    }

    private static Set<String> words(String text) {
        var words = new TreeSet<String>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) if (!EMPTY.contains(word.group())) words.add(word.group());
        return words;
    }
}
