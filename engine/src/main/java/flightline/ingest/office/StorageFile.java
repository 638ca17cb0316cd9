package flightline.ingest.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A storage in a compound file made a compound file of its own: a message, or a document of an old office program. */
final class StorageFile {
    static final String PROPERTIES = "__properties_version1.0";
    /** The head of the properties of a message that is attached, without the eight reserved bytes of one that is not. */
    private static final int ATTACHED_HEAD = 24;

    private static final int RESERVED = 8;

    private StorageFile() {}

    static byte[] of(DirectoryNode storage) throws IOException {
        try (var file = new POIFSFileSystem()) {
            EntryUtils.copyNodes(storage, file.getRoot());
            if (file.getRoot().hasEntryCaseInsensitive(PROPERTIES)) standAlone(file.getRoot());
            var bytes = new ByteArrayOutputStream();
            file.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void standAlone(DirectoryNode root) throws IOException {
        byte[] attached;
        try (var in = root.createDocumentInputStream(PROPERTIES)) {
            attached = in.readAllBytes();
        }
        if (attached.length < ATTACHED_HEAD) return;
        byte[] alone = Arrays.copyOf(attached, attached.length + RESERVED);
        Arrays.fill(alone, ATTACHED_HEAD, ATTACHED_HEAD + RESERVED, (byte) 0);
        System.arraycopy(attached, ATTACHED_HEAD, alone, ATTACHED_HEAD + RESERVED, attached.length - ATTACHED_HEAD);
        root.createOrUpdateDocument(PROPERTIES, new ByteArrayInputStream(alone));
    }
}
