package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.observe.JobGauges;
import flightline.app.view.BadRequest;
import flightline.audit.AuditTrouble;
import flightline.search.IndexTrouble;
import flightline.state.StateTrouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Who can do which kind of job. Filled before the first one begins. */
final class Workshop {
    private final Map<String, Work> kinds = new HashMap<>();
    private final Consumer<Throwable> faults;
    private final JobGauges gauges;
    private final LongSupplier nanos;

    /**
     * @param faults is told of what should not have happened
     * @param nanos a clock for durations
     */
    Workshop(Consumer<Throwable> faults, JobGauges gauges, LongSupplier nanos) {
        this.faults = faults;
        this.gauges = gauges;
        this.nanos = nanos;
    }

    /** Does one kind of job. */
    interface Work {
        JsonNode done(Task task, Effort effort);
    }

    void learn(String kind, Work work) {
        kinds.put(kind, work);
    }

    JsonNode work(Task task, Effort effort) {
        Work work = Optional.ofNullable(kinds.get(task.kind()))
                .orElseThrow(() -> new BadRequest("this version knows no job '" + task.kind() + "'"));
        long began = nanos.getAsLong();
        boolean failed = true;
        gauges.began(task.kind());
        try {
            JsonNode done = work.done(task, effort);
            failed = false;
            return done;
        } catch (Stopped asTold) {
            failed = false;
            throw asTold;
        } finally {
            gauges.ended(task.kind(), failed, Duration.ofNanos(nanos.getAsLong() - began));
        }
    }

    /** Why a job failed, in words for whoever began it. */
    String why(Throwable fault) {
        return switch (fault) {
            case BadRequest said -> String.valueOf(said.getMessage());
            case IndexTrouble said -> String.valueOf(said.getMessage());
            case StateTrouble said -> String.valueOf(said.getMessage());
            case AuditTrouble said -> String.valueOf(said.getMessage());
            default -> {
                faults.accept(fault);
                yield "a fault of ours; the server's own output says more";
            }
        };
    }
}
