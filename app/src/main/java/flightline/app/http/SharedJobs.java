package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.PrincipalJson;
import flightline.app.wiring.StateStand;
import flightline.app.wiring.WritingTurn;
import flightline.cluster.state.JobRow;
import flightline.cluster.state.JobTable;
import flightline.policy.Principal;
import flightline.state.Lease;
import flightline.state.StateTrouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Jobs of all nodes that share a database. Whoever is asked begins one, any node does it: it claims the job for as long as it is
 * heard of, and where it dies, another takes the job up from the beginning, which changes nothing that was done already. One job
 * writes at a time among all nodes, as on one machine.
 */
final class SharedJobs implements Jobs {
    private static final Pattern ID = Pattern.compile("j\\d{1,18}");
    private static final int LISTED = 500;
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Pauses between two sweeps; about an hour. */
    private static final int SWEEP = 9000;

    private final StateStand state;
    private final JobTable table;
    private final Luggage luggage;
    private final Workshop workshop;
    private final Thread worker;
    private volatile boolean closing;

    /** @param data the data folder of this node, where files lie while they are worked on */
    SharedJobs(StateStand state, Workshop workshop, Path data) {
        this.state = state;
        this.table = state.jobs();
        this.luggage = new Luggage(state.cabinet(), data);
        this.workshop = workshop;
        this.worker = Thread.ofVirtual().name("jobs").unstarted(this::work);
    }

    @Override
    public void open() {
        worker.start();
    }

    @Override
    public Job begin(Task task) {
        String who = task.asker().name();
        try {
            if (table.of(who, LISTED).stream().filter(one -> !one.over()).count() >= WAITING) throw Jobs.tooMany();
            ObjectNode work = JsonNodeFactory.instance.objectNode();
            work.set("asker", PrincipalJson.of(task.asker()));
            work.set("order", task.order());
            task.upload().ifPresent(upload -> work.set("files", luggage.checkIn(upload)));
            long id = table.add(task.kind(), who, work.toString());
            return table.find(id)
                    .map(row -> new DistantJob(table, row))
                    .orElseThrow(() -> new IllegalStateException("the job " + id + " is gone already"));
        } finally {
            task.close();
        }
    }

    @Override
    public Optional<Job> find(String id, Principal asker) {
        if (!ID.matcher(id).matches()) return Optional.empty();
        return table.find(Long.parseLong(id.substring(1)))
                .filter(row -> isFor(row, asker))
                .map(row -> new DistantJob(table, row));
    }

    @Override
    public List<Job> of(Principal asker) {
        return table.of(asker.name(), LISTED).stream()
                .filter(row -> isFor(row, asker))
                .<Job>map(row -> new DistantJob(table, row))
                .toList();
    }

    private static boolean isFor(JobRow row, Principal asker) {
        return asker.isStill(PrincipalJson.read(DistantJob.read(row.work()).path("asker")));
    }

    private void work() {
        try {
            for (long pauses = 0; !closing; pauses++) {
                try {
                    if (pauses % SWEEP == 0) state.sweep();
                    if (!turn()) Thread.sleep(PAUSE);
                } catch (StateTrouble gone) {
                    Thread.sleep(AFTER_TROUBLE);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was something to do and it was this node's turn. */
    private boolean turn() {
        if (!table.due()) return false;
        Optional<Lease> turn = WritingTurn.now(state.cabinet());
        if (turn.isEmpty()) return false;
        try (Lease held = turn.get()) {
            Optional<JobRow> job = table.claim(DistantEffort.LEASE);
            job.ifPresent(row -> run(row, held));
            return job.isPresent();
        }
    }

    private void run(JobRow row, Lease turn) {
        JsonNode work = DistantJob.read(row.work());
        String outcome = "failed";
        String why = "";
        Optional<JsonNode> result = Optional.empty();
        if (row.claims() > TRIES) {
            why = "it was begun " + TRIES + " times, and each time the node that did it was lost";
        } else if (row.stop()) {
            outcome = "stopped";
        } else {
            try (var effort = new DistantEffort(table, row, turn, () -> closing)) {
                outcome = "done";
                result = done(row, work, effort);
                if (effort.stopped()) outcome = "stopped";
            } catch (RuntimeException | Error fault) {
                why = workshop.why(fault);
            }
            // Whoever takes it up does it whole.
            if (closing && !outcome.equals("stopped")) {
                table.giveBack(row);
                return;
            }
        }
        if (table.end(row, outcome, result.map(JsonNode::toString), why)) luggage.forget(work.path("files"));
    }

    /** What came of it; empty where it ended before it changed anything. */
    private Optional<JsonNode> done(JobRow row, JsonNode work, Effort effort) {
        var task = new Task(
                row.kind(),
                PrincipalJson.read(work.path("asker")),
                (ObjectNode) work.path("order"),
                work.has("files") ? Optional.of(luggage.collect(work.path("files"))) : Optional.empty());
        try {
            return Optional.of(workshop.work(task, effort));
        } catch (Stopped nothingDone) {
            return Optional.empty();
        } finally {
            task.close();
        }
    }

    /** What is being done here ends as soon as it can and is given back. */
    @Override
    public void close() {
        closing = true;
        try {
            if (worker.isAlive() && !worker.join(PATIENCE)) worker.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
