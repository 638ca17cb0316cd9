package flightline.flow;

import flightline.archive.Archive;
import flightline.archive.ModelBook.Entry;
import flightline.audit.AuditLog;
import flightline.audit.AuditVerdict;
import flightline.corpus.HeldDocument;
import flightline.corpus.Passage;
import flightline.learning.LearnedModels;
import flightline.search.IndexHealth;
import flightline.search.IndexTrouble;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.state.Cabinet;
import flightline.vault.OwnersFolder;
import flightline.vault.UnpackedFiles;
import flightline.vault.VaultKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks over everything that is kept: indexes, archive, audit chain, quotations, rules, disk. Changes nothing, but finishes a removal that was interrupted. */
public final class CheckFlow {
    /** Under this much free space the next ingest is likely to fail. */
    private static final long LITTLE_DISK = 256L << 20;

    private final PassageIndex index;
    private final RecordIndex records;
    private final Archive archive;
    private final Erasure erasure;
    private final DiagnoseFlow.Lessons lessons;
    private final AuditLog audit;
    private final PolicyBooks books;
    private final ModelFlow models;
    private final Cabinet state;
    private final Path folder;
    private final Optional<Path> key;

    /** @param key file of the administrator's key, where one is named */
    public CheckFlow(
            PassageIndex index,
            RecordIndex records,
            Archive archive,
            Erasure erasure,
            DiagnoseFlow.Lessons lessons,
            AuditLog audit,
            PolicyBooks books,
            ModelFlow models,
            Cabinet state,
            Path folder,
            Optional<Path> key) {
        this.index = index;
        this.records = records;
        this.archive = archive;
        this.erasure = erasure;
        this.lessons = lessons;
        this.audit = audit;
        this.books = books;
        this.models = models;
        this.state = state;
        this.folder = folder;
        this.key = key;
    }

    /**
     * One thing looked at.
     *
     * @param facts what was found, in words
     * @param warnings what works and may still be other than somebody believes; one line each, no fault
     * @param faults one line each; empty when all is well
     */
    public record Item(String name, String facts, List<String> warnings, List<String> faults) {
        public Item {
            warnings = List.copyOf(warnings);
            faults = List.copyOf(faults);
        }

        /** One without warnings. */
        public Item(String name, String facts, List<String> faults) {
            this(name, facts, List.of(), faults);
        }
    }

    /** All that an answer needs. */
    public List<Item> check(Progress progress) {
        var items = new ArrayList<>(held(progress));
        if (items.getFirst().faults().isEmpty()) {
            items.add(items.size() - 1, rules());
            models().ifPresent(item -> items.add(items.size() - 1, item));
        }
        encryption().ifPresent(item -> items.add(1, item));
        return items;
    }

    /** What came in and what was done with it, without the rules that it is judged by and the key that is configured. */
    public List<Item> held(Progress progress) {
        var items = new ArrayList<Item>();
        items.add(state());
        if (!items.getFirst().faults().isEmpty()) return items;
        if (erasure.unfinished()) items.add(removals());
        progress.at(0, 5, "index of passages");
        items.add(index("passages", index::check, index::remarks, "documents"));
        progress.at(1, 5, "index of records");
        items.add(index("records", records::check, records::remarks, "batches"));
        items.add(learned());
        progress.at(2, 5, "archive");
        items.add(quotations());
        items.add(quarantine());
        progress.at(3, 5, "audit chain");
        items.add(audit());
        progress.at(4, 5, "disk");
        unpacked().ifPresent(items::add);
        items.add(rights());
        items.add(disk());
        progress.at(5, 5, "done");
        return items;
    }

    private Item state() {
        try {
            return new Item("state", state.condition(), List.of());
        } catch (UncheckedIOException trouble) {
            return new Item("state", "", List.of(String.valueOf(trouble.getMessage())));
        }
    }

