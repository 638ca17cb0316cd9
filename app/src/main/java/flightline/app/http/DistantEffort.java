package flightline.app.http;

import flightline.app.wiring.WritingTurn;
import flightline.cluster.state.JobRow;
import flightline.cluster.state.JobTable;
import flightline.state.Lease;
import flightline.state.StateTrouble;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A job that this node is doing: tells the database now and then that it still is, and how far it is. Where the job was lost to
 * another node, because this one was not heard of for too long, it ends as soon as it can. Safe for several threads.
 */
final class DistantEffort implements Effort, AutoCloseable {
    static final Duration LEASE = WritingTurn.LENGTH;
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final JobTable table;
    private final JobRow job;
    private final Lease turn;
    private final BooleanSupplier closing;
    private final Thread heart;
    private long done;
    private long total;
    private String doing = "";
    private boolean lost;
    private boolean stop;

    /**
     * @param turn to write, renewed with the job
     * @param closing whether this node is about to end
     */
    DistantEffort(JobTable table, JobRow job, Lease turn, BooleanSupplier closing) {
        this.table = table;
        this.job = job;
        this.turn = turn;
        this.closing = closing;
        this.heart = Thread.ofVirtual().name("job-heart").start(this::beat);
    }

    private void beat() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(BEAT);
                renew();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void renew() {
        long[] at;
        String what;
        synchronized (this) {
            at = new long[] {done, total};
            what = doing;
        }
        try {
            Optional<JobRow> now = table.renew(job, at[0], at[1], what, LEASE);
            boolean turns = turn.renew();
            synchronized (this) {
                lost |= now.isEmpty() || !turns;
                stop |= now.filter(JobRow::stop).isPresent();
            }
        } catch (StateTrouble gone) {
            // Tried again with the next beat; if that lasts, the lease ends and another node has the job.
        }
    }

    @Override
    public synchronized void at(long part, long whole, String what) {
        done = part;
        total = whole;
        doing = what;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        return stop || lost || closing.getAsBoolean();
    }

    /** Whether whoever began it asked for its end. */
    synchronized boolean stopped() {
        return stop;
    }

    @Override
    public void close() {
        heart.interrupt();
        renew();
    }
}
