package flightline.ingest.mail;

import flightline.ingest.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** The messages in a file: one, or those of a mailbox, which are parted by lines that begin with {@code From}. */
final class Mailbox {
    private static final int MOST_MESSAGES = 10_000;
    private static final Pattern PARTED = Pattern.compile("(?m)^From \\S+ .*\\d{1,2}:\\d{2}.*\\d{4}.*\\r?\\n");

    private Mailbox() {}

    static List<Message> messages(SourceFile file) throws IOException {
        String bytes = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        List<Message> messages = new ArrayList<>();
        Matcher parted = PARTED.matcher(bytes);
        if (!parted.lookingAt()) return List.of(message(bytes));
        int from = parted.end();
        while (messages.size() < MOST_MESSAGES && parted.find(from)) {
            messages.add(message(bytes.substring(from, parted.start())));
            from = parted.end();
        }
        messages.add(message(bytes.substring(from)));
        return messages;
    }

    private static Message message(String bytes) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(1 << 20)
                .setMaxHeaderCount(5_000)
                .build());
        return builder.parseMessage(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
