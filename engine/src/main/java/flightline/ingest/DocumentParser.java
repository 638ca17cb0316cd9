package flightline.ingest;

import java.util.Set;

/** Reads one kind of file into structured documents. Stateless, safe for several threads. */
public interface DocumentParser {
    Set<FileKind> kinds();

    ParseOutcome parse(SourceFile file);

    /** Reads a file whose words stand in part in other documents; a kind of file that has none of the sort ignores them. */
    default ParseOutcome parse(SourceFile file, CommonInformation common) {
        return parse(file);
    }
}
