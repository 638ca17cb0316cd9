package flightline.app.wiring;

import flightline.archive.DialogueBook;
import flightline.archive.LearnedFile;
import flightline.archive.ShadowBook.Shadow;
import flightline.diagnosis.AnswerWriter;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.BriefWriter;
import flightline.diagnosis.CauseChoices;
import flightline.diagnosis.CauseRanker;
import flightline.diagnosis.CheckPlanner;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.LlamaWriter;
import flightline.diagnosis.PieceMeaning;
import flightline.diagnosis.SystemChoices;
import flightline.diagnosis.SystemRanker;
import flightline.diagnosis.dictation.Dictation;
import flightline.diagnosis.memory.LinkRule;
import flightline.diagnosis.memory.Memory;
import flightline.dialogue.FollowUpReader;
import flightline.flow.AskFlow;
import flightline.flow.CheckSimulation;
import flightline.flow.DiagnoseFlow;
import flightline.flow.DialogueFlow;
import flightline.flow.DraftFlow;
import flightline.flow.EvaluateFlow;
import flightline.flow.LearnFlow;
import flightline.flow.LearnedShelf;
import flightline.flow.RepeatsFlow;
import flightline.flow.Running;
import flightline.flow.SearchFlow;
import flightline.flow.SessionFlow;
import flightline.flow.ShadowRun;
import flightline.flow.TroubleTables;
import flightline.flow.Turns;
import flightline.model.LanguageModel;
import flightline.policy.Gate;
import flightline.terms.AtaTable;
import flightline.terms.Tagger;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import java.time.Duration;
import java.util.Optional;

/** Whatever answers a complaint or a question, put together. */
final class AnswerStand implements AutoCloseable {
    /** Of those whose answer is not yet worked on: some seconds of work. */
    private static final int MOST_WAITING = 64;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Of the model's choices: always the same, so that an answer can be had again. */
    private static final long SEED = 1;
    /** Of one reply: a few statements in JSON. */
    private static final int MOST_TOKENS = 900;

    private final Ground ground;
    private final Gate gate;
    private final LlamaStand llama;
    private final ComplaintReader complaints;
    private final EvidenceCheck enough;
    private final BriefVerifier verifier;
    private final DiagnoseFlow.Lessons lessons;
    private final Memory memory = new Memory(LinkRule.fitted());
    private final ShadowRun shadow;
    private final Running running;

    AnswerStand(Ground ground, Gate gate, ModelStand models, Witnesses witnesses) {
        this.ground = ground;
        this.gate = gate;
        this.llama = models.llama();
        this.complaints = new ComplaintReader(
                new TextNormaliser(ground.abbreviations(), ground.speller()), new TermReader(), Tagger.standard());
        this.verifier = new BriefVerifier(ground.inference());
        this.enough = new EvidenceCheck(ground.speller()::knows);
        this.lessons = new DiagnoseFlow.Lessons(shelf("systems"), shelf("parts"));
        Settings settings = ground.settings();
        this.shadow = new ShadowRun(models.shadowBook(), this::candidate, settings.nanos());
        this.running = new Running(
                settings.nanos(), new Turns(settings.threads(), MOST_WAITING, LONGEST_WAIT), witnesses, "", shadow);
    }

    /** Lets a candidate answer too, where an administrator started one; for whoever serves. */
    void beginShadow() {
        shadow.begin();
    }

    private ShadowRun.Candidate candidate(Shadow run) {
        Running aside = running.beside("shadow " + run.model(), new Turns(1, 1, LONGEST_WAIT));
        return ShadowCandidate.open(
                llama, shadow, run, model -> ask(writer(model), aside), model -> diagnose(writer(model), aside));
    }

    private LearnedShelf shelf(String name) {
        return new LearnedShelf(new LearnedFile(ground.cabinet(), "learned/" + name + ".model"));
    }

    DiagnoseFlow.Lessons lessons() {
        return lessons;
    }

    DiagnoseFlow diagnose() {
        return diagnose(writer(llama.writer()), running);
    }

    /** Check by check, every answer must come at once, so there a model does not write. */
    private DiagnoseFlow diagnose(Optional<LlamaWriter> writer, Running within) {
        var thinking = new DiagnoseFlow.Thinking(
                complaints,
                new SystemRanker(AtaTable.standard()),
                new CauseRanker(),
                enough,
                new BriefWriter(new CheckPlanner()),
                writer,
                verifier,
                memory);
        return new DiagnoseFlow(
                gate, ground.passages(), ground.records(), ground.archive(), thinking, lessons, ground.audit(), within);
    }

    LearnFlow learn() {
        return new LearnFlow(
                ground.records(),
                ground.passages(),
                complaints,
                new SystemChoices(AtaTable.standard()),
                new CauseChoices(),
                lessons.systems(),
                lessons.parts(),
                ground.audit(),
                ground.settings().clock(),
                ground.settings().today());
    }

    AskFlow ask() {
        return ask(writer(llama.writer()), running);
    }

    private AskFlow ask(Optional<LlamaWriter> writer, Running within) {
        return new AskFlow(
                gate,
                ground.passages(),
                ground.records(),
                ground.archive(),
                complaints,
                new PieceMeaning(ground.embedder()),
                enough,
                new AnswerWriter(),
                writer,
                verifier,
                ground.audit(),
                within);
    }

    private Optional<LlamaWriter> writer(Optional<LanguageModel> writing) {
        var bounds = new Dictation.Bounds(
                SEED, MOST_TOKENS, ground.settings().llama().deadline());
        return writing.map(model -> new LlamaWriter(new Dictation(model, bounds), gate::objection));
    }

    DialogueFlow dialogues() {
        return new DialogueFlow(
                gate,
                ground.passages(),
                ask(),
                new FollowUpReader(),
                new DialogueBook(ground.cabinet()),
                ground.audit(),
                ground.settings().clock());
    }

    SearchFlow search() {
        return new SearchFlow(gate, ground.passages(), ground.records(), ground.archive(), ground.audit(), running);
    }

    SessionFlow sessions() {
        return new SessionFlow(
                diagnose(Optional.empty(), running),
                gate,
                ground.sessions(),
                ground.records(),
                ground.audit(),
                ground.settings().clock(),
                ground.settings().today());
    }

    DraftFlow drafting() {
        return new DraftFlow(gate, ground.passages(), ground.records(), ground.archive(), sessions(), ground.audit());
    }

    EvaluateFlow evaluate() {
        return evaluate(llama.writer());
    }

    /** The product as it is with that model writing, or with none. */
    EvaluateFlow evaluate(Optional<LanguageModel> writing) {
        Running exam = running.forPurpose("evaluation");
        return new EvaluateFlow(
                diagnose(writer(writing), exam),
                ask(writer(writing), exam),
                gate,
                ground.passages(),
                ground.records(),
                ground.settings().today());
    }

    RepeatsFlow repeats() {
        return new RepeatsFlow(ground.records(), memory);
    }

    CheckSimulation checkSimulation() {
        return new CheckSimulation(
                diagnose(), ground.records(), ground.settings().today());
    }

    TroubleTables troubleTables() {
        return new TroubleTables(diagnose(), ground.settings().today());
    }

    @Override
    public void close() {
        shadow.close();
    }
}
