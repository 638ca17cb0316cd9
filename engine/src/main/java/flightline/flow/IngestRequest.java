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
 * @param marking overrides what the documents say of themselves, where given
 * @param dryRun read and report, but change nothing
 */
public record IngestRequest(
        List<Path> paths, String library, Optional<Marking> marking, boolean dryRun, Principal asker) {
    public IngestRequest {
        paths = List.copyOf(paths);
    }
}
