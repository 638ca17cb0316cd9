package flightline.eval.bench;

import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.Marking;
import flightline.search.EvidenceQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What of the library may be found: by access, by effectivity, or all of it.
 *
 * @param filter in words
 * @param share of the passages that come through, in percent
 * @param groups whose documents may be seen
 */
record Asked(String filter, String share, Set<String> groups, Configuration aircraft) {
    static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static final Set<String> EVERYTHING = Set.of("GROUP A", "GROUP B", "GROUP C", "GROUP D");

    static final Asked ALL = new Asked("none", "100", EVERYTHING, Configuration.UNKNOWN);

    /** One without a filter, then three by access, then three by effectivity, each narrower than the last. */
    static final List<Asked> EACH = List.of(
            ALL,
            access("50", Set.of("GROUP A", "GROUP B", "GROUP C")),
            access("5", Set.of("GROUP A", "GROUP B")),
            access("0.5", Set.of("GROUP A")),
            effectivity("50", "r"),
            effectivity("5", "q"),
            effectivity("0.5", "p"));

    private static Asked access(String share, Set<String> groups) {
        return new Asked("access", share, groups, Configuration.UNKNOWN);
    }

    private static Asked effectivity(String share, String model) {
        return new Asked(
                "effectivity", share, EVERYTHING, new Configuration(java.util.Map.of(Configuration.MODEL, model)));
    }

    boolean byEffectivity() {
        return !aircraft.properties().isEmpty();
    }

    EvidenceQuery query(String question, int top) {
        return EvidenceQuery.of(question, top, DAY)
                .withClearance(new Groups(groups))
                .withAircraft(aircraft);
    }

    /** For documents of these groups. */
    private record Groups(Set<String> labels) implements Clearance {
        @Override
        public boolean covers(Marking marking) {
            return labels.contains(marking.label());
        }
    }
}
