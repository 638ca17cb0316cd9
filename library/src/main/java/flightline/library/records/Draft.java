package flightline.library.records;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A record before it has a number and hours.
 *
 * @param story name of the story it belongs to, empty for a single text
 * @param mode failure mode of the bible, such as {@code 32-1}; empty for routine work
 * @param mel item of the minimum equipment list, empty where none
 * @param closed absent where the item was still open when the records end
 */
record Draft(
        String story,
        String mode,
        Fleet.Airframe airframe,
        LocalDate date,
        String station,
        String role,
        String ata,
        String complaint,
        String action,
        CodedPart part,
        String mel,
        boolean deferred,
        Optional<LocalDate> closed) {}
