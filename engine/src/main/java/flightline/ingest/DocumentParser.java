package flightline.ingest;

import java.util.Set;

/** Reads one kind of file into structured documents. Stateless, safe for several threads. */
public interface DocumentParser {
    Set<FileKind> kinds();

    ParseOutcome parse(SourceFile file);
}
