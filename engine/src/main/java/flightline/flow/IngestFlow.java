package flightline.flow;

import flightline.archive.Archive;
import flightline.archive.RunBook;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Clearance;
import flightline.corpus.ContentHash;
import flightline.corpus.HeldDocument;
import flightline.corpus.StructuredDocument;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestReport.FileReport;
import flightline.ingest.FileKind;
import flightline.ingest.FileWalk;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import flightline.ingest.Reader;
import flightline.ingest.SourceFile;
import flightline.ingest.Unpacking;
import flightline.policy.Gate;
import flightline.search.PassageIndex;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Takes documents in: file, source file, parsed document, passages, one swap per revision, an audit entry. Stopped or
 * killed, what was committed stays, and the same call goes on where it was.
 */
public final class IngestFlow {
    private final Intake intake;
    private final Reader reader;
    private final PassageCutter cutter;
    private final Archive archive;
    private final PassageIndex index;
    private final Erasure erasure;
    private final RunBook runs;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Gate gate;
    private final Dependents dependents;

    public IngestFlow(
            Intake intake,
            Reader reader,
            PassageCutter cutter,
            Archive archive,
            PassageIndex index,
            Erasure erasure,
            RunBook runs,
            AuditLog audit,
            InstantSource clock,
            Gate gate) {
        this.intake = intake;
        this.reader = reader;
        this.cutter = cutter;
        this.archive = archive;
        this.index = index;
        this.erasure = erasure;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
        this.gate = gate;
        this.dependents = new Dependents(reader, cutter, archive, index);
    }

    /** Runs to the end or until told to stop, which it looks for between files. */
    public IngestReport run(IngestRequest request, Progress progress, BooleanSupplier stop) {
        try {
            return new Run(request, progress, stop).run();
        } finally {
            index.release();
        }
    }

    /** One run's state. */
    private final class Run implements Keeping.Accounts {
        private final IngestRequest request;
        private final Progress progress;
        private final BooleanSupplier stop;
        private final Instant began = clock.instant();
        private final List<FileReport> reports = new ArrayList<>();
        /** Reports that turned out otherwise when they were to be kept, by their place. */
        private final Map<Integer, String> failed = new HashMap<>();

        private final LocalDate today = LocalDate.ofInstant(began, ZoneOffset.UTC);
        /** What was said of each document when it was first read in this run, by its key. */
        private final Map<String, List<String>> told = new HashMap<>();

        private List<HeldDocument> renewed = List.of();
        /** Where the bytes were met first in this run. */
        private final Map<ContentHash, Path> seen = new HashMap<>();

        /** Under which names the bytes held before this run came. */
        private final Map<ContentHash, Set<String>> names = new HashMap<>();

        private final List<String> remarks = new ArrayList<>();
        private final Optional<RunManifest> manifest;
        private Optional<String> barred = Optional.empty();
        /** Of what is held already, reports name nothing else. */
        private final Clearance clearance;

        private int logged;
        /** Whether something was left undone because a stop was asked for; a stop after the last file leaves nothing. */
        private boolean stopped;
        /** Files that came out of others and were not taken, as a stop was asked for. */
        private int turnedAway;

        private final Keeping keeping;

        Run(IngestRequest request, Progress progress, BooleanSupplier stop) {
            this.request = request;
            this.progress = progress;
            this.stop = stop;
            this.clearance = gate.clearance(request.asker());
            if (!request.dryRun()) {
                // Before the catalogue is read: nobody else may change it from here on.
                index.reserve();
                archive.sweep();
                erasure.finish();
            }
            var holdings = new Holdings(index);
            for (HeldDocument one : holdings.documents())
                if (clearance.covers(one.header().marking()))
                    names.computeIfAbsent(one.source(), s -> new LinkedHashSet<>())
                            .add(one.fileName());
            this.keeping = new Keeping(
                    request,
                    new Keeping.Places(cutter, archive, index, erasure),
                    holdings,
                    this,
                    clock,
                    today,
                    dependents.common(today, Set.of()),
                    clearance);
            this.manifest = begun();
        }

        /** Without a manifest the library is no worse: a full disk is said, and the run goes on. */
        private Optional<RunManifest> begun() {
            try {
                return RunManifest.begin(runs, request, began);
            } catch (UncheckedIOException full) {
                remarks.add(String.valueOf(full.getMessage()));
                return Optional.empty();
            }
        }

