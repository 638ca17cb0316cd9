package flightline.ingest.office;

import flightline.corpus.StructuredDocument;
import flightline.corpus.Suspicion;
import flightline.ingest.Container;
import flightline.ingest.DocumentIdentity;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Struck;
import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import flightline.ingest.marking.MarkingReading;
import flightline.ingest.text.PageWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.POIDocument;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads compound files: what the office programs wrote before 2007, and messages that Outlook saved, with what is attached. */
public final class CompoundParser implements Container {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.COMPOUND);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        try (var compound = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
            DirectoryNode root = compound.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) return new ParseOutcome.Encrypted();
            if (root.hasEntryCaseInsensitive("WordDocument")) return word(file, root);
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book"))
                return workbook(file, root);
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) return slides(file, root);
            if (isMessage(root)) return new OutlookMessage(root).read(file);
            return new ParseOutcome.NotADocument(
                    "a compound file of a program that is not known; save it as PDF or DOCX");
        } catch (OldFileFormatException old) {
            return new ParseOutcome.NotADocument(
                    "a document of Word or Excel 95 or older, which is not read; save it as DOCX or XLSX");
        } catch (EncryptedDocumentException locked) {
            return new ParseOutcome.Encrypted();
        } catch (IOException | ChunkNotFoundException | RuntimeException broken) {
            return new ParseOutcome.Malformed("", "not a sound Office file: " + Unsound.reason(broken));
        }
    }

    @Override
    public String unpack(SourceFile file, Unpacking members) {
        try (var compound = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
            if (isMessage(compound.getRoot())) new OutlookMessage(compound.getRoot()).unpack(members);
            return "";
        } catch (LimitReached limit) {
            return limit.getMessage() == null || limit.getMessage().isEmpty()
                    ? ""
                    : "its attachments: " + limit.getMessage();
        } catch (IOException | RuntimeException broken) {
            return "its attachments cannot be read: " + broken.getMessage();
        }
    }

    private static boolean isMessage(DirectoryNode root) {
        return root.hasEntryCaseInsensitive(StorageFile.PROPERTIES);
    }

    private static ParseOutcome word(SourceFile file, DirectoryNode root) throws IOException {
        var out = new PageWriter();
        var hidden = new Hidden();
        List<String> notes = new ArrayList<>();
        try (var document = new HWPFDocument(root)) {
            var text = new OldWordText(document, hidden);
            new OldWordBody(document, out, text).read();
            if (text.insertions() + text.deletions() > 0)
                notes.add(WordParser.tracked(text.insertions(), text.deletions()));
            Struck.note(text.struck()).ifPresent(notes::add);
            var comments = document.getCommentsRange();
            if (comments.getEndOffset() > comments.getStartOffset()) notes.add(WordParser.COMMENTED);
            return read(
                    file, root, document, "Word 97", out, notes, hidden.found(), OldWordBody.runningHeads(document));
        }
    }

    private static ParseOutcome workbook(SourceFile file, DirectoryNode root) throws IOException {
        var out = new PageWriter();
        List<String> notes = new ArrayList<>();
        List<Suspicion> suspicions = new ArrayList<>();
        try (var book = new HSSFWorkbook(root, false)) {
            WorkbookParser.read(book, out, notes, suspicions);
            return read(file, root, book, "Excel 97", out, notes, suspicions, WorkbookParser.runningHeads(book));
        }
    }

    private static ParseOutcome slides(SourceFile file, DirectoryNode root) throws IOException {
        var out = new PageWriter();
        var hidden = new Hidden();
        try (var show = new HSLFSlideShow(root)) {
            new SlideBlocks(out, hidden).read(show);
            var notes = new ArrayList<>(SlideBlocks.notes(show));
            Struck.note(hidden.struckPieces()).ifPresent(notes::add);
            return read(
                    file,
                    root,
                    show.getSlideShowImpl(),
                    "PowerPoint 97",
                    out,
                    notes,
                    hidden.found(),
                    SlideMargins.of(show));
        }
    }

    private static ParseOutcome read(
            SourceFile file,
            DirectoryEntry root,
            POIDocument source,
            String format,
            PageWriter out,
            List<String> notes,
            List<Suspicion> hidden,
            String runningHeads)
            throws IOException {
        var summary = source.getSummaryInformation();
        String title = summary == null || summary.getTitle() == null ? "" : summary.getTitle();
        var blocks = out.blocks();
        var header = DocumentIdentity.read(
                        file.name(), List.of(title, out.firstTitle()), runningHeads + out.sourceText())
                .header(format, 0);
        var document = new StructuredDocument(header, out.sourceText(), blocks);
        List<String> margins = runningHeads.lines().filter(l -> !l.isBlank()).toList();
        List<Suspicion> suspicions = new ArrayList<>(dangers(root));
        suspicions.addAll(hidden);
        return new ParseOutcome.Parsed(List.of(MarkingReading.of(document, Map.of(1, margins))), notes, suspicions);
    }

    private static List<Suspicion> dangers(DirectoryEntry root) throws IOException {
        List<Suspicion> found = new ArrayList<>();
        for (String name : List.of("Macros", "_VBA_PROJECT_CUR", "VBA"))
            if (root.hasEntryCaseInsensitive(name))
                found.add(new Suspicion(Suspicion.Kind.MACRO, name, "a program in Visual Basic"));
        // The programs write an empty pool too.
        if (root.hasEntryCaseInsensitive("ObjectPool")
                && root.getEntryCaseInsensitive("ObjectPool") instanceof DirectoryEntry pool
                && !pool.isEmpty())
            found.add(new Suspicion(Suspicion.Kind.ATTACHMENT, "ObjectPool", "files in the document"));
        return found;
    }
}
