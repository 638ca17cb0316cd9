package flightline.eval.ceiling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often reports that say nearly the same carry the same code. Where two people who describe one thing alike code it
 * differently, no method that reads the description can be right about both.
 *
 * <p>Likeness is the share of runs of three words that two texts have in common (Jaccard), numbers and references left out.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.ceiling.NearCopies ../shared/data/sdr/records.jsonl body
 */
public final class NearCopies {
    private static final Pattern REFERENCE = Pattern.compile("(?<![\\d-])(\\d{2})-(\\d{2})(?!\\d)");
    private static final double[] FROM = {0.3, 0.5, 0.7, 0.9};
    private static final int RUN = 3;

    private NearCopies() {}

    private record Report(String code, Set<String> runs) {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2)
            throw new IllegalArgumentException("give a file of JSON lines and the field that is compared");
        List<Report> reports = reports(Path.of(arguments[0]), arguments[1]);
        Map<String, List<Integer>> having = new HashMap<>();
        int[][] alike = new int[FROM.length][3];
        for (int i = 0; i < reports.size(); i++) {
            var shared = new HashMap<Integer, Integer>();
            for (String run : reports.get(i).runs) {
                List<Integer> others = having.computeIfAbsent(run, r -> new ArrayList<>());
                for (int other : others) shared.merge(other, 1, Integer::sum);
                others.add(i);
            }
            Report one = reports.get(i);
            shared.forEach((other, common) -> {
                Report that = reports.get(other);
                double likeness = (double) common / (one.runs.size() + that.runs.size() - common);
                for (int f = 0; f < FROM.length; f++) if (likeness >= FROM[f]) count(alike[f], one.code, that.code);
            });
        }
        System.out.println(reports.size() + " reports with a code");
        for (int f = 0; f < FROM.length; f++)
            System.out.printf(
                    Locale.ROOT,
                    "likeness from %.1f: %d pairs, the same four digits in %.3f, the same chapter in %.3f%n",
                    FROM[f],
                    alike[f][0],
                    (double) alike[f][1] / alike[f][0],
                    (double) alike[f][2] / alike[f][0]);
    }

    private static void count(int[] alike, String one, String other) {
        alike[0]++;
        if (one.equals(other)) alike[1]++;
        if (one.substring(0, 2).equals(other.substring(0, 2))) alike[2]++;
    }

    private static List<Report> reports(Path file, String field) throws IOException {
        var json = new ObjectMapper();
        var reports = new ArrayList<Report>();
        for (String line : Files.readAllLines(file)) {
            JsonNode record = json.readTree(line);
            String code = code(record.path("manual_refs"));
            Set<String> runs = runs(record.path(field).asText());
            if (!code.isEmpty() && !runs.isEmpty()) reports.add(new Report(code, runs));
        }
        return reports;
    }

    private static String code(JsonNode references) {
        for (JsonNode reference : references) {
            Matcher matcher = REFERENCE.matcher(reference.asText());
            if (matcher.find()) return matcher.group(1) + matcher.group(2);
        }
        return "";
    }

    private static Set<String> runs(String text) {
        String[] words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip().split(" ");
        var runs = new HashSet<String>();
        for (int i = 0; i + RUN <= words.length; i++) runs.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
        return runs;
    }
}
