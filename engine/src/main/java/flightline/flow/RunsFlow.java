package flightline.flow;

import flightline.archive.RunBook;
import flightline.archive.RunBook.Run;
import flightline.archive.RunBook.TakenFile;
import flightline.corpus.Clearance;
import flightline.corpus.HeldDocument;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the last ingests did, as far as the asker may see it. A file is shown to those who may see every document that it
 * brought; one that brought none, to whoever handed it in. Of a run that is not shown whole, neither the paths nor the sums
 * are, and a run of which nothing is shown is as if it had never been.
 */
public final class RunsFlow {
    private final Gate gate;
    private final PassageIndex index;
    private final RunBook book;

    public RunsFlow(Gate gate, PassageIndex index, RunBook book) {
        this.gate = gate;
        this.index = index;
        this.book = book;
    }

    /** The last runs, newest first. */
    public List<Run> latest(int count, Principal asker) {
        Clearance clearance = gate.clearance(asker);
        Map<String, Boolean> byKey = new HashMap<>();
        Map<String, Boolean> bySource = new HashMap<>();
        Stream.concat(index.documents().stream(), index.quarantined().stream()).forEach(held -> {
            boolean covers = clearance.covers(held.header().marking());
            byKey.merge(held.key(), covers, Boolean::logicalAnd);
            byKey.merge(HeldDocument.key(held.header()), covers, Boolean::logicalAnd);
            bySource.merge(held.source().hex(), covers, Boolean::logicalAnd);
        });
        var shown = new ArrayList<Run>();
        for (Run run : book.latest(Integer.MAX_VALUE)) {
            if (shown.size() == count) break;
            boolean own = run.who().equals(asker.name());
            List<TakenFile> files = run.files().stream()
                    .filter(file -> seen(file, own, byKey, bySource))
                    .toList();
            if (files.size() == run.files().size() && (own || !files.isEmpty())) shown.add(run);
            else if (!files.isEmpty()) shown.add(part(run, files));
        }
        return shown;
    }

    private static boolean seen(
            TakenFile file, boolean own, Map<String, Boolean> byKey, Map<String, Boolean> bySource) {
        // The bytes may be held under another marking by now, or have been held under one before this run met them.
        if (!bySource.getOrDefault(file.hash(), true)) return false;
        return file.documents().isEmpty()
                ? own
                : file.documents().stream().allMatch(key -> byKey.getOrDefault(key, own));
    }

    private static Run part(Run run, List<TakenFile> files) {
        var counts = new TreeMap<String, Long>();
        for (TakenFile file : files) counts.merge(file.fate(), 1L, Long::sum);
        return new Run(run.id(), run.began(), run.who(), List.of(), run.library(), run.state(), counts, 0, 0, files);
    }
}
