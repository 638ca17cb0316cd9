package flightline.flow;

import flightline.archive.Archive;
import flightline.archive.Consignment;
import flightline.archive.RemovalJournal;
import flightline.corpus.Clearance;
import flightline.corpus.Custody;
import flightline.corpus.HeldDocument;
import flightline.corpus.Marking;
import flightline.corpus.Passage;
import flightline.corpus.StructuredDocument;
import flightline.corpus.Suspicion;
import flightline.flow.IngestReport.Fate;
import flightline.flow.IngestReport.FileReport;
import flightline.ingest.CommonInformation;
import flightline.ingest.PassageCutter;
import flightline.ingest.SourceFile;
import flightline.search.IndexTrouble;
import flightline.search.PassageIndex;
import flightline.search.RevisionSwap;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what one run reads: originals and documents in the archive, revisions in the ledger, passages staged until a
 * commit is worth its price.
 */
final class Keeping {
    /** A commit costs some milliseconds and what came since the last one is lost by a kill: the balance of the two. */
    private static final int PASSAGES_A_COMMIT = 512;

    private final IngestRequest request;
    private final Places places;
    private final Accounts accounts;
    private final InstantSource clock;
    private final LocalDate today;
    private final List<RevisionSwap> pending = new ArrayList<>();
    /** Entries whose file is replaced by another of the same revision. */
    private final List<HeldDocument> replaced = new ArrayList<>();

    private final Set<Integer> pendingFiles = new LinkedHashSet<>();
    private final Clearance clearance;
    private final Consignment consignment;
    private Holdings holdings;
    private RevisionLedger ledger;
    private CommonInformation common;
    private int pendingPassages;

    /** Where things are kept. */
    record Places(PassageCutter cutter, Archive archive, PassageIndex index, Erasure erasure) {}

    /** The run that accounts for its files, by the 0-based place of their reports. */
    interface Accounts {
        /** Place of the file at hand. */
        int place();

        void failed(int place, String why);

        /** What was staged is settled, one way or the other. */
        void settled();
    }

    /**
     * @param common what repositories in force say at the beginning
     * @param clearance what the reports may name of what is held already
     */
    Keeping(
            IngestRequest request,
            Places places,
            Holdings holdings,
            Accounts accounts,
            InstantSource clock,
            LocalDate today,
            CommonInformation common,
            Clearance clearance) {
        this.clearance = clearance;
        this.request = request;
        this.places = places;
        this.accounts = accounts;
        this.clock = clock;
        this.today = today;
        this.common = common;
        this.holdings = holdings;
        this.ledger = new RevisionLedger(holdings.documents());
        this.consignment = places.archive().consignment();
    }

    Holdings holdings() {
        return holdings;
    }

    /** What repositories in force say by now. */
    CommonInformation common() {
        return common;
    }

    FileReport keep(
            SourceFile file, List<StructuredDocument> documents, List<String> notes, List<Suspicion> suspicions) {
        var custody = Custody.of(request.asker().name(), suspicions);
        var held = new ArrayList<HeldDocument>();
        var superseded = new ArrayList<String>();
        var said = new ArrayList<>(notes);
        boolean changed = false;
        documents.stream()
                .flatMap(d -> request.remark(d.header().marking()).stream())
                .distinct()
                .forEach(said::add);
        var marked = documents.stream().map(this::marked).toList();
        if (!request.dryRun()) {
            // What a killed run left behind may repeat a repository that says something else by now.
            consignment.add(file.hash(), file.bytes(), marked);
            pendingFiles.add(accounts.place());
        }
        for (StructuredDocument document : marked) {
            Optional<HeldDocument> same = holdings.document(document.header());
            if (same.isPresent() && same.get().source().equals(file.hash())) {
                held.add(same.get());
                continue;
            }
            if (custody.quarantined()) {
                var waiting = arriving(document, file, 0, custody);
                held.add(waiting);
                if (!holdings.waits(waiting.key())) {
                    changed = true;
                    stage(RevisionSwap.quarantining(waiting), Optional.empty());
                }
                continue;
            }
            changed = true;
            same.flatMap(s -> sameText(s, document)).ifPresent(said::add);
            namesakes(document).forEach(said::add);
            List<Passage> passages = places.cutter().cut(document);
            var entry = ledger.admit(arriving(document, file, passages.size(), custody));
            held.add(entry.arrival());
            entry.changed().stream()
                    .filter(d -> clearance.covers(d.header().marking()))
                    .forEach(d -> superseded.add(d.key()));
            stage(new RevisionSwap(entry.arrival(), passages, entry.changed()), same);
            if (entry.arrival().inForceOn(today))
                common = common.with(document.header().id(), document.links().entries());
        }
        if (custody.quarantined())
            return new FileReport(
                    file.path(),
                    changed ? Fate.QUARANTINED : Fate.UNCHANGED,
                    held,
                    List.of(),
                    QuarantineFlow.reasons(suspicions),
                    said);
        return new FileReport(file.path(), changed ? Fate.TAKEN : Fate.UNCHANGED, held, superseded, "", said);
    }

