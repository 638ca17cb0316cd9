package flightline.cluster.index;

import flightline.model.Embedder;
import flightline.search.PassageIndex;
import flightline.search.PassageIndexContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithOpenSearch.class)
final class OpenSearchPassageIndexTest extends PassageIndexContract {
    private final Bench bench;

    OpenSearchPassageIndexTest(OpenSearchNodes nodes) {
        this.bench = new Bench(nodes, OpenSearchPassageIndexTest.class);
    }

    @Override
    protected PassageIndex open(String name, Embedder embedder) {
        return bench.passages(name, embedder);
    }
}