        private IngestReport ended(IngestReport report) {
            try {
                manifest.ifPresent(m -> m.end(report));
                return report;
            } catch (UncheckedIOException full) {
                remarks.add(String.valueOf(full.getMessage()));
                return new IngestReport(report.files(), report.renewed(), report.stopped(), report.millis(), remarks);
            }
        }

        IngestReport run() {
            FileWalk walk = intake.walk(request.paths());
            walk.refused().forEach(r -> reports.add(FileReport.without(r.path(), Fate.BAD, r.reason(), List.of())));
            List<Path> files = walk.files();
            int done = 0;
            for (Path file : files) {
                stopped = stopped || stop.getAsBoolean();
                if (stopped) break;
                progress.at(done++, files.size(), String.valueOf(file.getFileName()));
                takeOrBar(file);
            }
            keeping.commit();
            renew();
            log();
            if (stopped) progress.stopped(done, files.size());
            else progress.at(files.size(), files.size(), "done");
            var settled = new ArrayList<FileReport>();
            for (int i = 0; i < reports.size(); i++) settled.add(settled(i));
            return ended(new IngestReport(
                    settled,
                    renewed,
                    stopped,
                    Duration.between(began, clock.instant()).toMillis(),
                    remarks));
        }

        /** Reads again what repeats words of a repository that came, went or changed; also what an earlier run left undone. */
        private void renew() {
            if (request.dryRun() || barred.isPresent()) return;
            var again = dependents.renew(today, Set.of());
            renewed = again.stream()
                    .map(Dependents.Renewed::document)
                    .filter(d -> clearance.covers(d.header().marking()))
                    .toList();
            for (Dependents.Renewed one : again) {
                audit.append(new AuditEvent(
                        "ingest", request.asker().name(), one.document().key(), "read again", Map.of()));
                List<String> before = told.getOrDefault(one.document().key(), List.of());
                reports.replaceAll(report -> report.renewed(one.document(), before, one.notes()));
            }
        }

        private FileReport settled(int place) {
            FileReport report = reports.get(place);
            String why = failed.get(place);
            return why == null ? report : FileReport.without(report.path(), Fate.BAD, why, report.notes());
        }

        private void takeOrBar(Path path) {
            if (barred.isPresent()) {
                reports.add(FileReport.without(path, Fate.BAD, "not taken in: " + barred.get(), List.of()));
                return;
            }
            take(intake.take(path), Unpacking.of(path, intake, Unpacking.Limits.standard(), (inner, members) -> {
                if (stop.getAsBoolean()) {
                    stopped = true;
                    turnedAway++;
                    return false;
                }
                take(inner, members);
                return barred.isEmpty();
            }));
        }

        /** @param members takes the files in it, where it holds some */
        private void take(IntakeOutcome outcome, Unpacking members) {
            switch (outcome) {
                case IntakeOutcome.Refused(var where, var reason) ->
                    reports.add(FileReport.without(where, Fate.BAD, reason, List.of()));
                case IntakeOutcome.Ready(var file, var notes) -> {
                    boolean again = seen.containsKey(file.hash());
                    if (again || file.kind() != FileKind.ARCHIVE) {
                        reports.add(read(file, notes));
                        keeping.commitIfMuch();
                    }
                    if (!again && reader.opens(file.kind())) unpack(file, members, notes);
                }
            }
        }

        /** The files in it have reports of their own; an archive's says how many, a mail's stands already. */
        private void unpack(SourceFile file, Unpacking members, List<String> notes) {
            seen.putIfAbsent(file.hash(), file.path());
            int before = members.count() - turnedAway;
            String trouble = members.barred().isEmpty() ? reader.unpack(file, members) : members.barred();
            int count = members.count() - turnedAway - before;
            if (!trouble.isEmpty()) reports.add(bad(file, trouble, notes));
            else if (file.kind() == FileKind.ARCHIVE)
                reports.add(FileReport.without(
                        file.path(),
                        Fate.SKIPPED,
                        count == 0
                                ? "an archive without a file in it"
                                : "an archive; what became of its " + count + (count == 1 ? " file" : " files")
                                        + " is told of each",
                        notes));
        }

