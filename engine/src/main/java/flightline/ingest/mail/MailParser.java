package flightline.ingest.mail;

import flightline.corpus.DocumentId;
import flightline.corpus.StructuredDocument;
import flightline.ingest.Container;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.dom.Message;

/** Reads e-mail: the headers that people read as a small table, then the message, then what it answers. */
public final class MailParser implements Container {
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
        String subject = message.getSubject() == null ? "" : message.getSubject();
        var page = new MessagePage(file, subject, headers(message));
        var sensitivity = message.getHeader().getField("Sensitivity");
        if (sensitivity != null) page.treated(sensitivity.getBody());
        var parts = new Parts(message);
        if (!parts.plain().isEmpty()) for (var part : parts.plain()) page.prose(Parts.text(part));
        else for (var part : parts.html()) page.html(Parts.text(part));
        pages.addAll(page.pages());
        var document = page.document("E-mail");
        return several ? numbered(document, file, number) : document;
    }

    private static StructuredDocument numbered(StructuredDocument document, SourceFile file, int number) {
        var id = new DocumentId(file.name() + "#" + number);
        var header = document.header().named(id, document.header().revision());
        return new StructuredDocument(header, document.sourceText(), document.blocks());
    }

    private static Map<String, String> headers(Message message) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String name : List.of("From", "To", "Cc", "Date", "Subject")) {
            var field = message.getHeader().getField(name);
            if (field != null) lines.put(name, decoded(message, name, field.getBody()));
        }
        return lines;
    }

    private static String decoded(Message message, String name, String raw) {
        String subject = message.getSubject();
        return name.equals("Subject") && subject != null
                ? subject
                : org.apache.james.mime4j.codec.DecoderUtil.decodeEncodedWords(raw, StandardCharsets.UTF_8);
    }
}
