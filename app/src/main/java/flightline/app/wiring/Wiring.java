package flightline.app.wiring;

import flightline.archive.Archive;
import flightline.archive.DialogueBook;
import flightline.archive.FeedbackBook;
import flightline.archive.Keepsakes;
import flightline.archive.LearnedFile;
import flightline.archive.PolicyShelf;
import flightline.archive.RemovalJournal;
import flightline.archive.RunBook;
import flightline.archive.SessionBook;
import flightline.archive.ShadowBook.Shadow;
import flightline.audit.AuditLog;
import flightline.diagnosis.AnswerWriter;
import flightline.diagnosis.BriefVerifier;
import flightline.diagnosis.BriefWriter;
import flightline.diagnosis.CauseChoices;
import flightline.diagnosis.CauseRanker;
import flightline.diagnosis.CheckPlanner;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.EvidenceCheck;
import flightline.diagnosis.LlamaWriter;
import flightline.diagnosis.SystemChoices;
import flightline.diagnosis.SystemRanker;
import flightline.diagnosis.dictation.Dictation;
import flightline.diagnosis.memory.LinkRule;
import flightline.diagnosis.memory.Memory;
import flightline.dialogue.FollowUpReader;
import flightline.flow.AskFlow;
import flightline.flow.BackupFlow;
import flightline.flow.CheckFlow;
import flightline.flow.CheckSimulation;
import flightline.flow.DiagnoseFlow;
import flightline.flow.DialogueFlow;
import flightline.flow.DiffFlow;
import flightline.flow.Doorkeeper;
import flightline.flow.DraftFlow;
import flightline.flow.Erasure;
import flightline.flow.EvaluateFlow;
import flightline.flow.ImportRecordsFlow;
import flightline.flow.IngestFlow;
import flightline.flow.InjectionExam;
import flightline.flow.InstallPolicyFlow;
import flightline.flow.KeyFlow;
import flightline.flow.LearnFlow;
import flightline.flow.LearnedShelf;
import flightline.flow.LibraryFlow;
import flightline.flow.ModelFlow;
import flightline.flow.ModelTrialFlow;
import flightline.flow.MoveFlow;
import flightline.flow.PolicyBooks;
import flightline.flow.PolicyFlow;
import flightline.flow.QuarantineFlow;
import flightline.flow.ReferencesFlow;
import flightline.flow.RepeatsFlow;
import flightline.flow.Running;
import flightline.flow.RunsFlow;
import flightline.flow.SearchFlow;
import flightline.flow.SessionFlow;
import flightline.flow.ShadowRun;
import flightline.flow.ShowFlow;
import flightline.flow.TroubleTables;
import flightline.flow.Turns;
import flightline.flow.WatchFlow;
import flightline.ingest.Intake;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.llama.egress.Egress;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.model.LanguageModel;
import flightline.model.LatestQueries;
import flightline.policy.Gate;
import flightline.policy.PolicyFault;
import flightline.policy.PurposeModel;
import flightline.policy.Rulebook;
import flightline.records.MappingGuess;
import flightline.records.NarrativeCutter;
import flightline.records.RecordReader;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.terms.Abbreviations;
import flightline.terms.AtaTable;
import flightline.terms.Speller;
import flightline.terms.Tagger;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import flightline.vault.Vault;
import flightline.vault.VaultKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The whole product, put together by hand. */
public final class Wiring implements AutoCloseable {
    /** Of those whose answer is not yet worked on: some seconds of work. */
    private static final int MOST_WAITING = 64;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Of the model's choices: always the same, so that an answer can be had again. */
    private static final long SEED = 1;
    /** Of one reply: a few statements in JSON. */
    private static final int MOST_TOKENS = 900;

