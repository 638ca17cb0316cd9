package flightline.search;

import static flightline.search.Shelves.ABBREVIATIONS;

import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class LuceneRecordIndexTest extends RecordIndexContract {
    @TempDir
    Path folder;

    @Override
    protected RecordIndex open(String name) {
        return LuceneRecordIndex.open(folder.resolve(name), new HashingEmbedder(), ABBREVIATIONS);
    }
}
