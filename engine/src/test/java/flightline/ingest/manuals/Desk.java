package flightline.ingest.manuals;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.sgml.SgmlDocuments;
import flightline.ingest.xml.XmlDocuments;
import flightline.ingest.xml.XmlStandard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Where manuals under test are read. */
final class Desk {
    private static final List<XmlStandard> STANDARDS = List.of(new Ispec2200Parser(), new Mil40051Parser());

    private Desk() {}

    static ParseOutcome read(String name, byte[] bytes) {
        boolean sgml = name.endsWith(".sgm");
        var file = new SourceFile(Path.of(name), ContentHash.of(bytes), sgml ? FileKind.SGML : FileKind.XML, bytes);
        return sgml ? new SgmlDocuments(STANDARDS).parse(file) : new XmlDocuments(STANDARDS).parse(file);
    }

    static ParseOutcome.Parsed parsed(String name, String text) {
        return parsed(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static ParseOutcome.Parsed parsed(String name, byte[] bytes) {
        return switch (read(name, bytes)) {
            case ParseOutcome.Parsed parsed -> parsed;
            case ParseOutcome other -> throw new AssertionError("not read: " + other);
        };
    }

    /** A file of the sample library. */
    static ParseOutcome.Parsed sample(String inLibrary) {
        return parsed(inLibrary, bytes(library().resolve(inLibrary)));
    }

    static Path library() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.isDirectory(at.resolve("library/ispec2200"))) return at.resolve("library");
        throw new AssertionError("the sample library is not above this folder");
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static StructuredDocument document(ParseOutcome.Parsed parsed, String id) {
        return parsed.documents().stream()
                .filter(d -> d.header().id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id + " among "
                        + parsed.documents().stream().map(d -> d.header().id()).toList()));
    }

    /** The blocks in short, one a line, with what holds for some aircraft only behind an at sign. */
    static String outline(StructuredDocument document) {
        return document.blocks().stream().map(Desk::line).collect(Collectors.joining("\n"));
    }

    private static String line(PlacedBlock placed) {
        String block = switch (placed.block()) {
            case Block.Heading h -> "#" + h.level() + " " + h.number() + "|" + h.text();
            case Block.Paragraph p -> "P " + p.text();
            case Block.ListItem i -> "-" + i.depth() + " " + i.label() + "|" + i.text();
            case Block.Step s -> "S" + s.depth() + " " + s.number() + "|" + s.text();
            case Block.Safety s -> (s.general() ? "!! " : "! ") + s.kind() + " " + s.text();
            case Block.Table t ->
                "T " + t.caption() + "|" + t.header()
                        + t.rows().stream().map(Block.Row::cells).toList();
            case Block.Figure f -> "F " + f.reference() + "|" + f.text();
            case Block.Fault f -> "FAULT " + f.code() + "|" + f.isolation() + "|" + f.text();
            case Block.IsolationStep s -> "? " + s.id() + "|" + s.question() + "|" + s.branches() + "|" + s.text();
            case Block.IsolationEnd e -> "END " + e.id() + "|" + e.references() + "|" + e.text();
            case Block.Part p ->
                "PART " + p.item() + "|" + p.partNumber() + "|" + p.name() + "|" + p.quantity() + "|" + p.text();
            case Block.Exercise e -> "EXERCISE " + e.text();
        };
        String holds = placed.applicability().display();
        return holds.equals("all") ? block : block + " @ " + holds;
    }
}
