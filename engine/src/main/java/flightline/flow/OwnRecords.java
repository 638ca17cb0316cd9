package flightline.flow;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.search.Precedent;
import flightline.search.RecordIndex;
import flightline.search.RecordQuery;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the records that an evaluation case was cut from: with its id, its text, or its registration and date. */
final class OwnRecords {
    /** Records looked at at a time. */
    private static final int NEAR = 30;

    private static final int ONE_AIRCRAFT = 1000;
    private static final int LONG_ENOUGH_TO_BE_THE_SAME = 20;

    private final RecordIndex records;

    OwnRecords(RecordIndex records) {
        this.records = records;
    }

    /** The records that are the case itself. Looks until nothing more of its own comes up, for the same text may be filed many times. */
    Set<RecordId> of(JsonNode one, String text) {
        var own = new HashSet<RecordId>();
        if (one.hasNonNull("id")) own.add(new RecordId(one.get("id").asText()));
        String folded = fold(text);
        Optional<String> aircraft =
                Optional.of(one.path("aircraft").asText("").strip()).filter(a -> !a.isEmpty());
        String date = one.path("date").asText("");
        List<RecordId> more;
        do {
            more = records.search(RecordQuery.of(text, NEAR, Clearance.UNMARKED).without(own)).stream()
                    .map(Precedent::record)
                    .filter(record -> sameText(record, folded) || sameEvent(record, aircraft, date))
                    .map(MaintenanceRecord::id)
                    .toList();
            own.addAll(more);
        } while (!more.isEmpty());
        if (aircraft.isPresent())
            records
                    .search(new RecordQuery(text, ONE_AIRCRAFT, own, aircraft, Optional.empty(), Clearance.UNMARKED))
                    .stream()
                    .map(Precedent::record)
                    .filter(record -> sameEvent(record, aircraft, date))
                    .forEach(record -> own.add(record.id()));
        return own;
    }

    private static boolean sameText(MaintenanceRecord record, String folded) {
        String narrative = fold(record.narrative());
        return narrative.equals(folded)
                || fold(record.complaint()).equals(folded)
                || (folded.length() >= LONG_ENOUGH_TO_BE_THE_SAME && narrative.contains(folded));
    }

    private static boolean sameEvent(MaintenanceRecord record, Optional<String> aircraft, String date) {
        return aircraft.filter(a -> a.equalsIgnoreCase(record.aircraft())).isPresent()
                && record.date().map(LocalDate::toString).filter(date::equals).isPresent();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
