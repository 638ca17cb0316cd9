package flightline.app.wiring;

import flightline.archive.FeedbackBook;
import flightline.archive.ModelBook;
import flightline.archive.SessionBook;
import flightline.archive.ShadowBook;
import flightline.archive.TrialBook;
import flightline.audit.AuditLog;
import flightline.flow.DriftFlow;
import flightline.flow.EvaluateFlow;
import flightline.flow.ModelFlow;
import flightline.flow.ModelSeals;
import flightline.flow.ModelTrialFlow;
import flightline.flow.RepeatsFlow;
import flightline.flow.ShadowFlow;
import flightline.flow.TrainingFlow;
import flightline.model.LanguageModel;
import flightline.policy.Gate;
import flightline.policy.Rulebook;
import flightline.search.RecordIndex;
import flightline.state.Cabinet;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;

/** Models in service, put together: which are held and write, whether they may, and whether what they do still is what it was. */
public record ModelStand(
        Settings settings,
        Path root,
        Cabinet cabinet,
        AuditLog audit,
        Rulebook rulebook,
        RecordIndex records,
        Speller speller,
        Abbreviations abbreviations) {
    /** Where models lie that are fetched. */
    public Path folder() {
        return book().folder();
    }

    private ModelBook book() {
        return new ModelBook(cabinet, root);
    }

    private TrialBook trialBook() {
        return new TrialBook(cabinet);
    }

    ModelFlow models() {
        return new ModelFlow(
                book(),
                trialBook(),
                LlamaStand::inspect,
                audit,
                rulebook.access(),
                settings.clock(),
                new ModelSeals(settings.llama().signedBy()),
                rulebook.version());
    }

    ShadowBook shadowBook() {
        return new ShadowBook(cabinet);
    }

    /** A candidate beside the model in service. */
    public ShadowFlow shadows() {
        return new ShadowFlow(shadowBook(), models(), audit, settings.clock());
    }

    ModelTrialFlow trials(Function<Optional<LanguageModel>, EvaluateFlow> exams) {
        return new ModelTrialFlow(exams, trialBook(), audit, rulebook.version(), settings.clock(), settings.nanos());
    }

    /** Examples to fine-tune a model with. */
    public TrainingFlow training(RepeatsFlow repeats, Gate gate) {
        return new TrainingFlow(
                new SessionBook(cabinet),
                repeats,
                cabinet,
                gate,
                audit,
                settings.clock(),
                this::isWord,
                new SecureRandom());
    }

    /** Whether requests and answers still are what they were. */
    public DriftFlow drift() {
        return new DriftFlow(audit, new FeedbackBook(cabinet), records, this::isWord, rulebook.version());
    }

    /** Whether it is English or of the trade. */
    private boolean isWord(String word) {
        return speller.knows(word) || abbreviations.expansion(word).isPresent();
    }
}
