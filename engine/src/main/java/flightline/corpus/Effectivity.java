package flightline.corpus;

import flightline.corpus.Applicability.Verdict;
import java.util.Locale;

/**
 * For which aircraft a passage holds, and whether the one asked about is among them.
 *
 * @param words in the document's words where it has any, {@code all} where it holds for every aircraft
 * @param holds for the aircraft asked about; {@code UNKNOWN} where what decides is not known, or no aircraft was named
 * @param aircraft how the aircraft asked about is called, upper case; empty where none was named
 */
public record Effectivity(String words, Verdict holds, String aircraft) {
    public static final Effectivity ALL = new Effectivity(Applicability.ALL.display(), Verdict.YES, "");

    public static Effectivity of(Applicability applicability, Configuration aircraft) {
        if (applicability.equals(Applicability.ALL)) return ALL;
        String name = aircraft.value(Configuration.REGISTRATION)
                .or(() -> aircraft.value(Configuration.SERIAL))
                .or(() -> aircraft.value(Configuration.MODEL))
                .orElse("");
        return new Effectivity(
                applicability.display(), applicability.appliesTo(aircraft), name.toUpperCase(Locale.ROOT));
    }

    /** {@code yes}, {@code no} or {@code unknown}. */
    public String known() {
        return holds.name().toLowerCase(Locale.ROOT);
    }

    /**
     * For a reader, for example {@code effectivity not known for QQ-KAB: PRE SB 32-017}; empty where it holds for all
     * or for the aircraft asked about, as that is what a reader expects.
     */
    public String display() {
        if (equals(ALL) || (holds == Verdict.YES && !aircraft.isEmpty())) return "";
        if (aircraft.isEmpty()) return "effectivity: " + words;
        return (holds == Verdict.NO ? "does not hold for " : "effectivity not known for ") + aircraft + ": " + words;
    }
}
