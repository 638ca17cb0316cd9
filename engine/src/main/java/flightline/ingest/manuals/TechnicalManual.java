package flightline.ingest.manuals;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Revision;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.ingest.xml.BlockWriter;
import flightline.ingest.xml.XmlElement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Cuts one file of MIL-STD-40051 into its work packages, and what stands around them into a document of its own. */
final class TechnicalManual {
    private static final String FORMAT = "MIL-STD-40051";
    /** From the least to the strictest. */
    private static final List<String> CLASSES = List.of("uc", "fouo", "cui", "c", "s", "ts");

    private static final Map<String, String> MARKINGS = Map.of(
            "fouo", "FOR OFFICIAL USE ONLY",
            "cui", "CUI",
            "c", "CONFIDENTIAL",
            "s", "SECRET",
            "ts", "TOP SECRET");

    private final XmlElement root;
    private final String fileName;
    private final List<String> notes;
    private final String number;
    private final Marking stated;
    private final WorkPackageText words;
    private final UsableOn usableOn;
    private final List<StructuredDocument> documents = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final List<XmlElement> rest = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    TechnicalManual(XmlElement root, String fileName, List<String> notes) {
        this.root = root;
        this.fileName = fileName;
        this.notes = notes;
        this.number = number(root);
        this.stated = FrontMarking.of(root, Mil40051Parser::isWorkPackage);
        this.words = new WorkPackageText(root, number);
        this.usableOn = new UsableOn(root, words);
        words.conditioned(usableOn::of);
    }

    List<StructuredDocument> documents() {
        if (Mil40051Parser.isWorkPackage(root)) workPackage(root);
        else {
            cut(root);
            whole();
        }
        return documents;
    }

    private void cut(XmlElement holder) {
        for (XmlElement child : holder.children())
            if (Mil40051Parser.isWorkPackage(child)) workPackage(child);
            else if (holdsWorkPackages(child)) cut(child);
            else if (words.role(child) != Role.SILENT) rest.add(child);
    }

    private static boolean holdsWorkPackages(XmlElement element) {
        return element.children().stream().anyMatch(c -> Mil40051Parser.isWorkPackage(c) || holdsWorkPackages(c));
    }

    private void workPackage(XmlElement wp) {
        String wpno = wp.attribute("wpno");
        if (wpno.isEmpty())
            notes.add("line " + wp.line() + ": work package without a number; identified by the file name");
        String id = id(wpno.isEmpty() ? plainName() : words.workPackage(wpno), wp);
        String own = wp.child("wpidinfo")
                .flatMap(i -> i.child("title"))
                .map(words::of)
                .orElse("");
        String title = own.isEmpty() ? id : own;
        Holds holds = usableOn.of(wp);
        var header = header(id, title, revision(wp), status(wp), holds.computed(), DocumentKind.MANUAL, wp);
        var out = new BlockWriter(header.applicability());
        if (!holds.inWords().isEmpty()) out.safety(SafetyKind.NOTE, true, "Applicability: " + holds.inWords());
        String shown = wp.attribute("wpseq").isEmpty() ? wpno : wp.attribute("wpseq");
        if (header.status() == DocumentStatus.DELETED) out.titled(shown, title + " (deleted)", () -> {});
        else new WorkPackageWalk(out, words, usableOn, id, notes).workPackage(wp, shown, title);
        if (out.blocks().isEmpty()) return;
        documents.add(new StructuredDocument(header, out.sourceText(), out.blocks()));
        listed.add(id + " - " + title + ", " + header.revision().display()
                + (header.status() == DocumentStatus.DELETED ? ", deleted" : ""));
    }

