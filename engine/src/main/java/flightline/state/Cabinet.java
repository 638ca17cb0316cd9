package flightline.state;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Values under keys, each read and written whole. Several threads, processes and machines may work on one cabinet: of two who
 * change a value from the same state, one is told that it came too late. Whatever cannot be read or written is an
 * {@link java.io.UncheckedIOException} whose message names value, place and reason; a {@link StateTrouble} where it is the
 * place itself that fails. Nothing is ever half written.
 */
public interface Cabinet {
    /** Parts of 1 to 200 letters, digits, dots, dashes and underscores, parted by slashes. */
    Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}(?:/[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}){0,7}");

    /** Ends of names that files of the moment have. */
    Pattern OF_THE_MOMENT = Pattern.compile(".*\\.(?:part|lock|tmp)");

    /** The value; absent where there is none. */
    Optional<byte[]> read(String key);

    /**
     * The value as a stream, for what is large; absent where there is none. It gives the value as it was when it was opened,
     * whatever is written meanwhile. Whoever asks closes it.
     */
    Optional<InputStream> open(String key);

    /** Writes the value, in place of what is there. */
    void write(String key, byte[] value);

    /** The same with a value that is large. Where the stream ends in an exception, what was there stays. */
    void write(String key, InputStream value) throws IOException;

    /**
     * Writes and forgets several values, in the order of the map. A place far away does it in one go, and then all of it or
     * nothing; any other does one after another, and what was done before a failure stays.
     *
     * @param values absent ones are forgotten
     */
    default void change(SequencedMap<String, Optional<byte[]>> values) {
        values.forEach((key, value) -> {
            if (value.isPresent()) write(key, value.get());
            else delete(key);
        });
    }

    /**
     * Writes the value unless it was changed meanwhile; whether it did.
     *
     * @param before as it was read; absent for a value that must not be there yet
     */
    boolean replace(String key, Optional<byte[]> before, byte[] after);

    /** Forgets the value; false where there was none. */
    boolean delete(String key);

    boolean holds(String key);

    /** All keys that begin so, in the order of their letters. */
    List<String> keys(String prefix);

    /** What changes whenever the value is written, for those who remember what they read; absent where there is no value. */
    Optional<String> stamp(String key);

    /** The next number of a row, from 1; never one that was given before. The last one is a value itself, under the row's key. */
    default long next(String row) {
        for (; ; ) {
            Optional<byte[]> before = read(row);
            long next = before.map(last -> Rows.number(place(row), last)).orElse(0L) + 1;
            if (replace(row, before, Rows.text(next))) return next;
        }
    }

    /**
     * The right to do something alone, for as long as it is renewed; absent while somebody else has it. Time is told by the
     * cabinet's clock, not by that of whoever asks.
     *
     * @param length after which it ends by itself
     */
    Optional<Lease> lease(String name, Duration length);

    /** Where the value lies, for people to read. It need not be there. */
    String place(String key);

    /** Removes what a killed process left half written under such keys; returns how many. Only while nobody else writes. */
    default int sweep(String prefix) {
        return 0;
    }

    /** What is used and how it fares, for people to read; throws a {@link StateTrouble} where nothing can be kept there. */
    String condition();

    /** The key itself where it is one; one that leads anywhere else is a fault of whoever made it. */
    static String checked(String key) {
        if (!KEY.matcher(key).matches() || OF_THE_MOMENT.matcher(key).matches())
            throw new IllegalArgumentException("a key must be like sessions/s20261128-1.json, got '" + key + "'");
        return key;
    }
}
