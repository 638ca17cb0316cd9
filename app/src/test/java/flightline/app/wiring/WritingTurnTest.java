package flightline.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.state.Cabinet;
import flightline.state.Lease;
import flightline.state.MemoryCabinet;
import flightline.state.StateTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class WritingTurnTest {
    private final Cabinet cabinet = new MemoryCabinet(10, InstantSource.fixed(Instant.EPOCH));

    private WritingTurn await() {
        return WritingTurn.await(cabinet, "postgresql://db:5432/line", Duration.ZERO, System::nanoTime);
    }

    @Test
    void verb_whileAnotherNodeWrites_isToldSo_andHasItsTurnAfterwards() {
        Lease job = WritingTurn.now(cabinet).orElseThrow();
        assertThatThrownBy(this::await)
                .isInstanceOf(StateTrouble.class)
                .hasMessage("another node is writing to what is kept in postgresql://db:5432/line; reading goes on,"
                        + " try again when it has ended");
        job.close();
        try (WritingTurn turn = await()) {
            assertThat(turn.isLost()).isFalse();
            assertThat(WritingTurn.now(cabinet)).isEmpty();
        }
        assertThat(WritingTurn.now(cabinet)).isPresent();
    }

    @Test
    void whereNothingIsShared_nobodyIsWaitedFor() {
        try (WritingTurn turn = WritingTurn.alone()) {
            assertThat(turn.isLost()).isFalse();
        }
    }
}
