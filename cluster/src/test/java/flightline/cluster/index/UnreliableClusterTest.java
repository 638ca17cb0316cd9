package flightline.cluster.index;

import static flightline.search.Shelves.TODAY;
import static flightline.search.Shelves.swap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.cluster.Relay;
import flightline.model.HashingEmbedder;
import flightline.search.EvidenceQuery;
import flightline.search.IndexTrouble;
import flightline.search.PassageIndex;
import flightline.search.Shelves;
import flightline.vault.Vault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real cluster behind two ways that fail: gone at the start, gone in the middle, silence, and clocks that disagree. */
@ExtendWith(WithOpenSearch.class)
final class UnreliableClusterTest {
    private static final long A_DAY = Duration.ofDays(1).toNanos();

    private final OpenSearchNodes nodes;
    private final Bench bench;
    private final Relay one;
    private final Relay other;

    UnreliableClusterTest(OpenSearchNodes nodes) throws IOException {
        this.nodes = nodes;
        this.bench = new Bench(nodes, UnreliableClusterTest.class);
        this.one = new Relay(nodes.port());
        this.other = new Relay(nodes.port());
    }

    @AfterEach
    void closeWays() {
        one.close();
        other.close();
    }

    private IndexAddress address() {
        return IndexAddress.parse("opensearch://127.0.0.1:" + one.port() + ",127.0.0.1:" + other.port() + "/"
                + bench.address("a").name());
    }

    private PassageIndex open(String self, LongSupplier nanos) {
        var embedder = new HashingEmbedder();
        return new OpenSearchIndexes(address(), Credentials.NONE, embedder, self, nanos, Bench.QUICK)
                .passages(embedder, Shelves.ABBREVIATIONS, word -> Optional.empty(), Vault.clear());
    }

    private static int hits(PassageIndex index) {
        return index.search(EvidenceQuery.of("pump", 10, TODAY)).hits().size();
    }

    @Test
    void oneWayGoneAtTheStart_andTheOtherInTheMiddle_isNotNoticed() throws IOException {
        one.refuse(Integer.MAX_VALUE);
        try (var index = open("process", System::nanoTime)) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            assertThat(hits(index)).isEqualTo(1);
            one.refuse(0);
            other.refuse(Integer.MAX_VALUE);
            assertThat(hits(index)).isEqualTo(1);
            index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump.")));
            assertThat(hits(index)).isEqualTo(2);
        }
    }

    @Test
    void bothWaysGone_isSaid_andWhenTheyAreBack_theSameIndexGoesOn() throws IOException {
        try (var index = open("process", System::nanoTime)) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            one.refuse(Integer.MAX_VALUE);
            other.refuse(Integer.MAX_VALUE);
            assertThatThrownBy(() -> hits(index))
                    .isInstanceOf(IndexTrouble.Away.class)
                    .hasMessageContaining("nothing is lost")
                    .hasMessageNotContaining("\n");
            one.refuse(0);
            other.refuse(0);
            assertThat(hits(index)).isEqualTo(1);
            index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump.")));
            assertThat(hits(index)).isEqualTo(2);
        }
    }

    @Test
    void silence_endsWithTheDeadline_andIsSaid() {
        one.fallSilent();
        other.fallSilent();
        try (var asking = new Asking(address(), Credentials.NONE)) {
            assertThatThrownBy(() -> asking.get("/", Map.of(), Duration.ofSeconds(1)))
                    .isInstanceOf(IndexTrouble.Away.class)
                    .hasMessageContaining("no answer within 1 s")
                    .hasMessageContaining("nothing is lost");
        }
    }

    /** Clocks are days apart: nobody takes for dead who is alive, and nobody waits for one who gave back. */
    @Test
    void clocksApart_oneWritesAtATime() {
        try (var early = open("early", () -> System.nanoTime() - 3 * A_DAY);
                var late = open("late", () -> System.nanoTime() + 3 * A_DAY)) {
            early.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            assertThatThrownBy(() -> late.swap(List.of(swap("SB", "1", TODAY, "Replace the pump."))))
                    .isInstanceOf(IndexTrouble.InUse.class);
            early.release();
            late.swap(List.of(swap("SB", "1", TODAY, "Replace the pump.")));
            assertThatThrownBy(() -> early.swap(List.of(swap("SL", "1", TODAY, "Look at the pump."))))
                    .isInstanceOf(IndexTrouble.InUse.class);
            assertThat(hits(early)).isEqualTo(2);
        }
    }

    /** One node can hold no second copy of anything. */
    @Test
    void yellow_isRemarked_andServed() {
        try (var index = open("process", System::nanoTime)) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            String name = bench.address("a").name() + "-passages";
            nodes.ask(
                    "PUT",
                    "/" + name + "/_settings",
                    "{\"index\":{\"auto_expand_replicas\":false,\"number_of_replicas\":1}}");
            assertThat(nodes.ask("GET", "/_cluster/health/" + name, "")).contains("\"status\":\"yellow\"");
            assertThat(hits(index)).isEqualTo(1);
            index.swap(List.of(swap("SB", "1", TODAY, "Replace the pump.")));
            assertThat(hits(index)).isEqualTo(2);
            assertThat(index.check().faults()).isEmpty();
            assertThat(index.remarks().toString()).contains("have no second copy (yellow)");
        }
    }

    @Test
    void entriesOfALaterVersion_areRefused_andSaid() {
        try (var index = open("process", System::nanoTime)) {
            index.swap(List.of(swap("AMM", "1", TODAY, "Remove the pump.")));
            index.release();
            String name = bench.address("a").name() + "-passages";
            nodes.ask(
                    "POST",
                    "/" + name + "/_update/" + Pointer.ID + "?refresh=true",
                    "{\"doc\":{\"" + Layout.STATE + "\":{\"format\":" + (Layout.FORMAT + 1) + "}}}");
            assertThatThrownBy(() -> hits(index))
                    .isInstanceOf(IndexTrouble.TooNew.class)
                    .hasMessageContaining(Integer.toString(Layout.FORMAT + 1))
                    .hasMessageNotContaining("\n");
        }
    }
}
