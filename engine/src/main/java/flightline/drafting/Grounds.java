package flightline.drafting;

import flightline.corpus.Citation;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a paper may rest on.
 *
 * @param sourceText the source text that a citation points into, absent where the source is gone
 * @param documents those that are named
 * @param records those that are quoted
 * @param given what was handed in, each as it was
 * @param procedures those of which every step and every warning must be on the paper
 */
public record Grounds(
        Function<Citation, Optional<String>> sourceText,
        List<HeldDocument> documents,
        List<MaintenanceRecord> records,
        List<String> given,
        List<Procedure> procedures) {
    public Grounds {
        documents = List.copyOf(documents);
        records = List.copyOf(records);
        given = List.copyOf(given);
        procedures = List.copyOf(procedures);
    }
}
