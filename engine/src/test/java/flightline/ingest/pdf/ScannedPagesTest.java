package flightline.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.Box;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.ocr.Tesseract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScannedPagesTest {
    private static DrawnPdf procedure() {
        return new DrawnPdf().page(pen -> {
            pen.text(60, 780, 16, true, "Removal of the hydraulic pump");
            pen.text(60, 740, "WARNING: RELEASE THE PRESSURE BEFORE YOU OPEN A LINE.");
            pen.text(60, 710, "(1) Disconnect the case drain line, part number 98A29008704.");
            pen.text(60, 690, "(2) Remove the four nuts and hold the pump with a sling.");
            double[] xs = {60, 260, 420};
            double[] ys = {640, 620, 600, 580};
            for (double y : ys) pen.line(xs[0], y, xs[2], y);
            for (double x : xs) pen.line(x, ys[0], x, ys[3]);
            pen.bold(65, 626, "Fastener").bold(265, 626, "Torque");
            pen.text(65, 606, "Mounting nut").text(265, 606, "28 N.m");
            pen.text(65, 586, "Drain union").text(265, 586, "19 N.m");
        });
    }

    private static StructuredDocument document(ParseOutcome outcome) {
        return ((ParseOutcome.Parsed) outcome).documents().getFirst();
    }

    private static <T extends Block> List<T> blocks(StructuredDocument document, Class<T> kind) {
        return document.blocks().stream()
                .map(PlacedBlock::block)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void parse_scannedProcedure_hasHeadingWarningStepsAndTable() {
        ScannedPdf.assumeInstalled();
        var document = document(new ScannedPdf().scan(procedure().bytes(), 1, 0).read());
        assertThat(blocks(document, Block.Heading.class))
                .extracting(Block::text)
                .containsExactly("Removal of the hydraulic pump");
        assertThat(blocks(document, Block.Safety.class)).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(SafetyKind.WARNING);
            assertThat(warning.text()).isEqualTo("RELEASE THE PRESSURE BEFORE YOU OPEN A LINE.");
        });
        assertThat(blocks(document, Block.Step.class))
                .extracting(Block.Step::number)
                .containsExactly("(1)", "(2)");
        assertThat(blocks(document, Block.Table.class))
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .extracting(Block.Row::cells)
                        .containsExactly(List.of("Mounting nut", "28 N.m"), List.of("Drain union", "19 N.m")));
        assertThat(document.blocks())
                .allSatisfy(placed -> assertThat(
                                document.reading(placed.block().place()).recognised())
                        .isTrue());
    }

    @Test
    void parse_scanLyingOnItsSide_hasBoxesOnThePageAsShown() {
        ScannedPdf.assumeInstalled();
        Box upright = box(new ScannedPdf().scan(procedure().bytes(), 1, 0));
        Box turned = box(new ScannedPdf().scan(procedure().bytes(), 1, 90));
        assertThat(upright.bottom()).isBetween(730.0, 742.0);
        assertThat(turned.left()).isBetween(upright.left() - 2, upright.left() + 2);
        assertThat(turned.bottom()).isBetween(upright.bottom() - 2, upright.bottom() + 2);
    }

    @Test
    void parse_tableOnItsHeadOrUpThePage_isReadTheRightWayUp() {
        ScannedPdf.assumeInstalled();
        for (int turn : new int[] {180, 270}) {
            var scan = new ScannedPdf().scan(procedure().bytes(), 1, turn);
            // As it comes out of a feeder: nothing says that it is turned.
            scan.document.getPage(0).setRotation(0);
            assertThat(blocks(document(scan.read()), Block.Table.class))
                    .as("turned by %d", turn)
                    .singleElement()
                    .satisfies(table -> assertThat(table.rows())
                            .extracting(Block.Row::cells)
                            .containsExactly(List.of("Mounting nut", "28 N.m"), List.of("Drain union", "19 N.m")));
        }
    }

    @Test
    void parse_hardlyLegiblePage_isNamed() {
        ScannedPdf.assumeInstalled();
        var scan = new ScannedPdf().scan(procedure().bytes(), 1, 0);
        assertThat(((ParseOutcome.Parsed) scan.read()).notes()).noneMatch(n -> n.contains("hardly legible"));
        var smudged = new ScannedPdf().smudged(procedure().bytes(), 1, 60_000);
        assertThat(((ParseOutcome.Parsed) smudged.read()).notes())
                .anyMatch(n -> n.startsWith("page 1: hardly legible"));
    }

    private static Box box(ScannedPdf pdf) {
        return blocks(document(pdf.read()), Block.Safety.class)
                .getFirst()
                .place()
                .box()
                .orElseThrow();
    }

    @Test
    void parse_mixed_recognisesOnlyThePageWithoutText() throws java.io.IOException {
        ScannedPdf.assumeInstalled();
        var scanned = new ScannedPdf().scan(procedure().bytes(), 1, 0);
        var drawn = new DrawnPdf()
                .page(pen -> pen.lines(60, 700, "Characters stay as they are: 98A29008704.", "No guess."));
        scanned.document.importPage(drawn.document.getPage(0));
        byte[] bytes = scanned.bytes();
        var outcome = (ParseOutcome.Parsed) ScannedPdf.read(bytes, ScannedPdf.tesseract());
        assertThat(outcome.notes()).containsExactly("page 1: scanned, read by text recognition");
        var passages = new PassageCutter().cut(outcome.documents().getFirst());
        assertThat(passages.getFirst().reading().note()).startsWith("read by text recognition");
        assertThat(passages.getLast().text()).startsWith("Characters stay");
        assertThat(passages.getLast().reading().note()).isEmpty();
    }

    @Test
    void parse_withoutTheProgram_saysWhatToInstallAndReadsItOnceItIsThere() {
        byte[] scan = new ScannedPdf().scan(procedure().bytes(), 1, 0).bytes();
        var absent = new Tesseract("/nowhere/tesseract", "eng", Duration.ofSeconds(5), () -> false);
        assertThat(ScannedPdf.read(scan, absent)).isInstanceOfSatisfying(ParseOutcome.NoTextLayer.class, none -> {
            assertThat(none.pages()).isEqualTo(1);
            assertThat(none.why()).contains("'/nowhere/tesseract'", "tesseract-ocr");
        });
        ScannedPdf.assumeInstalled();
        assertThat(ScannedPdf.read(scan, ScannedPdf.tesseract())).isInstanceOf(ParseOutcome.Parsed.class);
    }

    @Test
    void parse_stopped_takesNothing() {
        byte[] scan = new ScannedPdf().scan(procedure().bytes(), 1, 0).bytes();
        var stopped = new Tesseract("tesseract", "eng", Duration.ofSeconds(5), () -> true);
        assertThat(ScannedPdf.read(scan, stopped)).isEqualTo(new ParseOutcome.Stopped());
    }
}