    private HeldDocument arriving(StructuredDocument document, SourceFile file, int passages, Custody custody) {
        return HeldDocument.arriving(
                document.header(),
                request.library(),
                file.hash(),
                file.shownName(),
                clock.instant(),
                passages,
                custody);
    }

    /** Two files of one revision: the new one replaces the old, and where it says nothing else, that is told. */
    private Optional<String> sameText(HeldDocument held, StructuredDocument document) {
        if (!clearance.covers(held.header().marking())) return Optional.empty();
        String before = places.archive()
                .sourceTexts(held.source())
                .getOrDefault(document.header().id().value(), "");
        return folded(document.sourceText()).equals(folded(before))
                ? Optional.of("the same text as " + held.fileName() + ", held until now, in other bytes")
                : Optional.empty();
    }

    /** A page that lay in another folder before is another document; whoever meant its next revision is told. */
    private List<String> namesakes(StructuredDocument page) {
        return holdings.namesakes(page.header()).stream()
                .filter(held ->
                        held.inForceOn(today) && clearance.covers(held.header().marking()))
                .map(held -> held.header().id() + " "
                        + held.header().revision().display()
                        + " has the same name and title and stays in force: a page carries its folder's name, so this is no"
                        + " revision of it")
                .toList();
    }

    private StructuredDocument marked(StructuredDocument document) {
        Marking own = document.header().marking();
        return document.headed(document.header().marked(request.marking(own)));
    }

    private void stage(RevisionSwap swap, Optional<HeldDocument> same) {
        pending.stream()
                .map(RevisionSwap::document)
                .filter(d -> d.key().equals(swap.document().key()))
                .forEach(replaced::add);
        pending.add(swap);
        same.ifPresent(replaced::add);
        pendingFiles.add(accounts.place());
        pendingPassages += swap.passages().size();
        if (pendingPassages >= PASSAGES_A_COMMIT) commit();
    }

    /** Commits where so much waits for the archive that it should not wait longer; between two files. */
    void commitIfMuch() {
        if (consignment.isMuch()) commit();
    }

    /** Makes what is staged visible, all or nothing. */
    void commit() {
        try {
            if (!request.dryRun()) {
                // First the archive: what the index names must be there.
                consignment.write();
                if (!pending.isEmpty()) swap();
            }
        } catch (IndexTrouble.Unusable | UncheckedIOException full) {
            for (int place : pendingFiles) accounts.failed(place, String.valueOf(full.getMessage()));
            holdings = new Holdings(places.index());
            ledger = new RevisionLedger(holdings.documents());
        }
        pending.clear();
        replaced.clear();
        pendingFiles.clear();
        pendingPassages = 0;
        accounts.settled();
    }

    private void swap() {
        RemovalJournal.Intent gone = places.erasure().replacing(replaced);
        places.index().swap(pending);
        holdings.swapped(pending);
        places.erasure().replaced(gone);
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
