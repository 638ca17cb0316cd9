package flightline.flow;

import flightline.archive.Archive;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.corpus.PassageKind;
import flightline.corpus.StructuredDocument;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.Procedures;
import flightline.diagnosis.troubleshooting.IsolationTree;
import flightline.diagnosis.troubleshooting.Requirements;
import flightline.policy.Scope;
import flightline.search.PassageIndex;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from the archive what passages do not tell of a procedure: its tree, what it wants first, and how long the tasks
 * take that it refers to. The last few documents stay in memory. Safe for several threads.
 */
final class ProcedureShelf {
    private static final int DOCUMENTS = 256;
    private static final Set<PassageKind> PROCEDURAL =
            Set.of(PassageKind.ISOLATION_STEP, PassageKind.ISOLATION_END, PassageKind.STEP);

    private final PassageIndex index;
    private final Archive archive;
    private final Map<String, Read> recent = new LinkedHashMap<>(DOCUMENTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
            return size() > DOCUMENTS;
        }
    };

    private record Read(Optional<IsolationTree> tree, Requirements needs) {}

    ProcedureShelf(PassageIndex index, Archive archive) {
        this.index = index;
        this.archive = archive;
    }

    /** @param scope what the asker may see; a task outside of it is as if it were not there */
    Procedures of(Exhibits exhibits, Scope scope, LocalDate on) {
        var trees = new HashMap<String, IsolationTree>();
        var needs = new HashMap<String, Requirements>();
        var tasks = new HashMap<String, Requirements>();
        for (Exhibits.Document document : exhibits.documents()) {
            HeldDocument held = document.hit().document();
            // A page has no elements to read requirements from, and a manual of many pages takes long to open.
            if (!PROCEDURAL.contains(document.hit().passage().kind())
                    || held.header().pages() > 0
                    || needs.containsKey(held.key())) continue;
            Read read = read(held);
            needs.put(held.key(), read.needs);
            read.tree.ifPresent(tree -> {
                trees.put(held.key(), tree);
                for (IsolationTree.Node node : tree.nodes())
                    if (node instanceof IsolationTree.End end)
                        for (String reference : end.references())
                            if (!tasks.containsKey(reference)) tasks.put(reference, task(held, reference, scope, on));
            });
        }
        return new Procedures(trees, needs, tasks);
    }

    private Requirements task(HeldDocument from, String reference, Scope scope, LocalDate on) {
        return from.header().id().referringTo(new DocumentId(reference)).stream()
                .flatMap(id -> index.all(id).stream())
                .filter(held -> held.inForceOn(on) && scope.clears(held.header().marking()))
                .findFirst()
                .map(held -> read(held).needs)
                .orElse(Requirements.NONE);
    }

    private synchronized Read read(HeldDocument held) {
        Read read = recent.get(held.key() + held.source());
        if (read == null) {
            Optional<StructuredDocument> document =
                    archive.document(held.source(), held.header().id());
            read = document.map(d -> new Read(IsolationTree.of(d), Requirements.of(d)))
                    .orElse(new Read(Optional.empty(), Requirements.NONE));
            recent.put(held.key() + held.source(), read);
        }
        return read;
    }
}
