package flightline.ingest;

import flightline.corpus.ContentHash;
import java.nio.file.Path;

/**
 * A file as it was handed in: hashed, sized, its kind known, its bytes at hand.
 *
 * @param path where it lay; for a file in another one {@code set.zip!/manuals/amm.pdf}
 * @param bytes the whole content; not copied, so not to be changed; empty for an archive too large for memory, which is
 *     opened at its path
 */
@SuppressWarnings("ArrayRecordComponent") // a file may have many megabytes: one array, never copied, never compared
public record SourceFile(Path path, ContentHash hash, FileKind kind, byte[] bytes) {
    /** The file's name without folders. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The name, and for a file in another one from the outermost file's name on. */
    public String shownName() {
        return shownName(path);
    }

    /** The same for a path. */
    public static String shownName(Path path) {
        String whole = path.toString().replace('\\', '/');
        int inner = whole.indexOf("!/");
        return inner < 0 ? String.valueOf(path.getFileName()) : whole.substring(whole.lastIndexOf('/', inner) + 1);
    }
}
