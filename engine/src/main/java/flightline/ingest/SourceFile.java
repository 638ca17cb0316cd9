package flightline.ingest;

import flightline.corpus.ContentHash;
import java.nio.file.Path;

/**
 * A file as it was handed in: hashed, sized, its kind known, its bytes at hand.
 *
 * @param path where it lay
 * @param bytes the whole content; not copied, so not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // a file may have many megabytes: one array, never copied, never compared
public record SourceFile(Path path, ContentHash hash, FileKind kind, byte[] bytes) {
    /** The file's name without folders. */
    public String name() {
        return String.valueOf(path.getFileName());
    }
}
