package flightline.diagnosis;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.diagnosis.memory.Memory;
import flightline.diagnosis.memory.Returns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what came of a past fix: whether anything was found, and whether the complaint came back on that aircraft. */
final class Outcomes {
    /** A fix that did not hold says little of the cause, but not nothing: it may have been one of two. */
    private static final double DID_NOT_HOLD = 0.3;

    /** Share of the shorter complaint's words from which on two complaints are the same. */
    private static final double SAME_WORDS = 0.5;

    private final List<Exhibits.Past> precedents;
    /** Earlier times of the very fault that is complained of now: what was done then did not hold. */
    private final Set<RecordId> chain;
    /** Each is judged once: every one is held against all others. */
    private final Map<RecordId, Outcome> judged = new HashMap<>();

    /** What came of one. */
    enum Outcome {
        /** Worked on, and as far as is known it did not come back. */
        HELD,
        CAME_BACK,
        NOTHING_FOUND,
        PUT_OFF
    }

    Outcomes(Exhibits exhibits) {
        this.precedents = exhibits.precedents();
        this.chain = exhibits.repeats().before().stream()
                .map(time -> time.record().id())
                .collect(Collectors.toSet());
    }

    Outcome of(MaintenanceRecord record) {
        Outcome known = judged.get(record.id());
        if (known == null) {
            known = judge(record);
            judged.put(record.id(), known);
        }
        return known;
    }

    private Outcome judge(MaintenanceRecord record) {
        return switch (Memory.done(record)) {
            case NOTHING_FOUND -> Outcome.NOTHING_FOUND;
            case PUT_OFF -> Outcome.PUT_OFF;
            case WORKED -> cameBack(record) ? Outcome.CAME_BACK : Outcome.HELD;
        };
    }

    /** 0 to 1: how far this record speaks for the part that it names. Where nothing was found it speaks for none. */
    double credit(MaintenanceRecord record) {
        return switch (of(record)) {
            case NOTHING_FOUND -> 0;
            case CAME_BACK -> DID_NOT_HOLD;
            case PUT_OFF -> cameBack(record) ? DID_NOT_HOLD : 1;
            case HELD -> 1;
        };
    }

    private boolean cameBack(MaintenanceRecord record) {
        return chain.contains(record.id())
                || precedents.stream()
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
