package flightline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class MemoryCabinetTest extends CabinetContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));
    private final Cabinet cabinet = new MemoryCabinet(20_000, now::get);

    @Override
    protected Cabinet cabinet() {
        return cabinet;
    }

    @Override
    protected void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Override
    protected void fill(List<String> keys) {
        for (String key : keys) cabinet.write(key, new byte[0]);
    }

    @Test
    void value_writtenLongestAgo_isForgottenWhereThereAreTooMany() {
        var small = new MemoryCabinet(2, now::get);
        small.write("a", new byte[1]);
        small.write("b", new byte[1]);
        small.write("a", new byte[2]);
        small.write("c", new byte[1]);
        assertThat(small.keys("")).containsExactly("a", "c");
    }
}