    private final Settings settings;
    private final DataFolder folder;
    private final Vault vault;
    private final StateStand state;
    private final Abbreviations abbreviations = Abbreviations.standard();
    private final Embedder embedder;
    private final IndexStand index;
    private final PassageIndex passages;
    private final RecordIndex records;
    private final Archive archive;
    private final AuditLog audit;
    private final PolicyBooks policyBooks;
    private final PolicyBooks.InForce inForce;
    private final Rulebook rulebook;
    private final Gate gate;
    private final Speller speller = Speller.standard();
    private final ComplaintReader complaints =
            new ComplaintReader(new TextNormaliser(abbreviations, speller), new TermReader(), Tagger.standard());
    private final EvidenceCheck enough = new EvidenceCheck(speller::knows);
    private final BriefVerifier verifier = new BriefVerifier();
    private final DiagnoseFlow.Lessons lessons;
    private final Memory memory = new Memory(LinkRule.fitted());
    private final Egress egress;
    private final LlamaStand llama;
    private final Readiness readiness = new Readiness(this);
    private final Witnesses witnesses = new Witnesses();
    private final Running running;
    private final FleetStand fleet;
    private final ShadowRun shadow;

    public Wiring(Settings settings) throws DataFolder.UnusableDataFolder {
        this.settings = settings;
        this.folder = DataFolder.open(settings.data());
        this.vault = vault(folder, settings.key());
        this.state = StateStand.open(settings, folder, vault);
        this.embedder = new LatestQueries(settings.embedder()
                .orElseGet(() -> new BgeSmallEmbedder(folder.root().resolve("native"), settings.threads())));
        this.index = IndexStand.open(settings, folder, vault, embedder, abbreviations, speller);
        this.passages = index.passages();
        this.records = index.records();
        this.archive = new Archive(state.cabinet());
        this.lessons = new DiagnoseFlow.Lessons(shelf("systems"), shelf("parts"));
        this.audit = AuditLog.in(folder.root().resolve("audit"), settings.clock(), vault);
        this.policyBooks = new PolicyBooks(policyShelf(), audit);
        this.inForce = policyBooks.inForce();
        this.rulebook = holding();
        this.egress = new Egress(settings.llama().named());
        this.llama = new LlamaStand(
                settings.llama(),
                models(),
                folder.root().resolve("native"),
                settings.threads(),
                settings.nanos(),
                egress);
        this.gate = new Gate(rulebook, PurposeModel.shipped(), embedder, settings.clock(), llama.guard());
        this.shadow = new ShadowRun(modelStand().shadowBook(), this::candidate, settings.nanos());
        this.running = new Running(
                settings.nanos(),
                new Turns(settings.threads(), MOST_WAITING, LONGEST_WAIT),
                witnesses,
                "",
                shadow);
        this.fleet = new FleetStand(settings, folder, vault, records, gate, audit, llama);
    }

    /** Encryption of a data folder that nobody has open. */
    public static KeyFlow keys(Path data, InstantSource clock) throws DataFolder.UnusableDataFolder {
        DataFolder folder = DataFolder.open(data);
        return new KeyFlow(folder.root(), clock);
    }

    private static Vault vault(DataFolder folder, Optional<Path> key) throws DataFolder.UnusableDataFolder {
        return switch (new VaultKeys(folder.root()).open(key)) {
            case VaultKeys.Opening.Opened(var vault) -> vault;
            case VaultKeys.Opening.Refused(var why) -> throw new DataFolder.UnusableDataFolder(why);
        };
    }

    private Rulebook holding() throws DataFolder.UnusableDataFolder {
        try {
            return Rulebook.of(inForce.bundle(), Optional.of(policyLibrary()))
                    .withExceptions(policyShelf().exceptions());
        } catch (PolicyFault fault) {
            throw new DataFolder.UnusableDataFolder(String.valueOf(fault.getMessage()));
        }
    }

    private PolicyShelf policyShelf() {
        return new PolicyShelf(state.cabinet(), folder.root());
    }

    private Path policyLibrary() {
        return folder.root().resolve("native/cedar");
    }

    /** Where the rules in force come from. */
    public PolicyBooks.InForce inForce() {
        return inForce;
    }

    public InstallPolicyFlow policyInstalling() {
        return new InstallPolicyFlow(policyBooks, policyLibrary(), this::gate, audit);
    }

    /** The rules in force, with the exceptions of this data folder. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** A gate with such rules. */
    public Gate gate(Rulebook rules) {
        return new Gate(rules, embedder, settings.clock());
    }

    private LearnedShelf shelf(String name) {
        return new LearnedShelf(new LearnedFile(state.cabinet(), "learned/" + name + ".model"));
    }

    public DataFolder folder() {
        return folder;
    }

    public Settings settings() {
        return settings;
    }

    public Gate gate() {
        return gate;
    }

