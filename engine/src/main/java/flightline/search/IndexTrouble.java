package flightline.search;

/** Why an index could not be used. The message is one line, names the place and is meant to be shown. */
public abstract sealed class IndexTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;

    private IndexTrouble(String place, String message, Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** The index's folder, or its address where it lies on other machines. */
    public String place() {
        return place;
    }

    /** Another process, or another part of this one, is writing. */
    public static final class InUse extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        public InUse(Object place, Throwable cause) {
            super(
                    place.toString(),
                    "the index in " + place
                            + " is being written by another process; reading goes on, try writing again when it has ended",
                    cause);
        }
    }

    /** A newer version of Flightline wrote it. */
    public static final class TooNew extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        public TooNew(Object place, String found, String known, Throwable cause) {
            super(
                    place.toString(),
                    "the index in " + place + " has format " + found + ", this version knows up to " + known
                            + "; use the newer Flightline that wrote it",
                    cause);
        }
    }

    /** Bytes are missing or wrong. */
    public static final class Corrupt extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        public Corrupt(Object place, String what, Throwable cause) {
            super(
                    place.toString(),
                    "the index in " + place + " is damaged: " + what + "; restore a backup or ingest again",
                    cause);
        }
    }

    /** A file could not be read or written, for example because the disk is full. What was committed before stands. */
    public static final class Unusable extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        public Unusable(Object place, String doing, Throwable cause) {
            super(
                    place.toString(),
                    "the index in " + place + " could not be " + doing + ": " + reason(cause)
                            + "; nothing of this step was kept",
                    cause);
        }

        private static String reason(Throwable cause) {
            String message = cause.getMessage();
            return message == null ? cause.getClass().getSimpleName() : message;
        }
    }

    /** It lies on other machines, and none of them answers as it should. Nothing was changed, and nothing is said to be missing. */
    public static final class Away extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        /**
         * @param why what was met, in a few words
         * @param advice what to do about it
         */
        public Away(Object place, String why, String advice, Throwable cause) {
            super(place.toString(), "the index in " + place + " cannot be used now: " + why + "; " + advice, cause);
        }
    }

    /** Its vectors come from another embedder, so they cannot be compared with this one's. */
    public static final class OtherEmbedder extends IndexTrouble {
        private static final long serialVersionUID = 1L;

        public OtherEmbedder(Object place, String found, String given) {
            super(
                    place.toString(),
                    "the index in " + place + " was made with the embedder " + found + ", this one is " + given
                            + "; ingest again into a new folder or use " + found,
                    new IllegalStateException(found + " is not " + given));
        }
    }
}
