package flightline.app.wiring;

import flightline.app.wiring.DataFolder.UnusableDataFolder;
import flightline.cluster.state.Database;
import flightline.cluster.state.JobTable;
import flightline.cluster.state.PostgresCabinet;
import flightline.llama.egress.Egress;
import flightline.state.Cabinet;
import flightline.state.FileCabinet;
import flightline.state.MemoryCabinet;
import flightline.state.StateTrouble;
import flightline.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Where state is kept: in files of the data folder, or in a database that several nodes share. */
public final class StateStand implements AutoCloseable {
    /** For which a database that fails in passing is tried again: a standby takes over within seconds. */
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private static final Duration PATIENCE = WritingTurn.LENGTH.plusSeconds(15);

    private static final List<String> PASSING = List.of("signed-in", "sign-in", "lock-out", "once");
    /** Longer than the longest session. */
    private static final Duration LONGEST_PASSING = Duration.ofDays(8);

    private static final Duration JOBS_KEPT = Duration.ofDays(30);

    private final Cabinet cabinet;
    private final Optional<Database> database;
    private final InstantSource clock;

    private StateStand(Cabinet cabinet, Optional<Database> database, InstantSource clock) {
        this.cabinet = cabinet;
        this.database = database;
        this.clock = clock;
    }

    static StateStand open(Settings settings, DataFolder folder, Vault vault) throws UnusableDataFolder {
        if (settings.state().isEmpty())
            return new StateStand(
                    new FileCabinet(folder.root(), vault, settings.clock()), Optional.empty(), settings.clock());
        if (!vault.isClear())
            throw new UnusableDataFolder("the data folder " + folder.root()
                    + " is encrypted, and a state in PostgreSQL is not encrypted by Flightline: encrypt the disks of the"
                    + " database and use a data folder that is not encrypted, or leave the state in files");
        StateSettings named = settings.state().get();
        // The process looks up and calls no host that was not named so.
        var ignored = new Egress(named.address().named());
        try {
            Database database = Database.open(named.address(), named.login(), settings.nanos(), BUDGET);
            return new StateStand(new PostgresCabinet(database), Optional.of(database), settings.clock());
        } catch (StateTrouble trouble) {
            throw new UnusableDataFolder(String.valueOf(trouble.getMessage()));
        }
    }

    /** Everything that is kept. */
    public Cabinet cabinet() {
        return cabinet;
    }

    /** Whether other nodes see what is kept here. */
    public boolean shared() {
        return database.isPresent();
    }

    /**
     * For what passes, such as who is signed in: where every node sees it, or else in the memory of this process.
     *
     * @param most values in memory
     */
    public Cabinet passing(int most) {
        return shared() ? cabinet : new MemoryCabinet(most, clock);
    }

    /** The right to write among all nodes, waited for as long as one that died would have it. */
    public WritingTurn turn(LongSupplier nanos) {
        return database.map(held -> WritingTurn.await(cabinet, held.address().toString(), PATIENCE, nanos))
                .orElseGet(WritingTurn::alone);
    }

    /** Jobs of all nodes; only where state is shared. */
    public JobTable jobs() {
        // A number that nobody else has makes a name that nobody else has.
        return new JobTable(database.orElseThrow(), "node-" + cabinet.next("nodes/last-number"));
    }

    /** Forgets what has passed long ago: sessions, failures, what was answered to words that came once, jobs. */
    public void sweep() {
        database.ifPresent(held -> {
            new PostgresCabinet(held).forget(PASSING, LONGEST_PASSING);
            var ignored = new JobTable(held, "").forget(JOBS_KEPT);
        });
    }

    @Override
    public void close() {
        database.ifPresent(Database::close);
    }
}
