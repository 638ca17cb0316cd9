package flightline.flow;

import flightline.corpus.RecordId;
import flightline.drafting.Diagnosis;
import flightline.drafting.PaperKind;
import flightline.drafting.compliance.Tail;
import flightline.drafting.print.PaperFormat;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be drafted.
 *
 * @param basis what it follows from; {@link Basis#NOTHING} where it follows from no diagnosis
 * @param tasks documents whose procedures are wanted on a work card; empty for those that the diagnosis leads to
 * @param fleet aircraft that a directive matrix is drawn for
 * @param on day on which documents must be in force, and that of the paper
 */
public record DraftOrder(
        PaperKind kind,
        PaperFormat format,
        Basis basis,
        List<String> tasks,
        LocalDate on,
        Principal asker,
        List<Tail> fleet) {
    public DraftOrder {
        tasks = List.copyOf(tasks);
        fleet = List.copyOf(fleet);
    }

    /** One that no fleet list belongs to. */
    public DraftOrder(
            PaperKind kind, PaperFormat format, Basis basis, List<String> tasks, LocalDate on, Principal asker) {
        this(kind, format, basis, tasks, on, asker, List.of());
    }

    /**
     * A diagnosis with what it points to. It tells where something stands, not that it may be seen: that is judged anew.
     *
     * @param ata code of the leading system, empty where there is none
     * @param leads places that the answer cites, those of its next checks first
     * @param records that it cites
     * @param session id of the session that it is of, empty where it is of none
     */
    public record Basis(Diagnosis diagnosis, String ata, List<Lead> leads, List<RecordId> records, String session) {
        public static final Basis NOTHING =
                new Basis(new Diagnosis("", "", "", "", "", List.of(), List.of()), "", List.of(), List.of(), "");

        public Basis {
            leads = List.copyOf(leads);
            records = List.copyOf(records);
        }
    }

    /**
     * A place in a document.
     *
     * @param revision exactly, or as displayed
     */
    public record Lead(String document, String revision, int start, int end) {}
}
