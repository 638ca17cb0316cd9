package flightline.records;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the sign between the fields of a delimited file: the one that parts most lines into equally many fields. */
final class DelimiterGuess {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private DelimiterGuess() {}

    /** From the first lines of a file; a comma where nothing tells. */
    static char of(List<String> lines) {
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            Map<Long, Long> linesByCount = lines.stream()
                    .map(line -> outsideQuotes(line, candidate))
                    .filter(count -> count > 0)
                    .collect(Collectors.groupingBy(count -> count, Collectors.counting()));
            for (Map.Entry<Long, Long> alike : linesByCount.entrySet()) {
                long score = alike.getValue() * 1_000 + Math.min(alike.getKey(), 999);
                if (score > bestScore) {
                    bestScore = score;
                    best = candidate;
                }
            }
        }
        return best;
    }

    private static long outsideQuotes(String line, char candidate) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == candidate && !quoted) count++;
        }
        return count;
    }
}
