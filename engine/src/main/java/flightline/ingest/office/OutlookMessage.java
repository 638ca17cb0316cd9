package flightline.ingest.office;

import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import flightline.ingest.mail.MessagePage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.ByteChunk;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.apache.poi.hsmf.datatypes.PropertyValue;
import org.apache.poi.hsmf.datatypes.RecipientChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** A message that Outlook saved: a storage of properties, one for each recipient, and one for each attachment. */
final class OutlookMessage {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final int CARBON_COPY = 2;
    private static final int BLIND_COPY = 3;

    private final MAPIMessage message;

    OutlookMessage(DirectoryNode root) throws IOException {
        this.message = new MAPIMessage(root);
        message.setReturnNullOnMissingChunk(true);
        // Strings of one byte a character are in the code page that the message names, or else in that of its web page.
        if (message.has7BitEncodingStrings()) message.guess7BitEncoding();
    }

    /** Its words are those in plain text, else those set as a web page. */
    ParseOutcome read(SourceFile file) throws ChunkNotFoundException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("From", from());
        headers.put("To", recipients(message.getDisplayTo(), 1));
        headers.put("Cc", recipients(message.getDisplayCC(), CARBON_COPY));
        var date = message.getMessageDate();
        headers.put("Date", date == null ? "" : WRITTEN.format(date.toInstant()));
        headers.put("Subject", said(message.getSubject()));
        var page = new MessagePage(file, said(message.getSubject()), headers);
        List<String> notes = new ArrayList<>();
        String plain = said(message.getTextBody());
        String html = said(message.getHtmlBody());
        if (!plain.isBlank()) page.prose(plain);
        else if (!html.isBlank()) page.html(html);
        else if (message.getMainChunks().getRtfBodyChunk() != null)
            notes.add("the message's words stand in it as rich text (RTF) only, which is not read; save it as .eml");
        page.pages().forEach(p -> notes.addAll(p.notes()));
        return new ParseOutcome.Parsed(
                List.of(page.document("Outlook message")),
                notes,
                page.pages().stream().flatMap(p -> p.suspicions().stream()).toList());
    }

    /** Hands over what is attached; a message among it as a message file of its own. */
    void unpack(Unpacking members) throws LimitReached, IOException {
        int at = 0;
        for (AttachmentChunks one : message.getAttachmentFiles()) {
            at++;
            var storage = one.getAttachmentDirectory();
            ByteChunk data = one.getAttachData();
            DirectoryNode inner = storage == null ? null : storage.getDirectory();
            if (inner != null) {
                boolean isMessage = inner.hasEntryCaseInsensitive(StorageFile.PROPERTIES);
                String name = name(one).orElse((isMessage ? "message-" : "attachment-") + at);
                String shown = isMessage && !name.toLowerCase(Locale.ROOT).endsWith(".msg") ? name + ".msg" : name;
                members.take(plain(shown), 0, new ByteArrayInputStream(StorageFile.of(inner)));
            } else if (data != null && data.getValue() != null) {
                members.take(plain(name(one).orElse("attachment-" + at)), 0, new ByteArrayInputStream(data.getValue()));
            } else {
                String path = one.getAttachLongPathName() == null
                        ? ""
                        : " and lay at " + one.getAttachLongPathName().getValue();
                members.refuse(
                        plain(name(one).orElse("attachment-" + at)), "is named in the message, not held in it" + path);
            }
        }
    }

    private static String plain(String name) {
        return name.replace('/', '_').replace('\\', '_').replaceAll("\\p{Cntrl}", "");
    }

    private static Optional<String> name(AttachmentChunks one) {
        for (StringChunk chunk :
                new StringChunk[] {one.getAttachLongFileName(), one.getAttachFileName(), one.getAttachDisplayName()}) {
            String name = chunk == null ? "" : plain(said(chunk.getValue())).strip();
            if (!name.isEmpty()) return Optional.of(name);
        }
        return Optional.empty();
    }

    private String from() throws ChunkNotFoundException {
        StringChunk address = message.getMainChunks().getEmailFromChunk();
        return person(said(message.getDisplayFrom()), address == null ? "" : said(address.getValue()));
    }

    /** Names with addresses where the message has them; else the names that it shows. */
    private String recipients(@org.jspecify.annotations.Nullable String shown, int kind) {
        List<String> people = new ArrayList<>();
        for (RecipientChunks one : message.getRecipientDetailsChunks())
            if (kind(one) == kind) {
                String name = said(one.getRecipientName());
                people.add(person(name, said(one.getRecipientEmailAddress())));
            }
        people.removeIf(String::isBlank);
        return people.isEmpty() ? said(shown) : String.join(", ", people);
    }

    private static int kind(RecipientChunks one) {
        List<PropertyValue> values = one.getProperties().getOrDefault(MAPIProperty.RECIPIENT_TYPE, List.of());
        // Nobody who got a copy in secret is taken for one who was written to openly.
        if (values.isEmpty()) return BLIND_COPY;
        return values.getFirst().getValue() instanceof Integer kind ? kind & 0xF : BLIND_COPY;
    }

    /** Addresses inside an organisation's own directory say nothing to a reader and are left out. */
    private static String person(String name, String address) {
        boolean mail = address.contains("@");
        if (name.isBlank() || name.equals(address)) return mail ? address : name;
        return mail ? name + " <" + address + ">" : name;
    }

    private static String said(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.replace("\0", "");
    }
}
