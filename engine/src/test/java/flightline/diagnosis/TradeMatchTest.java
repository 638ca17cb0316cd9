package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flightline.terms.TradeBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TradeMatchTest {
    private final TradeMatch match = new TradeMatch(TradeBook.of(List.of(
            "3242",
            "* brake",
            "hot brakes after landing; the brake would not release",
            "2911",
            "* pump",
            "the pump would not build pressure; hydraulic pressure lost after landing")));

    @Test
    void shares_addUpToOne_theLikestPageHasMost() {
        Map<String, Double> shares = match.shares(List.of("hot", "brakes", "after", "landing"));
        assertThat(shares.values().stream().mapToDouble(s -> s).sum()).isCloseTo(1, within(1e-9));
        assertThat(shares.get("3242")).isGreaterThan(0.8);
        assertThat(shares.get("2911")).isGreaterThan(0);
    }

    @Test
    void wordsOfEveryText_andNumbers_speakForNothing() {
        assertThat(match.shares(List.of("the", "to", "10"))).isEmpty();
        assertThat(match.shares(List.of("xyzzy"))).isEmpty();
        assertThat(match.shares(List.of())).isEmpty();
    }

    @Test
    void wordsOfOnePage_leaveTheOtherOut() {
        assertThat(match.shares(List.of("hydraulic", "pressure"))).containsOnlyKeys("2911");
    }
}
