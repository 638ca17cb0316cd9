package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private static void crowded(Turns turns) {
        assertThatExceptionOfType(Turns.Crowded.class).isThrownBy(turns::take);
    }

    @Test
    void whoeverComesLater_getsTheTurnThatIsGivenBack() throws Exception {
        var turns = new Turns(1, 5, Duration.ofMinutes(1));
        List<String> had = new CopyOnWriteArrayList<>();
        Turns.Turn first = turns.take();
        var later = CompletableFuture.runAsync(() -> turns.during(() -> had.add("second")));
        had.add("first");
        first.close();
        later.get(1, TimeUnit.MINUTES);

        assertThat(had).containsExactly("first", "second");
    }

    @Test
    void fullQueue_isSaidAtOnce_andWhenToComeAgain() {
        var turns = new Turns(1, 0, Duration.ofSeconds(7));
        assertThat(turns.take()).isNotNull();
        assertThatExceptionOfType(Turns.Crowded.class)
                .isThrownBy(turns::take)
                .satisfies(crowded -> assertThat(crowded.seconds()).isEqualTo(7))
                .withMessage("too many are asking at this moment; come again in 7 s");
    }

    @Test
    void patienceThatEnds_leavesTheQueue() {
        var turns = new Turns(1, 1, Duration.ofMillis(1));
        Turns.Turn turn = turns.take();
        crowded(turns);
        crowded(turns);
        turn.close();
        assertThat(turns.take()).isNotNull();
    }

    @Test
    void turnGivenBackTwice_countsOnce() {
        var turns = new Turns(1, 0, Duration.ZERO);
        Turns.Turn turn = turns.take();
        turn.close();
        turn.close();
        assertThat(turns.take()).isNotNull();
        crowded(turns);
    }

    @Test
    void workThatFails_givesItsTurnBack() {
        var turns = new Turns(1, 0, Duration.ZERO);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> turns.during(() -> {
                    throw new IllegalStateException("broken");
                }));
        assertThat(turns.take()).isNotNull();
    }
}
