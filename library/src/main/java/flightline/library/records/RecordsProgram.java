package flightline.library.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes {@code records.csv}, {@code stories.md} and {@code truth.jsonl} into the folder given as the only argument. */
public final class RecordsProgram {
    private RecordsProgram() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("give one folder to write into, got " + arguments.length + " arguments");
        }
        Path folder = Path.of(arguments[0]);
        RecordBook book = RecordBook.write(RecordBook.SEED);
        Files.writeString(folder.resolve("records.csv"), book.csv());
        Files.writeString(folder.resolve("stories.md"), book.stories());
        Files.writeString(folder.resolve("truth.jsonl"), book.truth());
    }
}
