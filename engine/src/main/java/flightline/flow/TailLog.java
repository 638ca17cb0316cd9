package flightline.flow;

import flightline.archive.SessionBook.Session;
import flightline.corpus.Clearance;
import flightline.corpus.Closing;
import flightline.corpus.FurtherField;
import flightline.corpus.FurtherFields;
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
    /** Where records do not tell what is closed: put-off items of longer ago are likely closed. */
    private static final int PUT_OFF_DAYS = 120;

    private static final int MOST = 60;
    private static final Comparator<MaintenanceRecord> LATEST = Comparator.<MaintenanceRecord, LocalDate>comparing(
                    record -> record.date().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(record -> record.id().value());

    private final RecordIndex records;
    private final FurtherFields fields = new FurtherFields();

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
        // An empty field is not kept, so a record without a closing is open only where its file tells one of others.
        Set<String> telling = new HashSet<>();
        for (MaintenanceRecord record : seen) if (closing(record).told()) telling.add(file(record));
        int undated = 0;
        boolean anyTells = false;
        boolean untold = false;
        for (MaintenanceRecord record : seen) {
            if (!tail.isBlank() && !record.aircraft().equalsIgnoreCase(tail.strip())) continue;
            boolean tells = telling.contains(file(record));
            anyTells |= tells;
            Optional<LocalDate> day = record.date();
            if (day.filter(one -> one.isAfter(on)).isPresent()) continue;
            Closing closing = closing(record);
            if (closing instanceof Closing.Undated) undated++;
            boolean deferred = deferred(record);
            if (tells && closing.openOn(on)) {
                open.add(record);
                if (deferred) putOff.add(record);
            } else if (!tells
                    && deferred
                    && day.filter(one -> one.isAfter(on.minusDays(PUT_OFF_DAYS)))
                            .isPresent()) {
                putOff.add(record);
                untold = true;
            } else if (day.filter(one -> !one.isBefore(since(on))).isPresent()) done.add(record);
        }
        return new Handover.Log(first(open), first(putOff), first(done), anyTells, untold, undated);
    }

    private static Handover.Items first(List<MaintenanceRecord> records) {
        return new Handover.Items(records.subList(0, Math.min(MOST, records.size())), records.size());
    }

    private static String file(MaintenanceRecord record) {
        int colon = record.source().lastIndexOf(':');
        return colon < 0 ? record.source() : record.source().substring(0, colon);
    }

    private boolean deferred(MaintenanceRecord record) {
        return Boolean.TRUE.equals(FurtherField.truth(fields.of(record).getOrDefault(FurtherField.DEFERRED, "")));
    }

    private Closing closing(MaintenanceRecord record) {
        return Closing.of(fields.of(record).getOrDefault(FurtherField.CLOSED, ""));
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
