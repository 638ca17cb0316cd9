package flightline.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.evaluation.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sets what is held for the same fault against pairs of real records that were read and judged. The records have neither aircraft nor day: each pair is
 * lent an aircraft of its own, {@value #APART} days lie between the two, and {@value #OTHERS} other records, drawn at random but always the same, are lent
 * the same aircraft.
 *
 * <p>{@code lend RECORDS PAIRS FILE} writes the records; import them with {@code eval/repeats/lent-tails.yaml} and run
 * {@code eval repeats --cases PAIRS --details FILE}; {@code score PAIRS FILE} counts. The other figures of that run mean nothing, for the others' faults are not
 * known.
 */
public final class RealPairs {
    private static final int OTHERS = 12;
    private static final int APART = 21;
    private static final int DAYS = 170;
    private static final long SEED = 31;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private final ObjectMapper json = new ObjectMapper();

    private RealPairs() {}

    public static void main(String[] arguments) throws IOException {
        var pairs = new RealPairs();
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "lend" -> pairs.lend(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
            case "score" -> pairs.score(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> throw new IllegalArgumentException("say lend or score, then the files");
        }
    }

    private void lend(Path records, Path pairs, Path into) throws IOException {
        Map<String, ObjectNode> byId = new LinkedHashMap<>();
        for (String line : Files.readAllLines(records)) {
            ObjectNode record = (ObjectNode) json.readTree(line);
            byId.put(record.path("id").asText(), record);
        }
        var random = new Random(SEED);
        List<JsonNode> judged = Cases.read(pairs).cases();
        Set<String> paired = new HashSet<>();
        for (JsonNode pair : judged)
            for (String end : List.of("earlier", "id"))
                paired.add(pair.path(end).asText());
        List<String> others = new ArrayList<>(byId.keySet());
        others.removeAll(paired);
        Collections.shuffle(others, random);
        List<String> lent = new ArrayList<>();
        int next = 0;
        for (JsonNode pair : judged) {
            String tail = pair.path("pair").asText();
            LocalDate last = FIRST.plusDays(DAYS);
            lent.add(lent(byId, pair.path("id").asText(), tail, last));
            lent.add(lent(byId, pair.path("earlier").asText(), tail, last.minusDays(APART)));
            for (int i = 0; i < OTHERS; i++)
                lent.add(lent(byId, others.get(next++), tail, FIRST.plusDays(random.nextInt(DAYS))));
        }
        Files.write(into, lent);
    }

    private String lent(Map<String, ObjectNode> byId, String id, String tail, LocalDate day) throws IOException {
        ObjectNode record = byId.get(id);
        if (record == null) throw new IllegalArgumentException("record " + id + " is not among the records");
        record.put("tail", tail);
        record.put("day", day.toString());
        return json.writeValueAsString(record);
    }

    private void score(Path pairs, Path details) throws IOException {
        Map<String, Set<String>> held = new HashMap<>();
        for (JsonNode one : Cases.read(details).cases())
            for (JsonNode before : one.path("before"))
                held.computeIfAbsent(one.path("id").asText(), id -> new HashSet<>())
                        .add(before.path("record").asText());
        Map<String, int[]> counts = new TreeMap<>();
        for (JsonNode pair : Cases.read(pairs).cases()) {
            boolean is = held.getOrDefault(pair.path("id").asText(), Set.of())
                    .contains(pair.path("earlier").asText());
            String verdict = pair.path("verdict").asText();
            counts.computeIfAbsent(verdict, v -> new int[2])[is ? 1 : 0]++;
            if (is != verdict.equals("same"))
                System.out.println(
                        pair.path("pair").asText() + ", read as " + verdict + ", " + (is ? "held" : "not held")
                                + " for the same: " + pair.path("why").asText());
        }
        counts.forEach((verdict, count) -> System.out.printf(
                Locale.ROOT,
                "read as %s: %d, of these held for the same %d%n",
                verdict,
                count[0] + count[1],
                count[1]));
    }
}
