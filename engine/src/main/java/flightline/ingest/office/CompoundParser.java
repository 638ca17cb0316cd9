package flightline.ingest.office;

import flightline.corpus.StructuredDocument;
import flightline.corpus.Suspicion;
import flightline.ingest.DocumentIdentity;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.text.PageWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hslf.usermodel.HSLFTextParagraph;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads the office programs' files from before 2007: their words, without the numbers that Word gave to paragraphs. */
public final class CompoundParser implements DocumentParser {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.COMPOUND);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        try (var compound = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
            DirectoryNode root = compound.getRoot();
            var out = new PageWriter();
            List<Suspicion> suspicions = new ArrayList<>(dangers(root));
            List<String> notes = new ArrayList<>();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) return new ParseOutcome.Encrypted();
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                notes.add(
                        "a Word file from before 2007: numbers of paragraphs and tables are not read; save it as DOCX");
                try (var document = new HWPFDocument(root);
                        var words = new WordExtractor(document)) {
                    for (String paragraph : words.getParagraphText())
                        out.paragraph(
                                Words.clean(WordExtractor.stripFields(paragraph).replace('\u0007', '\t')));
                }
                return read(file, "Word 97", out, notes, suspicions);
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                try (var book = new HSSFWorkbook(root, false)) {
                    WorkbookParser.read(book, out, notes, suspicions);
                }
                return read(file, "Excel 97", out, notes, suspicions);
            }
            if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
                var hidden = new Hidden();
                try (var show = new HSLFSlideShow(root)) {
                    for (var slide : show.getSlides()) {
                        if (slide.isHidden()) {
                            for (var paragraphs : slide.getTextParagraphs())
                                hidden.text(
                                        "slide " + slide.getSlideNumber(),
                                        "a hidden slide",
                                        HSLFTextParagraph.getText(paragraphs));
                            continue;
                        }
                        String title = slide.getTitle();
                        out.heading(1, "", title == null ? "Slide " + slide.getSlideNumber() : Words.line(title));
                        for (var paragraphs : slide.getTextParagraphs()) {
                            String words = Words.clean(HSLFTextParagraph.getText(paragraphs));
                            if (title == null || !words.equals(Words.clean(title))) out.paragraph(words);
                        }
                    }
                }
                suspicions.addAll(hidden.found());
                return read(file, "PowerPoint 97", out, notes, suspicions);
            }
            if (root.hasEntryCaseInsensitive("__properties_version1.0"))
                return new ParseOutcome.NotADocument(
                        "a message saved by Outlook (.msg), which is not read; save it as .eml");
            return new ParseOutcome.NotADocument(
                    "a compound file of a program that is not known; save it as PDF or DOCX");
        } catch (EncryptedDocumentException locked) {
            return new ParseOutcome.Encrypted();
        } catch (IOException | RuntimeException broken) {
            return new ParseOutcome.Malformed("", "not a sound Office file: " + broken.getMessage());
        }
    }

    private static ParseOutcome read(
            SourceFile file, String format, PageWriter out, List<String> notes, List<Suspicion> suspicions) {
        var blocks = out.blocks();
        var header = DocumentIdentity.read(file.name(), List.of(out.firstTitle()), out.sourceText())
                .header(format, 0);
        return new ParseOutcome.Parsed(
                List.of(new StructuredDocument(header, out.sourceText(), blocks)), notes, suspicions);
    }

    private static List<Suspicion> dangers(DirectoryEntry root) {
        List<Suspicion> found = new ArrayList<>();
        for (String name : List.of("Macros", "_VBA_PROJECT_CUR", "VBA"))
            if (root.hasEntryCaseInsensitive(name))
                found.add(new Suspicion(Suspicion.Kind.MACRO, name, "a program in Visual Basic"));
        if (root.hasEntryCaseInsensitive("ObjectPool"))
            found.add(new Suspicion(Suspicion.Kind.ATTACHMENT, "ObjectPool", "files in the document"));
        return found;
    }
}