        private FileReport read(SourceFile file, List<String> notes) {
            manifest.ifPresent(m -> m.hashed(file.path(), file.hash()));
            if (file.kind() == FileKind.GRAPHIC) return graphic(file, notes);
            Path first = seen.putIfAbsent(file.hash(), file.path());
            if (first != null && !first.equals(file.path()))
                return FileReport.without(file.path(), Fate.DUPLICATE, "the same bytes as " + first, notes);
            if (first != null || (keeping.holdings().holds(file.hash()) && file.kind() != FileKind.PASSAGES))
                return known(file, notes);
            return switch (reader.read(file, keeping.common())) {
                case ParseOutcome.Parsed(var documents, var more, var suspicions) -> {
                    for (StructuredDocument document : documents) told.put(HeldDocument.key(document.header()), more);
                    yield keeping.keep(file, documents, joined(notes, more), suspicions);
                }
                case ParseOutcome.Encrypted() ->
                    bad(file, "encrypted: it opens only with a password; give an unprotected copy", notes);
                case ParseOutcome.NoTextLayer(var pages, var why) ->
                    bad(
                            file,
                            "no text layer on its " + pages + (pages == 1 ? " page" : " pages")
                                    + ", most likely scanned; " + why,
                            notes);
                case ParseOutcome.Stopped() -> {
                    stopped = true;
                    yield FileReport.without(
                            file.path(), Fate.SKIPPED, "stopped while its pages were recognised", notes);
                }
                case ParseOutcome.Malformed(var place, var reason) ->
                    bad(file, (place.isEmpty() ? "" : place + ": ") + reason, notes);
                case ParseOutcome.NotADocument(var reason) ->
                    FileReport.without(file.path(), Fate.SKIPPED, reason, notes);
            };
        }

        /** Held already: under this name or, as a librarian should know, under another. */
        private FileReport known(SourceFile file, List<String> notes) {
            if (keeping.holdings().waits(file.hash()))
                return FileReport.without(file.path(), Fate.UNCHANGED, HeldDocument.QUARANTINED, notes);
            Set<String> before = names.getOrDefault(file.hash(), Set.of());
            return before.isEmpty() || before.contains(file.shownName())
                    ? FileReport.without(file.path(), Fate.UNCHANGED, "", notes)
                    : FileReport.without(
                            file.path(),
                            Fate.DUPLICATE,
                            "the same bytes as " + before.iterator().next() + ", held",
                            notes);
        }

        private FileReport graphic(SourceFile file, List<String> notes) {
            try {
                if (!request.dryRun()) archive.graphics().keep(file.name(), file.hash(), file.bytes());
            } catch (UncheckedIOException full) {
                return bad(file, String.valueOf(full.getMessage()), notes);
            }
            return FileReport.without(
                    file.path(), Fate.SKIPPED, "graphic, kept for the documents that refer to it", notes);
        }

        @Override
        public int place() {
            return reports.size();
        }

        @Override
        public void failed(int place, String why) {
            failed.put(place, why);
        }

        @Override
        public void settled() {
            log();
        }

        private FileReport bad(SourceFile file, String reason, List<String> notes) {
            return FileReport.without(file.path(), Fate.BAD, reason, notes);
        }

        /** Accounts for every file that is settled; where that cannot be, nothing more is taken in. */
        private void log() {
            for (; logged < reports.size() && !request.dryRun(); logged++) {
                FileReport file = settled(logged);
                if (file.fate() != Fate.TAKEN && file.fate() != Fate.BAD && file.fate() != Fate.QUARANTINED) continue;
                try {
                    audit.append(event(file));
                } catch (UncheckedIOException full) {
                    String why = String.valueOf(full.getMessage());
                    barred = Optional.of(why);
                    failed.put(
                            logged,
                            file.fate() == Fate.BAD ? file.reason() + "; " + why : "is in the library, but " + why);
                }
            }
        }

        private AuditEvent event(FileReport file) {
            String documents = Integer.toString(file.documents().size());
            Map<String, String> details = switch (file.fate()) {
                case BAD -> Map.of("reason", file.reason());
                case QUARANTINED -> Map.of("reason", file.reason(), "documents", documents);
                case TAKEN, UNCHANGED, DUPLICATE, SKIPPED ->
                    Map.of("documents", documents, "superseded", String.join(" ", file.superseded()));
            };
            String outcome = switch (file.fate()) {
                case BAD -> "refused";
                case QUARANTINED -> "quarantined";
                case TAKEN, UNCHANGED, DUPLICATE, SKIPPED -> "taken";
            };
            return new AuditEvent(
                    "ingest", request.asker().name(), SourceFile.shownName(file.path()), outcome, details);
        }
    }

    private static List<String> joined(List<String> a, List<String> b) {
        var all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
