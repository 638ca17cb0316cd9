package flightline.ingest.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.message.DefaultMessageWriter;

/** The parts of a message: its own words, plain or as HTML, and what is attached to it. */
final class Parts {
    private static final int DEEPEST = 20;

    /** Where a mail program broke a line within a word ({@code delsp=yes}, RFC 3676); what it broke between words reads right as it is. */
    private static final Pattern PARTED = Pattern.compile("(?<=[^\\s>])(?<!--) \r?\n(?=[^\\s>])");

    private final List<Entity> plain = new ArrayList<>();
    private final List<Entity> html = new ArrayList<>();
    private final List<Attached> attached = new ArrayList<>();

    /**
     * An attachment.
     *
     * @param name as the message gives it; made up where it gives none
     */
    record Attached(String name, Entity entity) {}

    Parts(Message message) {
        read(message, 0);
    }

    List<Entity> plain() {
        return plain;
    }

    List<Entity> html() {
        return html;
    }

    List<Attached> attached() {
        return attached;
    }

    private void read(Entity entity, int depth) {
        String type = String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT);
        String name = entity.getFilename() == null ? "" : entity.getFilename();
        boolean apart = "attachment".equalsIgnoreCase(entity.getDispositionType()) || !name.isBlank();
        if (entity.getBody() instanceof Multipart parts && depth < DEEPEST) {
            for (Entity part : parts.getBodyParts()) read(part, depth + 1);
        } else if (entity.getBody() instanceof Message) {
            attached.add(new Attached(name(name, "message", ".eml"), entity));
        } else if (!apart && type.equals("text/plain")) {
            plain.add(entity);
        } else if (!apart && type.equals("text/html")) {
            html.add(entity);
        } else {
            attached.add(new Attached(name(name, "attachment", ""), entity));
        }
    }

    private String name(String given, String otherwise, String extension) {
        return given.isBlank() ? otherwise + "-" + (attached.size() + 1) + extension : given;
    }

    static byte[] bytes(Entity entity) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (entity.getBody() instanceof Message inner) new DefaultMessageWriter().writeMessage(inner, bytes);
        else if (entity.getBody() instanceof SingleBody body) body.writeTo(bytes);
        return bytes.toByteArray();
    }

    static String text(Entity entity) throws IOException {
        if (!(entity.getBody() instanceof TextBody body)) return "";
        var text = new StringBuilder();
        try (var reader = body.getReader()) {
            char[] buffer = new char[8192];
            for (int got = reader.read(buffer); got >= 0; got = reader.read(buffer)) text.append(buffer, 0, got);
        }
        boolean parted = "flowed".equalsIgnoreCase(parameter(entity, "format"))
                && "yes".equalsIgnoreCase(parameter(entity, "delsp"));
        return parted ? PARTED.matcher(text).replaceAll("") : text.toString();
    }

    private static String parameter(Entity entity, String name) {
        Header header = entity.getHeader();
        if (header == null || !(header.getField("Content-Type") instanceof ContentTypeField type)) return "";
        String value = type.getParameter(name);
        return value == null ? "" : value;
    }
}
