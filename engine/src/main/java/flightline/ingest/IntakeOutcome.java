package flightline.ingest;

import java.nio.file.Path;
import java.util.List;

/** What became of taking a file in. */
public sealed interface IntakeOutcome {
    /**
     * At hand and ready to be read.
     *
     * @param notes what a librarian should know, for example that the name says one kind and the bytes another; often empty
     */
    record Ready(SourceFile file, List<String> notes) implements IntakeOutcome {
        public Ready {
            notes = List.copyOf(notes);
        }
    }

    /** Not taken in; the reason is one line that names the value and the rule, without the path. */
    record Refused(Path path, String reason) implements IntakeOutcome {}
}
