package flightline.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether what comes in, and what is made of it, is still what it was in the reference period.
 *
 * @param before the reference period
 * @param changes what people changed in the time that is looked at and in the reference period, oldest first
 */
public record DriftReport(Span before, Span now, List<Finding> findings, List<Change> changes) {
    public DriftReport {
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /**
     * A stretch of time.
     *
     * @param until the day after its last
     */
    public record Span(LocalDate from, LocalDate until, long requests) {}

    /** Something that people changed: rules put in force, a model, what was learned, documents or records taken in. */
    public record Change(LocalDate day, String what) {}

    /** How a measure stands. */
    public enum Standing {
        STEADY,
        ALARM,
        /** Too few days, or too little counted, to say anything. */
        TOO_LITTLE
    }

    /**
     * One measure.
     *
     * @param before how many were counted in the reference period; so is {@code now}
     * @param shift absent where there is too little
     * @param limit the chance up to which it would be an alarm (Holm); 0 where it was not compared
     * @param said in a sentence
     * @param bars shares of its bins in both periods
     * @param weeks of both periods, oldest first
     */
    public record Finding(
            DriftMeasure measure,
            Standing standing,
            long before,
            long now,
            Optional<Shift> shift,
            double limit,
            String said,
            List<Bar> bars,
            List<Week> weeks) {
        public Finding {
            bars = List.copyOf(bars);
            weeks = List.copyOf(weeks);
        }
    }

    /** Shares of one bin, 0 to 1. */
    public record Bar(String label, double before, double now) {}

    /**
     * A week of one measure.
     *
     * @param monday it begins with
     * @param value mean place among the bins of an ordered measure, else the share of the kind that was commonest; 0 to 1
     */
    public record Week(LocalDate monday, double value, long count) {}

    public boolean hasAlarm() {
        return findings.stream().anyMatch(finding -> finding.standing == Standing.ALARM);
    }
}
