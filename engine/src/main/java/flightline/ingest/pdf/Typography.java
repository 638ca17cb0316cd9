package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is usual in a document: the size of its running text, and how far apart its lines stand. */
final class Typography {
    private final double body;
    private final boolean boldBody;
    private final Map<Long, Double> pitches;

    private Typography(double body, boolean boldBody, Map<Long, Double> pitches) {
        this.body = body;
        this.boldBody = boldBody;
        this.pitches = pitches;
    }

    static Typography of(List<Piece> pieces) {
        Map<Long, Integer> letters = new HashMap<>();
        Map<Long, List<Double>> gaps = new HashMap<>();
        int bold = 0;
        int all = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (!(pieces.get(i) instanceof Line line)) continue;
            int length = line.text().length();
            letters.merge(key(line.size()), length, Integer::sum);
            all += length;
            if (line.bold()) bold += length;
            if (i > 0
                    && pieces.get(i - 1) instanceof Line above
                    && above.sheet().number() == line.sheet().number()) {
                double gap = above.baseline() - line.baseline();
                boolean alike = Math.abs(above.size() - line.size()) < 0.3;
                if (alike && gap > 0.7 * line.size() && gap < 3 * line.size())
                    gaps.computeIfAbsent(key(line.size()), k -> new ArrayList<>())
                            .add(gap);
            }
        }
        long body = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(20L);
        Map<Long, Double> pitches = new HashMap<>();
        gaps.forEach((size, found) -> {
            found.sort(Comparator.naturalOrder());
            if (found.size() >= 3) pitches.put(size, found.get(found.size() * 2 / 5));
        });
        return new Typography(body / 2.0, bold * 2 > all, pitches);
    }

    private static long key(double size) {
        return Math.round(size * 2);
    }

    /** Size of running text, in points. */
    double body() {
        return body;
    }

    boolean boldBody() {
        return boldBody;
    }

    /** Usual distance of baselines for lines like this one. */
    double pitch(Line line) {
        double usual = pitches.getOrDefault(key(line.size()), 1.22 * line.size());
        return Math.max(usual, 1.05 * line.size());
    }
}
