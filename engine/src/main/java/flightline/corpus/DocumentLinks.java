package flightline.corpus;

import java.util.List;

/**
 * What ties a document to others.
 *
 * @param references in document order
 * @param wants entries of common information repositories that it refers to, each once
 * @param entries that it holds for others to refer to
 */
public record DocumentLinks(List<Reference> references, List<SharedWant> wants, List<SharedEntry> entries) {
    public static final DocumentLinks NONE = new DocumentLinks(List.of(), List.of(), List.of());

    public DocumentLinks {
        references = List.copyOf(references);
        wants = List.copyOf(wants);
        entries = List.copyOf(entries);
    }
}
