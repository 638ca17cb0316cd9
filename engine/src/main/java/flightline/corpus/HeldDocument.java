package flightline.corpus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A revision as the library holds it.
 *
 * @param library name of the collection it was put into
 * @param source hash of the original bytes
 * @param fileName name of the file it came from, without folders
 * @param ingested when it was taken in
 * @param passages count of its passages
 * @param inForceFrom first day in force; absent when it never was (proposed, withdrawn, deleted)
 * @param inForceUntil first day no longer in force; absent while it is in force
 * @param why in words: why it is not in force, for example {@code superseded by 002-00}; empty while it is
 */
public record HeldDocument(
        DocumentHeader header,
        String library,
        ContentHash source,
        String fileName,
        Instant ingested,
        int passages,
        Optional<LocalDate> inForceFrom,
        Optional<LocalDate> inForceUntil,
        String why) {

    public boolean inForceOn(LocalDate day) {
        return inForceFrom.filter(from -> !from.isAfter(day)).isPresent()
                && inForceUntil.filter(until -> !until.isAfter(day)).isEmpty();
    }

    /** In words: {@code in force}, {@code not yet in force, from 2026-01-01}, or why it is not, with the day since when. */
    public String standing(LocalDate day) {
        if (inForceOn(day)) return "in force";
        if (inForceFrom.filter(from -> from.isAfter(day)).isPresent())
            return "not yet in force, from " + inForceFrom.get();
        String since = inForceUntil.map(until -> " since " + until).orElse("");
        return why.isEmpty() ? "not in force" + since : why + since;
    }

    /** Identity and revision in one line, for keys and messages. */
    public String key() {
        return header.id().value() + "@" + header.revision().label()
                + header.revision().issued().map(d -> "/" + d).orElse("");
    }
}
