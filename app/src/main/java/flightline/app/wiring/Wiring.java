package flightline.app.wiring;

import flightline.archive.FeedbackBook;
import flightline.archive.Keepsakes;
import flightline.audit.AuditLog;
import flightline.flow.AskFlow;
import flightline.flow.BackupFlow;
import flightline.flow.CheckFlow;
import flightline.flow.CheckSimulation;
import flightline.flow.DiagnoseFlow;
import flightline.flow.DialogueFlow;
import flightline.flow.DiffFlow;
import flightline.flow.Doorkeeper;
import flightline.flow.DraftFlow;
import flightline.flow.EvaluateFlow;
import flightline.flow.ImportRecordsFlow;
import flightline.flow.IngestFlow;
import flightline.flow.InjectionExam;
import flightline.flow.InstallPolicyFlow;
import flightline.flow.KeyFlow;
import flightline.flow.LearnFlow;
import flightline.flow.LibraryFlow;
import flightline.flow.ModelFlow;
import flightline.flow.MoveFlow;
import flightline.flow.PolicyBooks;
import flightline.flow.PolicyFlow;
import flightline.flow.QuarantineFlow;
import flightline.flow.ReferencesFlow;
import flightline.flow.RepeatsFlow;
import flightline.flow.RunsFlow;
import flightline.flow.SearchFlow;
import flightline.flow.SessionFlow;
import flightline.flow.ShowFlow;
import flightline.flow.TroubleTables;
import flightline.flow.WatchFlow;
import flightline.llama.egress.Egress;
import flightline.model.Embedder;
import flightline.policy.Gate;
import flightline.policy.Rulebook;
import flightline.records.MappingGuess;
import flightline.records.NarrativeCutter;
import flightline.records.RecordReader;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.terms.TermReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The whole product, put together by hand. What belongs together is made by one stand, a class beside this one. */
public final class Wiring implements AutoCloseable {
    private final Settings settings;
    private final Ground ground;
    private final RuleStand rules;
    private final ModelStand models;
    private final Gate gate;
    private final Readiness readiness = new Readiness(this);
    private final Witnesses witnesses = new Witnesses();
    private final LibraryStand library;
    private final AnswerStand answers;
    private final FleetStand fleet;

    public Wiring(Settings settings) throws DataFolder.UnusableDataFolder {
        this.settings = settings;
        this.ground = new Ground(settings);
        this.rules = new RuleStand(ground);
        this.models = new ModelStand(ground, rules.rulebook());
        this.gate = rules.gate(models.llama().guard());
        this.library = new LibraryStand(ground, gate, rules.rulebook());
        this.answers = new AnswerStand(ground, gate, models, witnesses);
        this.fleet = new FleetStand(
                settings,
                ground.folder(),
                ground.vault(),
                ground.records(),
                gate,
                ground.audit(),
                witnesses,
                models.llama());
    }

    /** Encryption of a data folder that nobody has open. */
    public static KeyFlow keys(Path data, InstantSource clock) throws DataFolder.UnusableDataFolder {
        DataFolder folder = DataFolder.open(data);
        return new KeyFlow(folder.root(), clock);
    }

    /** What an administrator must be told at each start, one line each; mostly empty. */
    public List<String> troubles() {
        var all = new ArrayList<String>();
        ground.lost().ifPresent(why -> all.add("audit log: " + why + "; a new one begins with an entry that says so"));
        all.addAll(rules.inForce().troubles());
        return all;
    }

    /** Where the rules in force come from. */
    public PolicyBooks.InForce inForce() {
        return rules.inForce();
    }

    public InstallPolicyFlow policyInstalling() {
        return rules.installing();
    }

    /** The rules in force, with the exceptions of this data folder. */
    public Rulebook rulebook() {
        return rules.rulebook();
    }

    /** A gate with such rules. */
    public Gate gate(Rulebook other) {
        return rules.gate(other);
    }

    public DataFolder folder() {
        return ground.folder();
    }

    public Settings settings() {
        return settings;
    }

    public Gate gate() {
        return gate;
    }

    /** Who may sign in. */
    public PeopleStand people() {
        return new PeopleStand(ground.state(), ground.audit(), settings.clock());
    }

    /** Whom a role lets do what. */
    public Doorkeeper door() {
        return rules.door();
    }

    public PolicyFlow policy() {
        return new PolicyFlow(ground.audit());
    }

    public AuditLog audit() {
        return ground.audit();
    }

