package flightline.flow;

import flightline.corpus.Marking;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.Findings;
import flightline.diagnosis.VerifiedBrief;
import java.util.List;

/** What a request gets: a brief, or the plain reason why there is none. Every answer has its audit entry. */
public sealed interface Answer {
    Head head();

    /**
     * What every answer carries.
     *
     * @param id the request's own, or one given to it
     * @param audit id of the audit entry
     * @param by who wrote it
     * @param notes what of the request could not be taken into account, in words; mostly none
     */
    record Head(String id, Complaint complaint, String audit, Millis millis, WrittenBy by, List<String> notes) {
        public Head {
            notes = List.copyOf(notes);
        }

        /** One that no model had a part in. */
        public Head(String id, Complaint complaint, String audit, Millis millis) {
            this(id, complaint, audit, millis, WrittenBy.EXTRACTIVE, List.of());
        }

        Head by(WrittenBy writer) {
            return new Head(id, complaint, audit, millis, writer, notes);
        }

        Head noted(List<String> others) {
            return new Head(id, complaint, audit, millis, by, others);
        }
    }

    record Brief(Head head, VerifiedBrief brief) implements Answer {}

    /** What was found is shown as leads, but nothing is concluded from it. */
    record NotEnoughEvidence(Head head, String why, Findings leads) implements Answer {}

    record Refused(Head head, String clause, String category, String why) implements Answer {}

    record OutOfScope(Head head, String why) implements Answer {}

    /** There was evidence, but the brief did not stand the comparison with it. */
    record Withheld(Head head, String why) implements Answer {}

    /** The same with notes. */
    default Answer noted(List<String> notes) {
        return switch (this) {
            case Brief(var head, var brief) -> new Brief(head.noted(notes), brief);
            case NotEnoughEvidence(var head, var why, var leads) ->
                new NotEnoughEvidence(head.noted(notes), why, leads);
            case Refused(var head, var clause, var category, var why) ->
                new Refused(head.noted(notes), clause, category, why);
            case OutOfScope(var head, var why) -> new OutOfScope(head.noted(notes), why);
            case Withheld(var head, var why) -> new Withheld(head.noted(notes), why);
        };
    }

    /** The strictest marking of all that it shows. */
    default Marking marking() {
        return switch (this) {
            case Brief(var head, var brief) -> brief.findings().marking();
            case NotEnoughEvidence(var head, var why, var leads) -> leads.marking();
            case Refused r -> Marking.UNMARKED;
            case OutOfScope o -> Marking.UNMARKED;
            case Withheld w -> Marking.UNMARKED;
        };
    }

    /** The contract's word for the outcome. */
    default String outcome() {
        return switch (this) {
            case Brief b -> "brief";
            case NotEnoughEvidence n -> "not-enough-evidence";
            case Refused r -> "refused";
            case OutOfScope o -> "out-of-scope";
            case Withheld w -> "withheld";
        };
    }
}
