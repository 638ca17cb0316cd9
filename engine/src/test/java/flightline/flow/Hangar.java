package flightline.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.Archive;
import flightline.archive.Keepsakes;
import flightline.archive.LearnedFile;
import flightline.archive.ModelBook;
import flightline.archive.PolicyShelf;
import flightline.archive.RemovalJournal;
import flightline.archive.RunBook;
import flightline.archive.SessionBook;
import flightline.archive.TrialBook;
import flightline.audit.AuditEntry;
import flightline.audit.AuditLog;
import flightline.corpus.ContentHash;
import flightline.corpus.HeldDocument;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.corpus.StructuredDocument;
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
import flightline.diagnosis.VerifiedBrief;
import flightline.diagnosis.dictation.Dictation;
import flightline.diagnosis.memory.LinkRule;
import flightline.diagnosis.memory.Memory;
import flightline.ingest.Intake;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.ingest.bundle.ArchiveOpener;
import flightline.ingest.mail.MailParser;
import flightline.ingest.office.CompoundParser;
import flightline.ingest.office.SlidesParser;
import flightline.ingest.office.WordParser;
import flightline.ingest.office.WorkbookParser;
import flightline.ingest.passages.PassagesParser;
import flightline.ingest.pdf.PdfParser;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.text.AsciidocParser;
import flightline.ingest.text.HtmlParser;
import flightline.ingest.text.MarkdownParser;
import flightline.ingest.text.PlainTextParser;
import flightline.ingest.xml.XmlDocuments;
import flightline.model.HashingEmbedder;
import flightline.model.LanguageModel;
import flightline.model.ModelFile;
import flightline.policy.Gate;
import flightline.policy.Principal;
import flightline.policy.Rulebook;
import flightline.search.LucenePassageIndex;
import flightline.search.LuceneRecordIndex;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.search.RevisionSwap;
import flightline.state.Cabinet;
import flightline.state.FileCabinet;
import flightline.terms.Abbreviations;
import flightline.terms.AtaTable;
import flightline.terms.TermReader;
import flightline.terms.TextNormaliser;
import flightline.vault.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The whole engine on a folder of its own, with real index, archive and audit log. */
final class Hangar implements AutoCloseable {
    private static final Running RUNNING =
            new Running(() -> 0, new Turns(8, 100, Duration.ofMinutes(1)), Witness.NOBODY);

    static final Rulebook RULES = Rulebook.shipped();
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    static final Principal ANYBODY = Principal.localUser();
    static final Principal CLEARED = new Principal(
            "cleared",
            new Principal.Organisation("", "civil", ""),
            List.of("technician"),
            Set.of(new Marking("RESTRICTED")),
            "",
            "");

    final Path folder;
    final DiagnoseFlow.Lessons lessons;
    final PassageIndex index;
    final RecordIndex records;
    final Archive archive;
    final AuditLog audit;
    final RunBook runs;
    final RemovalJournal journal;
    final Keepsakes keepsakes;
    final SessionBook sessions;
    final Erasure erasure;
    final Gate gate = new Gate(RULES, new HashingEmbedder(), InstantSource.fixed(Instant.EPOCH));
    private Optional<LlamaWriter> llama = Optional.empty();
    private final Abbreviations abbreviations = Abbreviations.standard();
    private final ComplaintReader reader = new ComplaintReader(new TextNormaliser(abbreviations), new TermReader());

    Hangar(Path folder) {
        this.folder = folder;
        this.index = LucenePassageIndex.open(folder.resolve("passages"), new HashingEmbedder(), abbreviations.all());
        this.records = LuceneRecordIndex.open(folder.resolve("records"), new HashingEmbedder(), abbreviations.all());
        this.archive = new Archive(folder.resolve("archive"));
        this.audit = new AuditLog(folder.resolve("audit"), InstantSource.fixed(Instant.EPOCH));
        Cabinet cabinet = new FileCabinet(folder);
        this.lessons = new DiagnoseFlow.Lessons(
                new LearnedShelf(new LearnedFile(cabinet, "systems.model")),
                new LearnedShelf(new LearnedFile(cabinet, "parts.model")));
        this.runs = new RunBook(cabinet);
        this.journal = new RemovalJournal(cabinet);
        this.keepsakes = new Keepsakes(folder, Vault.clear());
        this.sessions = new SessionBook(cabinet);
        this.erasure = new Erasure(index, archive, journal, keepsakes, runs, sessions, audit);
    }

    Hangar shelve(Paper... papers) {
        for (Paper paper : papers) shelve(paper.build());
        return this;
    }

