package flightline.eval.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.records.training.Deidentifier;
import flightline.records.training.Identifier;
import flightline.records.training.Pseudonyms;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Takes names out of real texts. Prints how many of each kind, each place with some words around it, and texts drawn by chance as they
 * came out, in which somebody must look for what was left.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.training.NamesTaken FILE FIELD [DRAWN]
 */
public final class NamesTaken {
    private static final int AROUND = 40;

    private NamesTaken() {}

    public static void main(String[] arguments) throws IOException {
        int drawn = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0;
        Speller speller = Speller.standard();
        Abbreviations abbreviations = Abbreviations.standard();
        var deidentifier = new Deidentifier(
                new Pseudonyms(new byte[32]),
                word -> speller.knows(word) || abbreviations.expansion(word).isPresent());
        List<String> texts = texts(Path.of(arguments[0]), arguments[1]);
        Map<Identifier, Integer> counts = new EnumMap<>(Identifier.class);
        var cleaned = new ArrayList<String>();
        for (String text : texts) {
            var one = deidentifier.clean(text, Deidentifier.Known.NOTHING);
            one.replaced().forEach((kind, many) -> counts.merge(kind, many, Integer::sum));
            cleaned.add(one.text());
            if (!one.replaced().isEmpty()) places(text, one.text());
        }
        System.out.println(texts.size() + " texts, replaced " + counts);
        Collections.shuffle(cleaned, new Random(1));
        cleaned.stream().limit(drawn).forEach(text -> System.out.println("DRAWN " + text.replaceAll("\\s+", " ")));
    }

    private static void places(String before, String after) {
        var pattern = java.util.regex.Pattern.compile("(?:EMAIL|PHONE|PERSON|STAFF|TAIL|SERIAL)-[0-9A-Z]{6}");
        var matcher = pattern.matcher(after);
        int last = 0;
        int at = 0;
        while (matcher.find()) {
            int start = at + matcher.start() - last;
            last = matcher.end();
            var next = pattern.matcher(after);
            String behind = after.substring(last, next.find(last) ? next.start() : after.length());
            int end = behind.isEmpty() ? before.length() : before.indexOf(behind, start);
            if (end < start) return;
            System.out.println("TAKEN " + matcher.group().replaceFirst("-.*", "") + " ["
                    + before.substring(start, end).replaceAll("\\s+", " ") + "] in: "
                    + before.substring(Math.max(0, start - AROUND), Math.min(before.length(), end + AROUND))
                            .replaceAll("\\s+", " "));
            at = end;
        }
    }

    private static List<String> texts(Path file, String field) throws IOException {
        var json = new ObjectMapper();
        var texts = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            JsonNode one = json.readTree(line);
            if (one.hasNonNull(field)) texts.add(one.get(field).asText());
        }
        return texts;
    }
}
