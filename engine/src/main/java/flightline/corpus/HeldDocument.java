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
 * @param why in words: why it is not in force, for example {@code superseded by 002-00}; empty while it is, but for a {@link #doubt}
 * @param custody who brought it in, and whether it waits in quarantine
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
        String why,
        Custody custody) {
    /** From when an undated document is in force: before anything that has a date. It is no date to be shown. */
    public static final LocalDate SINCE_EVER = LocalDate.of(1900, 1, 1);

    /** In words, why nothing of it is found. */
    public static final String QUARANTINED = "quarantined until a second person approves it";

    public HeldDocument {
        boolean hidden = inForceFrom.isEmpty() && inForceUntil.isEmpty() && passages == 0;
        if (custody.quarantined() && !hidden)
            throw new IllegalArgumentException(
                    header.id() + " is quarantined, so it is not in force and has no passages");
    }

    /** One of whose coming nothing is known and of which nothing is suspected. */
    public HeldDocument(
            DocumentHeader header,
            String library,
            ContentHash source,
            String fileName,
            Instant ingested,
            int passages,
            Optional<LocalDate> inForceFrom,
            Optional<LocalDate> inForceUntil,
            String why) {
        this(header, library, source, fileName, ingested, passages, inForceFrom, inForceUntil, why, Custody.UNKNOWN);
    }

    /** As it arrives, before the ledger tells its days in force; without passages while it is quarantined. */
    public static HeldDocument arriving(
            DocumentHeader header,
            String library,
            ContentHash source,
            String fileName,
            Instant ingested,
            int passages,
            Custody custody) {
        boolean waits = custody.quarantined();
        return new HeldDocument(
                header,
                library,
                source,
                fileName,
                ingested,
                waits ? 0 : passages,
                Optional.empty(),
                Optional.empty(),
                waits ? QUARANTINED : "",
                custody);
    }

    /** The same with other days in force. */
    public HeldDocument inForce(Optional<LocalDate> from, Optional<LocalDate> until, String because) {
        return new HeldDocument(header, library, source, fileName, ingested, passages, from, until, because, custody);
    }

    /** Whether it waits for a second person; nothing of it is found until then. */
    public boolean quarantined() {
        return custody.quarantined();
    }

    public boolean inForceOn(LocalDate day) {
        return inForceFrom.filter(from -> !from.isAfter(day)).isPresent()
                && inForceUntil.filter(until -> !until.isAfter(day)).isEmpty();
    }

    /** First day no longer in force, to be shown; absent while it is in force, and where what ended it has no date. */
    public Optional<LocalDate> endedOn() {
        return inForceUntil.filter(until -> until.isAfter(SINCE_EVER));
    }

    /** Says of one that is in force that a later document is likely to have replaced it, see {@link #doubt}. */
    public static final String PERHAPS = "perhaps superseded";

    /** In words, that something held has probably replaced it, where its text lacks the number that would tell; else empty. */
    public Optional<String> doubt() {
        return why.startsWith(PERHAPS) ? Optional.of(why) : Optional.empty();
    }

    /** In words, until when it holds, where it is its own expiry that will end it; else empty. */
    private Optional<String> expiry() {
        return header.expires()
                .filter(last -> inForceUntil.filter(last.plusDays(1)::equals).isPresent())
                .map(last -> "expires after " + last);
    }

    /** In words: {@code in force}, {@code in force, expires after 2026-03-31}, {@code in force, perhaps superseded by FR 2023-08027}, {@code not yet in force, from 2026-01-01}, or why it is not, with the day since when if that is known. */
    public String standing(LocalDate day) {
        if (inForceOn(day))
            return "in force"
                    + doubt().or(this::expiry).map(said -> ", " + said).orElse("");
        if (inForceFrom.filter(from -> from.isAfter(day)).isPresent())
            return "not yet in force, from " + inForceFrom.get();
        String since = endedOn().map(until -> " since " + until).orElse("");
        return why.isEmpty() ? "not in force" + since : why + since;
    }

    /**
     * Identity and revision in one line, for keys and messages. While quarantined the file belongs to the key, so that what
     * waits never takes the place of what is held.
     */
    public String key() {
        return key(header) + (quarantined() ? " in quarantine " + source.brief() : "");
    }

    /** The key of a document that is not held yet. */
    public static String key(DocumentHeader header) {
        return header.id().value() + "@" + header.revision().label()
                + header.revision().issued().map(d -> "/" + d).orElse("");
    }
}
