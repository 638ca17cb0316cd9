package flightline.cluster.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import flightline.search.Card;
import flightline.search.Condition;
import flightline.search.Depot;
import flightline.search.IndexTrouble;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * A depot in an OpenSearch cluster.
 *
 * <p>OpenSearch knows no transactions, so every entry says with which commit it was born and died, and one document says which
 * commit is in force. A writer prepares the next commit, which nobody sees, and then changes that document, only if it is
 * still as it was found. What a killed writer left is undone by the next one before it begins.
 */
public final class OpenSearchDepot implements Depot {
    private static final int READS = 5;
    /** Copies agree every thirty seconds on what need not be kept for one that lags behind; until then it stays in files. */
    private static final int PURGES = 120;

    private final ClusterIndex index;
    private final Maker maker;
    private final WriteLease lease;
    private final Recent recent = new Recent();
    private volatile boolean wasThere;
    private boolean left;

    /**
     * What an index is made with.
     *
     * @param embedder its name
     * @param dimension length of its vectors
     * @param self tells this process from every other that ever was
     */
    public record Maker(String embedder, int dimension, String self) {}

    OpenSearchDepot(Asking asking, String part, Maker maker, LongSupplier nanos, WriteLease.Pace pace) {
        this.index = new ClusterIndex(asking, asking.address().name() + "-" + part);
        this.maker = maker;
        this.lease = new WriteLease(asking, part, maker.self(), nanos, pace);
    }

    @Override
    public String place() {
        return index.asking().address().toString();
    }

    private Optional<Pointer> pointer() {
        Optional<Pointer> found = index.get(Pointer.ID).map(Pointer::read);
        if (found.isEmpty() && wasThere)
            throw index.asking()
                    .away("index " + index.name() + " was there and is gone", new IllegalStateException("no index"));
        found.ifPresent(pointer -> {
            wasThere = true;
            if (pointer.format() > Layout.FORMAT)
                throw new IndexTrouble.TooNew(
                        place(),
                        Integer.toString(pointer.format()),
                        Integer.toString(Layout.FORMAT),
                        new IllegalStateException("format " + pointer.format()));
        });
        return found;
    }

    @Override
    public <T> T read(T empty, Reading<T> reading) {
        for (int tries = 0; ; tries++) {
            Optional<Pointer> before = pointer();
            if (before.isEmpty() || before.get().commit() == 0) return empty;
            T answer = reading.of(new OpenSearchCommit(index, before.get(), recent));
            Optional<Pointer> after = pointer();
            // What went with a later commit was erased while it was being read, so it may be missing from the answer.
            if (after.isPresent() && after.get().swept() <= before.get().commit()) return answer;
            if (tries == READS)
                throw index.asking()
                        .away("it was changed again and again while it was read", new IllegalStateException("swept"));
        }
    }

    @Override
    public synchronized void reserve() {
        if (!lease.isHeld() && index.get(Pointer.ID).isEmpty()) begin();
        if (!lease.take()) return;
        try {
            undo();
        } catch (RuntimeException failed) {
            lease.give();
            throw failed;
        }
    }

    private void begin() {
        var asking = index.asking();
        index.create(Layout.index(asking.address().shards(), maker.dimension()));
        var first = new Pointer(0, 0, maker.embedder(), Layout.FORMAT, maker.self(), "", new Pointer.Version(0, 0));
        index.put(Pointer.ID, first.write(), Optional.empty());
    }

    /** Claims the pointer, so that a writer who was only slow fails at its end, then takes back what it had prepared. */
    private void undo() {
        Pointer now = changed(pointer().orElseThrow(index::inUse).by(maker.self()));
        index.refresh();
        var bulk = index.new Bulk(lease::require);
        index.ids(Queries.range(Layout.BORN, "gt", now.commit())).forEach(bulk::delete);
        var died = Queries.bool(
                "filter",
                List.of(
                        Queries.range(Layout.DIED, "gt", now.commit()),
                        Queries.range(Layout.DIED, "lt", Layout.NEVER),
                        Queries.range(Layout.BORN, "lte", now.commit())));
        index.ids(died).forEach(id -> bulk.dies(id, Layout.NEVER));
        bulk.send();
        if (bulk.wasSent()) index.refresh();
    }

