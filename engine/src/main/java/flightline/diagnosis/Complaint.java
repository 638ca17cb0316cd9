package flightline.diagnosis;

import java.util.List;

/**
 * A complaint as it was read.
 *
 * @param text in the writer's words
 * @param normalised abbreviations written out, lower case
 * @param ata codes that it names itself, {@code 32-41} form
 * @param faultCodes fault codes and messages that it names
 * @param partNumbers that it names
 */
public record Complaint(
        String text, String normalised, List<String> ata, List<String> faultCodes, List<String> partNumbers) {
    public Complaint {
        ata = List.copyOf(ata);
        faultCodes = List.copyOf(faultCodes);
        partNumbers = List.copyOf(partNumbers);
    }
}