    /** Who may sign in. */
    public PeopleStand people() {
        return new PeopleStand(state, audit, settings.clock());
    }

    /** Whom a role lets do what. */
    public Doorkeeper door() {
        return new Doorkeeper(rulebook.access(), audit, rulebook.version());
    }

    public PolicyFlow policy() {
        return new PolicyFlow(audit);
    }

    public AuditLog audit() {
        return audit;
    }

    public IngestFlow ingest() {
        return ingest(() -> false);
    }

    /** @param stop ends what a parser waits for, as it ends the run */
    public IngestFlow ingest(BooleanSupplier stop) {
        return new IngestFlow(
                new Intake(Intake.Limits.standard()),
                Parsers.all(settings, stop),
                new PassageCutter(),
                archive,
                passages,
                erasure(),
                runs(),
                audit,
                settings.clock(),
                gate);
    }

    /** @param stop ends the watch */
    public WatchFlow watch(BooleanSupplier stop) {
        return new WatchFlow(ingest(stop), new Intake(Intake.Limits.standard()));
    }

    private Erasure erasure() {
        return new Erasure(
                passages, archive, new RemovalJournal(state.cabinet()), keepsakes(), runs(), sessionBook(), audit);
    }

    /** What is kept aside for convenience. */
    public Keepsakes keepsakes() {
        return new Keepsakes(folder.root(), vault);
    }

    private RunBook runs() {
        return new RunBook(state.cabinet());
    }

    /** What the last runs did. */
    public RunsFlow runsSeen() {
        return new RunsFlow(gate, passages, runs());
    }

    /** Proposes mappings for exports that nobody knows. */
    public MappingGuess mappingGuess() {
        return new MappingGuess(recordReader());
    }

    public ImportRecordsFlow importRecords() {
        return fleet.imports(recordReader());
    }

    private static RecordReader recordReader() {
        return new RecordReader(new TermReader(), new NarrativeCutter());
    }

    public RecordsIn recordsIn() {
        return new RecordsIn(
                importRecords(),
                fleet.analysisImports(recordReader()),
                learn(),
                recordReader(),
                fleet,
                settings.today());
    }

    public DiagnoseFlow diagnose() {
        return diagnose(writer(), running);
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
        return new DiagnoseFlow(gate, passages, records, archive, thinking, lessons, audit, within);
    }

    public LearnFlow learn() {
        return new LearnFlow(
                records,
                passages,
                complaints,
                new SystemChoices(AtaTable.standard()),
                new CauseChoices(),
                lessons.systems(),
                lessons.parts(),
                audit,
                settings.clock(),
                settings.today());
    }

    public AskFlow ask() {
        return ask(writer(), running);
    }

    private AskFlow ask(Optional<LlamaWriter> writer, Running within) {
        return new AskFlow(
                gate,
                passages,
                records,
                archive,
                complaints,
                enough,
                new AnswerWriter(),
                writer,
                verifier,
                audit,
                within);
    }

    /** Language models: which are held, and which one writes. */
    public ModelFlow models() {
        return modelStand().models();
    }

    /** Models asked fixed cases before they may write. */
    public ModelTrialFlow trials() {
        return modelStand().trials(this::evaluate);
    }

    /** Models in service: whether they still do what they did, what runs beside them, what they can be taught. */
    public ModelStand modelStand() {
        return new ModelStand(
                settings, folder.root(), state.cabinet(), audit, rulebook, records, speller, abbreviations);
    }

    /** Lets a candidate answer too, where an administrator started one; for whoever serves. */
    public void beginShadow() {
        shadow.begin();
    }

    private ShadowRun.Candidate candidate(Shadow run) {
        Running aside = running.beside("shadow " + run.model(), new Turns(1, 1, LONGEST_WAIT));
        return ShadowCandidate.open(
                llama, shadow, run, model -> ask(writer(model), aside), model -> diagnose(writer(model), aside));
    }

    private Optional<LlamaWriter> writer() {
        return writer(llama.writer());
    }

    private Optional<LlamaWriter> writer(Optional<LanguageModel> writing) {
        var bounds = new Dictation.Bounds(SEED, MOST_TOKENS, settings.llama().deadline());
        return writing.map(model -> new LlamaWriter(new Dictation(model, bounds), gate::objection));
    }

