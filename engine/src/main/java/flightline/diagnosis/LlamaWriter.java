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
import java.util.function.Consumer;

/**
 * Lets a language model write what is said, and believes nothing of it: a quote is cut out of its passage, own words are
 * held against theirs. What does not stand is asked for once more with the reason, then dropped. Where nothing stands, the
 * statements of the extractive writer do.
 */
public final class LlamaWriter {
    /** Passages given to the model. */
    private static final int PASSAGES = 8;

    private final Dictation dictation;
    private final Objections objections;
    private final ClaimCheck claims = new ClaimCheck();

    /** Says of a request and a sentence worded for it what speaks against showing it; empty where nothing does. */
    public interface Objections {
        Optional<String> to(String request, String sentence);
    }

    /** @param objections asked of every sentence in the model's own words that stands; quotations are the documents' */
    public LlamaWriter(Dictation dictation, Objections objections) {
        this.dictation = dictation;
        this.objections = objections;
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

    /**
     * @param extractive what is said where the model's words do not stand
     * @param stands gets each statement of the model as soon as it stands, in the order in which they are said in the end. It
     *     is for those who look on: where the reply as a whole turns out to be of no use, what was heard of it does not count
     */
    public Spoken say(String request, Exhibits exhibits, List<Said> extractive, Consumer<Said> stands) {
        List<Exhibits.Document> documents = documents(exhibits, extractive);
        List<Exhibit> passages = passages(documents);
        if (passages.isEmpty()) return new Spoken(extractive, false, "", List.of());
        var first = new Judging(request, documents, stands);
        return switch (dictation.ask(request, passages, List.of(), first::judge)) {
            case Reply.Unusable(var why) -> fallback(extractive, why, List.of());
            case Reply.Read(var drafts) -> checked(request, passages, first.rest(drafts), extractive);
        };
    }

    private Spoken checked(String request, List<Exhibit> passages, Judging first, List<Said> extractive) {
        List<Rejected> rejected = first.rejected;
        // Heard only once it is whole: nothing would be left to fall back on if it broke off.
        if (!rejected.isEmpty()
                && dictation.ask(request, passages, rejected, draft -> {}) instanceof Reply.Read(var again))
            rejected = first.again().rest(again).rejected;
        List<Said> said = first.said;
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

    /** The statements of one reply, judged one after the other as they are heard. */
    private final class Judging {
        private final String request;
        private final List<Exhibits.Document> documents;
        private final Consumer<Said> stands;
        private final List<Said> said;
        private final List<Rejected> rejected = new ArrayList<>();
        private int judged;

        Judging(String request, List<Exhibits.Document> documents, Consumer<Said> stands) {
            this(request, documents, stands, new ArrayList<>());
        }

        private Judging(String request, List<Exhibits.Document> documents, Consumer<Said> stands, List<Said> said) {
            this.request = request;
            this.documents = documents;
            this.stands = stands;
            this.said = said;
        }

        /** For a second reply, which adds to what was said in the first. */
        Judging again() {
            return new Judging(request, documents, stands, said);
        }

        void judge(Drafted draft) {
            judged++;
            switch (judgement(request, draft, documents)) {
                case Judgement.Stands(var one) -> {
                    if (said.stream().anyMatch(s -> s.text().equals(one.text()))) return;
                    said.add(one);
                    stands.accept(one);
                }
                case Judgement.Falls(var why) -> rejected.add(new Rejected(draft, why));
            }
        }

        /** Judges what was not heard. */
        Judging rest(List<Drafted> whole) {
            whole.stream().skip(judged).toList().forEach(this::judge);
            return this;
        }
    }

    private sealed interface Judgement {
        record Stands(Said said) implements Judgement {}

        record Falls(String why) implements Judgement {}
    }

    private Judgement judgement(String request, Drafted draft, List<Exhibits.Document> documents) {
        var cited = new ArrayList<Exhibits.Document>();
        for (int number : draft.passages()) {
            if (number < 1 || number > documents.size())
                return new Judgement.Falls("there is no passage " + number + "; given were 1 to " + documents.size());
            cited.add(documents.get(number - 1));
        }
        return switch (draft) {
            case Drafted.Quote(var numbers, var words) -> quoted(words, cited);
            case Drafted.Anew(var numbers, var words) -> anew(request, words, cited);
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

    private Judgement anew(String request, String words, List<Exhibits.Document> cited) {
        for (Exhibits.Document document : cited)
            if (QuoteDuty.binds(document.hit().passage()))
                return new Judgement.Falls("steps, limits and warnings are quoted, never reworded");
        Optional<String> fault = QuoteDuty.of(words)
                .or(() -> claims.fault(
                                words,
                                cited.stream()
                                        .map(d -> d.hit().passage().text())
                                        .toList())
                        .map(Fault::words))
                .or(() -> objections.to(request, words));
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
