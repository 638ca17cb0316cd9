package flightline.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The short forms of the trade and what they stand for.
 *
 * <p>Immutable and safe to share. A short form is looked up in any letter case, with or without its marks ({@code L/H},
 * {@code LH}, {@code l.h.}), except where it would be another word without them ({@code T/O}).
 */
public final class Abbreviations {
    private final Map<String, Entry> exact;
    private final Map<String, Entry> bare;

    private Abbreviations(Map<String, Entry> exact, Map<String, Entry> bare) {
        this.exact = Map.copyOf(exact);
        this.bare = Map.copyOf(bare);
    }

    /** The list that ships with this package. */
    public static Abbreviations standard() {
        return Standard.LIST;
    }

    /** Read when it is first asked for, and once. */
    private static final class Standard {
        static final Abbreviations LIST = of(WordList.lines("abbreviations.txt"));
    }

    /**
     * A list from lines such as {@code qty = quantity}; the form is described at the head of {@code abbreviations.txt}.
     *
     * @throws IllegalArgumentException with the line, where one is not of that form or says again what another said
     */
    public static Abbreviations of(List<String> lines) {
        var exact = new HashMap<String, Entry>();
        var bare = new HashMap<String, Entry>();
        var marked = new ArrayList<Entry>();
        for (String line : lines) {
            Entry entry = Entry.parse(line);
            if (exact.putIfAbsent(entry.shortForm(), entry) != null)
                throw new IllegalArgumentException("short form given twice: '" + line + "'");
            if (!entry.marksRequired()) marked.add(entry);
        }
        for (Entry entry : marked) bare.putIfAbsent(withoutMarks(entry.shortForm()), entry);
        return new Abbreviations(exact, bare);
    }

    /** What the short form stands for; of an ambiguous one its first meaning. Empty where it is not in the list. */
    public Optional<String> expansion(String token) {
        return entry(token).map(e -> e.meanings().getFirst().expansion());
    }

    /** Whether the short form means different things in different places, so that {@link #expansion} is only likely. */
    public boolean isAmbiguous(String token) {
        return entry(token).filter(Entry::ambiguous).isPresent();
    }

    /** Whether the short form is itself the name people say, such as {@code APU}. */
    public boolean isName(String token) {
        return entry(token).filter(Entry::name).isPresent();
    }

    /**
     * What the short form stands for between these words; empty where the list does not hold it, where it is a name, or
     * where it is ambiguous and no neighbour tells.
     *
     * @param neighbours lower-case words nearby
     */
    Optional<String> expansionAmong(String token, Set<String> neighbours) {
        return entry(token).filter(e -> !e.name()).flatMap(e -> e.among(neighbours));
    }

    /** Every short form, lower case, with its expansion; of an ambiguous one its first meaning. */
    public Map<String, String> all() {
        var all = new TreeMap<String, String>();
        exact.forEach((key, entry) -> all.put(key, entry.meanings().getFirst().expansion()));
        return all;
    }

    private Optional<Entry> entry(String token) {
        String key = token.toLowerCase(Locale.ROOT);
        Entry found = exact.get(key);
        if (found == null) found = bare.get(withoutMarks(key));
        return Optional.ofNullable(found);
    }

    private static String withoutMarks(String key) {
        return key.replaceAll("[/.']", "");
    }

    private record Meaning(String expansion, Set<String> cues) {}

    private record Entry(String shortForm, boolean marksRequired, boolean name, List<Meaning> meanings) {
        boolean ambiguous() {
            return meanings.size() > 1 || !meanings.getFirst().cues().isEmpty();
        }

        Optional<String> among(Set<String> neighbours) {
            if (!ambiguous()) return Optional.of(meanings.getFirst().expansion());
            List<Meaning> told = meanings.stream()
                    .filter(m -> m.cues().stream().anyMatch(neighbours::contains))
                    .toList();
            return told.size() == 1 ? Optional.of(told.getFirst().expansion()) : Optional.empty();
        }

        static Entry parse(String line) {
            String[] sides = line.split(" = ", 2);
            if (sides.length != 2 || sides[0].isBlank() || sides[1].isBlank())
                throw new IllegalArgumentException("not 'short = expansion': '" + line + "'");
            boolean marksRequired = sides[0].startsWith("!");
            String form = marksRequired ? sides[0].substring(1) : sides[0];
            boolean name = form.startsWith("*");
            var meanings = new ArrayList<Meaning>();
            for (String meaning : sides[1].split("\\|")) {
                String[] parts = meaning.split(":", 2);
                meanings.add(new Meaning(
                        parts[0].strip(),
                        parts.length == 1
                                ? Set.of()
                                : Set.copyOf(List.of(parts[1].strip().split("\\s+")))));
            }
            String key = (name ? form.substring(1) : form).toLowerCase(Locale.ROOT);
            return new Entry(key, marksRequired, name, List.copyOf(meanings));
        }
    }
}
