package flightline.state;

import java.time.Instant;
import java.time.InstantSource;

final class CrateTest extends CrateContract {
    @Override
    protected Cabinet other() {
        return new MemoryCabinet(1000, InstantSource.fixed(Instant.EPOCH));
    }
}
