package flightline.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.wiring.LlamaStand.State;
import flightline.archive.ModelBook.Entry;
import flightline.corpus.ContentHash;
import flightline.flow.ModelFlow;
import flightline.flow.ModelTrialFlow;
import flightline.flow.ModelTrialFlow.Report;
import flightline.flow.Progress;
import flightline.flow.StandingCases;
import flightline.model.LanguageModel;
import flightline.policy.Principal;
import flightline.search.PassageIndex;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Opens a model that is held, lets it answer fixed cases beside what answers now, and closes it again. */
public final class ModelEvaluation {
    private final ModelFlow models;
    private final LlamaStand llama;
    private final ModelTrialFlow trials;
    private final PassageIndex passages;
    private final LocalDate today;

    ModelEvaluation(ModelFlow models, LlamaStand llama, ModelTrialFlow trials, PassageIndex passages, LocalDate today) {
        this.models = models;
        this.llama = llama;
        this.trials = trials;
        this.passages = passages;
        this.today = today;
    }

    /**
     * Questions to be answered.
     *
     * @param drawn whether they were drawn from the library and not written by people who know it
     * @param sha256 of their text
     */
    public record Questions(List<JsonNode> cases, boolean drawn, String sha256) {
        public Questions {
            cases = List.copyOf(cases);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        record Done(Report report, boolean drawn) implements Outcome {}

        /** It cannot answer, and why. */
        record Unready(String why) implements Outcome {}

        /** No model of that name is held. */
        record Unknown(String name) implements Outcome {}
    }

    /** Questions drawn from what the library holds; empty where nothing in it can be asked about. */
    public Optional<Questions> drawn() {
        List<JsonNode> cases = StandingCases.of(passages, today);
        if (cases.isEmpty()) return Optional.empty();
        return Optional.of(new Questions(cases, true, sha256(cases)));
    }

    /** Questions that somebody gave, without a file of theirs. */
    public static Questions given(List<JsonNode> cases) {
        return new Questions(cases, false, sha256(cases));
    }

    private static String sha256(List<JsonNode> cases) {
        return ContentHash.of(cases.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    public Outcome run(String name, Questions questions, Principal asker, Progress progress) {
        Optional<Entry> entry = models.held().named(name);
        if (entry.isEmpty()) return new Outcome.Unknown(name);
        return switch (llama.of(name)) {
            case State.None() -> new Outcome.Unknown(name);
            case State.Unready(var why) -> new Outcome.Unready(why);
            case State.Ready(var model) -> run(entry.get(), model, questions, asker, progress);
        };
    }

    private Outcome run(Entry entry, LanguageModel model, Questions questions, Principal asker, Progress progress) {
        try (model) {
            return new Outcome.Done(
                    trials.run(entry, model, llama.writer(), questions.cases(), questions.sha256(), asker, progress),
                    questions.drawn());
        }
    }
}
