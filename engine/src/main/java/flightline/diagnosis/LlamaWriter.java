package flightline.diagnosis;

import flightline.diagnosis.claim.ClaimCheck;
import flightline.diagnosis.claim.Fault;
import flightline.diagnosis.dictation.Dictation;
import flightline.diagnosis.dictation.Drafted;
import flightline.diagnosis.dictation.Exhibit;
import flightline.diagnosis.dictation.Rejected;
import flightline.diagnosis.dictation.Reply;
import flightline.model.ModelIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets a language model write what is said, and believes nothing of it: a quote is cut out of its passage, own words are
 * held against theirs. What does not stand is asked for once more with the reason, then dropped. Where nothing stands, the
 * statements of the extractive writer do.
 */
public final class LlamaWriter {
    /** Passages given to the model. */
    private static final int PASSAGES = 8;

    private final Dictation dictation;
    private final ClaimCheck claims = new ClaimCheck();

    public LlamaWriter(Dictation dictation) {
        this.dictation = dictation;
    }

    /**
     * What is said and how it came about.
     *
     * @param byModel whether the statements are the model's; otherwise they are those of the extractive writer
     * @param note what became of the model's words, for a technician; empty where all of them stood
     * @param dropped statements of the model that did not stand, each with the reason
     */
    public record Spoken(List<Said> said, boolean byModel, String note, List<String> dropped) {
        public Spoken {
            said = List.copyOf(said);
            dropped = List.copyOf(dropped);
        }
    }

    public ModelIdentity model() {
        return dictation.identity();
    }

    public long seed() {
        return dictation.seed();
    }

    /** @param extractive what is said where the model's words do not stand */
    public Spoken say(String request, Exhibits exhibits, List<Said> extractive) {
        List<Exhibits.Document> documents = documents(exhibits, extractive);
        List<Exhibit> passages = passages(documents);
        if (passages.isEmpty()) return new Spoken(extractive, false, "", List.of());
        return switch (dictation.ask(request, passages, List.of())) {
            case Reply.Unusable(var why) -> fallback(extractive, why, List.of());
            case Reply.Read(var drafts) -> checked(request, documents, passages, drafts, extractive);
        };
    }

    private Spoken checked(
            String request,
            List<Exhibits.Document> documents,
            List<Exhibit> passages,
            List<Drafted> drafts,
            List<Said> extractive) {
        var said = new ArrayList<Said>();
        List<Rejected> rejected = judge(drafts, documents, said);
        if (!rejected.isEmpty() && dictation.ask(request, passages, rejected) instanceof Reply.Read(var again))
            rejected = judge(again, documents, said);
        List<String> dropped = rejected.stream()
                .map(one -> "'" + one.draft().words() + "': " + one.why())
                .toList();
        if (said.isEmpty())
            return fallback(
                    extractive, "nothing that the model wrote stood the comparison with the documents", dropped);
        String note = dropped.isEmpty()
                ? ""
                : dropped.size()
                        + " of the model's statements did not stand the comparison with the documents and were dropped";
        return new Spoken(said, true, note, dropped);
    }

    private static Spoken fallback(List<Said> extractive, String why, List<String> dropped) {
        return new Spoken(extractive, false, "The documents' own words are shown, for " + why + ".", dropped);
    }

    /** Adds what stands to what is said; returns the rest with the reasons. */
    private List<Rejected> judge(List<Drafted> drafts, List<Exhibits.Document> documents, List<Said> said) {
        var rejected = new ArrayList<Rejected>();
        for (Drafted draft : drafts) {
            switch (judge(draft, documents)) {
                case Judgement.Stands(var one) -> {
                    if (said.stream().noneMatch(s -> s.text().equals(one.text()))) said.add(one);
                }
                case Judgement.Falls(var why) -> rejected.add(new Rejected(draft, why));
            }
        }
        return rejected;
    }

    private sealed interface Judgement {
        record Stands(Said said) implements Judgement {}

        record Falls(String why) implements Judgement {}
    }

    private Judgement judge(Drafted draft, List<Exhibits.Document> documents) {
        var cited = new ArrayList<Exhibits.Document>();
        for (int number : draft.passages()) {
            if (number < 1 || number > documents.size())
                return new Judgement.Falls("there is no passage " + number + "; given were 1 to " + documents.size());
            cited.add(documents.get(number - 1));
        }
        return switch (draft) {
            case Drafted.Quote(var numbers, var words) -> quoted(words, cited);
            case Drafted.Anew(var numbers, var words) -> anew(words, cited);
        };
    }

    private static Judgement quoted(String words, List<Exhibits.Document> cited) {
        for (Exhibits.Document document : cited) {
            String passage = document.hit().passage().text();
            Optional<String> cut = Span.cut(passage, words);
            if (cut.isEmpty()) continue;
            return Quotation.standsIn(passage, cut.get())
                    ? new Judgement.Stands(Said.quoted(cut.get(), document))
                    : new Judgement.Falls("the quote is cut out of its sense; quote the whole sentence");
        }
        return new Judgement.Falls("these words do not stand in the passage that it cites");
    }

    private Judgement anew(String words, List<Exhibits.Document> cited) {
        for (Exhibits.Document document : cited)
            if (QuoteDuty.binds(document.hit().passage()))
                return new Judgement.Falls("steps, limits and warnings are quoted, never reworded");
        Optional<String> fault = QuoteDuty.of(words)
                .or(() -> claims.fault(
                                words,
                                cited.stream()
                                        .map(d -> d.hit().passage().text())
                                        .toList())
                        .map(Fault::words));
        return fault.<Judgement>map(Judgement.Falls::new)
                .orElseGet(() -> new Judgement.Stands(new Said(words, cited, Statement.Verdict.SUPPORTED)));
    }

    /** The passages that the extractive writer chose, then the best of the others. */
    private static List<Exhibits.Document> documents(Exhibits exhibits, List<Said> extractive) {
        var documents = new ArrayList<Exhibits.Document>();
        for (Said one : extractive)
            for (Exhibits.Document document : one.from()) if (!documents.contains(document)) documents.add(document);
        for (Exhibits.Document document : exhibits.documents())
            if (documents.size() < PASSAGES && !documents.contains(document)) documents.add(document);
        return documents;
    }

    private static List<Exhibit> passages(List<Exhibits.Document> documents) {
        var passages = new ArrayList<Exhibit>();
        for (Exhibits.Document document : documents)
            passages.add(new Exhibit(
                    passages.size() + 1,
                    document.hit().document().header().id().value(),
                    document.hit().passage().text(),
                    QuoteDuty.binds(document.hit().passage())));
        return passages;
    }
}
