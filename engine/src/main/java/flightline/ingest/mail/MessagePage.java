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
                    + "\\swrote:|Am .{5,200} schrieb.*:"
                    // Other programs repeat the head of the letter instead: "From: …", and when it was sent in the line
                    // after it.
                    + "|(?:From|Von): .{1,300}(?=\\n(?:Sent|Date|Gesendet|Datum): ))[ \\t]*$");

    /** The same head in a page, where its lines are one paragraph. */
    private static final Pattern REPEATED_HEAD =
            Pattern.compile("(?:From|Von): .{1,300}\\s(?:Sent|Date|Gesendet|Datum): .{1,600}", Pattern.DOTALL);

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
        boolean answering = false;
        while (answered.find()) {
            letters(plain.substring(from, answered.start()), answering);
            out.heading(2, "", answered.group().strip());
            answering = true;
            from = answered.end();
        }
        letters(plain.substring(from), answering);
    }

    /**
     * Words of the sender and of who is answered in turn, as the signs of quotation part them.
     *
     * @param headed whether a heading says that what comes first is answered; without any sign all of it is
     */
    private void letters(String text, boolean headed) {
        var runs = QuotedLines.runs(text);
        boolean signed = runs.stream().anyMatch(QuotedLines.Run::quoted);
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            boolean foreign = run.quoted() || (headed && (!signed || i == 0));
            if (foreign && !(headed && i == 0)) out.heading(2, "", "Quoted");
            else if (!foreign && i > 0) out.heading(2, "", "Answer");
            paragraphs(foreign ? QuotedLines.bare(run.text()) : run.text());
        }
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
                out.append(document, MessagePage::heads);
            }
            pages.add(parsed);
        }
    }

    private static boolean heads(String paragraph) {
        return ANSWERED.matcher(paragraph).matches()
                || REPEATED_HEAD.matcher(paragraph).matches();
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

    private void paragraphs(String text) {
        ends.addAll(MarkingReading.outermost(text));
        for (String paragraph : text.split("\\n[ \\t]*\\n")) {
            String words = paragraph.replaceAll("(?m)^[ \\t]+|[ \\t]+$", "").strip();
            if (!words.isEmpty()) out.paragraph(words);
        }
    }
}
