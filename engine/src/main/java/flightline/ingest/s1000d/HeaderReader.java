package flightline.ingest.s1000d;

import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Revision;
import flightline.ingest.marking.MarkingReading;
import flightline.ingest.xml.XmlElement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a module's identification and status section. */
final class HeaderReader {
    private static final Pattern SCHEMA_ISSUE = Pattern.compile("S1000D_(\\d)-(\\d)(?:-\\d+)?");
    /** Of all issues. */
    private static final Set<String> RESTRICTIONS = Set.of(
            "dataDistribution",
            "exportRegistrationStmt",
            "dataHandling",
            "dataDisclosure",
            "copyrightPara",
            "policyStatement",
            "distrib",
            "expcont",
            "handling",
            "disclose",
            "instruct",
            "inform");

    private static final Pattern SUPERSEDES =
            Pattern.compile("(?i)\\b(?:supersedes|superseding|replaces)\\s+([A-Z]+[A-Z0-9]*-[\\w./-]*\\d[\\w-]*)");

    private final XmlElement root;
    private final String fileName;
    private final List<String> notes;

    /**
     * @param fileName names the module where it has no code of its own
     * @param notes takes what a librarian should know
     */
    HeaderReader(XmlElement root, String fileName, List<String> notes) {
        this.root = root;
        this.fileName = fileName;
        this.notes = notes;
    }

    /** The module's own code, with its language where that is not English; its file's name where it has no code. */
    DocumentId id() {
        var address = address(section());
        return new DocumentId(Codes.in(address)
                .map(code -> code + Codes.translation(address))
                .orElse(fileName.replaceFirst("(?i)\\.xml$", "")));
    }

    DocumentHeader read(ApplicabilityReader.Said applicability) {
        var section = section();
        var address = address(section);
        if (Codes.in(address).isEmpty()) notes.add("no module code; identified by the file name " + fileName);
        return new DocumentHeader(
                id(),
                title(address),
                new Revision(issue(address), issued(address)),
                root.is("dmodule") ? DocumentKind.DATA_MODULE : DocumentKind.PUBLICATION_MODULE,
                status(section, issue(address)),
                marking(section),
                applicability.holds(),
                root.is("dmodule") ? Codes.ata(address) : List.of(),
                supersedes(section),
                format(),
                0);
    }

    /** What the status section says of the whole module, or refers to in an applicability repository. */
    ApplicabilityReader.Said applicability(ApplicabilityReader reader, SharedWords shared) {
        for (XmlElement said : status(section()).map(XmlElement::children).orElse(List.of())) {
            if (said.is("applic")) return reader.read(said);
            if (said.is("applicRef") && !SharedKinds.ident(said).isEmpty()) return shared.applicability(said);
        }
        return ApplicabilityReader.Said.ALL;
    }

    private XmlElement section() {
        return root.children().stream()
                .filter(c -> c.is("identAndStatusSection", "idstatus"))
                .findFirst()
                .orElse(root);
    }

    private static XmlElement address(XmlElement section) {
        return section.children().stream()
                .filter(c -> c.is("dmAddress", "pmAddress", "dmlAddress", "dmaddres", "pmaddres"))
                .findFirst()
                .orElse(section);
    }

    private static Optional<XmlElement> status(XmlElement section) {
        return section.children().stream()
                .filter(c -> c.is("dmStatus", "pmStatus", "dmlStatus", "status", "pmstatus"))
                .findFirst();
    }

    private String title(XmlElement address) {
        String title = Stream.of("techName", "infoName", "pmTitle", "techname", "infoname", "pmtitle")
                .map(name -> address.find(name).map(XmlElement::text).orElse(""))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" - "));
        String variant = address.find("infoNameVariant").map(XmlElement::text).orElse("");
        if (!variant.isEmpty()) title += ", " + variant;
        return title.isEmpty() ? fileName : title;
    }

    private static String issue(XmlElement address) {
        return address.find("issueInfo")
                .map(i -> label(i.attribute("issueNumber"), i.attribute("inWork")))
                .or(() -> address.find("issno").map(i -> label(i.attribute("issno"), i.attribute("inwork"))))
                .orElse("");
    }

    private static String label(String issue, String inWork) {
        return issue.isEmpty() ? "" : issue + "-" + (inWork.isEmpty() ? "00" : inWork);
    }

    private Optional<LocalDate> issued(XmlElement address) {
        var date = address.find("issueDate").or(() -> address.find("issdate"));
        if (date.isEmpty()) return Optional.empty();
        String stated = String.join(
                "-",
                date.get().attribute("year"),
                date.get().attribute("month"),
                date.get().attribute("day"));
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(date.get().attribute("year")),
                    Integer.parseInt(date.get().attribute("month")),
                    Integer.parseInt(date.get().attribute("day"))));
        } catch (DateTimeException | NumberFormatException impossible) {
            notes.add("line " + date.get().line() + ": date of issue " + stated + " is no date; left out");
            return Optional.empty();
        }
    }

    /** An issue in work is not released: it binds nobody and ends none that is. */
    private DocumentStatus status(XmlElement section, String issue) {
        if (!issue.isEmpty() && !issue.endsWith("-00")) {
            notes.add("issue " + issue + " is in work: held as proposed");
            return DocumentStatus.PROPOSED;
        }
        return deleted(section) ? DocumentStatus.DELETED : DocumentStatus.FINAL;
    }

    private boolean deleted(XmlElement section) {
        String type = status(section).map(s -> s.attribute("issueType")).orElse("");
        if (type.isEmpty())
            type = section.find("issno").map(i -> i.attribute("type")).orElse("");
        return type.equals("deleted");
    }

    // A part of a module may be classified higher than the module says of itself; the strictest wins.
    private Marking marking(XmlElement section) {
        var highest = new ArrayList<String>();
        status(section).orElse(section).all(Set.of("security")).stream()
                .map(s -> s.attribute("securityClassification") + s.attribute("class"))
                .forEach(highest::add);
        root.child("content")
                .ifPresent(content -> content.visit(e -> highest.add(e.attribute("securityClassification"))));
        return highest.stream()
                .filter(c -> !c.isEmpty() && !c.equals("01"))
                .map(c -> c.toUpperCase(Locale.ROOT))
                .max(String::compareTo)
                .map(c -> new Marking("CLASS " + c))
                .orElse(Marking.UNMARKED)
                .and(restrictions(section));
    }

    /** What the restrictions say in words; a copyright and a statement that all may have it mark nothing. */
    private static Marking restrictions(XmlElement section) {
        return section.all(RESTRICTIONS).stream()
                .map(XmlElement::text)
                .map(MarkingReading::ofStatement)
                .reduce(Marking.UNMARKED, Marking::and);
    }

    private static List<String> supersedes(XmlElement section) {
        return section.all(Set.of("reasonForUpdate", "rfu", "remarks")).stream()
                .flatMap(reason -> SUPERSEDES.matcher(reason.text()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private String format() {
        var schema = SCHEMA_ISSUE.matcher(
                root.attribute("noNamespaceSchemaLocation") + " " + root.attribute("schemaLocation"));
        return schema.find() ? "S1000D " + schema.group(1) + "." + schema.group(2) : "S1000D";
    }
}
