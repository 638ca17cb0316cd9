package flightline.diagnosis;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Passage;
import flightline.search.Hit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Says whether what was found is about what was asked. Ranking always returns something; this tells something from
 * nothing: enough of the question's words must stand together in one of the best passages, or a record must be like the
 * complaint.
 */
public final class EvidenceCheck {
    private static final int LOOK_AT = 5;
    /** Share of a question's words that one passage with its headings must have. */
    private static final double QUESTION_COVERED = 0.5;
    /** Share of a request's words that one passage with its headings must have for the library to make its matter ours. */
    private static final double MATTER_COVERED = 0.6;
    /** Likeness under which a record has no more in common with the complaint than chance gives. */
    private static final double RECORD_LIKENESS = 0.30;

    private final Answerable answerable = new Answerable();
    private final RareWords rareWords;

    /** One that takes every word for a known one. */
    public EvidenceCheck() {
        this(word -> true);
    }

    /** @param knownWord whether a word in lower case is one of the trade or of everyday speech */
    public EvidenceCheck(Predicate<String> knownWord) {
        this.rareWords = new RareWords(knownWord);
    }

    /** Words of the question that nobody is known to use, by the beginning that a library must have for it to speak of them. */
    public Map<String, String> rareWords(String question) {
        return rareWords.in(question);
    }

    /** Words of a question or complaint that its evidence is held against. */
    public static Set<String> wanted(String text) {
        return Words.of(text);
    }

    /** Without the registrations of aircraft, which no passage need have; all of them where nothing else is said. */
    public static Set<String> wanted(String text, List<String> tails) {
        Set<String> rest = wanted(text);
        rest.removeAll(Words.of(String.join(" ", tails)));
        return rest.isEmpty() ? wanted(text) : rest;
    }

    /**
     * The reason why a question cannot be answered from the passages found for it, in words; empty where it can.
     *
     * @param unheard words of the question that the library has nothing like
     */
    public Optional<String> lacksAnswer(String question, Set<String> wanted, Set<String> unheard, List<Hit> hits) {
        return lacksAnswer(question, wanted, unheard, hits, hit -> List.of(), () -> PieceLikeness.NONE);
    }

    /**
     * The same with more to go by.
     *
     * @param before the passages of its document that stand before one found, in order: they tell of what make a text goes on
     *     about without its name; asked for only where they may decide
     * @param likeness of the pieces of these passages to the question; asked for only where it may decide, as it takes
     *     long
     */
    public Optional<String> lacksAnswer(
            String question,
            Set<String> wanted,
            Set<String> unheard,
            List<Hit> hits,
            Function<Hit, List<Passage>> before,
            Supplier<PieceLikeness> likeness) {
        return answerable.lacks(question, wanted, unheard, hits, before, likeness);
    }

    /** The reason why none of the passages can answer it, whatever else speaks for them, in words; empty where one may. */
    public Optional<String> cannotAnswer(String question, Set<String> wanted, List<Hit> hits) {
        return answerable.cannot(question, wanted, hits, hit -> List.of());
    }

    /**
     * Whether one of the best passages speaks of the matter of a request: it has most of its words that say something, and more than one.
     *
     * @param wanted as {@link #wanted} gives them
     */
    public static boolean isSpokenOf(Set<String> wanted, List<Hit> hits) {
        Set<String> solid = Words.solid(wanted);
        return hits.stream()
                .limit(LOOK_AT)
                .map(EvidenceCheck::words)
                .anyMatch(words -> Words.covered(solid, words) >= MATTER_COVERED
                        && solid.stream().filter(words::contains).count() > 1);
    }

    /** The reason why the passages are not enough to go by, in words; empty where they are. */
    public Optional<String> lacksPassages(Set<String> wanted, List<Hit> hits) {
        if (hits.isEmpty()) return Optional.of("The library holds nothing in scope about this.");
        double best = 0;
        for (Hit hit : hits.subList(0, Math.min(LOOK_AT, hits.size())))
            best = Math.max(best, Words.covered(wanted, words(hit)));
        if (best >= QUESTION_COVERED) return Optional.empty();
        return Optional.of("No passage in scope speaks of enough of what you ask: the nearest has "
                + Math.round(best * 100) + " % of the words that matter.");
    }

    /** The reason why neither passages nor precedents are enough to diagnose from; empty where they are. */
    public Optional<String> lacks(Set<String> wanted, Exhibits exhibits) {
        if (exhibits.precedents().stream().anyMatch(p -> p.precedent().similarity() >= RECORD_LIKENESS))
            return Optional.empty();
        Optional<String> passages = lacksPassages(
                wanted,
                exhibits.documents().stream().map(Exhibits.Document::hit).toList());
        if (passages.isEmpty()) return Optional.empty();
        return Optional.of(passages.get()
                + (exhibits.precedents().isEmpty()
                        ? " There are no records of such a complaint."
                        : " No record is like this complaint."));
    }

    /**
     * Whether none of the complaint's words is known, be it to the trade, to everyday speech, to the records or to the passages found:
     * whatever is ranked then is ranked by chance.
     *
     * @param wanted as {@link #wanted} gives them
     */
    public boolean knowsNothingOf(Complaint complaint, Set<String> wanted, Exhibits exhibits) {
        if (!complaint.ata().isEmpty() || rareWords.knowAny(complaint.observed())) return false;
        return exhibits.documents().stream().noneMatch(one -> Words.covered(wanted, words(one.hit())) > 0)
                && exhibits.precedents().stream()
                        .noneMatch(one ->
                                Words.covered(wanted, words(one.precedent().record())) > 0);
    }

    private static Set<String> words(MaintenanceRecord record) {
        return Words.of(String.join(" ", record.complaint(), record.action(), record.narrative(), record.part()));
    }

    /**
     * Of the passages, those that speak of as much of the question as the least of what is said rests on. One that was found for
     * two words in common of four tells a reader nothing, and a remark that it is superseded would look like a conflict.
     *
     * @param said what is said, with the passages that it rests on
     */
    public static List<Exhibits.Document> asMuch(
            Set<String> wanted, List<Said> said, List<Exhibits.Document> passages) {
        double least = said.stream()
                .flatMap(one -> one.from().stream())
                .mapToDouble(one -> Words.covered(wanted, words(one.hit())))
                .min()
                .orElse(1);
        return passages.stream()
                .filter(one -> Words.covered(wanted, words(one.hit())) >= least)
                .toList();
    }

    private static Set<String> words(Hit hit) {
        Passage passage = hit.passage();
        var words = new HashSet<>(Words.of(passage.text()));
        words.addAll(Words.of(passage.context()));
        words.addAll(Words.of(String.join(" ", passage.path())));
        words.addAll(Words.of(hit.document().header().title()));
        return words;
    }
}
