package flightline.flow;

import flightline.corpus.Marking;
import flightline.policy.Principal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files and folders to take in.
 *
 * @param library collection to put them into
 * @param marking added to what the documents say of themselves, where given
 * @param lowering whether it may take away from what they say; that is noted for every document
 * @param dryRun read and report, but change nothing
 */
public record IngestRequest(
        List<Path> paths,
        String library,
        Optional<Marking> marking,
        boolean lowering,
        boolean dryRun,
        Principal asker) {
    public IngestRequest {
        paths = List.copyOf(paths);
    }

    /** One that lowers nothing. */
    public IngestRequest(List<Path> paths, String library, Optional<Marking> marking, boolean dryRun, Principal asker) {
        this(paths, library, marking, false, dryRun, asker);
    }

    /** What a document with this marking of its own is marked with. */
    Marking marking(Marking own) {
        return lowering ? marking.orElse(own) : own.and(marking.orElse(Marking.UNMARKED));
    }

    /** What a librarian should know of it; empty where nothing was read and nothing is contradicted. */
    Optional<String> remark(Marking own) {
        Marking result = marking(own);
        if (own.equals(Marking.UNMARKED)) return Optional.empty();
        if (!result.and(own).equals(result))
            return Optional.of("it says of itself " + own + ", but is marked " + result + " as was asked for");
        boolean contradicted = marking.isPresent() && !marking.get().equals(result);
        return Optional.of("it says of itself " + own
                + (contradicted ? "; --marking " + marking.get() + " does not lower that" : "")
                + "; only those cleared for "
                + result + " will find it");
    }
}
