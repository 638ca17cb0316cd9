package flightline.fleet;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Questions that could be asked instead, with names that are held in place of those of the sample library. */
final class Suggested {
    private static final Map<String, Pattern> SAMPLES = Map.of(
            "tail", Pattern.compile("\\bQQ-KA[A-Z]\\b"), "part", Pattern.compile("\\b(?:brake unit|main wheel)\\b"));
    /** Names that stand in a question as they stand in the records. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,30}");

    private final Words words;

    Suggested(Words words) {
        this.words = words;
    }

    /** Those of which each name can be put in place of one that is held. */
    List<String> of(List<String> questions) {
        return questions.stream().flatMap(question -> named(question).stream()).toList();
    }

    private Optional<String> named(String question) {
        String named = question;
        for (Map.Entry<String, Pattern> sample : SAMPLES.entrySet()) {
            List<String> said = sample.getValue()
                    .matcher(named)
                    .results()
                    .map(found -> found.group())
                    .distinct()
                    .toList();
            if (said.stream()
                    .allMatch(name -> words.has(sample.getKey(), name.toUpperCase(Locale.ROOT))
                            || words.has(sample.getKey(), name))) continue;
            List<String> held = held(sample.getKey()).limit(said.size()).toList();
            if (held.size() < said.size()) return Optional.empty();
            var places = new LinkedHashMap<String, String>();
            for (int i = 0; i < said.size(); i++) places.put(said.get(i), held.get(i));
            named = sample.getValue().matcher(named).replaceAll(found -> places.getOrDefault(found.group(), ""));
        }
        return Optional.of(named);
    }

    /** The most frequent first. */
    private Stream<String> held(String kind) {
        return words.byKind().getOrDefault(kind, Map.of()).entrySet().stream()
                .filter(one -> PLAIN.matcher(one.getKey()).matches())
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
