package flightline.eval;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.pdf.PdfParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Parses each labelled file once, whole, and scores its labelled pages. */
final class StructureRun {
    private final Path repository;
    private final Path data;

    /** @param data the public data, for labels whose file begins with {@code data/} */
    StructureRun(Path repository, Path data) {
        this.repository = repository;
        this.data = data;
    }

    record Scored(LabelledPage page, PageContent label, PageContent found, PageScore score) {}

    List<Scored> score(List<String> splits) throws IOException {
        var byFile = new LinkedHashMap<String, List<LabelledPage>>();
        for (LabelledPage page : LabelledPage.in(repository.resolve("eval/structure"), splits))
            byFile.computeIfAbsent(page.file(), f -> new ArrayList<>()).add(page);
        var scored = new ArrayList<Scored>();
        for (var entry : byFile.entrySet()) scored.addAll(score(path(entry.getKey()), entry.getValue()));
        return scored;
    }

    static PageScore total(List<Scored> pages) {
        return pages.stream().map(Scored::score).reduce(PageScore.NONE, PageScore::plus);
    }

    private Path path(String file) {
        return file.startsWith("data/") ? data.resolve(file.substring("data/".length())) : repository.resolve(file);
    }

    private static List<Scored> score(Path file, List<LabelledPage> labels) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var scored = new ArrayList<Scored>();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            ParsedPages parsed = parsed(file, bytes, pdf);
            for (LabelledPage label : labels) {
                PageContent reference = ReferencePage.of(label, PageWords.of(pdf, label.page()));
                PageContent found = parsed.page(label.page());
                scored.add(new Scored(label, reference, found, PageScore.of(reference, found)));
            }
        }
        return scored;
    }

    private static ParsedPages parsed(Path file, byte[] bytes, PDDocument pdf) {
        var outcome = new PdfParser().parse(new SourceFile(file, ContentHash.of(bytes), FileKind.PDF, bytes));
        if (!(outcome instanceof ParseOutcome.Parsed parsed)
                || parsed.documents().size() != 1)
            throw new IllegalStateException("the parser read no single document from " + file + ": " + outcome);
        Map<Integer, List<String>> known = new LinkedHashMap<>();
        return new ParsedPages(parsed.documents().getFirst(), page -> known.computeIfAbsent(page, p -> words(pdf, p)));
    }

    private static List<String> words(PDDocument pdf, int page) {
        try {
            return page > pdf.getNumberOfPages()
                    ? List.of()
                    : Fold.words(PageWords.of(pdf, page).all());
        } catch (IOException unreadable) {
            throw new IllegalStateException("page " + page + " has no words to take", unreadable);
        }
    }
}
