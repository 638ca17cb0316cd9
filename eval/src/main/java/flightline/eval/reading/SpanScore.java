package flightline.eval.reading;

import flightline.eval.Tally;
import flightline.terms.Tagger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Scores spans: a span is right where kind, first and last token are. */
final class SpanScore {
    private SpanScore() {}

    private record Span(String kind, int first, int end) {}

    /** Counts of each kind, and of all together under {@code all}. */
    static Map<String, Tally> of(List<Tagger.Labelled> reports, Function<List<String>, List<String>> tagger) {
        var counts = new TreeMap<String, Tally>();
        for (Tagger.Labelled report : reports) {
            Set<Span> labelled = spans(report.tags());
            Set<Span> found = spans(tagger.apply(report.tokens()));
            for (Span span : found) count(counts, span, labelled.contains(span) ? 1 : 0, 1, 0);
            for (Span span : labelled) count(counts, span, 0, 0, 1);
        }
        return counts;
    }

    private static void count(Map<String, Tally> counts, Span span, int hits, int found, int labelled) {
        var one = new Tally(hits, found, labelled);
        counts.merge(span.kind(), one, Tally::plus);
        counts.merge("all", one, Tally::plus);
    }

    private static Set<Span> spans(List<String> tags) {
        var spans = new HashSet<Span>();
        for (int i = 0; i < tags.size(); ) {
            if (tags.get(i).equals("O")) {
                i++;
                continue;
            }
            String kind = tags.get(i).substring(2);
            int end = i + 1;
            while (end < tags.size() && tags.get(end).equals("I-" + kind)) end++;
            spans.add(new Span(kind, i, end));
            i = end;
        }
        return spans;
    }
}
