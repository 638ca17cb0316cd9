package flightline.search;

import java.nio.file.Path;

/** Why an index could not be used. The message names the folder and is meant to be shown. */
public abstract sealed class IndexTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String folder;

    private IndexTrouble(Path folder, String message, Throwable cause) {
        super(message, cause);
        this.folder = folder.toString();
    }

    /** The index folder. */
    public Path folder() {
        return Path.of(folder);
    }

    /** Another process, or another part of this one, is writing. */
    public static final class InUse extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        InUse(Path folder, Throwable cause) {
            super(
                    folder,
                    "the index in " + folder
                            + " is being written by another process; reading goes on, try writing again when it has ended",
                    cause);
        }
    }

    /** A newer version of Flightline wrote it. */
    public static final class TooNew extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        TooNew(Path folder, String found, String known, Throwable cause) {
            super(
                    folder,
                    "the index in " + folder + " has format " + found + ", this version knows up to " + known
                            + "; use the newer Flightline that wrote it",
                    cause);
        }
    }

    /** Bytes are missing or wrong. */
    public static final class Corrupt extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        Corrupt(Path folder, String what, Throwable cause) {
            super(
                    folder,
                    "the index in " + folder + " is damaged: " + what + "; restore a backup or ingest again",
                    cause);
        }
    }

    /** A file could not be read or written, for example because the disk is full. What was committed before stands. */
    public static final class Unusable extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        Unusable(Path folder, String doing, Throwable cause) {
            super(
                    folder,
                    "the index in " + folder + " could not be " + doing + ": " + reason(cause)
                            + "; nothing of this step was kept",
                    cause);
        }

        private static String reason(Throwable cause) {
            String message = cause.getMessage();
            return message == null ? cause.getClass().getSimpleName() : message;
        }
    }

    /** Its vectors come from another embedder, so they cannot be compared with this one's. */
    public static final class OtherEmbedder extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        OtherEmbedder(Path folder, String found, String given) {
            super(
                    folder,
                    "the index in " + folder + " was made with the embedder " + found + ", this one is " + given
                            + "; ingest again into a new folder or use " + found,
                    new IllegalStateException(found + " is not " + given));
        }
    }
}
