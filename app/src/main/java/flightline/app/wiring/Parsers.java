package flightline.app.wiring;

import flightline.ingest.DocumentParser;
import flightline.ingest.bundle.ArchiveOpener;
import flightline.ingest.mail.MailParser;
import flightline.ingest.manuals.Ispec2200Parser;
import flightline.ingest.manuals.Mil40051Parser;
import flightline.ingest.ocr.Tesseract;
import flightline.ingest.office.CompoundParser;
import flightline.ingest.office.SlidesParser;
import flightline.ingest.office.WordParser;
import flightline.ingest.office.WorkbookParser;
import flightline.ingest.passages.CodeTableParser;
import flightline.ingest.passages.PassagesParser;
import flightline.ingest.pdf.PdfParser;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.sgml.SgmlDocuments;
import flightline.ingest.text.AsciidocParser;
import flightline.ingest.text.HtmlParser;
import flightline.ingest.text.MarkdownParser;
import flightline.ingest.text.PlainTextParser;
import flightline.ingest.text.RestructuredTextParser;
import flightline.ingest.xml.XmlDocuments;
import flightline.ingest.xml.XmlStandard;
import java.util.List;

/** Every kind of document that can be read. */
public final class Parsers {
    private Parsers() {}

    /**
     * In the order in which they are asked.
     *
     * @param threads that one PDF may take
     */
    public static List<DocumentParser> all(Tesseract recognition, int threads) {
        return List.of(
                new PdfParser(recognition, threads),
                xml(),
                new SgmlDocuments(standards()),
                new HtmlParser(),
                new MarkdownParser(),
                new RestructuredTextParser(),
                new PlainTextParser(),
                new ArchiveOpener(),
                new AsciidocParser(),
                new MailParser(),
                new WordParser(),
                new WorkbookParser(),
                new SlidesParser(),
                new CompoundParser(),
                new PassagesParser(),
                new CodeTableParser());
    }

    /** Those whose documents name their parts. */
    static List<DocumentParser> structured() {
        return List.of(xml());
    }

    private static XmlDocuments xml() {
        return new XmlDocuments(standards());
    }

    private static List<XmlStandard> standards() {
        return List.of(new S1000dParser(), new Ispec2200Parser(), new Mil40051Parser());
    }
}
