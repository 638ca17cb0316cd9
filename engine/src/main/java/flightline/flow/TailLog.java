package flightline.flow;

import flightline.archive.SessionBook.Session;
import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.drafting.Diagnosis;
import flightline.drafting.Handover;
import flightline.search.RecordIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the records tell of a tail: open, put off, done lately. */
final class TailLog {
    /** Days that a shift looks back. */
    private static final int DAYS = 3;
    /** Put-off items of longer ago are closed, or the records do not tell it. */
    private static final int PUT_OFF_DAYS = 120;

    private static final int MOST = 60;
    /** Names under which exports keep the day on which an item was closed. */
    private static final Set<String> CLOSED = Set.of("closed_date", "date_closed", "closed");

    private static final Set<String> DEFERRED = Set.of("deferred", "put_off", "mel_deferred");
    private static final Comparator<MaintenanceRecord> LATEST = Comparator.<MaintenanceRecord, LocalDate>comparing(
                    record -> record.date().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(record -> record.id().value());

    private final RecordIndex records;

    TailLog(RecordIndex records) {
        this.records = records;
    }

    static LocalDate since(LocalDate on) {
        return on.minusDays(DAYS);
    }

    /** @param tail empty for every one */
    Handover.Log of(String tail, LocalDate on, Clearance clearance) {
        var open = new ArrayList<MaintenanceRecord>();
        var putOff = new ArrayList<MaintenanceRecord>();
        var done = new ArrayList<MaintenanceRecord>();
        List<MaintenanceRecord> seen;
        try (Stream<MaintenanceRecord> all = records.all(clearance)) {
            seen = all.sorted(LATEST).toList();
        }
        // An empty field is not kept, so a record without a day of closing is open only where its file tells one of
        // others.
        Set<String> telling = new HashSet<>();
        for (MaintenanceRecord record : seen) if (field(record, CLOSED).isPresent()) telling.add(file(record));
        for (MaintenanceRecord record : seen) {
            if (!tail.isBlank() && !record.aircraft().equalsIgnoreCase(tail.strip())) continue;
            Optional<LocalDate> day = record.date().filter(one -> !one.isAfter(on));
            if (day.isEmpty()) continue;
            boolean stillOpen = field(record, CLOSED).isEmpty() && telling.contains(file(record));
            if (stillOpen) open.add(record);
            else if (deferred(record) && day.get().isAfter(on.minusDays(PUT_OFF_DAYS))) putOff.add(record);
            else if (!day.get().isBefore(since(on))) done.add(record);
        }
        return new Handover.Log(first(open), first(putOff), first(done));
    }

    private static List<MaintenanceRecord> first(List<MaintenanceRecord> records) {
        return records.subList(0, Math.min(MOST, records.size()));
    }

    private static String file(MaintenanceRecord record) {
        int colon = record.source().lastIndexOf(':');
        return colon < 0 ? record.source() : record.source().substring(0, colon);
    }

    private static boolean deferred(MaintenanceRecord record) {
        return field(record, DEFERRED)
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(Set.of("y", "yes", "true", "1")::contains)
                .isPresent();
    }

    private static Optional<String> field(MaintenanceRecord record, Set<String> names) {
        return record.other().entrySet().stream()
                .filter(field -> names.contains(field.getKey().toLowerCase(Locale.ROOT)))
                .map(field -> field.getValue())
                .findFirst();
    }

    static Handover.Search search(Session session) {
        var diagnosis = new Diagnosis(
                "",
                session.complaint(),
                session.aircraft(),
                session.model(),
                session.serial(),
                List.of(),
                session.steps().stream()
                        .map(step -> new Diagnosis.Finding(step.text(), step.answer(), step.when(), step.who()))
                        .toList());
        String state = session.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Handover.Search(session.id(), state, diagnosis, session.notes());
    }
}
