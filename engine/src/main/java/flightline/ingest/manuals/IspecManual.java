package flightline.ingest.manuals;

import flightline.corpus.Applicability;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentStatus;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.ingest.xml.BlockWriter;
import flightline.ingest.xml.XmlElement;
import flightline.ingest.xml.XmlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cuts one iSpec 2200 manual into the pieces that are cited: tasks, page blocks without tasks, figures, fault tables. */
final class IspecManual {
    private static final Set<String> CONTAINERS = Set.of("chapter", "section", "subject", "unit", "increv");
    /** What is cut out of the manual as a document of its own. */
    static final Set<String> PIECES = Set.of("task", "pgblk", "figure", "tr", "mstfltab", "faultrow");

    private static final int FIRST_PROCEDURE = 100;

    /**
     * What stands around a piece.
     *
     * @param subject title of the innermost chapter, section or subject
     * @param around titles of all that the piece stands in, from the outermost inwards
     */
    private record Above(String subject, String around, Holds holds, String revised, String code) {}

    private final IspecText words;
    private final IspecHeader manual;
    private final XmlElement root;
    private final String property;
    private final Effectivity effectivity;
    private final TaskReferences references;
    private final List<String> notes;
    private final List<StructuredDocument> documents = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private final List<XmlElement> faults = new ArrayList<>();
    private final List<XmlElement> rest = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    IspecManual(IspecHeader manual, List<String> notes) {
        this.manual = manual;
        this.root = manual.root();
        this.words = new IspecText(root);
        this.property = Effectivity.property(root.attribute("model"));
        this.effectivity = new Effectivity(property);
        words.conditioned(effectivity::of);
        this.references = new TaskReferences(manual.kind(), manual.model(), root);
        this.notes = notes;
    }

    List<StructuredDocument> documents() {
        var above = new Above("", "", effectivity.of(root), root.attribute("revdate"), TaskReferences.code(root));
        cut(root, above);
        if (!faults.isEmpty()) faultTable(above);
        boolean partial = root.children().stream().anyMatch(c -> c.is("increv", "tr"));
        boolean says = !rest.isEmpty() || !listed.isEmpty() || !title(root).isEmpty();
        if (says && (!partial || !rest.isEmpty())) whole(partial);
        return documents;
    }

    private void cut(XmlElement holder, Above above) {
        var own = new ArrayList<XmlElement>();
        for (XmlNode node : holder.nodes()) {
            if (!(node instanceof XmlElement child)) {
                own.add(paragraph(node, holder));
                continue;
            }
            if (CONTAINERS.contains(child.name())) cut(child, within(above, child));
            else if (PIECES.contains(child.name())
                    && (!child.is("figure") || manual.kind().equals("IPC"))) piece(child, above);
            else if (!child.is("title") && !effectOrMark(child)) own.add(child);
        }
        own.removeIf(e -> !says(e));
        if (holder == root || holder.is("increv")) rest.addAll(own);
        else if (!own.isEmpty())
            put(header(id(" " + above.code(), holder), above, holder), true, walk -> own.forEach(walk::write), above);
    }

    /** Words that stand where only elements belong. */
    private static XmlElement paragraph(XmlNode words, XmlElement holder) {
        var paragraph = new XmlElement("para", Map.of(), holder.line());
        paragraph.append(words);
        return paragraph;
    }

    private void piece(XmlElement piece, Above above) {
        switch (piece.name()) {
            case "task" -> task(piece, within(above, piece));
            case "pgblk" -> pageBlock(piece, within(above, piece));
            case "figure" -> figure(piece, within(above, piece));
            case "tr" -> temporary(piece, above);
            case "mstfltab" -> piece.children("faultrow").forEach(faults::add);
            default -> faults.add(piece);
        }
    }

    private void task(XmlElement task, Above above) {
        String id = id(" TASK " + TaskReferences.number(task), task);
        put(header(id, above, task), true, walk -> walk.task(task), above);
    }

    private void pageBlock(XmlElement block, Above above) {
        var own = new ArrayList<XmlElement>();
        for (XmlElement child : block.children())
            if (child.is("task")) task(child, within(above, child));
            else if (!child.is("title") && !effectOrMark(child)) own.add(child);
        boolean deleted = IspecText.deleted(block);
        if (!deleted && own.stream().noneMatch(IspecManual::says)) return;
        String number = block.attribute("pgblknbr");
        String configuration = block.attribute("confnbr").isEmpty() ? "" : "-" + block.attribute("confnbr");
        boolean procedure = !number.matches("\\d+")
                || Long.parseLong(number.substring(0, Math.min(9, number.length()))) >= FIRST_PROCEDURE;
        put(
                header(
                        id(" PB " + (above.code().isEmpty() ? "" : above.code() + "-") + number + configuration, block),
                        above,
                        block),
                procedure,
                walk -> walk.out.titled(number, title(block), () -> own.forEach(walk::write)),
                above);
    }

    private void figure(XmlElement figure, Above above) {
        String number = TaskReferences.padded(figure.attribute("fignbr") + figure.attribute("fignum"), 2);
        put(
                header(id(" " + above.code() + "-" + number, figure), above, figure),
                false,
                walk -> walk.block(figure),
                above);
    }

    private void temporary(XmlElement revision, Above above) {
        XmlElement front = revision.child("trfmatr").orElse(revision);
        String title =
                "Temporary revision " + front.attribute("trnbr") + (title(front).isEmpty() ? "" : " - " + title(front));
        put(manual.temporary(front, title, above.holds().computed()), true, walk -> walk.section(revision), above);
    }

