package flightline.flow;

import flightline.archive.Archive;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.DocumentId;
import flightline.corpus.HeldDocument;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.policy.Decision;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.Scope;
import flightline.search.PassageIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the library holds, and taking documents out of it. */
public final class LibraryFlow {
    private final Gate gate;
    private final PassageIndex index;
    private final Archive archive;
    private final Erasure erasure;
    private final AuditLog audit;
    private final Dependents dependents;
    private final InstantSource clock;

    /**
     * @param reader reads documents again that repeat the words of one that is taken out
     * @param cutter cuts them
     */
    public LibraryFlow(
            Gate gate,
            PassageIndex index,
            Archive archive,
            Erasure erasure,
            AuditLog audit,
            Reader reader,
            PassageCutter cutter,
            InstantSource clock) {
        this.gate = gate;
        this.index = index;
        this.archive = archive;
        this.erasure = erasure;
        this.audit = audit;
        this.dependents = new Dependents(reader, cutter, archive, index);
        this.clock = clock;
    }

    /** All revisions that the asker may see and that are not quarantined, by identity, then revision. */
    public List<HeldDocument> list(Principal asker) {
        return seen(index.documents(), asker);
    }

    /** All revisions that wait for a second person, as far as the asker may see them, by identity, then revision. */
    public List<HeldDocument> quarantined(Principal asker) {
        return seen(index.quarantined(), asker);
    }

    /** Those of them that the asker may see. */
    List<HeldDocument> seen(List<HeldDocument> documents, Principal asker) {
        Scope scope = maySee(asker);
        return documents.stream()
                .filter(d -> scope.clears(d.header().marking()))
                .toList();
    }

    private Scope maySee(Principal asker) {
        return switch (gate.decide("", asker)) {
            case Decision.Allowed(var scope) -> scope;
            case Decision.Refused(var clause, var category, var why) -> Scope.NOTHING;
            case Decision.OutOfScope(var why) -> Scope.NOTHING;
        };
    }

    /**
     * Takes a document out with all its revisions, and leaves no word of it; what it had superseded is in force again.
     * Returns what was held, empty where nothing was. What others repeat of its words is taken out of them first, and what
     * only it shows goes with it. A document of which the asker may not see every revision stays, as if it were not held.
     */
    public List<HeldDocument> remove(DocumentId id, Principal asker) {
        try {
            index.reserve();
            erasure.finish();
            Scope scope = maySee(asker);
            boolean seen =
                    index.all(id).stream().allMatch(d -> scope.clears(d.header().marking()));
            if (!seen || index.all(id).isEmpty()) {
                audit.append(new AuditEvent("remove", asker.name(), id.value(), "not held", Map.of("revisions", "0")));
                return List.of();
            }
            dependents.renew(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), Set.of(id));
            return erasure.remove(id, asker.name());
        } finally {
            index.release();
        }
    }

    /**
     * Writes the original bytes of everything the asker may see into a folder, with the graphics that it shows; returns the
     * files written.
     */
    public List<Path> export(Path target, Principal asker) {
        return export(target, target.toString(), asker, written -> {});
    }

    /** Is handed each file as soon as it is written, and may take it away. */
    public interface Receiving {
        void take(Path written) throws IOException;
    }

    /** @param named where to, for the log */
    public List<Path> export(Path target, String named, Principal asker, Receiving receiving) {
        var written = new ArrayList<Path>();
        boolean whole = false;
        try {
            Files.createDirectories(target);
            Scope scope = maySee(asker);
            for (HeldDocument document : list(asker)) {
                Path file = target.resolve(document.source().brief() + "-" + document.fileName());
                var original = Original.of(
                        document, index, archive, d -> scope.clears(d.header().marking()));
                if (written.contains(file) || !(original instanceof Original.Whole)) continue;
                archive.copyOut(document.source(), file);
                written.add(file);
                receiving.take(file);
                exportGraphics(document, target, written, receiving);
            }
            whole = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot export to " + named + ": " + e.getMessage(), e);
        } finally {
            // Also where whoever receives it is gone: what went out until then is out.
            audit.append(new AuditEvent(
                    "export",
                    asker.name(),
                    named,
                    whole ? "written" : "broken off",
                    Map.of("files", Integer.toString(written.size()))));
        }
        return written;
    }

    private void exportGraphics(HeldDocument document, Path target, List<Path> written, Receiving receiving)
            throws IOException {
        for (String number : erasure.graphics(document)) {
            var kept = archive.graphics().find(number);
            if (kept.isEmpty()) continue;
            Path file = target.resolve(kept.get().fileName());
            if (written.contains(file)) continue;
            archive.graphics().copyOut(kept.get(), file);
            written.add(file);
            receiving.take(file);
        }
    }
}