    /** Absent where nobody asked for it and nothing is encrypted. Naming a key encrypts nothing, though it reads as if it did. */
    private Optional<Item> encryption() {
        boolean encrypted = new VaultKeys(folder).present();
        if (key.isEmpty() && !encrypted) return Optional.empty();
        var faults = new ArrayList<String>();
        key.filter(file -> !Files.isReadable(file))
                .ifPresent(file -> faults.add("the key that is configured cannot be read: " + file
                        + (Files.exists(file) ? "" : " is not there")));
        return Optional.of(
                encrypted
                        ? new Item("encryption", "encrypted", faults)
                        : new Item(
                                "encryption",
                                "not encrypted",
                                List.of("a key is configured, and yet everything in " + folder
                                        + " lies in the clear; to encrypt it: flightline key begin"),
                                faults));
    }

    private Item removals() {
        try {
            index.reserve();
            return new Item("removals", erasure.finish() + " that had been interrupted, finished now", List.of());
        } catch (IndexTrouble trouble) {
            return new Item("removals", "", List.of("one is not finished and cannot be now: " + trouble.getMessage()));
        } finally {
            index.release();
        }
    }

    private Item learned() {
        var faults = new ArrayList<String>();
        lessons.systems().trouble().ifPresent(faults::add);
        lessons.parts().trouble().ifPresent(faults::add);
        long from = lessons.systems().models().map(LearnedModels::examples).orElse(0);
        return new Item("learned from records", from == 0 ? untaught() : "systems from " + from + " records", faults);
    }

    /** How many of the records name a system is known only to whoever reads them all. */
    private String untaught() {
        try {
            long held = records.count();
            return held < LearnFlow.LEAST
                    ? "nothing yet; needs " + LearnFlow.LEAST + " records with a system"
                    : "nothing yet of " + held + " records: flightline model learn (needs " + LearnFlow.LEAST
                            + " of them with a system)";
        } catch (IndexTrouble trouble) {
            return "nothing yet";
        }
    }

    private static Item index(String name, Supplier<IndexHealth> check, Supplier<List<String>> remarks, String unit) {
        try {
            IndexHealth health = check.get();
            String facts = unit.equals("documents")
                    ? health.documents() + " documents, " + health.entries() + " passages"
                    : health.entries() + " records";
            var said = new ArrayList<>(List.of(facts));
            said.addAll(remarks.get());
            return new Item("index of " + name, String.join(", ", said), health.faults());
        } catch (IndexTrouble trouble) {
            return new Item("index of " + name, "", List.of(String.valueOf(trouble.getMessage())));
        }
    }

    /** Every passage must be the source text at its place, and every original the bytes that were taken in. */
    private Item quotations() {
        var faults = new ArrayList<>(archive.damaged());
        long checked = 0;
        Map<String, String> texts = Map.of();
        String source = "";
        try {
            for (HeldDocument held : index.documents()) {
                if (!held.source().hex().equals(source)) {
                    source = held.source().hex();
                    texts = archive.sourceTexts(held.source());
                }
                String text = texts.get(held.header().id().value());
                if (text == null) {
                    faults.add(held.key() + ": the archive does not hold what was read from " + held.fileName()
                            + "; ingest it again");
                    continue;
                }
                for (Passage passage : index.passages(held.key())) {
                    checked++;
                    var place = passage.place();
                    boolean same = place.end() <= text.length() && text.startsWith(passage.text(), place.start());
                    if (!same)
                        faults.add(held.key() + " passage " + passage.ordinal()
                                + ": its text is not the source text at " + place.start() + ".." + place.end());
                }
            }
        } catch (IndexTrouble trouble) {
            faults.add(String.valueOf(trouble.getMessage()));
        }
        return new Item("archive and quotations", checked + " passages compared with their source", faults);
    }

