package flightline.eval.reading;

import flightline.terms.Speller;
import flightline.terms.TaggerTraining;
import flightline.terms.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns what {@code flightline.terms} ships: the vocabulary, and the model that marks spans. The same data gives the same
 * bytes.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.reading.ReadingTraining DATA WORDS
 * engine/src/main/resources/flightline/terms
 *
 * <p>WORDS is a list of ordinary English words, one a line (SCOWL, as Debian's {@code wamerican} installs it).
 */
public final class ReadingTraining {
    static final int ROUNDS = 6;
    static final long SEED = 20261128;
    private static final int SHORTEST = 4;

    private ReadingTraining() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path into = Path.of(arguments[2]);
        Set<String> english = english(Path.of(arguments[1]));
        Map<String, Integer> words = new TreeMap<>(WordCounts.of(data).vocabulary(english));
        int counted = words.size();
        for (String word : lookalikes(words, english)) words.put(word, 0);
        var lines = new ArrayList<String>();
        lines.add(
                "# Words of maintenance and how common they are; counted by flightline.eval.reading.ReadingTraining, see NOTICE.");
        lines.add("#   word commonness          (binary logarithm of the count, rounded down)");
        words.forEach((word, level) -> lines.add(word + " " + level));
        Files.write(into.resolve("vocabulary.txt"), lines);
        try (var out = Files.newOutputStream(into.resolve("spans.bin"))) {
            new TaggerTraining(ROUNDS, SEED).learn(SpanCorpus.read(data)).write(out);
        }
        System.out.printf(
                Locale.ROOT,
                "%d words and %d that look like them, model of %d bytes%n",
                counted,
                words.size() - counted,
                Files.size(into.resolve("spans.bin")));
    }

    /** Ordinary words and names, lower case, that would be taken for a misspelt word of the trade: they must be known too. */
    private static Set<String> lookalikes(Map<String, Integer> words, Set<String> english) {
        List<String> lines = words.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .toList();
        var speller = new Speller(Vocabulary.of(lines));
        var lookalikes = new TreeSet<String>();
        for (String word : english) if (speller.mended(word).isPresent()) lookalikes.add(word);
        return lookalikes;
    }

    private static Set<String> english(Path file) throws IOException {
        var english = new TreeSet<String>();
        for (String line : Files.readAllLines(file)) {
            String word = line.strip().toLowerCase(Locale.ROOT);
            if (word.length() >= SHORTEST && word.matches("[a-z]+")) english.add(word);
        }
        return english;
    }
}
