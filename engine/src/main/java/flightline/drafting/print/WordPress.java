package flightline.drafting.print;

import flightline.corpus.Citation;
import flightline.drafting.Line;
import flightline.drafting.Paper;
import flightline.drafting.Section;
import flightline.drafting.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A paper as a Word document: headings by style, so that a reader's software finds its way, marking in head and foot. */
final class WordPress {
    private static final int TWIPS = 20;
    private static final int A4_SHORT = 11_906;
    private static final int A4_LONG = 16_838;
    private static final int MARGIN = 1_000;

    private final Paper paper;
    private final Mark mark;
    private final XWPFDocument document;

    private WordPress(Paper paper, XWPFDocument document) {
        this.paper = paper;
        this.mark = new Mark(paper);
        this.document = document;
    }

    static byte[] print(Paper paper) {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            new WordPress(paper, document).write();
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot print the paper: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private void write() {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(paper.kind().title());
        core.setCreator("Flightline");
        core.setCreated(Optional.of(Date.from(
                LocalDate.parse(paper.drafted()).atStartOfDay(ZoneOffset.UTC).toInstant())));
        XWPFStyles styles = document.createStyles();
        styles.setSpellingLanguage("en-US");
        for (int level = 1; level <= 3; level++) styles.addStyle(heading(styles, level));
        sheet();
        edge(document.createHeader(HeaderFooterType.DEFAULT), "DRAFT");
        numbered(edge(document.createFooter(HeaderFooterType.DEFAULT), "A licensed person decides and signs"));
        headed(1, paper.kind().title());
        paper.notices().forEach(this::line);
        paper.facts().forEach(this::line);
        labelled("Drafted on", paper.drafted());
        labelled("Marking", paper.marking().label());
        for (Section section : paper.sections()) {
            headed(2, Page.joined(section.heading()));
            section.lines().forEach(this::line);
        }
        sources();
    }

    private static XWPFStyle heading(XWPFStyles styles, int level) {
        var made = CTStyle.Factory.newInstance();
        made.setStyleId("Heading" + level);
        made.addNewName().setVal("heading " + level);
        made.setType(STStyleType.PARAGRAPH);
        made.addNewQFormat();
        var paragraph = made.addNewPPr();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        paragraph.addNewKeepNext();
        var run = made.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(36 - 6L * level));
        return new XWPFStyle(made, styles);
    }

