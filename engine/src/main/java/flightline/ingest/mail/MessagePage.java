package flightline.ingest.mail;

import flightline.corpus.ContentHash;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentIdentity;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.marking.MarkingReading;
import flightline.ingest.text.HtmlParser;
import flightline.ingest.text.PageWriter;
import flightline.ingest.text.TableLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A message as a document, in whatever form it was kept: its subject, a table of its headers, its words, what it answers. */
public final class MessagePage {
    /** Where a mail program puts what is answered. */
    private static final Pattern ANSWERED = Pattern.compile(
            "(?m)^(?:-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht) ?-{2,}.*|On .{5,200}"
                    + "\\swrote:|Am .{5,200} schrieb.*:)\\s*$");

    private final SourceFile file;
    private final String subject;
    private final PageWriter out = new PageWriter();
    private final List<ParseOutcome.Parsed> pages = new ArrayList<>();
    /** First and last lines of what people wrote: in the document a subject and a table of headers stand before them. */
    private final List<String> ends = new ArrayList<>();

    /**
     * Begins one.
     *
     * @param subject empty where it has none
     * @param headers those that people read, in their order; empty ones are left out
     */
    public MessagePage(SourceFile file, String subject, Map<String, String> headers) {
        this.file = file;
        this.subject = line(subject);
        if (!this.subject.isEmpty()) out.heading(1, "", this.subject);
        List<TableLine> lines = new ArrayList<>();
        headers.forEach((name, value) -> {
            if (!value.isBlank()) lines.add(new TableLine(List.of(name, line(value)), false));
        });
        out.table("", lines);
    }

    private static String line(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** Paragraphs parted by blank lines; what is answered stands under a heading of its own. */
    public void prose(String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ');
        var answered = ANSWERED.matcher(plain);
        int from = 0;
        while (answered.find()) {
            written(plain.substring(from, answered.start()));
            out.heading(2, "", answered.group().strip());
            from = answered.end();
        }
        written(plain.substring(from));
    }

    /** What the message says of how it is to be treated, such as its field {@code Sensitivity}. */
    public void treated(String words) {
        ends.add(line(words));
    }

    /** Words set as a web page, read as such a page is; what it hides counts for the message. */
    public void html(String text) {
        byte[] bytes = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        var page = new SourceFile(file.path(), ContentHash.of(bytes), FileKind.HTML, bytes);
        if (new HtmlParser().parse(page) instanceof ParseOutcome.Parsed parsed) {
            for (StructuredDocument document : parsed.documents()) {
                ends.addAll(MarkingReading.outermost(document.sourceText()));
                out.append(document, line -> ANSWERED.matcher(line).matches());
            }
            pages.add(parsed);
        }
    }

    /** Notes and suspicions of the web pages in it. */
    public List<ParseOutcome.Parsed> pages() {
        return List.copyOf(pages);
    }

    /** @param format as the document's header names it, for example {@code E-mail} */
    public StructuredDocument document(String format) {
        var blocks = out.blocks();
        var header = DocumentIdentity.read(file.name(), List.of(subject), out.sourceText())
                .header(format, 0);
        return MarkingReading.of(new StructuredDocument(header, out.sourceText(), blocks), Map.of(1, ends));
    }

    private void written(String text) {
        ends.addAll(MarkingReading.outermost(unquoted(text)));
        for (String paragraph : text.split("\\n[> \\t]*\\n")) out.paragraph(unquoted(paragraph));
    }

    private static String unquoted(String paragraph) {
        return paragraph
                .replaceAll("(?m)^[> \\t]*(?:>[ \\t]?|(?=\\S))", "")
                .replaceAll("(?m)[ \\t]+$", "")
                .strip();
    }
}
