package flightline.eval.answers;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.corpus.Passage;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.PieceSigns;
import flightline.evaluation.ExpectedPage;
import flightline.search.EvidenceQuery;
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

/**
 * Learns what the signs of a piece count for its being the answer, from the questions of the tuned half: a piece is sought
 * where it stands on an expected page and has one of the texts that a right answer must contain.
 *
 * <p>java -Xmx1g -cp "app/target/lib/*:eval/target/classes" flightline.eval.answers.PieceTraining --data D
 * eval/questions/handbook-answers.jsonl eval/questions/wrong-premise.jsonl
 *
 * <p>D is a data folder into which the documents were taken in that are asked about; there may be several.
 */
public final class PieceTraining {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final int LOOK_AT = 6;

    private PieceTraining() {}

    public static void main(String[] arguments) throws IOException {
        var reader =
                new ComplaintReader(new TextNormaliser(Abbreviations.standard(), Speller.standard()), new TermReader());
        var examples = new ArrayList<Weighing.Example>();
        for (AskedShelf shelf : AskedShelf.of(List.of(arguments)))
            shelf.eachTuned((question, index, _) -> add(question, index, reader, examples));
        long sought = examples.stream().filter(Weighing.Example::sought).count();
        System.out.printf(Locale.ROOT, "%d pieces, %d of them sought%n", examples.size(), sought);
        List<Double> weights = Weighing.of(examples).weights();
        for (int i = 0; i < weights.size(); i++)
            System.out.printf(Locale.ROOT, "%-8s %.2f%n", PieceSigns.NAMES.get(i), weights.get(i));
    }

    private static void add(
            JsonNode question, PassageIndex index, ComplaintReader reader, List<Weighing.Example> examples) {
        String text = question.path("question").asText();
        var found = Exhibits.number(index.search(EvidenceQuery.of(text, LOOK_AT, TODAY)), List.of());
        var wanted = EvidenceCheck.wanted(reader.read(text).normalised());
        List<ExpectedPage> pages = ExpectedPage.of(question);
        List<String> texts = leaves(question.path("must_contain"));
        for (PieceSigns.Seen seen : PieceSigns.of(text, wanted, found.documents(), LOOK_AT)) {
            Passage passage = seen.document().hit().passage();
            String document = seen.document().hit().document().header().id().value();
            boolean there = pages.stream()
                    .anyMatch(page -> page.matches(document, passage.place().page()));
            String folded = fold(seen.text());
            examples.add(
                    new Weighing.Example(seen.signs(), there && texts.stream().anyMatch(folded::contains)));
        }
    }

    private static List<String> leaves(JsonNode wanted) {
        var texts = new ArrayList<String>();
        if (wanted.isTextual()) texts.add(fold(wanted.asText()));
        for (JsonNode each : wanted) texts.addAll(leaves(each));
        return texts;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
