package flightline.cluster.index;

import flightline.model.HashingEmbedder;
import flightline.search.RecordIndex;
import flightline.search.RecordIndexContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithOpenSearch.class)
final class OpenSearchRecordIndexTest extends RecordIndexContract {
    private final Bench bench;

    OpenSearchRecordIndexTest(OpenSearchNodes nodes) {
        this.bench = new Bench(nodes, OpenSearchRecordIndexTest.class);
    }

    @Override
    protected RecordIndex open(String name) {
        return bench.records(name, new HashingEmbedder());
    }
}
