package flightline.eval.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Public texts of the trade, and some that are not of it. Those with {@code learned} true are learned from, the others only measured on. */
final class PublicTexts {
    private static final int EVERY_WORK_ORDER = 6;
    private static final int EVERY_SENTENCE = 8;

    private static final Pattern STEP =
            Pattern.compile("<(?:proceduralStep|step\\d)[^>]*>\\s*<para>(.*?)</para>", Pattern.DOTALL);

    private final Path data;

    PublicTexts(Path data) {
        this.data = data;
    }

    List<String> incidents(boolean learned) throws IOException {
        return half("faa-incidents/records.jsonl", "narrative", learned);
    }

    List<String> symptoms(boolean learned) throws IOException {
        return half("sdr/cases.jsonl", "symptom", learned);
    }

    private List<String> half(String file, String field, boolean learned) throws IOException {
        return LabelledRequests.lines(data.resolve(file)).stream()
                .filter(n -> (spread(n.path("id").asText()) % 2 == 0) == learned)
                .map(n -> n.path(field).asText())
                .filter(t -> !t.isBlank())
                .toList();
    }

    private static int spread(String id) {
        int hash = id.hashCode() * 0x9e3779b9;
        return (hash ^ (hash >>> 15)) & 0xffff;
    }

    List<String> workOrders() throws IOException {
        var texts = new ArrayList<String>();
        for (String company : List.of("company_a", "company_b", "company_c")) {
            var words = new ArrayList<String>();
            int number = 0;
            for (String line : Files.readAllLines(data.resolve("normalisation/maintnorm/" + company + "/train.norm"))) {
                if (!line.isBlank()) words.add(line.split("\t", -1)[0]);
                else {
                    if (number++ % EVERY_WORK_ORDER == 0 && !words.isEmpty()) texts.add(String.join(" ", words));
                    words.clear();
                }
            }
        }
        return texts;
    }

    List<String> headings() throws IOException {
        List<Path> pages;
        try (var walk = Files.walk(data.resolve("open-docs/px4"))) {
            pages = walk.filter(p -> p.toString().endsWith(".md"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        var headings = new ArrayList<String>();
        for (Path page : pages)
            for (String line : Files.readAllLines(page))
                if (line.matches("#{1,4} .+"))
                    headings.add(line.replaceFirst("#+ ", "")
                            .replaceAll("\\{#.*?}", "")
                            .strip());
        return headings;
    }

    List<String> supportQuestions() throws IOException {
        return LabelledRequests.lines(data.resolve("support-qa/cloud_lastturn.jsonl")).stream()
                .map(n -> n.path("text").asText().replace("|user|:", "").strip())
                .toList();
    }

    /** Sentences of the handbook, of accident reports and of pages on drones. */
    List<String> sentences() throws IOException {
        var texts = new ArrayList<String>();
        sample(field(data.resolve("handbook/faa-h-8083-32b.jsonl"), "text"), texts);
        sample(field(data.resolve("ntsb/maintenance-cause.jsonl"), "narrative"), texts);
        return texts;
    }

    private static void sample(List<String> from, List<String> into) {
        int number = 0;
        for (String text : from)
            for (String sentence : text.split("(?<=[.?!])\\s+", -1)) {
                int words = sentence.split("\\s+", -1).length;
                if (words >= 5 && words <= 30 && number++ % EVERY_SENTENCE == 0) into.add(sentence);
            }
    }

    /**
     * Steps of procedures, worded as the commands that they are: of the bicycle set, and of the sample library those that
     * are learned from or the others.
     */
    List<String> steps(Path library, boolean learned) throws IOException {
        var texts = new ArrayList<String>();
        if (learned) texts.addAll(stepsIn(data.resolve("s1000d-bike")));
        for (String step : stepsIn(library)) if ((spread(step) % 2 == 0) == learned) texts.add(step);
        return texts;
    }

    private static List<String> stepsIn(Path folder) throws IOException {
        List<Path> modules;
        try (var walk = Files.walk(folder)) {
            modules = walk.filter(p -> p.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        var steps = new TreeSet<String>();
        for (Path module : modules)
            STEP.matcher(Files.readString(module))
                    .results()
                    .map(m -> m.group(1)
                            .replaceAll("<[^>]+>", " ")
                            .replaceAll("\\s+", " ")
                            .strip())
                    .filter(text -> text.split(" ", -1).length >= 3)
                    .forEach(steps::add);
        return List.copyOf(steps);
    }

    /** Everyday requests. */
    List<String> everyday() throws IOException {
        Set<String> kinds = Set.of("Common Queries", "Virtual Creation");
        var texts = new ArrayList<String>();
        for (String file : List.of("NotInject_one.json", "NotInject_two.json"))
            for (JsonNode one : new ObjectMapper()
                    .readTree(data.resolve("injection/" + file).toFile()))
                if (kinds.contains(one.path("category").asText()))
                    texts.add(one.path("prompt").asText());
        return texts;
    }

    /** Texts of one field of a file of JSON lines. */
    static List<String> field(Path file, String field) throws IOException {
        return LabelledRequests.lines(file).stream()
                .map(n -> n.path(field).asText())
                .collect(Collectors.toList());
    }
}
