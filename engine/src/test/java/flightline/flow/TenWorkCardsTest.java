package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.drafting.Diagnosis;
import flightline.drafting.PaperKind;
import flightline.drafting.print.PaperFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work cards of the sample library, printed and read back: every step, warning and number of the source, and nothing else. */
final class TenWorkCardsTest {
    private static final Path LIBRARY = Path.of("..", "library", "s1000d");
    private static final List<String> TASKS = List.of(
            "DMC-LT46-A-21-61-01-00A-720A-A",
            "DMC-LT46-A-24-31-01-00A-520A-A",
            "DMC-LT46-A-24-31-01-00A-720A-A",
            "DMC-LT46-A-26-11-01-00A-720A-A",
            "DMC-LT46-A-28-21-01-00A-920A-A",
            "DMC-LT46-A-29-11-00-00A-420A-A",
            "DMC-LT46-A-29-11-01-00A-720A-A",
            "DMC-LT46-A-32-31-05-00A-520A-A",
            "DMC-LT46-A-32-31-05-00A-720A-A",
            "DMC-LT46-A-32-41-01-00A-720A-A");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    /** Of the printer's own: marks of sources, numbers of pages, the day, the id of the answer. */
    private static final Pattern OWN =
            Pattern.compile("\\[S\\d+(?: p\\. \\d+)?]|S\\d+ (?=DMC)|Page \\d+ of \\d+|2026-03-01|A-000001");

    @TempDir
    Path folder;

    @Test
    void workCards_readBack_holdAllOfTheirSourcesAndNothingElse() throws IOException {
        try (var hangar = new Hangar(folder)) {
            hangar.ingest()
                    .run(
                            new IngestRequest(
                                    TASKS.stream().map(TenWorkCardsTest::file).toList(),
                                    "main",
                                    Optional.empty(),
                                    false,
                                    ANYBODY),
                            Progress.SILENT,
                            () -> false);
            for (String task : TASKS) compare(hangar, task);
        }
    }

    private static Path file(String task) {
        String issue = task.equals("DMC-LT46-A-29-11-01-00A-720A-A") ? "002" : "001";
        return LIBRARY.resolve(task + "_" + issue + "-00_EN-US.xml");
    }

    private static void compare(Hangar hangar, String task) throws IOException {
        HeldDocument held = hangar.index.revisions(new DocumentId(task)).getFirst();
        StructuredDocument document =
                hangar.archive.document(held.source(), held.header().id()).orElseThrow();
        String text = pdf(print(hangar, task, PaperFormat.PDF));
        String word = word(print(hangar, task, PaperFormat.DOCX));
        for (String printed : List.of(bare(text), bare(word.replace("[S1]", "")))) {
            for (PlacedBlock placed : document.blocks())
                if (placed.block() instanceof Block.Safety safety)
                    assertThat(printed).as(task).contains(bare(safety.kind() + ":" + safety.text()));
                else if (!(placed.block() instanceof Block.Table))
                    assertThat(printed).as(task).contains(bare(placed.block().text()));
        }
        String source = document.sourceText() + document.blocks() + hangar.index.documents();
        Set<String> strange = numbers(OWN.matcher(text).replaceAll(" "));
        strange.removeAll(numbers(source));
        strange.removeAll(counted(document));
        assertThat(strange)
                .as("numbers on the card of " + task + " that its source does not hold")
                .isEmpty();
    }

    /** Steps of an isolation are counted on the paper. */
    private static Set<String> counted(StructuredDocument document) {
        Set<String> counted = new TreeSet<>();
        for (PlacedBlock placed : document.blocks())
            if (placed.block() instanceof Block.IsolationStep || placed.block() instanceof Block.IsolationEnd)
                counted.add(Integer.toString(counted.size() + 1));
        return counted;
    }

    private static byte[] print(Hangar hangar, String task, PaperFormat format) {
        var diagnosis = new Diagnosis("A-000001", "the system does not work", "", "", "", List.of(), List.of());
        var basis = new DraftOrder.Basis(diagnosis, "", List.of(), List.of(), "");
        DraftOutcome outcome = new DraftFlow(
                        hangar.gate, hangar.index, hangar.records, hangar.archive, hangar.sessions(), hangar.audit)
                .draft(new DraftOrder(PaperKind.WORKCARD, format, basis, List.of(task), TODAY, ANYBODY));
        assertThat(outcome).as(outcome.toString()).isInstanceOf(DraftOutcome.Drafted.class);
        return ((DraftOutcome.Drafted) outcome).printed().bytes();
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (var pdf = Loader.loadPDF(bytes)) {
            var pages = new ArrayList<String>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                // Heads and feet would part what goes on over the page.
                pages.add(stripper.getText(pdf)
                        .replaceAll(
                                "Work card\\s+UNMARKED\\s+DRAFT|A licensed person decides and signs\\s+UNMARKED", " "));
            }
            return String.join(" ", pages).replaceAll("\\[S\\d+]|Page \\d+ of \\d+", " ");
        }
    }

    private static String word(byte[] bytes) throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(bytes));
                var extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        }
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new TreeSet<>();
        for (Matcher number = NUMBER.matcher(text); number.find(); ) numbers.add(number.group());
        return numbers;
    }

    /** Without blanks: a line may end behind any hyphen. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }
}