    /** Waiting is no fault; that somebody must look is worth a line. */
    private Item quarantine() {
        try {
            int waiting = index.quarantined().size();
            return new Item(
                    "quarantine",
                    waiting == 0 ? "empty" : waiting + " waiting for a second person: flightline library quarantine",
                    List.of());
        } catch (IndexTrouble trouble) {
            return new Item("quarantine", "", List.of(String.valueOf(trouble.getMessage())));
        }
    }

    private Item audit() {
        return switch (audit.verify()) {
            case AuditVerdict.Whole(var entries, var head, var sealed) ->
                new Item(
                        "audit chain",
                        entries + " entries, head " + head.substring(0, 12) + (sealed ? ", sealed" : ""),
                        List.of());
            case AuditVerdict.Broken(var file, var line, var reason) ->
                new Item("audit chain", "", List.of(file + " line " + line + ": " + reason));
        };
    }

    /** Native libraries and the embedding model; absent where none was unpacked yet. */
    private Optional<Item> unpacked() {
        List<UnpackedFiles> all = UnpackedFiles.beneath(folder.resolve("native"));
        if (all.isEmpty()) return Optional.empty();
        List<String> faults =
                all.stream().map(UnpackedFiles::faults).flatMap(List::stream).toList();
        return Optional.of(
                new Item("unpacked libraries", faults.isEmpty() ? "as they came with the program" : "", faults));
    }

    /** As the next start would find them. */
    private Item rules() {
        try {
            PolicyBooks.InForce held = books.inForce();
            String facts = held.bundle().version() + " of "
                    + held.bundle().about().date() + ", " + held.source() + ", signature: " + held.signature();
            return new Item("rules", facts, books.faults(held));
        } catch (UncheckedIOException trouble) {
            return new Item("rules", "", List.of(String.valueOf(trouble.getMessage())));
        }
    }

    /**
     * Language models; absent where none is held. One in service that cannot write is a fault, for answers are quoted without a word of it. Their
     * files are not hashed here, which takes a minute for a large one and more: {@code model verify} does it.
     */
    private Optional<Item> models() {
        try {
            var held = models.held();
            if (held.models().isEmpty()) return Optional.empty();
            var faults = new ArrayList<String>();
            var warnings = new ArrayList<String>();
            Optional<Entry> writing = held.writing();
            for (Entry entry : held.models()) {
                ModelFiles.Standing seen = models.files().seen(entry);
                if (seen == ModelFiles.Standing.AS_ADDED) continue;
                String what = entry.name() + ": " + entry.file() + " " + seen.words();
                if (writing.filter(entry::equals).isPresent())
                    faults.add(what + "; it is in service and cannot write, so answers are quoted from the documents");
                else warnings.add(what);
            }
            String facts = held.models().size() + " held, "
                    + writing.map(entry -> entry.name() + " writes").orElse("none writes")
                    + "; not hashed here: flightline model verify";
            return Optional.of(new Item("models", facts, warnings, faults));
        } catch (UncheckedIOException trouble) {
            return Optional.of(new Item("models", "", List.of(String.valueOf(trouble.getMessage()))));
        }
    }

    /** Who may read it by the rights of the file system; that others may is for an administrator to judge, so it is no fault. */
    private Item rights() {
        try {
            Optional<String> open = OwnersFolder.open(folder);
            return new Item(
                    "data folder",
                    open.isEmpty() ? "for its owner alone" : "",
                    open
                            .map(rights -> "others on this machine may read what it holds (" + rights + "); chmod 700 "
                                    + folder + " leaves it to its owner")
                            .stream()
                            .toList(),
                    List.of());
        } catch (IOException e) {
            return new Item("data folder", "", List.of("cannot tell the rights of " + folder + ": " + e.getMessage()));
        }
    }

    private Item disk() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String facts = (free >> 20) + " MiB free";
            return new Item("disk", facts, free < LITTLE_DISK ? List.of(folder + ": only " + facts) : List.of());
        } catch (IOException e) {
            return new Item("disk", "", List.of("cannot tell the free space of " + folder + ": " + e.getMessage()));
        }
    }
}
