package flightline.flow;

import flightline.corpus.ContentHash;
import flightline.corpus.DocumentHeader;
import flightline.corpus.HeldDocument;
import flightline.corpus.Revision;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue as its one writer knows it: read once, then kept true by what it writes itself. To ask an index on other
 * machines for each file took longer than to read the file.
 */
final class Holdings {
    private final Map<String, HeldDocument> byKey = new LinkedHashMap<>();
    private final Map<ContentHash, Set<String>> bySource = new HashMap<>();
    /** Keys of pages of any folder by the name of the file with the title. */
    private final Map<String, Set<String>> byPage = new HashMap<>();

    /** Reads it; call it while holding the index's write lock, or to look without writing. */
    Holdings(PassageIndex index) {
        index.documents().forEach(this::put);
        index.quarantined().forEach(this::put);
    }

    /** What was made visible by one commit. */
    void swapped(List<RevisionSwap> swaps) {
        for (RevisionSwap swap : swaps) {
            put(swap.document());
            swap.changed().forEach(this::put);
        }
    }

    private void put(HeldDocument document) {
        HeldDocument before = byKey.put(document.key(), document);
        if (before != null) {
            keys(before).remove(before.key());
            pages(before.header()).remove(before.key());
        }
        keys(document).add(document.key());
        pages(document.header()).add(document.key());
    }

    private Set<String> pages(DocumentHeader header) {
        String id = header.id().value();
        return byPage.computeIfAbsent(
                id.substring(id.lastIndexOf('/') + 1) + "\n" + header.title(), none -> new LinkedHashSet<>());
    }

    /**
     * Pages of other folders with the same file name and title and another revision stated: the folder is part of a page's
     * name, so none of these is superseded by it, though one may be meant to be.
     */
    List<HeldDocument> namesakes(DocumentHeader page) {
        if (page.id().value().indexOf('/') < 0 || page.revision().equals(Revision.unstated())) return List.of();
        return pages(page).stream()
                .flatMap(key -> Optional.ofNullable(byKey.get(key)).stream())
                .filter(held -> !held.quarantined())
                .filter(held -> !held.header().id().equals(page.id()))
                .filter(held -> !held.header().revision().equals(Revision.unstated())
                        && !held.header().revision().equals(page.revision()))
                .toList();
    }

    private Set<String> keys(HeldDocument document) {
        return bySource.computeIfAbsent(document.source(), none -> new HashSet<>());
    }

    /** All that is not quarantined. */
    Collection<HeldDocument> documents() {
        return byKey.values().stream().filter(held -> !held.quarantined()).toList();
    }

    /** The same identity and revision, unless it is quarantined. */
    Optional<HeldDocument> document(DocumentHeader header) {
        return Optional.ofNullable(byKey.get(HeldDocument.key(header))).filter(held -> !held.quarantined());
    }

    /** Whether a revision made from these bytes is held, quarantined or not. */
    boolean holds(ContentHash source) {
        return !bySource.getOrDefault(source, Set.of()).isEmpty();
    }

    /** Whether one of those is quarantined. */
    boolean waits(ContentHash source) {
        return bySource.getOrDefault(source, Set.of()).stream().anyMatch(this::waits);
    }

    /** Whether it is in quarantine already. */
    boolean waits(String key) {
        HeldDocument held = byKey.get(key);
        return held != null && held.quarantined();
    }
}
