package flightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No pattern is held up by a run of one thing: "ata", ten thousand blanks and a letter once kept a diagnosis busy for ever. Each is
 * tried on runs of what it speaks of, and what is counted is not time but how often a character is read: with four times the run it
 * may be sixteen times as many, and no more.
 */
final class PatternCostTest {
    private static final int RUN = 120;
    private static final int LONGER = 4;
    /** Reads for each character from which on a pattern is looked at closer. */
    private static final int CLOSER = 30;

    private static final long MOST = 3_000_000;
    /** The square has two; what is between two and this is the square with a part that is not. */
    private static final double STEEPEST = 2.4;

    private static final List<String> RUNS = List.of(
            " ", "\t", "\n", "a", "A", "1", "-", ".", ",", "(", "[", "<", "\"", "#", "*", "=", ":", "/", "|", "{", "_",
            " a", "1 ", "1.", "- ", "a\n", "a-", "<a", "[a", ": ", "a,");
    private static final List<String> BEFORE = List.of("", "<", "[", "(", "{", "\"", "#", "<!--", "1 ", "a");
    private static final int WORDS_BEFORE = 5;
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}+");

    /** Counts how often it is read, and ends what reads too often. */
    private static final class Counted implements CharSequence {
        private final String text;
        private final long most;
        private long reads;

        Counted(String text, long most) {
            this.text = text;
            this.most = most;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++reads > most) throw new TooOften();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooOften() {
            super("", null, false, false);
        }
    }

    /** The dearest run of a pattern. */
    private record Dear(String before, String run, String behind, double each) {
        String text(int length) {
            return before + run.repeat(Math.max(1, length / run.length())) + behind;
        }
    }

    @Test
    void patterns_readNoMoreThanTheSquareOfARun() throws ReflectiveOperationException {
        Map<String, Pattern> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(500);
        List<String> steep = patterns.entrySet().parallelStream()
                .map(one -> steep(one.getKey(), one.getValue()))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        assertThat(steep).isEmpty();
    }

    @Test
    void patternThatReadsTheCube_isFound() {
        assertThat(steep("planted", Pattern.compile("ata\\s*(?:chapter)?\\s*:?\\s*\\d")))
                .isPresent();
        assertThat(steep("planted", Pattern.compile("ata\\s*+(?:chapter)?\\s*+:?\\s*+\\d")))
                .isEmpty();
    }

    private static Optional<String> steep(String name, Pattern pattern) {
        Dear dear = dearest(pattern);
        if (dear.each < CLOSER) return Optional.empty();
        long before = reads(pattern, dear.text(RUN), MOST);
        long most = (long) (before * Math.pow(LONGER, STEEPEST));
        if (before < MOST && reads(pattern, dear.text(RUN * LONGER), most) < most) return Optional.empty();
        return Optional.of("%s grows by more than the square on %s, %s repeated, %s: %s"
                .formatted(name, shown(dear.before), shown(dear.run), shown(dear.behind), pattern));
    }

    private static Dear dearest(Pattern pattern) {
        Set<String> words = WORD.matcher(pattern.pattern().replaceAll("\\\\[A-Za-z]|\\(\\?[a-z]+\\)", " "))
                .results()
                .map(found -> found.group())
                .limit(12)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var runs = new LinkedHashSet<>(RUNS);
        words.forEach(word -> runs.addAll(List.of(word, word + " ")));
        var before = new LinkedHashSet<>(BEFORE);
        words.stream().limit(WORDS_BEFORE).forEach(word -> before.addAll(List.of(word, word + " ")));
        var dearest = new Dear("", " ", "", 0);
        for (String head : before)
            for (String run : runs)
                for (String behind : List.of("", "\u0001")) {
                    String text = new Dear(head, run, behind, 0).text(RUN);
                    double each = (double) reads(pattern, text, MOST) / text.length();
                    if (each > dearest.each) dearest = new Dear(head, run, behind, each);
                }
        return dearest;
    }

    private static long reads(Pattern pattern, String text, long most) {
        var counted = new Counted(text, most);
        try {
            Matcher matcher = pattern.matcher(counted);
            while (matcher.find()) {
                // All of them, as most callers ask for.
            }
        } catch (TooOften e) {
            return most;
        }
        return Math.max(1, counted.reads);
    }

    private static String shown(String text) {
        return "'" + text.replace("\n", "\\n").replace("\t", "\\t").replace("\u0001", "\\u0001") + "'";
    }

    /** Every pattern that a class of the product holds for good, by the name of its field. */
    private static Map<String, Pattern> patterns() throws ReflectiveOperationException {
        var found = new TreeMap<String, Pattern>();
        for (var one : ArchitectureTest.PRODUCT) {
            Class<?> type = Class.forName(one.getName(), false, PatternCostTest.class.getClassLoader());
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) || !mayHold(field.getType())) continue;
                field.setAccessible(true);
                collect(one.getName() + "." + field.getName(), field.get(null), 0, found);
            }
        }
        return found;
    }

    private static boolean mayHold(Class<?> type) {
        return type == Pattern.class
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || (type.isRecord() && type.getName().startsWith("flightline"));
    }

    private static void collect(String name, @Nullable Object value, int depth, Map<String, Pattern> into)
            throws ReflectiveOperationException {
        if (value == null || depth > 3) return;
        if (value instanceof Pattern pattern) into.put(name, pattern);
        else if (value instanceof Map<?, ?> map) {
            collect(name + " keys", new ArrayList<>(map.keySet()), depth + 1, into);
            collect(name + " values", new ArrayList<>(map.values()), depth + 1, into);
        } else if (value instanceof Collection<?> many) {
            int number = 0;
            for (Object one : many) {
                if (number == 0 && !(one == null || mayHold(one.getClass()))) return;
                collect(name + "[" + number++ + "]", one, depth + 1, into);
            }
        } else if (mayHold(value.getClass()))
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                part.getAccessor().setAccessible(true);
                collect(name + "." + part.getName(), part.getAccessor().invoke(value), depth + 1, into);
            }
    }
}
