package flightline.diagnosis;

import flightline.terms.AbsenceFinder;
import flightline.terms.Courtesy;
import flightline.terms.Mention;
import flightline.terms.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * A complaint as it was read. Offsets point into {@code text}.
 *
 * @param text in the writer's words
 * @param normalised abbreviations written out, lower case, without greetings, thanks and the frame of a request
 * @param observed the same without what the writer says was not there
 * @param ata codes that it names itself, {@code 32-41} form
 * @param faultCodes fault codes and messages that it names
 * @param partNumbers that it names
 * @param positions sides and numbers that it names, each once, {@code left}, {@code number 2}
 * @param phases of flight that it names, each once
 * @param quantities numbers with units
 * @param absent what was looked for and not there, {@code no leaks found}
 * @param tried what was already done, and what came of it where that is said
 * @param products parts and systems that it speaks of
 * @param conditions what is wrong with them
 * @param system the one that it names by a code, where it says nothing else; {@code normalised} and {@code observed} are its title then
 */
public record Complaint(
        String text,
        String normalised,
        String observed,
        List<String> ata,
        List<String> faultCodes,
        List<String> partNumbers,
        List<String> positions,
        List<Mention.Phase> phases,
        List<Mention.Quantity> quantities,
        List<Phrase> absent,
        List<Attempt> tried,
        List<Phrase> products,
        List<Phrase> conditions,
        Optional<NamedSystem> system) {
    public Complaint {
        ata = List.copyOf(ata);
        faultCodes = List.copyOf(faultCodes);
        partNumbers = List.copyOf(partNumbers);
        positions = List.copyOf(positions);
        phases = List.copyOf(phases);
        quantities = List.copyOf(quantities);
        absent = List.copyOf(absent);
        tried = List.copyOf(tried);
        products = List.copyOf(products);
        conditions = List.copyOf(conditions);
    }

    /** A complaint of which no more is known than the codes and numbers that it names. */
    public Complaint(
            String text, String normalised, List<String> ata, List<String> faultCodes, List<String> partNumbers) {
        this(
                text,
                normalised,
                normalised,
                ata,
                faultCodes,
                partNumbers,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Whether it holds nothing that could be looked for: no code, no part number, and no word but those that every text has. */
    public boolean saysNothing() {
        return ata.isEmpty() && faultCodes.isEmpty() && partNumbers.isEmpty() && !Words.tellAnything(normalised);
    }

    /**
     * What evidence is sought by: the writer's words without what is said not to be there and without courtesy; all of them where
     * nothing is left.
     */
    public String asked() {
        if (system.isPresent()) return system.get().title();
        String left = Courtesy.without(AbsenceFinder.without(text, absent));
        return left.isBlank() ? text : left;
    }
}