    /** The model that writes, if one is set up. */
    public LlamaStand llama() {
        return llama;
    }

    /** Makes vectors of texts, as the index has them. */
    public Embedder embedder() {
        return embedder;
    }

    /** The way out, to hosts that are configured. */
    public Egress egress() {
        return egress;
    }

    /** Dialogues. */
    public DialogueFlow dialogues() {
        return new DialogueFlow(
                gate,
                passages,
                ask(),
                new FollowUpReader(),
                new DialogueBook(state.cabinet()),
                audit,
                settings.clock());
    }

    public SearchFlow search() {
        return new SearchFlow(gate, passages, records, archive, audit, running);
    }

    public ShowFlow show() {
        return new ShowFlow(gate, passages, records, archive, audit, settings.nanos());
    }

    public LibraryFlow library() {
        return new LibraryFlow(
                gate,
                passages,
                archive,
                erasure(),
                audit,
                new Reader(List.of(Parsers.xml())),
                new PassageCutter(),
                settings.clock());
    }

    public ReferencesFlow references() {
        return new ReferencesFlow(gate, passages, archive, audit);
    }

    public QuarantineFlow quarantine() {
        return new QuarantineFlow(
                library(),
                passages,
                archive,
                new PassageCutter(),
                erasure(),
                audit,
                rulebook.access(),
                settings.clock());
    }

    public DiffFlow diff() {
        return new DiffFlow(gate, passages, archive, audit);
    }

    public BackupFlow backup() {
        return new BackupFlow(folder.root(), passages, records, audit, settings.clock());
    }

    public CheckFlow check() {
        return new CheckFlow(passages, records, archive, erasure(), lessons, audit, state.cabinet(), folder.root());
    }

    public EvaluateFlow evaluate() {
        return evaluate(llama.writer());
    }

    /** The product as it is with that model writing, or with none. */
    private EvaluateFlow evaluate(Optional<LanguageModel> writing) {
        Running exam = running.forPurpose("evaluation");
        return new EvaluateFlow(
                diagnose(writer(writing), exam), ask(writer(writing), exam), gate, passages, records, settings.today());
    }

    /** Each attack in a data folder of its own, which is gone afterwards. */
    public InjectionExam injection() {
        return new InjectionExam(passages, records, new AttackedLibrary(settings, embedder), settings.today());
    }

    /** Questions over all records. */
    public FleetStand fleet() {
        return fleet;
    }

    public RepeatsFlow repeats() {
        return new RepeatsFlow(records, memory);
    }

    public CheckSimulation checkSimulation() {
        return new CheckSimulation(diagnose(), records, settings.today());
    }

    public TroubleTables troubleTables() {
        return new TroubleTables(diagnose(), settings.today());
    }

    /** Troubleshooting sessions. */
    public SessionFlow sessions() {
        return new SessionFlow(
                diagnose(Optional.empty(), running),
                gate,
                sessionBook(),
                records,
                audit,
                settings.clock(),
                settings.today());
    }

    /** What writes code. */
    public FactoryStand factory() {
        return new FactoryStand(gate, passages, archive, audit);
    }

    /** What the page needs besides. */
    public PageStand page() {
        return new PageStand(
                gate,
                passages,
                records,
                archive,
                new FeedbackBook(state.cabinet()),
                audit,
                settings.clock(),
                !vault.isClear());
    }

    /** Paper that follows a diagnosis. */
    public DraftFlow drafting() {
        return new DraftFlow(gate, passages, records, archive, sessions(), audit);
    }

    private SessionBook sessionBook() {
        return new SessionBook(state.cabinet());
    }

    /** Whether everything is there that an answer needs. */
    public Readiness readiness() {
        return readiness;
    }

    /** Who is told how answers come out. */
    public Witnesses witnesses() {
        return witnesses;
    }

    PassageIndex passages() {
        return passages;
    }

    RecordIndex records() {
        return records;
    }

    /** All that is kept, to another place. */
    public MoveFlow move() {
        return new MoveFlow(state.cabinet(), audit);
    }

    /** Where all that is kept lies. */
    public StateStand state() {
        return state;
    }

    @Override
    public void close() {
        shadow.close();
        llama.close();
        fleet.close();
        index.close();
        if (settings.embedder().isEmpty()) embedder.close();
        state.close();
    }
}
