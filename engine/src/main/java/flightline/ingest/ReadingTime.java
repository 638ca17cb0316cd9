package flightline.ingest;

import java.time.Duration;

/**
 * How long a file may take to be read: so much for any file, and more for each MiB, since recognising the text of a long
 * scan is honest work.
 */
record ReadingTime(Duration any, Duration eachMebibyte) {
    private static final long MIB = 1 << 20;

    public ReadingTime {
        if (any.isNegative() || any.isZero() || eachMebibyte.isNegative())
            throw new IllegalArgumentException(
                    "reading time must be above zero, got " + any + " and " + eachMebibyte + " a MiB");
    }

    /** Ten minutes, and two more for each MiB: some twenty times what the slowest honest files here need. */
    public static ReadingTime standard() {
        return new ReadingTime(Duration.ofMinutes(10), Duration.ofMinutes(2));
    }

    Duration of(SourceFile file) {
        return any.plus(eachMebibyte.multipliedBy(file.bytes().length / MIB));
    }
}
