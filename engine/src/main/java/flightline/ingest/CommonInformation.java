package flightline.ingest;

import flightline.corpus.DocumentId;
import flightline.corpus.SharedEntry;
import flightline.corpus.SharedWant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the common information repositories of a library say, as far as it is known while a file is read. Immutable. */
public final class CommonInformation {
    public static final CommonInformation NONE = new CommonInformation(List.of());

    private record Key(SharedEntry.Kind kind, String ident) {}

    private final List<SharedEntry> entries;
    private final Map<Key, List<SharedEntry>> byIdent = new HashMap<>();
    private final Map<DocumentId, String> revisions = new HashMap<>();

    /** @param entries of one revision of each repository */
    public CommonInformation(Collection<SharedEntry> entries) {
        this.entries = List.copyOf(entries);
        for (SharedEntry entry : this.entries) {
            byIdent.computeIfAbsent(new Key(entry.kind(), entry.ident()), k -> new ArrayList<>())
                    .add(entry);
            revisions.put(entry.repository(), entry.revision());
        }
    }

    /** This and what one more document holds; that document's earlier entries are dropped. */
    public CommonInformation with(DocumentId repository, Collection<SharedEntry> more) {
        if (more.isEmpty()) return this;
        var all = new ArrayList<>(entries);
        all.removeIf(e -> e.repository().equals(repository));
        all.addAll(more);
        return new CommonInformation(all);
    }

    /**
     * Looks an entry up. One that is said to stand in a certain repository is taken from there only; one that is not is
     * taken from wherever it stands, unless several repositories say different things, then those of the asking
     * document's product come first and nothing is guessed beyond that. Repositories in the asking document's language
     * come before others.
     */
    public SharedWant find(
            SharedEntry.Kind kind, String ident, Optional<DocumentId> repository, DocumentId asking, int line) {
        var everywhere = byIdent.getOrDefault(new Key(kind, ident), List.of());
        if (repository.isPresent()) return named(kind, ident, repository.get(), asking, everywhere, line);
        var candidates = ofLanguage(asking.language(), everywhere);
        // What its code begins with, up to the model, for example DMC-LT46-.
        String product = asking.value().replaceFirst("^(\\w+-[^-]+-).*", "$1");
        var meant = agreed(candidates)
                .or(() -> agreed(candidates.stream()
                        .filter(c -> c.repository().value().startsWith(product))
                        .toList()));
        var holders = new TreeSet<String>();
        candidates.forEach(c -> holders.add(c.repository().value()));
        String why = meant.isPresent()
                ? ""
                : candidates.isEmpty()
                        ? "no repository in the library has " + kind.display() + " " + ident
                        : "repositories differ on it: " + String.join(", ", holders);
        return new SharedWant(kind, ident, repository, line, meant, why);
    }

    private static List<SharedEntry> ofLanguage(String language, List<SharedEntry> candidates) {
        for (String wanted : List.of(language, "")) {
            var own = candidates.stream()
                    .filter(c -> c.repository().language().equals(wanted))
                    .toList();
            if (!own.isEmpty()) return own;
        }
        return candidates;
    }

    private SharedWant named(
            SharedEntry.Kind kind,
            String ident,
            DocumentId repository,
            DocumentId asking,
            List<SharedEntry> candidates,
            int line) {
        DocumentId meant = asking.referringTo(repository).stream()
                .filter(revisions::containsKey)
                .findFirst()
                .orElse(repository);
        var there = agreed(
                candidates.stream().filter(c -> c.repository().equals(meant)).toList());
        String revision = revisions.get(meant);
        String why = there.isPresent()
                ? ""
                : revision == null
                        ? "the library does not hold " + repository + " in force"
                        : meant + " " + revision + " has no " + kind.display() + " " + ident;
        return new SharedWant(kind, ident, Optional.of(repository), line, there, why);
    }

    /** The first of several that say the same. */
    private static Optional<SharedEntry> agreed(List<SharedEntry> candidates) {
        var words = new LinkedHashSet<String>();
        candidates.forEach(c -> words.add(c.words()));
        return words.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
}
