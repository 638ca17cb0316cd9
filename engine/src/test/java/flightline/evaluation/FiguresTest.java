package flightline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FiguresTest {
    @TempDir
    Path folder;

    @Test
    void meter_countsHitsAndReciprocalRanks() {
        var meter = new RankMeter();
        for (int rank : List.of(1, 2, 4, 0)) meter.add(rank);
        assertThat(meter.hit(1)).isEqualTo(0.25);
        assertThat(meter.hit(3)).isEqualTo(0.5);
        assertThat(meter.hit(5)).isEqualTo(0.75);
        assertThat(meter.mrr()).isEqualTo((1 + 0.5 + 0.25) / 4, within(1e-12));
        var figures = new LinkedHashMap<String, Double>();
        meter.write("hit", figures, 1, 5);
        assertThat(figures)
                .containsExactly(Map.entry("hit@1", 0.25), Map.entry("hit@5", 0.75), Map.entry("hit MRR", 0.4375));
    }

    @Test
    void meter_nothingMeasured_isZero() {
        assertThat(new RankMeter().mrr()).isZero();
        assertThat(new RankMeter().hit(1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new RankMeter().add(-1));
    }

    @Test
    void rankOf_isOneBased_zeroWhereNoneFits() {
        assertThat(RankMeter.rankOf(List.of("a", "b", "b"), "b"::equals)).isEqualTo(2);
        assertThat(RankMeter.rankOf(List.of("a"), "b"::equals)).isZero();
    }

    @Test
    void shortOf_namesWhatFellShortAndWhatWasNotMeasured() {
        var card = new Scorecard("causes", 4, Map.of("hit@1", 0.25, "hit@5", 0.75), List.of());
        assertThat(card.shortOf(Map.of("hit@1", 0.25, "hit@5", 0.7))).isEmpty();
        assertThat(card.shortOf(Map.of("hit@1", 0.3))).containsExactly("causes hit@1: 0.25, expected at least 0.3");
        assertThat(card.shortOf(Map.of("nDCG", 0.3))).singleElement().asString().contains("not measured");
    }

    @Test
    void cases_badLines_areNamed_theRestIsRead() throws IOException {
        Path file = folder.resolve("cases.jsonl");
        Files.writeString(file, "{\"id\":\"1\"}\n\n[1]\n{\"id\":\n{\"id\":\"2\"}\n");
        var read = Cases.read(file);
        assertThat(read.cases()).extracting(c -> c.path("id").asText()).containsExactly("1", "2");
        assertThat(read.faults()).hasSize(2);
        assertThat(read.faults().getFirst()).startsWith("cases.jsonl line 3");
        assertThat(read.faults().getLast()).startsWith("cases.jsonl line 4");
    }
}