    private void faultTable(Above above) {
        String id = manual.id() + " FAULT CODES";
        var header = manual.piece(
                id,
                manual.kind() + " fault codes",
                date(root.attribute("revdate")),
                false,
                above.holds().computed(),
                "");
        put(header, false, walk -> walk.out.section("Fault codes", () -> faults.forEach(walk::write)), above);
    }

    private void whole(boolean partial) {
        var header = manual.whole(
                title(root).isEmpty() ? manual.id() : title(root), date(root.attribute("revdate")), !listed.isEmpty());
        var out = new BlockWriter(Applicability.ALL);
        var walk = new IspecWalk(out, words, effectivity, references, property, listed.isEmpty(), notes);
        out.titled("", header.title(), () -> {
            out.besides(root.attributes().entrySet().stream()
                    .filter(a -> Set.of("model", "docnbr", "revdate", "tsn", "spl", "cusname")
                            .contains(a.getKey()))
                    .filter(a -> !a.getValue().isBlank())
                    .map(a -> a.getKey().toUpperCase(Locale.ROOT) + " " + XmlElement.squeeze(a.getValue()))
                    .collect(Collectors.joining(", ")));
            rest.forEach(walk::write);
            if (!partial) out.section("In this revision", () -> listed.forEach(l -> out.item("-", 0, l)));
        });
        if (out.blocks().isEmpty()) return;
        if (partial)
            header = manual.piece(
                    id(" INCREV " + root.attribute("revdate"), root),
                    header.title(),
                    date(root.attribute("revdate")),
                    false,
                    Applicability.ALL,
                    "");
        documents.add(new StructuredDocument(header, out.sourceText(), out.blocks()));
    }

    private void put(DocumentHeader header, boolean procedure, Consumer<IspecWalk> body, Above above) {
        var out = new BlockWriter(header.applicability());
        out.besides(above.around());
        if (!above.holds().inWords().isEmpty())
            out.safety(SafetyKind.NOTE, true, "Applicability: " + above.holds().inWords());
        var walk = new IspecWalk(out, words, effectivity, references, property, procedure, notes);
        boolean deleted = header.status() == DocumentStatus.DELETED;
        if (deleted) out.titled("", header.title() + " (deleted)", () -> {});
        else body.accept(walk);
        if (out.blocks().isEmpty()) return;
        documents.add(new StructuredDocument(header, out.sourceText(), out.blocks()));
        listed.add(header.id() + " - " + header.title() + ", "
                + header.revision().display()
                + (deleted ? ", deleted" : ""));
    }

    private DocumentHeader header(String id, Above above, XmlElement piece) {
        String own = title(piece);
        if (own.isEmpty() && piece.is("task")) own = "TASK " + TaskReferences.number(piece);
        String title = Stream.of(above.subject(), own)
                .filter(t -> !t.isEmpty())
                .distinct()
                .collect(Collectors.joining(" - "));
        return manual.piece(
                id,
                title,
                date(above.revised()),
                IspecText.deleted(piece),
                above.holds().computed(),
                above.code());
    }

    private Above within(Above above, XmlElement element) {
        String subject =
                CONTAINERS.contains(element.name()) && !title(element).isEmpty() ? title(element) : above.subject();
        String code = code(above, element);
        String revised = element.attribute("revdate");
        return new Above(
                subject,
                around(above, element),
                Effectivity.both(above.holds(), effectivity.of(element)),
                revised.isEmpty() ? above.revised() : revised,
                code.isEmpty() ? above.code() : code);
    }

    /** Some manuals give each number once, the chapter's at the chapter and the section's at the section. */
    private static String code(Above above, XmlElement element) {
        String own = TaskReferences.code(element);
        if (!own.isEmpty() || above.code().isEmpty() || !CONTAINERS.contains(element.name())) return own;
        String part = element.attribute("sectnbr") + element.attribute("subjnbr") + element.attribute("unitnbr");
        return part.isEmpty() ? "" : above.code() + "-" + TaskReferences.padded(part, 2);
    }

    private String around(Above above, XmlElement element) {
        boolean holds = CONTAINERS.contains(element.name()) || element.is("pgblk");
        return !holds
                ? above.around()
                : Stream.of(above.around(), title(element))
                        .filter(t -> !t.isEmpty())
                        .collect(Collectors.joining(" - "));
    }

    /** An identity that no other piece of this file has. */
    private String id(String rest, XmlElement piece) {
        String id = manual.id() + rest;
        if (!ids.add(id)) {
            String key = piece.attribute("key").isEmpty() ? "line " + piece.line() : piece.attribute("key");
            notes.add("line " + piece.line() + ": a second " + id + " in this file; kept as " + id + " " + key);
            id = id + " " + key;
            ids.add(id);
        }
        return id;
    }

    private Optional<LocalDate> date(String written) {
        Optional<LocalDate> date = IspecHeader.date(written);
        String note = "revision date " + written + " is no date; left out";
        if (date.isEmpty() && !written.isEmpty() && !notes.contains(note)) notes.add(note);
        return date;
    }

    private boolean effectOrMark(XmlElement element) {
        return words.role(element) == Role.SILENT;
    }

    private static boolean says(XmlElement element) {
        return !element.text().isEmpty()
                || element.is("graphic")
                || !element.all(Set.of("graphic")).isEmpty();
    }

    private String title(XmlElement element) {
        return element.child("title").map(words::of).orElse("");
    }
}
