package flightline.cluster.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes and what lies between them. */
final class JobTableTest {
    private static final String NAME = "jobs";
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static @Nullable Database opened;

    private final JobTable one = new JobTable(database(), "one");
    private final JobTable other = new JobTable(database(), "other");

    @BeforeAll
    static void start() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE " + NAME);
        opened = OwnPostgres.open(NAME, Duration.ofSeconds(5));
    }

    @AfterAll
    static void end() {
        database().close();
    }

    private static Database database() {
        return Objects.requireNonNull(opened);
    }

    @BeforeEach
    void empty() throws Exception {
        OwnPostgres.sql(NAME, "TRUNCATE flightline.jobs RESTART IDENTITY");
    }

    private static void pass(Duration time) throws Exception {
        OwnPostgres.sql(
                NAME, "UPDATE flightline.jobs SET lease = lease - " + time.toMillis() + " * interval '1 millisecond'");
    }

    @Test
    void job_isSeenByEveryNode_andDoneByOne() {
        long id = one.add("ingest", "a", "{\"library\": \"main\"}");
        assertThat(other.find(id)).get().satisfies(job -> {
            assertThat(job.state()).isEqualTo("waiting");
            assertThat(job.work()).contains("main");
        });
        JobRow claimed = other.claim(LEASE).orElseThrow();
        assertThat(claimed.id()).isEqualTo(id);
        assertThat(one.claim(LEASE)).isEmpty();
        assertThat(other.renew(claimed, 1, 3, "reading", LEASE)).isPresent();
        assertThat(one.find(id)).get().satisfies(job -> {
            assertThat(job.doing()).isEqualTo("reading");
            assertThat(job.changes()).isGreaterThan(claimed.changes());
        });
        assertThat(other.end(claimed, "done", Optional.of("{\"taken\": 1}"), ""))
                .isTrue();
        assertThat(one.find(id)).get().satisfies(job -> {
            assertThat(job.over()).isTrue();
            assertThat(job.result()).get().asString().contains("taken");
        });
    }

    @Test
    void job_whoseNodeDied_isTakenUpByAnother_andTheFirstIsNotHeardAnyMore() throws Exception {
        one.add("ingest", "a", "{}");
        JobRow lost = one.claim(LEASE).orElseThrow();
        pass(Duration.ofSeconds(29));
        assertThat(other.claim(LEASE)).isEmpty();
        pass(Duration.ofSeconds(2));
        JobRow taken = other.claim(LEASE).orElseThrow();
        assertThat(taken.id()).isEqualTo(lost.id());
        assertThat(taken.claims()).isEqualTo(2);
        assertThat(one.renew(lost, 2, 3, "late", LEASE)).isEmpty();
        assertThat(one.end(lost, "failed", Optional.empty(), "late")).isFalse();
        assertThat(other.end(taken, "done", Optional.of("{}"), "")).isTrue();
        assertThat(one.find(lost.id()).orElseThrow().state()).isEqualTo("done");
    }

    @Test
    void job_takenUpAgainByTheSameNode_isNotConfusedWithTheFirstTime() throws Exception {
        one.add("ingest", "a", "{}");
        JobRow first = one.claim(LEASE).orElseThrow();
        pass(Duration.ofMinutes(1));
        JobRow second = one.claim(LEASE).orElseThrow();
        assertThat(one.end(first, "done", Optional.empty(), "")).isFalse();
        assertThat(one.end(second, "done", Optional.empty(), "")).isTrue();
    }

    @Test
    void job_givenBack_isForTheNext() {
        one.add("ingest", "a", "{}");
        JobRow claimed = one.claim(LEASE).orElseThrow();
        one.giveBack(claimed);
        assertThat(other.claim(LEASE)).get().extracting(JobRow::id).isEqualTo(claimed.id());
    }

    @Test
    void job_stopped_isOverWhileItWaits_andToldWhileItRuns() {
        long waiting = one.add("ingest", "a", "{}");
        other.stop(waiting);
        assertThat(one.find(waiting).orElseThrow().state()).isEqualTo("stopped");
        assertThat(one.claim(LEASE)).isEmpty();
        one.add("ingest", "a", "{}");
        JobRow running = one.claim(LEASE).orElseThrow();
        other.stop(running.id());
        assertThat(one.renew(running, 0, 0, "", LEASE))
                .get()
                .satisfies(job -> assertThat(job.stop()).isTrue());
    }

    @Test
    void jobs_claimedByManyAtOnce_areEachHadOnce() throws Exception {
        IntStream.range(0, 40).forEach(i -> one.add("ingest", "a", "{}"));
        var claimed = Collections.synchronizedSet(new HashSet<Long>());
        var twice = Collections.synchronizedSet(new HashSet<Long>());
        Callable<Boolean> node = () -> {
            var own = new JobTable(database(), Thread.currentThread().getName());
            for (Optional<JobRow> job = own.claim(LEASE); job.isPresent(); job = own.claim(LEASE))
                if (!claimed.add(job.get().id())) twice.add(job.get().id());
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, node)))
                assertThat(done.get()).isTrue();
        }
        assertThat(twice).isEmpty();
        assertThat(claimed).hasSize(40);
    }

    @Test
    void jobs_ofOne_areListedNewestFirst_andForgottenWhenTheyAreOld() throws Exception {
        long first = one.add("ingest", "a", "{}");
        long second = one.add("import-records", "a", "{}");
        one.add("ingest", "b", "{}");
        assertThat(other.of("a", 10)).extracting(JobRow::id).containsExactly(second, first);
        one.stop(first);
        OwnPostgres.sql(NAME, "UPDATE flightline.jobs SET ended = ended - interval '40 days'");
        assertThat(one.forget(Duration.ofDays(30))).isEqualTo(1);
        assertThat(one.of("a", 10)).extracting(JobRow::id).containsExactly(second);
    }
}
