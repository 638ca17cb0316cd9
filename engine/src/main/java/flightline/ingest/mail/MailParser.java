package flightline.ingest.mail;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.StructuredDocument;
import flightline.ingest.Container;
import flightline.ingest.DocumentIdentity;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import flightline.ingest.text.HtmlParser;
import flightline.ingest.text.PageWriter;
import flightline.ingest.text.TableLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Message;

/** Reads e-mail: the headers that people read as a small table, then the message, then what it answers. */
public final class MailParser implements Container {
    /** Where a mail program puts what is answered. */
    private static final Pattern ANSWERED = Pattern.compile(
            "(?m)^(?:-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht) ?-{2,}.*|On .{5,200} wrote:|Am .{5,200} schrieb.*:)\\s*$");

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.EMAIL);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        try {
            List<StructuredDocument> documents = new ArrayList<>();
            List<ParseOutcome.Parsed> pages = new ArrayList<>();
            List<Message> messages = Mailbox.messages(file);
            for (Message message : messages) {
                documents.add(document(file, message, documents.size() + 1, messages.size() > 1, pages));
                message.dispose();
            }
            return new ParseOutcome.Parsed(
                    documents,
                    pages.stream().flatMap(p -> p.notes().stream()).toList(),
                    pages.stream().flatMap(p -> p.suspicions().stream()).toList());
        } catch (IOException broken) {
            return new ParseOutcome.Malformed("", "not a sound e-mail: " + broken.getMessage());
        }
    }

    @Override
    public String unpack(SourceFile file, Unpacking members) {
        try {
            int at = 0;
            List<Message> messages = Mailbox.messages(file);
            for (Message message : messages) {
                at++;
                String folder = messages.size() > 1 ? "message-" + at + "/" : "";
                for (Parts.Attached one : new Parts(message).attached())
                    members.take(
                            folder + one.name().replace('/', '_'),
                            0,
                            new ByteArrayInputStream(Parts.bytes(one.entity())));
                message.dispose();
            }
            return "";
        } catch (LimitReached limit) {
            return limit.getMessage() == null || limit.getMessage().isEmpty()
                    ? ""
                    : "its attachments: " + limit.getMessage();
        } catch (IOException broken) {
            return "its attachments cannot be read: " + broken.getMessage();
        }
    }

    private static StructuredDocument document(
            SourceFile file, Message message, int number, boolean several, List<ParseOutcome.Parsed> pages)
            throws IOException {
        var out = new PageWriter();
        String subject =
                message.getSubject() == null ? "" : message.getSubject().strip();
        if (!subject.isEmpty()) out.heading(1, "", subject.replaceAll("\\s+", " "));
        out.table("", headers(message));
        var parts = new Parts(message);
        if (!parts.plain().isEmpty()) for (var part : parts.plain()) prose(out, Parts.text(part));
        else for (var part : parts.html()) html(file, out, Parts.text(part), pages);
        var blocks = out.blocks();
        var header = DocumentIdentity.read(file.name(), List.of(subject), out.sourceText())
                .header("E-mail", 0);
        var document = new StructuredDocument(header, out.sourceText(), blocks);
        return several ? numbered(document, file, number) : document;
    }

    private static StructuredDocument numbered(StructuredDocument document, SourceFile file, int number) {
        var h = document.header();
        var header = new DocumentHeader(
                new DocumentId(file.name() + "#" + number),
                h.title(),
                h.revision(),
                h.kind(),
                h.status(),
                h.marking(),
                h.applicability(),
                h.ata(),
                h.supersedes(),
                h.format(),
                h.pages());
        return new StructuredDocument(header, document.sourceText(), document.blocks());
    }

    private static List<TableLine> headers(Message message) {
        List<TableLine> lines = new ArrayList<>();
        for (String name : List.of("From", "To", "Cc", "Date", "Subject")) {
            var field = message.getHeader().getField(name);
            String value = field == null ? "" : decoded(message, name, field.getBody());
            if (!value.isBlank()) lines.add(TableLine.of(List.of(name, value), false));
        }
        return lines;
    }

    private static String decoded(Message message, String name, String raw) {
        String subject = message.getSubject();
        String words = name.equals("Subject") && subject != null
                ? subject
                : org.apache.james.mime4j.codec.DecoderUtil.decodeEncodedWords(raw, StandardCharsets.UTF_8);
        return words.replaceAll("\\s+", " ").strip();
    }

    /** Paragraphs parted by blank lines; what is answered stands under a heading of its own. */
    private static void prose(PageWriter out, String text) {
        String plain = text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ');
        var answered = ANSWERED.matcher(plain);
        int from = 0;
        while (answered.find()) {
            paragraphs(out, plain.substring(from, answered.start()));
            out.heading(2, "", answered.group().strip());
            from = answered.end();
        }
        paragraphs(out, plain.substring(from));
    }

    private static void paragraphs(PageWriter out, String text) {
        for (String paragraph : text.split("\\n[> \\t]*\\n")) out.paragraph(unquoted(paragraph));
    }

    private static String unquoted(String paragraph) {
        return paragraph
                .replaceAll("(?m)^[> \\t]*(?:>[ \\t]?|(?=\\S))", "")
                .replaceAll("(?m)[ \\t]+$", "")
                .strip();
    }

    /** @param pages takes what was read, for what is to be said of it */
    private static void html(SourceFile file, PageWriter out, String text, List<ParseOutcome.Parsed> pages) {
        byte[] bytes = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        var page = new SourceFile(file.path(), ContentHash.of(bytes), FileKind.HTML, bytes);
        if (new HtmlParser().parse(page) instanceof ParseOutcome.Parsed parsed) {
            parsed.documents().forEach(out::append);
            pages.add(parsed);
        }
    }
}
