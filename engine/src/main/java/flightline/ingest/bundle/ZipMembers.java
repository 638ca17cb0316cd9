package flightline.ingest.bundle;

import flightline.ingest.DecodedText;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import flightline.ingest.Unpacking.LimitReached;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The files in a ZIP, as its central directory lists them. */
final class ZipMembers {
    private static final Charset CODE_PAGE = Charset.forName("IBM437");

    private final SourceFile file;
    private final Unpacking members;

    ZipMembers(SourceFile file, Unpacking members) {
        this.file = file;
        this.members = members;
    }

    void take() throws IOException, LimitReached {
        try (SeekableByteChannel channel = channel();
                ZipFile zip = open(channel)) {
            if (file.bytes().length == 0 && zip.getEntry("[Content_Types].xml") != null)
                throw new IOException("an Office document larger than the limit for its kind; split it");
            List<ZipArchiveEntry> entries = new ArrayList<>();
            zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entries::add);
            Set<ZipArchiveEntry> overlapping = overlapping(entries);
            for (ZipArchiveEntry entry : entries) {
                String name = name(entry);
                if (entry.isDirectory() || PassedOver.is(name)) continue;
                String wrong =
                        overlapping.contains(entry) ? "its bytes overlap those of another file" : wrong(zip, entry);
                if (!wrong.isEmpty()) members.refuse(name, wrong);
                else take(zip, entry, name);
            }
        }
    }

    private static ZipFile open(SeekableByteChannel channel) throws IOException {
        try {
            return ZipFile.builder().setSeekableByteChannel(channel).get();
        } catch (IOException unreadable) {
            throw new IOException(
                    "its list of files cannot be read; it is cut off, or was not copied whole", unreadable);
        }
    }

    private SeekableByteChannel channel() throws IOException {
        return file.bytes().length == 0
                ? Files.newByteChannel(file.path())
                : new SeekableInMemoryByteChannel(file.bytes());
    }

    private void take(ZipFile zip, ZipArchiveEntry entry, String name) throws LimitReached {
        try (var raw = zip.getInputStream(entry)) {
            // The directory's count may be a lie; what the bytes come to is compared with it when they are read.
            members.take(name, entry.getCompressedSize(), new CheckedContent(raw, entry.getSize(), entry.getCrc()));
        } catch (IOException broken) {
            members.refuse(name, "cannot be unpacked: " + broken.getMessage());
        }
    }

    private static String wrong(ZipFile zip, ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption())
            return "encrypted: it opens only with a password; give an unprotected copy";
        if (entry.isUnixSymlink()) return "a link to another file, which is not followed";
        if (!zip.canReadEntryData(entry)) {
            ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
            return "packed by a method that is not read: " + (method == null ? entry.getMethod() : method);
        }
        return "";
    }

    /** Entries whose bytes begin before those of the one before them end: how one piece of data is made to count often. */
    private static Set<ZipArchiveEntry> overlapping(List<ZipArchiveEntry> entries) {
        Set<ZipArchiveEntry> found = new HashSet<>();
        long end = -1;
        long start = -1;
        var sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        for (ZipArchiveEntry entry : sorted) {
            long from = entry.getLocalHeaderOffset();
            if (from < end || from == start) found.add(entry);
            start = from;
            end = Math.max(end, from + Math.max(0, entry.getCompressedSize()));
        }
        return found;
    }

    /**
     * Without the flag for UTF-8 a name is in the code page of the machine that packed it; the format names 437, and many programs write UTF-8 all
     * the same.
     */
    private static String name(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean said = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
        if (said || raw == null) return entry.getName();
        DecodedText read = DecodedText.of(raw);
        return read.charset().equals(StandardCharsets.UTF_8) ? read.text() : new String(raw, CODE_PAGE);
    }
}
