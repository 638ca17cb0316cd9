package flightline.app.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A clock that stands until it is moved. */
public final class Hours implements InstantSource {
    private volatile Instant now;

    public Hours(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