    public IngestFlow ingest() {
        return ingest(() -> false);
    }

    /** @param stop ends what a parser waits for, as it ends the run */
    public IngestFlow ingest(BooleanSupplier stop) {
        return library.ingest(stop);
    }

    /** @param stop ends the watch */
    public WatchFlow watch(BooleanSupplier stop) {
        return library.watch(stop);
    }

    /** What is kept aside for convenience. */
    public Keepsakes keepsakes() {
        return ground.keepsakes();
    }

    /** What the last runs did. */
    public RunsFlow runsSeen() {
        return library.runs();
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
        return answers.diagnose();
    }

    public LearnFlow learn() {
        return answers.learn();
    }

    public AskFlow ask() {
        return answers.ask();
    }

    /** Language models: which are held, and which one writes. */
    public ModelFlow models() {
        return models.models();
    }

    /** Models in service: whether they still do what they did, what runs beside them, what they can be taught. */
    public ModelStand modelStand() {
        return models;
    }

    /** Lets a candidate answer too, where an administrator started one; for whoever serves. */
    public void beginShadow() {
        answers.beginShadow();
    }

    /** Models asked fixed cases before they may write. */
    public ModelEvaluation evaluation() {
        return new ModelEvaluation(
                models.models(), models.llama(), models.trials(answers::evaluate), ground.passages(), settings.today());
    }

    /** The model that writes, if one is set up. */
    public LlamaStand llama() {
        return models.llama();
    }

    /** Makes vectors of texts, as the index has them. */
    public Embedder embedder() {
        return ground.embedder();
    }

    /** The way out, to hosts that are configured. */
    public Egress egress() {
        return models.egress();
    }

    /** Dialogues. */
    public DialogueFlow dialogues() {
        return answers.dialogues();
    }

    public SearchFlow search() {
        return answers.search();
    }

    public ShowFlow show() {
        return library.show();
    }

    public LibraryFlow library() {
        return library.library();
    }

    public ReferencesFlow references() {
        return library.references();
    }

    public QuarantineFlow quarantine() {
        return library.quarantine();
    }

    public DiffFlow diff() {
        return library.diff();
    }

    public BackupFlow backup() {
        return new BackupFlow(
                ground.folder().root(), ground.passages(), ground.records(), ground.audit(), settings.clock());
    }

    public CheckFlow check() {
        return new CheckFlow(
                ground.passages(),
                ground.records(),
                ground.archive(),
                library.erasure(),
                answers.lessons(),
                ground.audit(),
                rules.books(),
                models(),
                ground.cabinet(),
                ground.folder().root(),
                settings.key());
    }

    public EvaluateFlow evaluate() {
        return answers.evaluate();
    }

    /** Each attack in a data folder of its own, which is gone afterwards. */
    public InjectionExam injection() {
        return new InjectionExam(
                ground.passages(),
                ground.records(),
                new AttackedLibrary(settings, ground.embedder()),
                settings.today());
    }

    /** Questions over all records. */
    public FleetStand fleet() {
        return fleet;
    }

    public RepeatsFlow repeats() {
        return answers.repeats();
    }

    public CheckSimulation checkSimulation() {
        return answers.checkSimulation();
    }

    public TroubleTables troubleTables() {
        return answers.troubleTables();
    }

    /** Troubleshooting sessions. */
    public SessionFlow sessions() {
        return answers.sessions();
    }

    /** What writes code. */
    public FactoryStand factory() {
        return new FactoryStand(gate, ground.passages(), ground.archive(), ground.audit(), models.llama(), settings);
    }

    /** What the page needs besides. */
    public PageStand page() {
        return new PageStand(
                gate,
                ground.passages(),
                ground.records(),
                ground.archive(),
                new FeedbackBook(ground.cabinet()),
                ground.audit(),
                settings.clock(),
                !ground.vault().isClear());
    }

    /** Paper that follows a diagnosis. */
    public DraftFlow drafting() {
        return answers.drafting();
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
        return ground.passages();
    }

    RecordIndex records() {
        return ground.records();
    }

    /** All that is kept, to another place. */
    public MoveFlow move() {
        return new MoveFlow(ground.cabinet(), ground.audit());
    }

    /** Where all that is kept lies. */
    public StateStand state() {
        return ground.state();
    }

    @Override
    public void close() {
        answers.close();
        models.close();
        fleet.close();
        ground.close();
    }
}
