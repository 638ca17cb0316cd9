package flightline.diagnosis;

import flightline.corpus.MaintenanceRecord;
import flightline.diagnosis.memory.Returns;
import java.util.List;
import java.util.Set;

/** Judges what a past fix was worth: whether anything was found, and whether the complaint came back on that aircraft. */
final class Outcomes {
    /** A fix that did not hold says little of the cause, but not nothing: it may have been one of two. */
    private static final double DID_NOT_HOLD = 0.3;

    /** Share of the shorter complaint's words from which on two complaints are the same. */
    private static final double SAME_WORDS = 0.5;

    private static final double NOTHING_FOUND = 0.1;

    private final List<Exhibits.Past> precedents;

    Outcomes(Exhibits exhibits) {
        this.precedents = exhibits.precedents();
    }

    /** 0 to 1: how far this record's fix counts. */
    double credit(MaintenanceRecord record) {
        if (Returns.nothingFound(record.condition())) return NOTHING_FOUND;
        return cameBack(record) ? DID_NOT_HOLD : 1;
    }

    private boolean cameBack(MaintenanceRecord record) {
        return precedents.stream()
                .map(p -> p.precedent().record())
                .anyMatch(other -> Returns.of(record, other) && sameTrouble(other, record));
    }

    /** By the system that was coded, else by the words: another trouble on the same aircraft says nothing of the fix. */
    private static boolean sameTrouble(MaintenanceRecord a, MaintenanceRecord b) {
        if (!a.ata().isEmpty() && !b.ata().isEmpty())
            return SystemRanker.code(a.ata().getFirst())
                    .equals(SystemRanker.code(b.ata().getFirst()));
        Set<String> one = Words.of(a.complaint());
        Set<String> two = Words.of(b.complaint());
        return Math.max(Words.covered(one, two), Words.covered(two, one)) >= SAME_WORDS;
    }
}
