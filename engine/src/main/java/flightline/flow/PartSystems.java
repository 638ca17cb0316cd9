package flightline.flow;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.CauseChoices;
import flightline.diagnosis.SystemRanker;
import flightline.search.RecordIndex;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which system a part belongs to, as the coded records have it. Unmarked records only: what comes of it goes to everybody who measures. */
final class PartSystems {
    private static final int LEAST = 3;
    /** Of a part's records; parts that are found in several systems tell nothing. */
    private static final double MOSTLY = 2 / 3.0;

    private final Map<String, Map<String, Integer>> codes;

    private PartSystems(Map<String, Map<String, Integer>> codes) {
        this.codes = codes;
    }

    static PartSystems of(RecordIndex records) {
        var codes = new HashMap<String, Map<String, Integer>>();
        try (Stream<MaintenanceRecord> all = records.all(Clearance.UNMARKED)) {
            all.forEach(record -> {
                String part = CauseChoices.name(record.part());
                String code = record.ata().isEmpty()
                        ? ""
                        : SystemRanker.code(record.ata().getFirst());
                if (!part.isEmpty() && code.length() >= 4)
                    codes.computeIfAbsent(part, p -> new HashMap<>()).merge(code.substring(0, 4), 1, Integer::sum);
            });
        }
        return new PartSystems(codes);
    }

    /** Four digits; empty where the records do not say, or say different things. */
    Optional<String> of(String part) {
        Map<String, Integer> found = codes.getOrDefault(CauseChoices.name(part), Map.of());
        int all = found.values().stream().mapToInt(count -> count).sum();
        return found.entrySet().stream()
                .filter(one -> one.getValue() >= LEAST && one.getValue() >= MOSTLY * all)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
