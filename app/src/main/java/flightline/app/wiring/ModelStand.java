package flightline.app.wiring;

import flightline.archive.ModelBook;
import flightline.archive.TrialBook;
import flightline.flow.EvaluateFlow;
import flightline.flow.ModelFlow;
import flightline.flow.ModelTrialFlow;
import flightline.llama.egress.Egress;
import flightline.model.LanguageModel;
import flightline.policy.Rulebook;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Language models: which are held, which one writes, and the way out to those elsewhere, put together. */
final class ModelStand implements AutoCloseable {
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
                ground.settings().clock());
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
    Path folder() {
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
