package flightline.ingest.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A message as Outlook saves it, property by property ([MS-OXMSG]): each is a stream that is named by its number and type. */
final class OutlookFile {
    private static final int UNICODE = 0x001F;
    private static final int BINARY = 0x0102;
    private static final int HEAD_ALONE = 32;
    private static final int HEAD_ATTACHED = 24;
    private static final int HEAD_OF_PART = 8;
    /** 100-nanosecond steps from 1601 to 1970. */
    private static final long EPOCH = 116_444_736_000_000_000L;

    private final POIFSFileSystem file = new POIFSFileSystem();
    private final DirectoryEntry at;
    private final int head;
    private final List<byte[]> values = new ArrayList<>();
    private int attachments;
    private int recipients;

    OutlookFile() {
        this.at = file.getRoot();
        this.head = HEAD_ALONE;
    }

    private OutlookFile(DirectoryEntry at, int head) {
        this.at = at;
        this.head = head;
    }

    OutlookFile text(int property, String value) throws IOException {
        return stream(property, UNICODE, value.getBytes(StandardCharsets.UTF_16LE));
    }

    OutlookFile bytes(int property, byte[] value) throws IOException {
        return stream(property, BINARY, value);
    }

    OutlookFile number(int property, int value) {
        values.add(entry(property, 0x0003, value));
        return this;
    }

    OutlookFile time(int property, long epochSeconds) {
        values.add(entry(property, 0x0040, EPOCH + epochSeconds * 10_000_000L));
        return this;
    }

    /** @param kind 1 to, 2 copy, 3 copy in secret */
    OutlookFile recipient(String name, String address, int kind) throws IOException {
        var one = part("__recip_version1.0_#", recipients++);
        one.number(0x0C15, kind).text(0x3001, name).text(0x3003, address).finish();
        return this;
    }

    OutlookFile attachment(String name, byte[] content) throws IOException {
        var one = part("__attach_version1.0_#", attachments++);
        one.number(0x3705, 1).text(0x3707, name).bytes(0x3701, content).finish();
        return this;
    }

    OutlookFile attachmentElsewhere(String name, String path) throws IOException {
        var one = part("__attach_version1.0_#", attachments++);
        one.number(0x3705, 2).text(0x3707, name).text(0x370D, path).finish();
        return this;
    }

    /** An attached message with a subject and a body. */
    OutlookFile attachedMessage(String subject, String body) throws IOException {
        var one = part("__attach_version1.0_#", attachments++);
        one.number(0x3705, 5).text(0x3001, subject);
        var inner = new OutlookFile(one.at.createDirectory("__substg1.0_3701000D"), HEAD_ATTACHED);
        inner.text(0x0037, subject).text(0x1000, body).finish();
        one.finish();
        return this;
    }

    byte[] write() throws IOException {
        at.createDirectory("__nameid_version1.0");
        finish();
        var bytes = new ByteArrayOutputStream();
        file.writeFilesystem(bytes);
        file.close();
        return bytes.toByteArray();
    }

    private OutlookFile part(String name, int number) throws IOException {
        return new OutlookFile(at.createDirectory(name + String.format(Locale.ROOT, "%08X", number)), HEAD_OF_PART);
    }

    private OutlookFile stream(int property, int type, byte[] value) throws IOException {
        at.createDocument(
                String.format(Locale.ROOT, "__substg1.0_%04X%04X", property, type), new ByteArrayInputStream(value));
        values.add(entry(property, type, value.length + (type == UNICODE ? 2 : 0)));
        return this;
    }

    private static byte[] entry(int property, int type, long value) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) type)
                .putShort((short) property)
                .putInt(6)
                .putLong(value)
                .array();
    }

    private void finish() throws IOException {
        var properties = ByteBuffer.allocate(head + 16 * values.size()).order(ByteOrder.LITTLE_ENDIAN);
        if (head > HEAD_OF_PART)
            properties
                    .putLong(0)
                    .putInt(recipients)
                    .putInt(attachments)
                    .putInt(recipients)
                    .putInt(attachments);
        properties.position(head);
        values.forEach(properties::put);
        at.createDocument("__properties_version1.0", new ByteArrayInputStream(properties.array()));
    }
}
