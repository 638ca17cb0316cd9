package flightline.eval.fuzz;

import flightline.ingest.FileKind;
import flightline.ingest.mail.MailParser;
import flightline.ingest.manuals.Ispec2200Parser;
import flightline.ingest.manuals.Mil40051Parser;
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
import java.util.List;

/** Every parser of documents. */
public final class Targets {
    private Targets() {}

    public static List<Target> all() {
        return List.of(
                new Target(
                        "pdf",
                        "fuzz.pdf",
                        FileKind.PDF,
                        new PdfParser(),
                        List.of("library/directives", "library/bulletins", "eval/src/test/resources/seeds/pdf"),
                        List.of("pdf")),
                new Target(
                        "s1000d",
                        "fuzz.xml",
                        FileKind.XML,
                        new XmlDocuments(List.of(new S1000dParser())),
                        List.of("library/s1000d", "../shared/data/s1000d-bike"),
                        List.of("xml")),
                new Target(
                        "manuals-sgml",
                        "fuzz.sgm",
                        FileKind.SGML,
                        new SgmlDocuments(List.of(new Ispec2200Parser())),
                        List.of("library/ispec2200"),
                        List.of("sgm")),
                new Target(
                        "manuals-xml",
                        "fuzz.xml",
                        FileKind.XML,
                        new XmlDocuments(List.of(new Ispec2200Parser(), new Mil40051Parser())),
                        List.of("library/ispec2200", "library/mil-std-40051"),
                        List.of("xml")),
                new Target(
                        "html",
                        "fuzz.html",
                        FileKind.HTML,
                        new HtmlParser(),
                        List.of("eval/src/test/resources/seeds/html"),
                        List.of("html")),
                new Target(
                        "markdown",
                        "fuzz.md",
                        FileKind.MARKDOWN,
                        new MarkdownParser(),
                        List.of("docs", "../shared/data/open-docs/px4"),
                        List.of("md")),
                new Target(
                        "restructured-text",
                        "fuzz.rst",
                        FileKind.RESTRUCTURED_TEXT,
                        new RestructuredTextParser(),
                        List.of("eval/src/test/resources/seeds/rst", "../shared/data/open-docs/ardupilot"),
                        List.of("rst")),
                new Target(
                        "asciidoc",
                        "fuzz.adoc",
                        FileKind.ASCIIDOC,
                        new AsciidocParser(),
                        List.of("eval/src/test/resources/seeds/asciidoc"),
                        List.of("adoc")),
                new Target(
                        "mail",
                        "fuzz.eml",
                        FileKind.EMAIL,
                        new MailParser(),
                        List.of("eval/src/test/resources/seeds/mail"),
                        List.of("eml")),
                new Target(
                        "word",
                        "fuzz.docx",
                        FileKind.WORD,
                        new WordParser(),
                        List.of("eval/src/test/resources/seeds/word"),
                        List.of("xml"),
                        OfficePackage.WORD::around),
                new Target(
                        "workbook",
                        "fuzz.xlsx",
                        FileKind.SPREADSHEET,
                        new WorkbookParser(),
                        List.of("eval/src/test/resources/seeds/workbook"),
                        List.of("xml"),
                        OfficePackage.WORKBOOK::around),
                new Target(
                        "slides",
                        "fuzz.pptx",
                        FileKind.SLIDES,
                        new SlidesParser(),
                        List.of("eval/src/test/resources/seeds/slides"),
                        List.of("xml"),
                        OfficePackage.SLIDES::around),
                new Target(
                        "compound",
                        "fuzz.doc",
                        FileKind.COMPOUND,
                        new CompoundParser(),
                        List.of("eval/src/test/resources/seeds/compound"),
                        List.of("doc", "xls", "ppt")),
                new Target(
                        "outlook",
                        "fuzz.msg",
                        FileKind.COMPOUND,
                        new CompoundParser(),
                        List.of("eval/src/test/resources/seeds/outlook"),
                        List.of("msg")),
                new Target(
                        "code-table",
                        "fuzz.json",
                        FileKind.CODE_TABLE,
                        new CodeTableParser(),
                        List.of("eval/src/test/resources/seeds/codes"),
                        List.of("json")),
                new Target(
                        "plain-text",
                        "fuzz.txt",
                        FileKind.PLAIN_TEXT,
                        new PlainTextParser(),
                        List.of("library", "docs"),
                        List.of("md", "txt")),
                new Target(
                        "passages",
                        "fuzz.jsonl",
                        FileKind.PASSAGES,
                        new PassagesParser(),
                        List.of("eval/src/test/resources/seeds/passages"),
                        List.of("jsonl")));
    }

    /** The one of that name; throws {@link IllegalArgumentException} naming the names there are. */
    public static Target named(String name) {
        return all().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fuzz target '" + name + "'; there are "
                        + all().stream().map(Target::name).toList()));
    }
}
