package flightline.ingest.pdf;

import flightline.corpus.StructuredDocument;
import flightline.corpus.Suspicion;
import flightline.ingest.DocumentIdentity;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.effectivity.EffectivityReading;
import flightline.ingest.marking.MarkingReading;
import flightline.ingest.ocr.Tesseract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads PDF: pages to words, words to regions, regions to blocks. */
public final class PdfParser implements DocumentParser {
    /** What PDFBox holds of streams before it turns to the temporary folder. */
    private static final long HELD_IN_MEMORY = 32L << 20;

    private static final int TAIL = 4_096;

    private static final int MOST_SUSPICIONS = 20;

    private final Optional<Scans> scans;

    /** One that leaves scanned pages unread. */
    public PdfParser() {
        this.scans = Optional.empty();
    }

    /** @param threads how many pages may be recognised at a time */
    public PdfParser(Tesseract recognition, int threads) {
        this.scans = Optional.of(new Scans(recognition, threads));
    }

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.PDF);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        BundledFonts.inUse();
        try (PDDocument document = load(file.bytes())) {
            Optional<ParseOutcome> cutOff = cutOff(file.bytes());
            return cutOff.isPresent()
                    ? cutOff.get()
                    : read(file, document).suspected(Encryption.parts(document, file.bytes()));
        } catch (InvalidPasswordException needsPassword) {
            return pagesOf(file);
        } catch (NoClassDefFoundError needsCertificate) {
            // PDFBox opens these with a library that is not shipped, since no key is here to open anything with.
            return new ParseOutcome.Encrypted();
        } catch (IOException | RuntimeException broken) {
            if (Encryption.otherThanByPassword(file.bytes())) return new ParseOutcome.Encrypted();
            return cutOff(file.bytes()).orElseGet(() -> new ParseOutcome.Malformed("", reason(broken)));
        } catch (StackOverflowError | OutOfMemoryError hostile) {
            return new ParseOutcome.Malformed(
                    "",
                    "objects nested or packed beyond what a document needs ("
                            + hostile.getClass().getSimpleName() + ")");
        }
    }

    private static PDDocument load(byte[] bytes) throws IOException {
        return Loader.loadPDF(
                new RandomAccessReadBuffer(bytes),
                "",
                null,
                null,
                MemoryUsageSetting.setupMixed(HELD_IN_MEMORY).streamCache);
    }

    /** Of a file that asks for a password: a reader may ask it only for the files inside, while its pages open. */
    private ParseOutcome pagesOf(SourceFile file) {
        Optional<byte[]> open = Encryption.withOpenPages(file.bytes());
        if (open.isEmpty()) return new ParseOutcome.Encrypted();
        try (PDDocument document = load(open.get())) {
            return read(file, document).suspected(List.of(Encryption.ofFilesInside()));
        } catch (IOException | RuntimeException broken) {
            return new ParseOutcome.Malformed("", reason(broken));
        }
    }

    /** A PDF ends with the place of its directory and a mark; without either the end of the file is missing. */
    private static Optional<ParseOutcome> cutOff(byte[] bytes) {
        int from = Math.max(0, bytes.length - TAIL);
        String tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        return tail.contains("startxref") || tail.contains("%%EOF")
                ? Optional.empty()
                : Optional.of(new ParseOutcome.Malformed(
                        "byte " + bytes.length,
                        "the file is cut off: neither startxref nor %%EOF stands near its end"));
    }

    private ParseOutcome read(SourceFile file, PDDocument document) throws IOException {
        var notes = new ArrayList<String>();
        var suspicions = new ArrayList<>(ActiveParts.of(document));
        var scanned = sheets(document, notes, suspicions);
        if (scanned.isEmpty())
            return notes.isEmpty()
                    ? new ParseOutcome.Malformed("", "the PDF has no pages")
                    : new ParseOutcome.Malformed("page 1", notes.getFirst());
        ScannedPages pages = ScannedPages.of(document, scanned, scans);
        if (pages.stopped()) return new ParseOutcome.Stopped();
        var sheets = pages.sheets();
        if (withoutText(sheets)) return new ParseOutcome.NoTextLayer(sheets.size(), pages.remedy());
        notes.addAll(pages.notes());
        var joining = Joining.in(sheets);
        var tags = Tags.believable(TagTree.of(document), sheets);
        var pieces = pieces(RunningHeads.dropped(sheets), tags);
        var type = Typography.of(pieces);
        var headings = new Headings(type, Outline.of(document), tags, pieces);
        var writer = new BlockWriter(joining);
        writer.write(Drafting.of(pieces, joining, type, headings));
        var identity = DocumentIdentity.read(
                file.name(), FirstWords.titles(document, sheets, type), FirstWords.text(sheets, writer.sourceText()));
        var read = new StructuredDocument(
                identity.header("PDF", sheets.size()),
                writer.sourceText(),
                writer.blocks(),
                Doubts.in(pages.recognised(), writer.sourceText(), writer.blocks()));
        var margins = Margins.of(sheets);
        return new ParseOutcome.Parsed(
                List.of(MarkingReading.of(EffectivityReading.of(read, margins.effectivity()), margins.lines())),
                notes,
                suspicions);
    }

    private static List<Sheet> sheets(PDDocument document, List<String> notes, List<Suspicion> suspicions)
            throws IOException {
        var scan = new PageScan(document.getDocumentCatalog().getOCProperties());
        var sheets = new ArrayList<Sheet>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            try {
                sheets.add(scan.scan(page, number));
            } catch (IOException | RuntimeException broken) {
                notes.add("page " + number + ": not read, " + reason(broken));
            }
        }
        suspicions.addAll(scan.suspicions().stream().limit(MOST_SUSPICIONS).toList());
        scan.slips().ifPresent(notes::add);
        return sheets;
    }

    private static boolean withoutText(List<Sheet> sheets) {
        return sheets.stream()
                .allMatch(s ->
                        s.words().isEmpty() || (Scans.isScan(s) && !s.reading().recognised()));
    }

    private static List<Piece> pieces(List<Sheet> sheets, Tags tags) {
        var frames = new AtomicInteger();
        return sheets.stream()
                .flatMap(sheet -> PageLayout.of(sheet, frames, tags).stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String reason(Exception broken) {
        String message = String.valueOf(broken.getMessage()).replaceAll("\\s+", " ");
        String kind = broken instanceof IOException ? "" : broken.getClass().getSimpleName() + ": ";
        return kind + message.substring(0, Math.min(200, message.length()));
    }
}
