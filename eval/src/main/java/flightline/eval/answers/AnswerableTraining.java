package flightline.eval.answers;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.diagnosis.AnswerSigns;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.PieceMeaning;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.Hit;
import flightline.search.PassageIndex;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Learns what the signs count for a question being answerable, from the questions of the tuned half, and tells what a bound
 * would turn away; the latter with each fifth of the questions judged by weights learned from the others. Both with the pieces
 * compared by meaning and without. Questions for how something is done are a group of their own: among those without an answer there
 * are many more of them, and that alone must not speak against them.
 *
 * <p>java -Xmx1g -cp "app/target/lib/*:eval/target/classes" flightline.eval.answers.AnswerableTraining --data D
 * eval/questions/handbook-answers.jsonl eval/questions/unanswerable.jsonl
 *
 * <p>D is a data folder into which the documents were taken in that are asked about; there may be several. Questions that name a type which no passage names are left out:
 * these are turned away without weighing anything.
 */
public final class AnswerableTraining {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final int FOUND = 10;
    private static final int FOLDS = 5;
    private static final List<Double> TURNED_AWAY = List.of(0.02, 0.03, 0.05, 0.06, 0.08, 0.12);

    private AnswerableTraining() {}

    private record Asked(int fold, Weighing.Example plain, Weighing.Example meant) {}

    public static void main(String[] arguments) throws IOException {
        var speller = Speller.standard();
        var reader = new ComplaintReader(new TextNormaliser(Abbreviations.standard(), speller), new TermReader());
        var enough = new EvidenceCheck(speller::knows);
        var all = new ArrayList<Asked>();
        for (AskedShelf shelf : AskedShelf.of(List.of(arguments)))
            shelf.eachTuned((question, index, embedder) ->
                    add(question, index, reader, enough, new PieceMeaning(embedder), all));
        System.out.println("by the words alone:");
        tell(all, Asked::plain, AnswerSigns.NAMES);
        System.out.println("with the meaning of the pieces:");
        tell(all, Asked::meant, AnswerSigns.MEANT);
    }

    private static void add(
            JsonNode question,
            PassageIndex index,
            ComplaintReader reader,
            EvidenceCheck enough,
            PieceMeaning meaning,
            List<Asked> all) {
        String text = question.path("question").asText();
        String mended = reader.read(text).normalised();
        EvidenceQuery query = EvidenceQuery.of(text, FOUND, TODAY);
        List<Hit> hits = index.find(query).hits();
        if (hits.isEmpty()
                || enough.cannotAnswer(text, EvidenceCheck.wanted(mended), hits).isPresent()) return;
        Map<String, String> rare = enough.rareWords(mended);
        Set<String> unheard =
                index.unheard(rare.keySet(), query).stream().map(rare::get).collect(Collectors.toSet());
        List<Double> signs = AnswerSigns.of(text, EvidenceCheck.wanted(mended), unheard, hits);
        int fold = Math.floorMod(
                question.path("answerable").asBoolean(true)
                        ? (question.path("expected_pages").toString() + question.path("expected_documents")).hashCode()
                        : text.hashCode(),
                FOLDS);
        var documents = Exhibits.number(new Evidence(hits, hits.size(), true), List.of())
                .documents();
        var likeness = meaning.of(text, EvidenceCheck.wanted(mended), documents);
        boolean answerable = question.path("answerable").asBoolean(true);
        int group = AnswerSigns.asksForDeed(text) ? 1 : 0;
        all.add(new Asked(
                fold,
                new Weighing.Example(signs, answerable, group),
                new Weighing.Example(AnswerSigns.with(likeness, text, signs), answerable, group)));
    }

    private static void tell(List<Asked> all, Function<Asked, Weighing.Example> kind, List<String> names) {
        List<Weighing.Example> examples = all.stream().map(kind).toList();
        long sought = examples.stream().filter(Weighing.Example::sought).count();
        System.out.printf(Locale.ROOT, "%d questions, %d of them answerable%n", examples.size(), sought);
        Weighing weights = Weighing.of(examples);
        for (int i = 0; i < weights.weights().size(); i++)
            System.out.printf(
                    Locale.ROOT, "%-9s %.2f%n", names.get(i), weights.weights().get(i));
        var answerable = new ArrayList<Double>();
        var not = new ArrayList<Double>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Weighing others = Weighing.of(
                    all.stream().filter(one -> one.fold() != left).map(kind).toList());
            for (Asked one : all)
                if (one.fold() == left)
                    (kind.apply(one).sought() ? answerable : not)
                            .add(others.sum(kind.apply(one).signs()) + others.beside());
        }
        var own = examples.stream()
                .filter(Weighing.Example::sought)
                .map(one -> weights.sum(one.signs()))
                .sorted()
                .toList();
        answerable.sort(null);
        for (double share : TURNED_AWAY) {
            double bound = answerable.get((int) (share * answerable.size()));
            System.out.printf(
                    Locale.ROOT,
                    "turned away %.2f of the answerable, %.2f of the others; bound with all weights %.2f%n",
                    share,
                    (double) not.stream().filter(score -> score < bound).count() / not.size(),
                    own.get((int) (share * own.size())));
        }
    }
}