    private void shelve(StructuredDocument document) {
        byte[] bytes = (document.header() + document.sourceText()).getBytes(UTF_8);
        var hash = ContentHash.of(bytes);
        var consignment = archive.consignment();
        consignment.add(hash, bytes, List.of(document));
        consignment.write();
        var passages = new PassageCutter().cut(document);
        var entry = new RevisionLedger(index.documents())
                .admit(new HeldDocument(
                        document.header(),
                        "main",
                        hash,
                        document.header().id() + ".md",
                        Instant.EPOCH,
                        passages.size(),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
        index.swap(List.of(new RevisionSwap(entry.arrival(), passages, entry.changed())));
    }

    Hangar file(MaintenanceRecord... filed) {
        records.add(List.of(filed));
        return this;
    }

    static MaintenanceRecord event(
            String id, LocalDate date, String aircraft, String complaint, String action, String part) {
        return new MaintenanceRecord(
                new RecordId(id),
                Optional.of(date),
                aircraft,
                "LT-46",
                "1001",
                complaint,
                action,
                complaint + " " + action,
                part,
                "",
                "leaking",
                List.of("29-11"),
                List.of(),
                "records.csv:1",
                Map.of());
    }

    /** From now on this model writes. */
    Hangar with(LanguageModel model, Duration deadline) {
        llama = Optional.of(new LlamaWriter(
                new Dictation(model, new Dictation.Bounds(7, 2_000, deadline)), (request, words) -> Optional.empty()));
        return this;
    }

    DiagnoseFlow diagnose() {
        var thinking = new DiagnoseFlow.Thinking(
                reader,
                new SystemRanker(AtaTable.standard()),
                new CauseRanker(),
                new EvidenceCheck(),
                new BriefWriter(new CheckPlanner()),
                llama,
                new BriefVerifier(),
                new Memory(LinkRule.fitted()));
        return new DiagnoseFlow(gate, index, records, archive, thinking, lessons, audit, RUNNING);
    }

    LearnFlow learn() {
        return new LearnFlow(
                records,
                index,
                reader,
                new SystemChoices(AtaTable.standard()),
                new CauseChoices(),
                lessons.systems(),
                lessons.parts(),
                audit,
                today(),
                TODAY);
    }

    SessionFlow sessions() {
        return new SessionFlow(diagnose(), gate, sessions, records, audit, today(), TODAY);
    }

    AskFlow ask() {
        return new AskFlow(
                gate,
                index,
                records,
                archive,
                reader,
                new PieceMeaning(new HashingEmbedder()),
                new EvidenceCheck(),
                new AnswerWriter(),
                llama,
                new BriefVerifier(),
                audit,
                RUNNING);
    }

    SearchFlow search() {
        return new SearchFlow(gate, index, records, archive, audit, RUNNING);
    }

    ShowFlow show() {
        return new ShowFlow(gate, index, records, archive, audit, () -> 0);
    }

    private static Reader texts() {
        return new Reader(List.of(new HtmlParser(), new MarkdownParser(), new PlainTextParser(), new PassagesParser()));
    }

    WatchFlow watch() {
        return new WatchFlow(ingest(texts()), new Intake(Intake.Limits.standard()));
    }

    /** Takes files in as the product does, without PDF and XML. */
    IngestReport ingest(Path... paths) {
        return ingest(texts())
                .run(
                        new IngestRequest(List.of(paths), "main", Optional.empty(), false, ANYBODY),
                        Progress.SILENT,
                        () -> false);
    }

    LibraryFlow library() {
        return new LibraryFlow(gate, index, archive, erasure, audit, xml(), new PassageCutter(), today());
    }

    IngestFlow ingest() {
        return ingest(xml());
    }

    IngestFlow ingest(Reader reader) {
        return new IngestFlow(
                new Intake(Intake.Limits.standard()),
                reader,
                new PassageCutter(),
                archive,
                index,
                erasure,
                runs,
                audit,
                today(),
                gate);
    }

    /** Takes in office files, mail, AsciiDoc and archives of them. */
    IngestFlow office() {
        return ingest(new Reader(List.of(
                new WordParser(),
                new WorkbookParser(),
                new SlidesParser(),
                new CompoundParser(),
                new MailParser(),
                new AsciidocParser(),
                new ArchiveOpener(),
                new PlainTextParser())));
    }

    /** Takes in PDF with text. */
    IngestFlow pdf() {
        return ingest(new Reader(List.of(new PdfParser())));
    }

    ReferencesFlow references() {
        return new ReferencesFlow(gate, index, archive, audit);
    }

    private static Reader xml() {
        return new Reader(List.of(new XmlDocuments(List.of(new S1000dParser()))));
    }

    private static InstantSource today() {
        return InstantSource.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    DiffFlow diff() {
        return new DiffFlow(gate, index, archive, audit);
    }

    CheckFlow check() {
        return check(Optional.empty());
    }

    CheckFlow check(Optional<Path> key) {
        var state = new FileCabinet(folder);
        var books = new PolicyBooks(new PolicyShelf(state, folder), audit, true);
        var models = new ModelFlow(
                new ModelBook(state, folder),
                new TrialBook(state),
                path -> new ModelFile.Sound("Small", "llama", "Q4_0", 4096, "small-licence"),
                audit,
                RULES.access(),
                today(),
                ModelSeals.NONE,
                "");
        return new CheckFlow(index, records, archive, erasure, lessons, audit, books, models, state, folder, key);
    }

    EvaluateFlow evaluate() {
        return new EvaluateFlow(diagnose(), ask(), gate, index, records, TODAY);
    }

    List<AuditEntry> entries() {
        var entries = new ArrayList<AuditEntry>();
        audit.read(entries::add);
        return entries;
    }

    static Request request(String text) {
        return request(text, ANYBODY);
    }

    static Request request(String text, Principal asker) {
        return new Request("q1", text, Optional.empty(), Optional.empty(), Optional.empty(), TODAY, 5, Set.of(), asker);
    }

    static Request onAircraft(String text, String registration) {
        return new Request(
                "q1", text, Optional.of(registration), Optional.empty(), Optional.empty(), TODAY, 5, Set.of(), ANYBODY);
    }

    static Request without(String text, String record) {
        return new Request(
                "q1",
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TODAY,
                5,
                Set.of(new RecordId(record)),
                ANYBODY);
    }

    @Override
    public void close() {
        index.close();
        records.close();
    }

    /** The brief of an answer that must be one. */
    static VerifiedBrief brief(Answer answer) {
        assertThat(answer).as(answer.toString()).isInstanceOf(Answer.Brief.class);
        return ((Answer.Brief) answer).brief();
    }
}
