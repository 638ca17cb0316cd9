package flightline.fleet;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the things that a question names hang together, by the words between them. Of one kind any will do. Of two kinds both must hold ({@code hydraulic
 * pumps}), unless "or", or an "and" that counts them up, stands between two that say alike what it was ({@code hydraulic or brake defects}) or on which
 * aircraft.
 *
 * @param aircraft whether any of the registrations and models will do
 * @param what whether any of the systems and parts will do
 * @param beside whether a registration stands beside a model as one that it is compared with
 * @param untold what cannot be told at once, in words; absent where all can
 */
record Alternatives(boolean aircraft, boolean what, boolean beside, Optional<String> untold) {
    private static final String AIRCRAFT = "tm";
    private static final String WHAT = "yp";
    private static final Set<String> JOINING = Set.of("or", "and");
    private static final Set<String> BETWEEN = Set.of(
            "the", "a", "an", "on", "of", "in", "at", "with", "for", "either", "both", "also", "as", "well", "to",
            "any", "our", "all");

    /** @param words of a question, gaps with what was taken there */
    static Alternatives of(List<String> words) {
        boolean aircraft = false;
        boolean what = false;
        boolean aircraftBoth = false;
        boolean whatBoth = false;
        boolean beside = false;
        boolean mixed = false;
        int last = -1;
        for (int at = 0; at < words.size(); at++) {
            String kind = kind(words.get(at));
            if (kind.isEmpty()) continue;
            if (last >= 0) {
                String before = kind(words.get(last));
                List<String> between = words.subList(last + 1, at);
                boolean near = between.stream()
                        .allMatch(word -> BETWEEN.contains(word) || JOINING.contains(word) || word.equals(Line.GAP));
                boolean joined = near && between.stream().anyMatch(JOINING::contains);
                boolean or = joined && between.contains("or");
                if (both(AIRCRAFT, kind, before)) {
                    aircraft |= joined;
                    aircraftBoth |= !joined;
                    beside |= near && !between.isEmpty();
                } else if (both(WHAT, kind, before)) {
                    what |= joined;
                    whatBoth |= !joined;
                } else mixed |= or && !kind.equals(before);
            }
            last = at;
        }
        mixed |= (aircraft && aircraftBoth) || (what && whatBoth);
        return new Alternatives(
                aircraft,
                what,
                beside,
                mixed
                        ? Optional.of(
                                "\"or\" between things of different kinds is understood of systems and parts, and of aircraft and models; ask each by itself")
                        : Optional.empty());
    }

    private static boolean both(String kinds, String one, String other) {
        return !one.equals(other) && kinds.contains(one) && kinds.contains(other);
    }

    /** A letter; empty where the word is no name. */
    private static String kind(String word) {
        return word.startsWith(Line.GAP) ? word.substring(Line.GAP.length()) : "";
    }

    /** Whether one of two kinds will do. */
    boolean any() {
        return aircraft || what;
    }
}
