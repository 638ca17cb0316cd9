package flightline.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Protective marking of a document: everything a reader must be cleared for, all of it together.
 *
 * <p>A marking has parts. Some stand on a ladder ({@code RESTRICTED}, {@code CONFIDENTIAL}, {@code SECRET}, {@code TOP
 * SECRET}; those of NATO, of the European Union, of Germany, Canada, the Commonwealth, and the Traffic Light Protocol beside it): of two on
 * one ladder the higher one remains, and a clearance covers the rungs beneath it. All others ({@code CUI}, {@code SP-CTI}, {@code NOFORN}, {@code ITAR}, {@code DISTRIBUTION D}, a company's own) cannot be compared, so both
 * remain, and a reader needs each of them.
 *
 * @param label upper case: the parts, ladders first, parted by two strokes, for example {@code SECRET//NOFORN} or
 *     {@code CUI//SP-CTI}; {@code UNMARKED} where there are none
 */
public record Marking(String label) {
    private static final String NONE = "UNMARKED";
    private static final Set<String> NOTHING = Set.of(NONE, "UNCLASSIFIED", "TLP:CLEAR", "TLP:WHITE");
    /** Each from the mildest to the strictest. */
    private static final List<List<String>> LADDERS = List.of(
            List.of("RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET"),
            List.of("NATO UNCLASSIFIED", "NATO RESTRICTED", "NATO CONFIDENTIAL", "NATO SECRET", "COSMIC TOP SECRET"),
            List.of("EU RESTRICTED", "EU CONFIDENTIAL", "EU SECRET", "EU TOP SECRET"),
            List.of("VS-NFD", "VS-VERTRAULICH", "GEHEIM", "STRENG GEHEIM"),
            List.of("OFFICIAL", "OFFICIAL-SENSITIVE", "PROTECTED"),
            List.of("PROTECTED A", "PROTECTED B", "PROTECTED C"),
            List.of("TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"));

    public static final Marking UNMARKED = new Marking(NONE);

    public Marking {
        if (label.isBlank())
            throw new IllegalArgumentException("marking must not be blank; unmarked material is UNMARKED");
        label = written(split(label));
    }

    /** Every part by itself; empty for {@link #UNMARKED}. */
    public List<String> parts() {
        return split(label);
    }

    /** The stricter of both, and both where they cannot be compared. */
    public Marking and(Marking other) {
        var all = new ArrayList<>(parts());
        all.addAll(other.parts());
        return new Marking(all.isEmpty() ? NONE : String.join("//", all));
    }

    /** Whether somebody with these clearances may see it: each part is covered by one of them. */
    public boolean clearedBy(Collection<Marking> clearances) {
        return covering(clearances).containsAll(parts());
    }

    /** Every part that these clearances cover, the rungs beneath them among them. */
    public static Set<String> covering(Collection<Marking> clearances) {
        var held = new HashSet<String>();
        for (Marking clearance : clearances) for (String part : clearance.parts()) held.addAll(covered(part));
        return held;
    }

    private static List<String> covered(String part) {
        for (List<String> ladder : LADDERS)
            if (ladder.contains(part)) return ladder.subList(0, ladder.indexOf(part) + 1);
        return List.of(part);
    }

    private static List<String> split(String label) {
        return Arrays.stream(label.toUpperCase(Locale.ROOT).split("/+"))
                .map(part -> part.strip().replaceAll("\\s+", " "))
                .filter(part -> !part.isEmpty() && !NOTHING.contains(part))
                .toList();
    }

    private static String written(List<String> parts) {
        var rest = new TreeSet<>(parts);
        var ordered = new ArrayList<String>();
        for (List<String> ladder : LADDERS) {
            parts.stream().filter(ladder::contains).mapToInt(ladder::indexOf).max().stream()
                    .mapToObj(ladder::get)
                    .forEach(ordered::add);
            ladder.forEach(rest::remove);
        }
        // CUI stands before its categories, as its rule has it.
        if (rest.remove("CUI")) ordered.add("CUI");
        ordered.addAll(rest);
        return ordered.isEmpty() ? NONE : String.join("//", ordered);
    }

    @Override
    public String toString() {
        return label;
    }
}
