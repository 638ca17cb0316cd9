package flightline.search;

import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Revisions on their way into a depot, as they will lie there. Days in force stand on each passage, so all of a revision come anew when they change. */
final class DepotRevisions {
    /** What is held as one has its weights in it. */
    private static final Map<String, Float> WEIGHTS = Map.of(PassageFields.WORDS, 1f);

    private final TradeAnalyzer analyzer;
    private final Map<String, Revision> revisions = new LinkedHashMap<>();

    private record Revision(HeldDocument held, List<Passage> passages, List<Meant> meant) {
        Revision as(HeldDocument other) {
            return new Revision(other, passages, meant);
        }
    }

    DepotRevisions(TradeAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    void put(HeldDocument held, List<Passage> passages, List<Meant> meant) {
        revisions.put(held.key(), new Revision(held, passages, meant));
    }

    /** An entry alone, keeping what passages came for it before. */
    void put(HeldDocument held) {
        revisions.merge(held.key(), new Revision(held, List.of(), List.of()), (staged, bare) -> staged.as(held));
    }

    /** The entry as it is from now on, with the passages that it has. */
    void change(HeldDocument held, Depot.Commit commit) {
        if (revisions.containsKey(held.key())) return;
        var passages = new ArrayList<Passage>();
        var meant = new ArrayList<Meant>();
        commit.each(Condition.is(PassageFields.OF, held.key()), true, card -> {
            passages.add(PassageForm.read(card.bytes()));
            meant.add(Meant.of(card));
        });
        put(held, passages, meant);
    }

    List<HeldDocument> each() {
        return revisions.values().stream().map(Revision::held).toList();
    }

    List<Card> cards() {
        var cards = new ArrayList<Card>();
        for (Revision each : revisions.values()) {
            var held = each.held();
            var entry = held.quarantined() ? PassageFields.quarantined(held) : PassageFields.entry(held);
            cards.add(Card.of("e\u0001" + held.key(), entry, analyzer, WEIGHTS));
            for (int i = 0; i < each.passages().size(); i++) {
                Passage passage = each.passages().get(i);
                cards.add(Card.of(
                        String.format(Locale.ROOT, "p\u0001%s\u0001%08d", held.key(), passage.ordinal()),
                        PassageFields.passage(held, passage, each.meant().get(i)),
                        analyzer,
                        WEIGHTS));
            }
        }
        return cards;
    }
}
