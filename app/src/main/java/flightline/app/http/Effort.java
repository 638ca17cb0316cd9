package flightline.app.http;

import flightline.flow.Progress;
import java.util.function.BooleanSupplier;

/** A job while it is being done: is told how far it is, and tells whether it is to end as soon as it can. */
interface Effort extends Progress, BooleanSupplier {
    /**
     * For work that does not ask whether it is to end: ended by {@link Stopped} where it next tells how far it is. Only for
     * work that changes nothing before the last time that it does.
     */
    default Progress orStopped() {
        return (done, total, doing) -> {
            at(done, total, doing);
            if (getAsBoolean()) throw new Stopped();
        };
    }
}
