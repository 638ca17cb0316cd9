package flightline.ingest.marking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Levels that states and communities beside the United States and NATO prescribe, each written one way: Germany's {@code VS-NfD}, the United
 * Kingdom's and Australia's {@code OFFICIAL-SENSITIVE} and {@code PROTECTED}, Canada's {@code PROTECTED B}, those of the European
 * Union, of France, and the Traffic Light Protocol.
 *
 * <p>What is a word of the language besides ({@code OFFICIAL}, {@code PROTECTED}, {@code GEHEIM}) counts in capitals only.
 */
final class NationalMark {
    private static final String SECRECY = "(?iu: ?[-,/(]* ?amtlich geheim ?gehalten\\)?)?";
    /** For what reason it is sensitive, or to whom it goes: {@code COMMERCIAL}, {@code //Personal privacy}. */
    private static final String DESCRIBED =
            "(?: ?// ?[A-Za-z][A-Za-z ]{2,30}| ?[- ] ?(?:COMMERCIAL|PERSONAL|LOCSEN|ORGANISATIONAL USE ONLY|RECIPIENTS ONLY|HMG USE ONLY"
                    + "|EMBARGOED))?";

    private static final List<NationalMark> ALL = List.of(
            of("VS-NFD", "(?iu:VS ?-? ?NfD|(?:VS ?-? ?)?nur f(?:ü|ue|u)r den Dienstgebrauch)"),
            of("VS-VERTRAULICH", "(?iu:VS ?-? ?Vertr(?:aulich|\\.))" + SECRECY),
            of("STRENG GEHEIM", "STRENG GEHEIM" + SECRECY),
            of("GEHEIM", "GEHEIM" + SECRECY),
            of("EU TOP SECRET", "(?:TR[EÈ]S SECRET UE(?: ?/ ?EU TOP SECRET)?|EU TOP SECRET)"),
            of("EU SECRET", "(?:SECRET UE(?: ?/ ?EU SECRET)?|EU SECRET)"),
            of("EU CONFIDENTIAL", "(?:CONFIDENTIEL UE(?: ?/ ?EU CONFIDENTIAL)?|EU CONFIDENTIAL)"),
            of("EU RESTRICTED", "(?:RESTREINT UE(?: ?/ ?EU RESTRICTED)?|EU RESTRICTED)"),
            of("DIFFUSION RESTREINTE", "DIFFUSION RESTREINTE"),
            of("OFFICIAL-SENSITIVE", "(?:UK )?(?i:official ?[-:/ ] ?sensitive)" + DESCRIBED),
            of("OFFICIAL", "(?:UK )?OFFICIAL"),
            of("PROTECTED C", "(?:PROTECTED|PROT[EÉ]G[EÉ]) C"),
            of("PROTECTED B", "(?:PROTECTED|PROT[EÉ]G[EÉ]) B"),
            of("PROTECTED A", "(?:PROTECTED|PROT[EÉ]G[EÉ]) A"),
            of("PROTECTED", "PROTECTED"),
            of("TLP:RED", "(?i:TLP) ?: ?(?i:red)"),
            of("TLP:AMBER+STRICT", "(?i:TLP) ?: ?(?i:amber ?\\+ ?strict)"),
            of("TLP:AMBER", "(?i:TLP) ?: ?(?i:amber)"),
            of("TLP:GREEN", "(?i:TLP) ?: ?(?i:green)"));

    private final String label;
    private final Pattern written;

    private NationalMark(String label, Pattern written) {
        this.label = label;
        this.written = written;
    }

    /**
     * A level with its caveats, parted by strokes.
     *
     * @param bare a line as {@link Banner} makes it: blanks single, dashes all {@code -}, without what decorates it
     */
    static Optional<String> read(String bare) {
        for (NationalMark mark : ALL) {
            Matcher level = mark.written.matcher(bare);
            if (!level.lookingAt()) continue;
            Optional<String> whole = Caveats.read(bare.substring(level.end()))
                    .map(caveats -> caveats.isEmpty() ? mark.label : mark.label + "//" + String.join("//", caveats));
            if (whole.isPresent()) return whole;
        }
        return Optional.empty();
    }

    private static NationalMark of(String label, String written) {
        return new NationalMark(label, Pattern.compile(written + "(?![\\p{L}\\p{N}+-])"));
    }
}