    private Pointer changed(Pointer wanted) {
        Optional<Pointer.Version> version = index.put(Pointer.ID, wanted.write(), Optional.of(wanted.place()));
        if (version.isPresent()) return wanted.at(version.get());
        // Where the answer to a first try was lost, the second one finds what the first one wrote.
        Pointer now = pointer().orElseThrow(index::inUse);
        if (now.write().equals(wanted.write())) return now;
        throw index.inUse();
    }

    @Override
    public synchronized void write(List<Condition> gone, List<Card> added) {
        reserve();
        lease.require();
        Pointer now = pointer().orElseThrow(index::inUse);
        if (!now.writer().equals(maker.self())) throw index.inUse();
        long next = now.commit() + 1;
        try {
            var bulk = index.new Bulk(lease::require);
            for (String id : dying(now, gone)) bulk.dies(id, next);
            for (Card card : added) bulk.put(Cards.id(card.name(), next), Cards.write(card, next, maker.self()));
            bulk.send();
            index.refresh();
            lease.require();
            changed(now.next());
            left = true;
        } catch (RuntimeException failed) {
            // The next one to write begins with taking back what was prepared here, and that may be this one.
            lease.give();
            throw failed;
        }
    }

    private Set<String> dying(Pointer now, List<Condition> gone) {
        var ids = new LinkedHashSet<String>();
        if (gone.isEmpty() || now.commit() == 0) return ids;
        var commit = new OpenSearchCommit(index, now, recent);
        for (int from = 0; from < gone.size(); from += 100) {
            var some = new ArrayList<Condition>(gone.subList(from, Math.min(gone.size(), from + 100)));
            ids.addAll(index.ids(commit.within(Queries.query(new Condition.Any(some)))));
        }
        return ids;
    }

    @Override
    public synchronized void release() {
        if (!lease.isHeld()) return;
        try {
            if (left) sweep();
        } finally {
            lease.give();
        }
    }

    /**
     * Erases what went with commits by now, after saying so: who reads an older commit then begins anew. No reader sees it as it
     * is, so searches need not be told.
     */
    private void sweep() {
        Pointer now = pointer().orElseThrow(index::inUse);
        List<String> dead = index.ids(Queries.range(Layout.DIED, "lte", now.commit()));
        if (!dead.isEmpty()) {
            changed(now.sweeping());
            var bulk = index.new Bulk(lease::require);
            dead.forEach(bulk::delete);
            bulk.send();
        }
        left = false;
    }

    @Override
    public synchronized void purge() {
        reserve();
        sweep();
        index.refresh();
        // A copy that lags behind a moment holds on to what was deleted, so once may not be enough.
        for (int tries = 0; index.expunge() > 0; tries++) {
            if (tries == PURGES)
                throw new IndexTrouble.Unusable(
                        place(),
                        "cleared of what was removed: a copy still holds it",
                        new IllegalStateException("it is out of every search; run check, or remove it again, later"));
            pause();
        }
    }

    @Override
    public List<String> faults() {
        JsonNode health = health();
        return health.path("status").asText().equals("red")
                ? List.of(index.name() + ": " + unassigned(health)
                        + " parts are on no node (red); start the nodes that hold them, or restore a snapshot")
                : List.of();
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<>(List.of("in " + place()));
        JsonNode health = health();
        if (health.path("status").asText().equals("yellow"))
            remarks.add(unassigned(health) + " parts have no second copy (yellow)");
        var versions = new TreeSet<String>();
        Reply nodes = index.asking().get("/_cat/nodes", Map.of("format", "json", "h", "version"), ClusterIndex.READ);
        if (nodes.isFine())
            for (JsonNode node : nodes.body()) versions.add(node.path("version").asText());
        if (versions.size() > 1)
            remarks.add("its nodes have versions " + String.join(" and ", versions) + ": end the upgrade soon");
        return remarks;
    }

    private static long unassigned(JsonNode health) {
        return health.path("unassigned_shards").asLong();
    }

    private JsonNode health() {
        if (pointer().isEmpty()) return MissingNode.getInstance();
        Reply health =
                index.asking().get("/_cluster/health/" + index.name(), Map.of("timeout", "5s"), ClusterIndex.READ);
        return index.fine("checked", health).body();
    }

    @Override
    public void close() {
        try {
            release();
        } finally {
            lease.give();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
