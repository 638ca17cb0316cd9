package flightline.eval;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.manuals.Ispec2200Parser;
import flightline.ingest.manuals.Mil40051Parser;
import flightline.ingest.sgml.SgmlDocuments;
import flightline.ingest.xml.XmlDocuments;
import flightline.ingest.xml.XmlReader;
import flightline.ingest.xml.XmlReading;
import flightline.ingest.xml.XmlStandard;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the manuals of a folder are read into, and how long that takes beside reading the same XML into a tree alone.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.ManualFigures library/ispec2200 library/mil-std-40051
 */
public final class ManualFigures {
    private static final int COPIES = 200;
    private static final int ROUNDS = 15;
    private static final List<XmlStandard> STANDARDS = List.of(new Ispec2200Parser(), new Mil40051Parser());

    private ManualFigures() {}

    public static void main(String[] arguments) throws Exception {
        for (String folder : arguments) {
            var files = new ArrayList<Path>();
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                found.sorted().forEach(files::add);
            }
            var counts = new TreeMap<String, Integer>();
            int documents = 0;
            int limited = 0;
            for (Path file : files)
                for (StructuredDocument document : read(file, Files.readAllBytes(file))) {
                    documents++;
                    for (PlacedBlock placed : document.blocks()) {
                        counts.merge(placed.block().getClass().getSimpleName(), 1, Integer::sum);
                        if (!placed.applicability().canonical().equals("*")
                                && !(placed.block() instanceof Block.Heading)) limited++;
                    }
                }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d files, %d documents, %s; %d blocks that hold for some aircraft only%n",
                    folder,
                    files.size(),
                    documents,
                    counts,
                    limited);
        }
        speed(Path.of(arguments[0]).resolve("LT46-AMM-24.xml"), "</INCREV>", "<SUBJECT ");
        sgmlSpeed(Path.of(arguments[0]).resolve("LT46-AMM-32.sgm"));
    }

    private static List<StructuredDocument> read(Path file, byte[] bytes) {
        return switch (parser(file).parse(source(file, bytes))) {
            case ParseOutcome.Parsed(var documents, var notes, var suspicions) -> documents;
            case ParseOutcome other -> throw new IllegalStateException(file + ": " + other);
        };
    }

    private static DocumentParser parser(Path file) {
        return file.toString().endsWith(".sgm") ? new SgmlDocuments(STANDARDS) : new XmlDocuments(STANDARDS);
    }

    private static SourceFile source(Path file, byte[] bytes) {
        FileKind kind = file.toString().endsWith(".sgm") ? FileKind.SGML : FileKind.XML;
        return new SourceFile(file, ContentHash.of(bytes), kind, bytes);
    }

    /** A manual of many copies of one subject, so that the time is long enough to be measured. */
    private static void speed(Path file, String end, String start) throws Exception {
        String text = Files.readString(file);
        int from = text.indexOf(start);
        int to = text.indexOf(end);
        byte[] large = (text.substring(0, from) + text.substring(from, to).repeat(COPIES) + text.substring(to))
                .getBytes(StandardCharsets.UTF_8);
        double tree = median(() -> new XmlReader().read(large) instanceof XmlReading.Tree);
        double whole = median(() -> read(file, large));
        System.out.printf(
                Locale.ROOT,
                "XML of %.1f MB: into a tree %.0f ms, into documents %.0f ms, ratio %.1f%n",
                large.length / 1e6,
                tree,
                whole,
                whole / tree);
    }

    private static void sgmlSpeed(Path file) throws Exception {
        String text = Files.readString(file);
        int from = text.indexOf("<SECTION ");
        int to = text.indexOf("</CHAPTER>");
        byte[] large = (text.substring(0, from) + text.substring(from, to).repeat(COPIES) + text.substring(to))
                .getBytes(StandardCharsets.UTF_8);
        double tree = median(() -> SgmlDocuments.tree(large).isPresent());
        double whole = median(() -> read(file, large));
        System.out.printf(
                Locale.ROOT,
                "SGML of %.1f MB: into a tree %.0f ms, into documents %.0f ms, ratio %.1f%n",
                large.length / 1e6,
                tree,
                whole,
                whole / tree);
    }

    private static double median(Supplier<Object> work) {
        var millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            if (work.get() == null) throw new IllegalStateException("nothing was read");
            millis[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
