package flightline.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.cluster.state.JobRow;
import flightline.cluster.state.JobTable;
import flightline.policy.Act;

/** A job that any node may be doing: looked at in the database. For one thread. */
final class DistantJob implements Job {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Milliseconds between two looks. */
    private static final long LOOK = 300;

    private final JobTable table;
    private JobRow row;

    DistantJob(JobTable table, JobRow row) {
        this.table = table;
        this.row = row;
    }

    @Override
    public Act act() {
        return Task.act(row.kind());
    }

    @Override
    public boolean over() {
        return row.over();
    }

    @Override
    public void stop() {
        table.stop(row.id());
        look();
    }

    private void look() {
        table.find(row.id()).ifPresent(now -> row = now);
    }

    @Override
    public long changedSince(long seen, long millis) throws InterruptedException {
        for (long waited = 0; row.changes() == seen && !over() && waited < millis; waited += LOOK) {
            Thread.sleep(LOOK);
            look();
        }
        return row.changes();
    }

    @Override
    public ObjectNode json() {
        return Job.json(
                        "j" + row.id(),
                        row.kind(),
                        row.state(),
                        row.begun(),
                        row.ended(),
                        row.result().map(DistantJob::read),
                        row.why())
                .set("progress", Job.progress(row.done(), row.total(), row.doing()));
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON that is none", e);
        }
    }
}
