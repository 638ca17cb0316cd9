package flightline.diagnosis;

import flightline.search.Latest;
import flightline.terms.Abbreviations;
import flightline.terms.TextNormaliser;
import java.util.Collection;

/** Tells the same part under a longer, a shorter, an abbreviated or a plural name, so that it is one cause. */
final class SamePart {
    private static final TextNormaliser NORMALISER = new TextNormaliser(Abbreviations.standard());

    /** The few thousand names of a fleet come in every diagnosis hundreds of times. */
    private static final Latest<String, String> NAMES = new Latest<>(20_000);

    private static final int LONGEST_NAME = 80;

    private SamePart() {}

    /** The name in the trade's plain words, in which names are compared: "FUEL PMP" is the fuel pump. */
    static String name(String written) {
        return written.length() > LONGEST_NAME
                ? plain(written)
                : NAMES.<RuntimeException>of(written, () -> plain(written));
    }

    private static String plain(String written) {
        return PartPhrases.fold(NORMALISER.text(written));
    }

    /**
     * The known name for a part, or the part's own where none is known. A bare "sensor" is the first sensor that is known,
     * so those that are spoken of most come first.
     */
    static String as(String part, Collection<String> known) {
        for (String name : known) if (name.equals(part)) return name;
        for (String name : known) if (singular(name).equals(singular(part))) return name;
        for (String name : known) if (name.endsWith(" " + part)) return name;
        for (String name : known) if (name.contains(" ") && PartPhrases.names(part, name)) return name;
        return part;
    }

    /** The known name that is the same but for its number; the part's own where none is. */
    static String named(String part, Collection<String> known) {
        for (String name : known) if (singular(name).equals(singular(part))) return name;
        return part;
    }

    private static String singular(String name) {
        return name.length() > 3 && name.endsWith("s") && !name.endsWith("ss")
                ? name.substring(0, name.length() - 1)
                : name;
    }
}