    /** The front and rear matter, and which work packages the manual has in this change. */
    private void whole() {
        String title = root.find("prtitle")
                .or(() -> root.find("stitle"))
                .map(words::of)
                .filter(t -> !t.isEmpty())
                .orElse(number.isEmpty() ? fileName : number);
        String change = root.attribute("chnglevel");
        var revision = new Revision(change.isEmpty() ? "" : "Change " + change, changed(change));
        var header = header(
                id(number.isEmpty() ? plainName() : number, root),
                title,
                revision,
                DocumentStatus.FINAL,
                Applicability.ALL,
                DocumentKind.PUBLICATION_MODULE,
                root);
        var out = new BlockWriter(Applicability.ALL);
        var walk = new WorkPackageWalk(out, words, usableOn, header.id().value(), notes);
        out.titled("", title, () -> {
            rest.forEach(walk::write);
            out.section("In this change", () -> listed.forEach(l -> out.item("-", 0, l)));
        });
        if (!rest.isEmpty() || !listed.isEmpty())
            documents.add(new StructuredDocument(header, out.sourceText(), out.blocks()));
    }

    private DocumentHeader header(
            String id,
            String title,
            Revision revision,
            DocumentStatus status,
            Applicability applicability,
            DocumentKind kind,
            XmlElement marked) {
        return new DocumentHeader(
                new DocumentId(id),
                title,
                revision,
                kind,
                status,
                marking(marked).and(stated),
                applicability,
                List.of(),
                List.of(),
                FORMAT,
                0);
    }

    /** A change's number; its date where the file gives one for that change. */
    private Revision revision(XmlElement wp) {
        String change = wp.attribute("chngno");
        return new Revision(change.isEmpty() ? "" : "Change " + change, changed(change));
    }

    private Optional<LocalDate> changed(String change) {
        if (change.equals(root.attribute("chnglevel"))
                && !root.attribute("chngdate").isEmpty()) return date(root.attribute("chngdate"));
        return change.isEmpty() || change.matches("0+") ? date(root.attribute("date")) : Optional.empty();
    }

    private Optional<LocalDate> date(String written) {
        String digits = written.replaceAll("[-/]", "");
        try {
            if (digits.matches("\\d{8}"))
                return Optional.of(LocalDate.of(
                        Integer.parseInt(digits.substring(0, 4)),
                        Integer.parseInt(digits.substring(4, 6)),
                        Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException noDate) {
            // said below, as any other date that cannot be read
        }
        String note = "date " + written + " cannot be read; left out";
        if (!written.isEmpty() && !notes.contains(note)) notes.add(note);
        return Optional.empty();
    }

    private static DocumentStatus status(XmlElement wp) {
        if (wp.attribute("deletewp").equalsIgnoreCase("yes")) return DocumentStatus.DELETED;
        String last = "";
        for (XmlElement metadata : wp.children("wp.metadata"))
            for (XmlElement status : metadata.all(Set.of("wp.status"))) last = status.attribute("type");
        return switch (last) {
            case "deleted" -> DocumentStatus.DELETED;
            case "draft" -> DocumentStatus.PROPOSED;
            default -> DocumentStatus.FINAL;
        };
    }

    private static Marking marking(XmlElement marked) {
        int[] strictest = {0};
        marked.visit(e -> strictest[0] = Math.max(strictest[0], CLASSES.indexOf(e.attribute("security"))));
        String label = MARKINGS.get(CLASSES.get(strictest[0]));
        return label == null ? Marking.UNMARKED : new Marking(label);
    }

    private static String number(XmlElement root) {
        String stated = root.find("tmno").map(XmlElement::text).orElse("");
        if (stated.isEmpty())
            for (XmlElement e : root.all(Set.of("paper.manual", "papermanual", "framed.manual")))
                if (stated.isEmpty()) stated = e.attribute("pubno");
        if (stated.isEmpty()) stated = root.attribute("pubno");
        return stated.isEmpty() || stated.matches("[A-Za-z].*") ? stated : "TM " + stated;
    }

    private String plainName() {
        return fileName.replaceFirst("\\.\\w{1,5}$", "");
    }

    private String id(String id, XmlElement piece) {
        if (ids.add(id)) return id;
        String other = id + " line " + piece.line();
        notes.add("line " + piece.line() + ": a second " + id + " in this file; kept as " + other);
        return other;
    }
}
