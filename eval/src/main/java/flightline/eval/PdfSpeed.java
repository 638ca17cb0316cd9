package flightline.eval;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.SourceFile;
import flightline.ingest.pdf.PdfParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Pages a second of PDFBox's plain text extraction and of our parser, over the same files on as many threads, in one run:
 * two rounds to warm, then rounds of both in turn.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.PdfSpeed THREADS ROUNDS FILE_OR_FOLDER…
 */
public final class PdfSpeed {
    private static final int WARMING = 2;

    public static void main(String[] arguments) throws Exception {
        int threads = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        var files = new ArrayList<SourceFile>();
        for (String name : List.of(arguments).subList(2, arguments.length)) files.addAll(under(Path.of(name)));
        int pages = 0;
        for (SourceFile file : files)
            try (PDDocument document = Loader.loadPDF(file.bytes())) {
                pages += document.getNumberOfPages();
            }
        System.out.printf(Locale.ROOT, "%d files, %d pages, %d threads%n", files.size(), pages, threads);
        var ratios = new ArrayList<Double>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            for (int round = -WARMING; round < rounds; round++) {
                double plain = pages / seconds(workers, plain(files));
                double ours = pages / seconds(workers, ours(files));
                if (round < 0) continue;
                ratios.add(ours / plain);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: plain text %.0f pages/s, parser %.0f pages/s, ratio %.3f%n",
                        round + 1,
                        plain,
                        ours,
                        ours / plain);
            }
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "ratio: median %.3f, least %.3f, greatest %.3f%n",
                ratios.get(ratios.size() / 2),
                ratios.getFirst(),
                ratios.getLast());
    }

    private static List<SourceFile> under(Path root) throws Exception {
        var files = new ArrayList<SourceFile>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path :
                    paths.filter(p -> p.toString().endsWith(".pdf")).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(path);
                files.add(new SourceFile(path, ContentHash.of(bytes), FileKind.PDF, bytes));
            }
        }
        return files;
    }

    private static double seconds(ExecutorService workers, List<Callable<Integer>> work) throws Exception {
        long began = System.nanoTime();
        for (var done : workers.invokeAll(work)) done.get();
        return (System.nanoTime() - began) / 1e9;
    }

    private static List<Callable<Integer>> plain(List<SourceFile> files) {
        return files.stream()
                .<Callable<Integer>>map(file -> () -> {
                    try (PDDocument document = Loader.loadPDF(file.bytes())) {
                        return new PDFTextStripper().getText(document).length();
                    }
                })
                .toList();
    }

    private static List<Callable<Integer>> ours(List<SourceFile> files) {
        return files.stream()
                .<Callable<Integer>>map(
                        file -> () -> new PdfParser().parse(file).hashCode())
                .toList();
    }
}
