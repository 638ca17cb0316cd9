package flightline.fleet;

/** The table of records cannot be built or read: disk, memory, or a fault of ours. */
public final class TableTrouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TableTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
