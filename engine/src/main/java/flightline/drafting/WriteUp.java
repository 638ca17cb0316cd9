package flightline.drafting;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A discrepancy write-up: what was reported and found, and where documents and records speak of it. What was done stays empty. */
public final class WriteUp {
    private static final List<String> SIGNED = List.of(
            "Corrective action by (name, stamp, date)", "Inspected (name, stamp, date)", "Released by (licence, date)");

    private WriteUp() {}

    /**
     * @param extracts passages that the answer rests on
     * @param precedents records of the same trouble
     * @param latest record of the aircraft, which tells its model and serial number
     * @param marking of all that it is drawn from
     */
    public static Paper of(
            Diagnosis diagnosis,
            List<Extract> extracts,
            List<MaintenanceRecord> precedents,
            Optional<MaintenanceRecord> latest,
            LocalDate on,
            Marking marking) {
        var sections = new ArrayList<Section>();
        sections.add(
                Section.of("Discrepancy as reported", List.of(Diagnosis.field("Complaint", diagnosis.complaint()))));
        List<Line> findings = WorkCard.findings(diagnosis);
        sections.add(
                Section.of("Findings", findings.isEmpty() ? List.of(new Line.Field("Found", List.of())) : findings));
        if (!diagnosis.causes().isEmpty())
            sections.add(Section.of("Likely causes, for orientation", WorkCard.causes(diagnosis)));
        if (!extracts.isEmpty())
            sections.add(Section.of(
                    "What the documents say",
                    extracts.stream()
                            .map(extract -> Line.Item.of(Words.Quoted.all(extract.citation())))
                            .toList()));
        if (!precedents.isEmpty()) sections.add(Section.of("Alike before", List.of(RecordLines.table(precedents))));
        sections.add(Section.of(
                "Corrective action",
                List.of(
                        new Line.Field("Action", List.of()),
                        new Line.Field("Part off", List.of()),
                        new Line.Field("Part on", List.of()),
                        new Line.SignOff(SIGNED))));
        var facts = new ArrayList<>(diagnosis.aircraftFields(latest));
        facts.add(Diagnosis.field("Answer", diagnosis.answer()));
        return new Paper(
                PaperKind.DISCREPANCY,
                marking,
                on.toString(),
                facts,
                List.of(Line.Remark.boxed(new Words.Ours(Paper.ADVISES))),
                sections);
    }
}
