package flightline.policy;

import flightline.corpus.Marking;
import java.util.HashSet;
import java.util.Set;

/**
 * What a marking asks of a reader, sorted by the rule that it falls under.
 *
 * @param parts that want a clearance
 * @param noforn whether it is for nationals of the United States only
 * @param limited whether it is for nationals of certain countries only
 * @param releasable those countries: where it is limited twice, the ones that both name
 * @param export laws on export that it falls under
 * @param groups need-to-know groups
 */
record MaterialFacts(
        Set<String> parts,
        boolean noforn,
        boolean limited,
        Set<String> releasable,
        Set<String> export,
        Set<String> groups) {
    private static final String NOFORN = "NOFORN";
    private static final String RELEASABLE = "REL TO ";
    private static final String GROUP = "GROUP ";
    private static final Set<String> EXPORT = Set.of("ITAR", "EAR");

    MaterialFacts {
        parts = Set.copyOf(parts);
        releasable = Set.copyOf(releasable);
        export = Set.copyOf(export);
        groups = Set.copyOf(groups);
    }

    static MaterialFacts of(Marking marking) {
        var parts = new HashSet<String>();
        var export = new HashSet<String>();
        var groups = new HashSet<String>();
        Set<String> releasable = Set.of();
        boolean noforn = false;
        boolean limited = false;
        for (String part : marking.parts()) {
            if (part.equals(NOFORN)) noforn = true;
            else if (part.startsWith(GROUP)) groups.add(part.substring(GROUP.length()));
            else if (EXPORT.contains(part)) export.add(part);
            else if (part.startsWith(RELEASABLE)) {
                var named = new HashSet<>(CountryCode.listed(part.substring(RELEASABLE.length())));
                if (limited) named.retainAll(releasable);
                releasable = named;
                limited = true;
            } else parts.add(part);
        }
        return new MaterialFacts(parts, noforn, limited, releasable, export, groups);
    }
}
