package flightline.drafting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What must stand on a paper of a kind: its sections, and in them the fields and blocks that a person fills in or reads. A field of which
 * nothing is known stands empty; one that is not there at all would be taken for one that the form does not ask for.
 *
 * @param sections by heading, those at the head of the paper under the empty one: labels of their fields, {@link #SIGN_OFF} for a block to sign
 */
record PaperForm(Map<String, List<String>> sections) {
    private static final String HEAD = "";
    private static final String SIGN_OFF = "block to sign";
    private static final String RULE = "; every field of the form stands, empty where nothing is known";

    private static final PaperForm WORKCARD = form(
            section(HEAD, "Aircraft", "Model", "Serial number", "Answer"),
            section("Complaint and likely causes", "Complaint"),
            section("Sign-off", SIGN_OFF));
    private static final PaperForm DISCREPANCY = form(
            section(HEAD, "Aircraft", "Model", "Serial number", "Answer"),
            section("Discrepancy as reported", "Complaint"),
            section("Findings"),
            section("Corrective action", "Action", "Part off", "Part on", SIGN_OFF));
    /** The fields of the FAA's form 8070-1 and of its list of codes. */
    private static final PaperForm DIFFICULTY_REPORT = form(
            section(HEAD, "Answer"),
            section("Report", "Operator control number", "Operator designator", "Submitter"),
            section("Occurrence", "Difficulty date", "ATA or JASC code"),
            section(
                    "Aircraft",
                    "Aircraft",
                    "Model",
                    "Serial number",
                    "Aircraft make",
                    "Aircraft total time",
                    "Aircraft total cycles"),
            section("Engine", "Engine make", "Engine model", "Engine serial number"),
            section(
                    "Part or component",
                    "Part name",
                    "Part condition",
                    "Part manufacturer",
                    "Part number",
                    "Part serial number",
                    "Part location",
                    "Part total time",
                    "Part total cycles",
                    "Time since overhaul, repair or inspection"),
            section(
                    "Circumstances",
                    "Stage of operation",
                    "How discovered",
                    "Nature of condition",
                    "Precautionary procedure"),
            section("Problem description", "Reported", "Corrective action"),
            section("Left empty"));

    private static final PaperForm OPEN_ITEMS = form(
            section(HEAD, "Aircraft"),
            section("Searches for a cause that go on"),
            section("Open items"),
            section("Put-off items"));
    private static final PaperForm HANDOVER = form(
            section(HEAD, "Aircraft"),
            section("Searches for a cause that go on"),
            section("Open items"),
            section("Put-off items"),
            section("Done since", "Since"),
            section("Next", "Who goes on", "What first", SIGN_OFF));
    private static final PaperForm DIRECTIVE_MATRIX = form(section("For a person to decide"));

    PaperForm {
        sections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    private record Part(String heading, List<String> labels) {}

    private static Part section(String heading, String... labels) {
        return new Part(heading, List.of(labels));
    }

    private static PaperForm form(Part... parts) {
        var sections = new LinkedHashMap<String, List<String>>();
        Arrays.stream(parts).forEach(part -> sections.put(part.heading, part.labels));
        return new PaperForm(sections);
    }

    static PaperForm of(PaperKind kind) {
        return switch (kind) {
            case WORKCARD -> WORKCARD;
            case DISCREPANCY -> DISCREPANCY;
            case DIFFICULTY_REPORT -> DIFFICULTY_REPORT;
            case HANDOVER -> HANDOVER;
            case OPEN_ITEMS -> OPEN_ITEMS;
            case DIRECTIVE_MATRIX -> DIRECTIVE_MATRIX;
        };
    }

    /** What a paper of this form lacks, with its place and the rule; empty if nothing. */
    static Optional<String> lack(Paper paper) {
        String title = paper.kind().title().toLowerCase(Locale.ROOT);
        boolean advises = paper.notices().stream()
                .flatMap(notice -> notice.words().stream())
                .anyMatch(words -> words.text().equals(Paper.ADVISES));
        if (!advises)
            return Optional.of(title + ": the notice '" + Paper.ADVISES + "' is missing; it stands on every paper");
        for (var wanted : of(paper.kind()).sections().entrySet()) {
            Optional<String> lack = lack(paper, wanted.getKey(), wanted.getValue());
            if (lack.isPresent()) return lack.map(what -> title + what);
        }
        return Optional.empty();
    }

    private static Optional<String> lack(Paper paper, String heading, List<String> labels) {
        List<Line> lines = List.copyOf(paper.facts());
        if (!heading.equals(HEAD)) {
            Optional<Section> found = paper.sections().stream()
                    .filter(section -> heading.equals(said(section.heading())))
                    .findFirst();
            if (found.isEmpty()) return Optional.of(": the section '" + heading + "' is missing" + RULE);
            lines = found.get().lines();
        }
        for (String label : labels) {
            boolean there = lines.stream().anyMatch(line -> switch (line) {
                case Line.Field field -> field.label().equals(label);
                case Line.SignOff signing ->
                    label.equals(SIGN_OFF) && !signing.labels().isEmpty();
                default -> false;
            });
            if (!there)
                return Optional.of((heading.equals(HEAD) ? ", at its head" : ", section '" + heading + "'")
                        + ": the field '" + label + "' is missing" + RULE);
        }
        return Optional.empty();
    }

    private static String said(List<Words> words) {
        return words.stream().map(Words::text).collect(Collectors.joining(" "));
    }
}
