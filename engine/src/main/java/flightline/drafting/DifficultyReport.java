package flightline.drafting;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service difficulty report in the fields of the FAA's reporting form (14 CFR 121.703, FAA Form 8070-1). What is not known
 * stays empty and is listed: the part is named only once somebody has confirmed it.
 */
public final class DifficultyReport {
    private static final List<String> OPERATOR = List.of("Operator control number", "Operator designator", "Submitter");
    private static final List<String> ENGINE = List.of("Engine make", "Engine model", "Engine serial number");
    private static final List<String> PART = List.of(
            "Part manufacturer",
            "Part number",
            "Part serial number",
            "Part location",
            "Part total time",
            "Part total cycles",
            "Time since overhaul, repair or inspection");
    private static final List<String> EVENT =
            List.of("Stage of operation", "How discovered", "Nature of condition", "Precautionary procedure");

    private DifficultyReport() {}

    /**
     * What was confirmed when the trouble was cleared.
     *
     * @param cause the part that was at fault, empty where nobody has confirmed one; so is {@code action}
     */
    public record Confirmed(String cause, String action) {
        public static final Confirmed NOTHING = new Confirmed("", "");

        List<String> given() {
            return List.of(cause, action);
        }
    }

    /**
     * @param latest record of the aircraft, which tells its model and serial number
     * @param occurred ISO day of the occurrence, empty where not known
     * @param ata code of the leading system, empty where there is none
     * @param marking of all that it is drawn from
     */
    public static Paper of(
            Diagnosis diagnosis,
            Confirmed confirmed,
            Optional<MaintenanceRecord> latest,
            String occurred,
            String ata,
            LocalDate on,
            Marking marking) {
        Map<String, List<Line.Field>> groups = new LinkedHashMap<>();
        groups.put("Report", fields(OPERATOR, Map.of()));
        groups.put(
                "Occurrence",
                fields(
                        List.of("Difficulty date", "ATA or JASC code"),
                        Map.of("Difficulty date", occurred, "ATA or JASC code", ata)));
        var airframe = new ArrayList<>(diagnosis.aircraftFields(latest));
        airframe.addAll(fields(List.of("Aircraft make", "Aircraft total time", "Aircraft total cycles"), Map.of()));
        groups.put("Aircraft", airframe);
        groups.put("Engine", fields(ENGINE, Map.of()));
        var part = new ArrayList<>(List.of("Part name", "Part condition"));
        part.addAll(PART);
        groups.put("Part or component", fields(part, Map.of("Part name", confirmed.cause())));
        groups.put("Circumstances", fields(EVENT, Map.of()));
        groups.put("Problem description", story(diagnosis, confirmed));
        var sections = new ArrayList<Section>();
        groups.forEach((heading, fields) -> sections.add(Section.of(heading, fields)));
        sections.add(Section.of("Left empty", left(groups)));
        return new Paper(
                PaperKind.DIFFICULTY_REPORT,
                marking,
                on.toString(),
                List.of(Diagnosis.field("Answer", diagnosis.answer())),
                List.of(
                        Line.Remark.boxed(new Words.Ours(Paper.ADVISES)),
                        Line.Remark.boxed(
                                new Words.Ours(
                                        "NOT SUBMITTED. Whether a report is due, and its time limit, is for the operator to decide."))),
                sections);
    }

    private static List<Line.Field> story(Diagnosis diagnosis, Confirmed confirmed) {
        var fields = new ArrayList<Line.Field>();
        fields.add(Diagnosis.field("Reported", diagnosis.complaint()));
        for (Diagnosis.Finding finding : diagnosis.findings())
            fields.add(Line.Field.of(
                    "Checked",
                    new Words.Given(finding.check()),
                    new Words.Ours("- answered:"),
                    new Words.Given(finding.answer())));
        fields.add(Diagnosis.field("Corrective action", confirmed.action()));
        return fields;
    }

    private static List<Line.Field> fields(List<String> labels, Map<String, String> known) {
        return labels.stream()
                .map(label -> Diagnosis.field(label, known.getOrDefault(label, "")))
                .toList();
    }

    private static List<Line> left(Map<String, List<Line.Field>> groups) {
        return groups.values().stream()
                .flatMap(List::stream)
                .filter(field -> field.words().isEmpty())
                .<Line>map(field -> Line.Item.of(new Words.Ours(field.label())))
                .toList();
    }
}
