package flightline.app.wiring;

import flightline.archive.FeedbackBook;
import flightline.archive.ModelBook;
import flightline.archive.ShadowBook;
import flightline.archive.TrialBook;
import flightline.flow.DriftFlow;
import flightline.flow.EvaluateFlow;
import flightline.flow.ModelFlow;
import flightline.flow.ModelSeals;
import flightline.flow.ModelTrialFlow;
import flightline.flow.RepeatsFlow;
import flightline.flow.ShadowFlow;
import flightline.flow.TrainingFlow;
import flightline.llama.egress.Egress;
import flightline.model.LanguageModel;
import flightline.policy.Gate;
import flightline.policy.Rulebook;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;

/** Language models, put together: which are held, which one writes, the way out to those elsewhere, and whether what they do still is what it was. */
public final class ModelStand implements AutoCloseable {
    private final Ground ground;
    private final Rulebook rules;
    private final Egress egress;
    private final LlamaStand llama;

    ModelStand(Ground ground, Rulebook rules) {
        this.ground = ground;
        this.rules = rules;
        Settings settings = ground.settings();
        this.egress = new Egress(settings.llama().named());
        this.llama = new LlamaStand(
                settings.llama(), models(), ground.libraries(), settings.threads(), settings.nanos(), egress);
    }

    LlamaStand llama() {
        return llama;
    }

    Egress egress() {
        return egress;
    }

    ModelFlow models() {
        return new ModelFlow(
                book(),
                trialBook(),
                LlamaStand::inspect,
                ground.audit(),
                rules.access(),
                ground.settings().clock(),
                new ModelSeals(ground.settings().llama().signedBy()),
                rules.version());
    }

    ShadowBook shadowBook() {
        return new ShadowBook(ground.cabinet());
    }

    /** A candidate beside the model in service. */
    public ShadowFlow shadows() {
        return new ShadowFlow(
                shadowBook(), models(), ground.audit(), ground.settings().clock());
    }

    /** Examples to fine-tune a model with. */
    public TrainingFlow training(RepeatsFlow repeats, Gate gate) {
        return new TrainingFlow(
                ground.sessions(),
                repeats,
                ground.cabinet(),
                gate,
                ground.audit(),
                ground.settings().clock(),
                this::isWord,
                new SecureRandom());
    }

    /** Whether requests and answers still are what they were. */
    public DriftFlow drift() {
        return new DriftFlow(
                ground.audit(), new FeedbackBook(ground.cabinet()), ground.records(), this::isWord, rules.version());
    }

    /** Whether it is English or of the trade. */
    private boolean isWord(String word) {
        return ground.speller().knows(word)
                || ground.abbreviations().expansion(word).isPresent();
    }

    /** @param product as it is with such a model writing, or with none */
    ModelTrialFlow trials(Function<Optional<LanguageModel>, EvaluateFlow> product) {
        return new ModelTrialFlow(
                product,
                trialBook(),
                ground.audit(),
                rules.version(),
                ground.settings().clock(),
                ground.settings().nanos());
    }

    /** Where models lie that are fetched. */
    public Path folder() {
        return book().folder();
    }

    private ModelBook book() {
        return new ModelBook(ground.cabinet(), ground.folder().root());
    }

    private TrialBook trialBook() {
        return new TrialBook(ground.cabinet());
    }

    @Override
    public void close() {
        llama.close();
    }
}