    /** A4 as in PDF, across where the paper is wide: what says nothing is taken for the American size. */
    private void sheet() {
        var section = document.getDocument().getBody().addNewSectPr();
        boolean wide = paper.kind().wide();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide ? A4_LONG : A4_SHORT));
        size.setH(BigInteger.valueOf(wide ? A4_SHORT : A4_LONG));
        if (wide) size.setOrient(STPageOrientation.LANDSCAPE);
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
    }

    private XWPFParagraph edge(XWPFHeaderFooter edge, String words) {
        XWPFParagraph paragraph = edge.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        XWPFRun run = paragraph.createRun();
        run.setBold(true);
        run.setText(paper.marking().label() + " - " + words);
        return paragraph;
    }

    /** A sheet that got lost must be missed; Word counts. */
    private static void numbered(XWPFParagraph foot) {
        field(foot, " - Page ", "PAGE");
        field(foot, " of ", "NUMPAGES");
    }

    private static void field(XWPFParagraph paragraph, String before, String instruction) {
        paragraph.createRun().setText(before);
        var field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(instruction);
        field.addNewR().addNewT().setStringValue("1");
    }

    private void line(Line line) {
        switch (line) {
            case Line.Remark(var boxed, var words) -> {
                XWPFParagraph paragraph = document.createParagraph();
                if (boxed) boxed(paragraph);
                words(paragraph, words);
            }
            case Line.Field(var label, var words) -> {
                XWPFParagraph paragraph = document.createParagraph();
                bold(paragraph, label + ": ");
                if (words.isEmpty()) plain(paragraph, "_".repeat(30));
                else words(paragraph, words);
            }
            case Line.Subheading(var text) -> headed(3, text.text());
            case Line.Danger(var kind, var text) -> {
                XWPFParagraph paragraph = document.createParagraph();
                boxed(paragraph);
                // Whole, and on the page of the step that it stands before.
                paragraph.getCTP().getPPr().addNewKeepLines();
                paragraph.setKeepNext(true);
                bold(paragraph, kind.name() + ": ");
                words(paragraph, List.of(text));
            }
            case Line.Step step -> step(step);
            case Line.Item(var depth, var words) -> {
                XWPFParagraph paragraph = indented(depth + 1);
                plain(paragraph, "\u2022 ");
                words(paragraph, words);
            }
            case Line.Grid(var header, var rows) -> grid(header, rows);
            case Line.SignOff(var labels) -> signOff(labels);
        }
    }

    private void step(Line.Step step) {
        XWPFParagraph paragraph = indented(step.depth());
        step.holds()
                .ifPresent(hold -> bold(
                        paragraph, hold.verdict().label() + " " + hold.words().text() + " - "));
        if (!step.number().isBlank()) bold(paragraph, step.number() + " ");
        words(paragraph, List.of(step.text()));
        if (step.done()) {
            paragraph.createRun().addTab();
            plain(paragraph, "Signed: ________");
        }
    }

    private void grid(List<Words> header, List<List<List<Words>>> rows) {
        int columns =
                Math.max(header.size(), rows.stream().mapToInt(List::size).max().orElse(1));
        int top = header.isEmpty() ? 0 : 1;
        if (rows.isEmpty() && top == 0) return;
        XWPFTable table = document.createTable(rows.size() + top, columns);
        table.setWidth("100%");
        if (top == 1) {
            table.getRow(0).setRepeatHeader(true);
            for (int c = 0; c < header.size(); c++)
                bold(first(table.getRow(0).getCell(c)), header.get(c).text());
        }
        List<Double> widths = ColumnWidths.of(header, rows, paper.kind().wide() ? Page.WIDE_LETTERS : Page.LETTERS);
        for (int c = 0; c < columns; c++) table.getRow(0).getCell(c).setWidth(widths.get(c) + "%");
        for (int r = 0; r < rows.size(); r++)
            for (int c = 0; c < rows.get(r).size(); c++)
                words(first(table.getRow(r + top).getCell(c)), rows.get(r).get(c));
        table.getRows().forEach(row -> row.setCantSplitRow(true));
        document.createParagraph();
    }

    private void signOff(List<String> labels) {
        XWPFTable table = document.createTable(2, labels.size());
        table.setWidth("100%");
        table.getRow(1).setHeight(36 * TWIPS);
        for (int c = 0; c < labels.size(); c++) bold(first(table.getRow(0).getCell(c)), labels.get(c));
    }

    private void sources() {
        List<Citation> sources = paper.sources();
        if (sources.isEmpty()) return;
        headed(2, "Sources");
        int number = 0;
        for (Citation source : sources) {
            XWPFParagraph paragraph = document.createParagraph();
            bold(paragraph, "S" + ++number + " ");
            plain(
                    paragraph,
                    source.document().value() + ", " + source.revision() + ", " + source.standing() + ", "
                            + source.title());
        }
    }

    private void headed(int level, String words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle("Heading" + level);
        plain(paragraph, words);
    }

    private void labelled(String label, String words) {
        XWPFParagraph paragraph = document.createParagraph();
        bold(paragraph, label + ": ");
        plain(paragraph, words);
    }

    private XWPFParagraph indented(int depth) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setIndentationLeft(14 * TWIPS * depth);
        return paragraph;
    }

    private static XWPFParagraph first(XWPFTableCell cell) {
        return cell.getParagraphs().getFirst();
    }

    private static void boxed(XWPFParagraph paragraph) {
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setBorderBottom(Borders.SINGLE);
        paragraph.setBorderLeft(Borders.SINGLE);
        paragraph.setBorderRight(Borders.SINGLE);
        // Boxes that follow each other are one to Word; a line must part them.
        paragraph.setBorderBetween(Borders.SINGLE);
    }

    private void words(XWPFParagraph paragraph, List<Words> all) {
        for (Words words : all) {
            plain(paragraph, words.text() + " ");
            mark.of(words).ifPresent(own -> {
                XWPFRun run = paragraph.createRun();
                run.setFontSize(8);
                run.setText("[" + own + "] ");
            });
        }
    }

    private static void bold(XWPFParagraph paragraph, String words) {
        XWPFRun run = paragraph.createRun();
        run.setBold(true);
        run.setText(clean(words));
    }

    private static void plain(XWPFParagraph paragraph, String words) {
        paragraph.createRun().setText(clean(words));
    }

    /** XML has no way to write most control characters. */
    private static String clean(String words) {
        return Page.shown(words).replaceAll("[\\p{Cc}&&[^\\t\\n]]", " ").replace("\u00AD", "");
    }
}
