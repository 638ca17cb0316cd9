package flightline.search;

import flightline.model.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.store.Directory;

/** What every index must hold, whatever lies in it: whole files, and vectors of the embedder that is asked with. */
final class ShelfCheck {
    private ShelfCheck() {}

    static List<String> of(Shelf shelf, Embedder embedder, String vectorField) {
        var faults = new ArrayList<String>();
        try {
            shelf.examine(directory -> {
                try (var check = new CheckIndex(directory)) {
                    CheckIndex.Status status = check.checkIndex();
                    if (!status.clean)
                        faults.add("files: " + status.numBadSegments + " of " + status.numSegments
                                + " segments are damaged, with " + status.totLoseDocCount + " entries");
                }
            });
        } catch (IndexTrouble.Corrupt damaged) {
            faults.add(String.valueOf(damaged.getMessage()));
        }
        if (!faults.isEmpty()) return faults;
        shelf.heldEmbedder()
                .filter(held -> !held.equals(embedder.name()))
                .ifPresent(
                        held -> faults.add("vectors are of " + held + ", the embedder in use is " + embedder.name()));
        shelf.read(true, searcher -> {
            for (var leaf : searcher.getIndexReader().leaves()) {
                FieldInfo info = leaf.reader().getFieldInfos().fieldInfo(vectorField);
                if (info != null && info.getVectorDimension() != embedder.dimension())
                    faults.add("vectors have length " + info.getVectorDimension() + ", the embedder in use gives "
                            + embedder.dimension());
            }
            return true;
        });
        return faults;
    }

    /** Looks into the folder itself. */
    interface Examination {
        void of(Directory directory) throws IOException;
    }
}
