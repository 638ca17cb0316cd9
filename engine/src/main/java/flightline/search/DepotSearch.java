package flightline.search;

import flightline.corpus.HeldDocument;
import flightline.model.Embedder;
import flightline.search.Depot.Commit;
import flightline.search.Depot.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;

/** Searches for passages in a depot: asks it for candidates, lays them on a tray and ranks them there. */
final class DepotSearch {
    private final DepotDesk desk;
    private final TradeAnalyzer analyzer;
    private final Tuning tuning;
    private final Embedder embedder;

    /** Searches among what lies on the tray. */
    private interface Ranking<T> {
        T by(PassageSearch search) throws IOException;
    }

    DepotSearch(DepotDesk desk, TradeAnalyzer analyzer, Tuning tuning, Embedder embedder) {
        this.desk = desk;
        this.analyzer = analyzer;
        this.tuning = tuning;
        this.embedder = embedder;
    }

    Evidence search(Commit commit, EvidenceQuery query) {
        return evidence(commit, query, scope(commit, query), search -> search.explained(query));
    }

    Evidence find(Commit commit, EvidenceQuery query) {
        return evidence(commit, query, scope(commit, query), search -> search.find(query));
    }

    Evidence tables(Commit commit, EvidenceQuery query) {
        Condition tables = Condition.is(PassageFields.LOOK, PassageFields.LOOKS_LIKE_TABLE);
        return evidence(commit, query, scope(commit, query).and(tables), search -> search.tables(query));
    }

    Sight look(Commit commit, EvidenceQuery query, int near) {
        if (isEmpty(query)) return Sight.NONE;
        var asked = asked(commit, query);
        var found = asked.find(scope(commit, query), notInForce(commit, query));
        Sight sight = asked.ranked(found, search -> search.look(query, near));
        return new Sight(counted(sight.inForce(), found.getFirst()), sight.tempting());
    }

    static Condition scope(Commit commit, EvidenceQuery query) {
        try {
            return Scope.filter(query, commit::labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Condition notInForce(Commit commit, EvidenceQuery query) {
        try {
            return Scope.notInForce(query, commit::labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Evidence evidence(Commit commit, EvidenceQuery query, Condition scope, Ranking<Evidence> ranking) {
        if (isEmpty(query)) return Evidence.NONE;
        var asked = asked(commit, query);
        var found = asked.find(scope);
        return counted(asked.ranked(found, ranking), found.getFirst());
    }

    private boolean isEmpty(EvidenceQuery query) {
        return query.text().isBlank() || question(query).terms().isEmpty();
    }

    private Question question(EvidenceQuery query) {
        return new Question(query.text(), query.about(), analyzer, tuning);
    }

    /** Whatever shares a word counts, also where it was not worth being brought. */
    private Evidence counted(Evidence ranked, Found found) {
        long brought = found.cards().size();
        if (found.byWords() <= Math.min(brought, tuning.depth())) return ranked;
        return new Evidence(ranked.hits(), Math.max(ranked.total(), found.byWords()), false);
    }

    private Asked asked(Commit commit, EvidenceQuery query) {
        desk.requireSameEmbedder(commit);
        Condition seen;
        try {
            seen = Scope.seen(PassageFields.MARKING, query.clearance(), commit::labels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var question = question(query);
        return new Asked(commit, query, question, seen, desk.census(commit, seen, question, Set.of()));
    }

    /** A question put to one commit. */
    private final class Asked {
        private final Commit commit;
        private final EvidenceQuery query;
        private final Question question;
        private final Condition seen;
        private final Census census;

        Asked(Commit commit, EvidenceQuery query, Question question, Condition seen, Census census) {
            this.commit = commit;
            this.query = query;
            this.question = question;
            this.seen = seen;
            this.census = census;
        }

        List<Found> find(Condition... scopes) {
            float[] meaning = PassageMeaning.of(query, embedder);
            var wanted = new ArrayList<Depot.Wanted>();
            for (Condition scope : scopes)
                wanted.add(desk.wanted(scope, question, census, meaning, Math.max(tuning.depth(), query.top())));
            return commit.find(wanted);
        }

        <T> T ranked(List<Found> found, Ranking<T> ranking) {
            try (var tray = new Tray(documents(found), analyzer)) {
                return ranking.by(new PassageSearch(tray.searcher(seen, census), analyzer, tuning, embedder));
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
        }

        private List<Document> documents(List<Found> found) {
            Map<String, Card> cards = new TreeMap<>();
            for (Found each : found) for (Card card : each.cards()) cards.put(card.name(), card);
            var keys = new TreeSet<String>();
            for (Card card : cards.values()) keys.add(card.label(PassageFields.OF));
            Map<String, HeldDocument> entries = new HashMap<>();
            var documents = new ArrayList<Document>();
            if (!keys.isEmpty())
                for (HeldDocument held : DepotPassageIndex.entries(commit, Condition.in(PassageFields.ENTRY, keys))) {
                    entries.put(held.key(), held);
                    documents.add(PassageFields.entry(held));
                }
            for (Card card : cards.values()) {
                HeldDocument held = entries.get(card.label(PassageFields.OF));
                if (held == null) throw new IllegalStateException("passage without entry " + card.name());
                documents.add(PassageFields.passage(held, PassageForm.read(card.bytes()), Meant.of(card)));
            }
            return documents;
        }
    }
}
