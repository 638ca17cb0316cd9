package flightline.flow;

import flightline.records.RecordOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was wrong with a file of records: how often, the first of it in words, and what to know besides. */
final class ImportFaults {
    /** A file that is no records at all may be millions of lines long; nobody reads that many faults. */
    private static final int MOST = 10_000;
    /** From here on, and from a quarter of the rows on, it is the mapping rather than the rows. */
    private static final int MANY = 5;

    private final List<String> first = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long count;

    /** Takes what is no record. */
    void meet(RecordOutcome outcome) {
        switch (outcome) {
            case RecordOutcome.Bad row -> add(row.message());
            case RecordOutcome.Note(var name, var text) -> notes.add(name + ": " + text);
            case RecordOutcome.Read read -> throw new IllegalArgumentException("a record is no fault");
        }
    }

    void add(String message) {
        count++;
        if (first.size() < MOST) first.add(message);
    }

    long count() {
        return count;
    }

    List<String> first() {
        return first;
    }

    /** @param good rows that were read */
    List<String> notes(long good) {
        boolean many = count >= MANY && count * 4 >= count + good;
        if (!many) return notes;
        var more = new ArrayList<>(notes);
        more.add(count + " of " + (count + good)
                + " rows were not read; does the mapping fit this file? (import-records --guess proposes one)");
        return more;
    }

    /** One line: file and what the disk says of it. */
    static String reason(Path path, IOException e) {
        return path + ": " + (e instanceof NoSuchFileException ? "does not exist" : "cannot be read: " + said(e));
    }

    static String reason(Path path, UncheckedIOException e) {
        return path + ": " + e.getMessage() + (e.getCause() == null ? "" : ": " + said(e.getCause()));
    }

    private static String said(IOException e) {
        String message = e.getMessage();
        String name = e.getClass().getSimpleName();
        return message == null ? name : name.equals("IOException") ? message : name + " " + message;
    }
}
