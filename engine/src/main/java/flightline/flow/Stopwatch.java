package flightline.flow;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Times the parts of one answer. */
final class Stopwatch {
    private final LongSupplier nanos;
    private final long began;
    private double retrieve;
    private double rank;
    private double write;
    private double verify;

    Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    <T> T retrieving(Supplier<T> work) {
        long from = nanos.getAsLong();
        try {
            return work.get();
        } finally {
            retrieve += since(from);
        }
    }

    <T> T ranking(Supplier<T> work) {
        long from = nanos.getAsLong();
        try {
            return work.get();
        } finally {
            rank += since(from);
        }
    }

    <T> T writing(Supplier<T> work) {
        long from = nanos.getAsLong();
        try {
            return work.get();
        } finally {
            write += since(from);
        }
    }

    <T> T verifying(Supplier<T> work) {
        long from = nanos.getAsLong();
        try {
            return work.get();
        } finally {
            verify += since(from);
        }
    }

    Millis read() {
        return new Millis(since(began), retrieve, rank, write, verify);
    }

    /** Whole milliseconds so far, for the log. */
    String elapsed() {
        return Long.toString((nanos.getAsLong() - began) / 1_000_000);
    }

    private double since(long from) {
        return (nanos.getAsLong() - from) / 1e6;
    }
}
