package flightline.app.wiring;

import flightline.ingest.Reader;
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
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Every kind of document that can be read, put together. */
final class Parsers {
    /** For recognising a page: the slowest seen take some seconds, the rest is for machines that are busy. */
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

    private Parsers() {}

    /** @param stop ends what a parser waits for */
    static Reader all(Settings settings, BooleanSupplier stop) {
        var recognition = new Tesseract(settings.tesseract(), settings.languages(), LONGEST_PAGE, stop);
        return new Reader(List.of(
                new PdfParser(recognition, settings.threads()),
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
                new CodeTableParser()));
    }

    static XmlDocuments xml() {
        return new XmlDocuments(standards());
    }

    private static List<XmlStandard> standards() {
        return List.of(new S1000dParser(), new Ispec2200Parser(), new Mil40051Parser());
    }
}
