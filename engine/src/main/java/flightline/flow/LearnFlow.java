package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.ContentHash;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.RecordId;
import flightline.diagnosis.CauseChoices;
import flightline.diagnosis.Complaint;
import flightline.diagnosis.ComplaintReader;
import flightline.diagnosis.Exhibits;
import flightline.diagnosis.LearnedWords;
import flightline.diagnosis.SystemChoices;
import flightline.diagnosis.SystemRanker;
import flightline.learning.Choices;
import flightline.learning.Example;
import flightline.learning.LearnedModels;
import flightline.learning.Learner;
import flightline.policy.Principal;
import flightline.search.Evidence;
import flightline.search.EvidenceQuery;
import flightline.search.PassageIndex;
import flightline.search.RecordIndex;
import flightline.search.RecordQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Learns from the organisation's own records which systems and parts complaints belong to, and how far each kind of evidence
 * is to be believed. What it learns stays in the data folder. Only unmarked records teach: what was learned speaks to everybody,
 * and a part that stands in a marked record alone would be told by it.
 */
public final class LearnFlow {
    /** Fewer labelled records than this teach nothing that can be relied on. */
    static final int LEAST = 150;

    /** A part of this many of the records learned from, once new, is worth learning anew for. */
    private static final int ANEW = 20;

    /** Records learned from: more of them teach little more and take the memory of a small machine. The latest count. */
    private static final int MOST = 40_000;

    /** Records in memory while their words are read, on all processors. */
    private static final int READ_AT_ONCE = 1024;

    /** Few weights are learned of parts, so fewer examples do. */
    private static final int PARTS_ASKED = 750;

    private final RecordIndex records;
    private final PassageIndex passages;
    private final ComplaintReader reader;
    private final SystemChoices systemChoices;
    private final CauseChoices causeChoices;
    private final LearnedShelf systems;
    private final LearnedShelf parts;
    private final AuditLog audit;
    private final InstantSource clock;
    private final LocalDate today;

    public LearnFlow(
            RecordIndex records,
            PassageIndex passages,
            ComplaintReader reader,
            SystemChoices systemChoices,
            CauseChoices causeChoices,
            LearnedShelf systems,
            LearnedShelf parts,
            AuditLog audit,
            InstantSource clock,
            LocalDate today) {
        this.records = records;
        this.passages = passages;
        this.today = today;
        this.reader = reader;
        this.systemChoices = systemChoices;
        this.causeChoices = causeChoices;
        this.systems = systems;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was learned.
     *
     * @param of {@code systems} or {@code parts}
     * @param examples records with such a label
     * @param learned whether it was learned; else why says why not
     */
    public record Lesson(String of, int examples, boolean learned, String why) {}

    public record Report(List<Lesson> lessons, long millis) {
        public Report {
            lessons = List.copyOf(lessons);
        }
    }

    /** What all lessons need of a record; its text is read again when it is asked about, for all texts at once are too many. */
    private record Pupil(String system, String part, List<String> words, Set<String> kin) {
        /** The same, its words those that are known already where they are equal, so that each lies in memory once. */
        Pupil sharing(Map<String, String> known) {
            List<String> shared = words.stream()
                    .map(word -> known.computeIfAbsent(word, w -> w))
                    .toList();
            return new Pupil(system, part, shared, kin);
        }
    }

    /** A record that may be learned from. */
    private record Dated(String id, LocalDate day) {}

    public Report run(Principal asker, Progress progress, BooleanSupplier stop) {
        Instant began = clock.instant();
        Map<String, Pupil> pupils = pupils();
        Map<String, Set<RecordId>> byKin = new HashMap<>();
        pupils.forEach((id, pupil) -> pupil.kin.forEach(
                key -> byKin.computeIfAbsent(key, k -> new HashSet<>()).add(new RecordId(id))));
        var learnSystems = new Learner(
                Learner.Settings.standard(),
                SystemChoices::chapter,
                SystemChoices.chaptersBefore(),
                SystemChoices.sectionsBefore());
        var learnParts = new Learner(
                Learner.Settings.standard().withoutWords().asking(PARTS_ASKED),
                CauseChoices::group,
                CauseChoices.before(),
                CauseChoices.before());
        // A search tells of system and part alike; who was asked for the one need not be searched for again.
        var ofParts = new ConcurrentHashMap<String, Choices>();
        var lessons = new ArrayList<Lesson>();
        lessons.add(lesson(
                "systems",
                systems,
                examples(pupils, Pupil::system),
                learnSystems,
                (example, guess) -> {
                    Complaint complaint = complaint(example);
                    Exhibits exhibits = exhibits(example, complaint, documents(complaint), byKin);
                    Pupil pupil = pupils.get(example.id());
                    if (pupil != null && !pupil.part.isEmpty())
                        ofParts.put(example.id(), causeChoices.of(complaint, exhibits));
                    return systemChoices.of(complaint, exhibits, guess);
                },
                progress,
                stop));
        lessons.add(lesson(
                "parts",
                parts,
                examples(pupils, Pupil::part),
                learnParts,
                (example, _) -> {
                    Choices held = ofParts.get(example.id());
                    if (held != null) return held;
                    Complaint complaint = complaint(example);
                    return causeChoices.of(complaint, exhibits(example, complaint, Evidence.NONE, byKin));
                },
                progress,
                stop));
        var details = new HashMap<String, String>();
        lessons.forEach(one ->
                details.put(one.of(), one.learned() ? one.examples() + " records" : "not learned: " + one.why()));
        audit.append(new AuditEvent("learn", asker.name(), "systems and parts from records", "done", details));
        return new Report(lessons, Duration.between(began, clock.instant()).toMillis());
    }

    /** Whether so many new records are worth learning anew for. */
    public boolean isDue(long taken) {
        long from = systems.models().map(LearnedModels::examples).orElse(0);
        return taken > 0 && taken * ANEW >= from;
    }

    /** Throws away what was learned, because it was learned from records that not everybody may see any longer. */
    public void forget() {
        systems.forget();
        parts.forget();
    }

    /** What lies in the data folder, learned at some time. */
    public List<Lesson> held() {
        return List.of(held("systems", systems), held("parts", parts));
    }

    private static Lesson held(String name, LearnedShelf shelf) {
        Optional<LearnedModels> models = shelf.models();
        return new Lesson(
                name,
                models.map(LearnedModels::examples).orElse(0),
                models.isPresent(),
                models.isPresent() ? "" : shelf.trouble().orElse("no records were learned from"));
    }

    private static Lesson lesson(
            String name,
            LearnedShelf shelf,
            List<Example> examples,
            Learner learner,
            Learner.Source source,
            Progress progress,
            BooleanSupplier stop) {
        if (examples.size() < LEAST)
            return new Lesson(
                    name,
                    examples.size(),
                    false,
                    "only " + examples.size() + " records have one, " + LEAST + " are needed");
        Optional<LearnedModels> learned =
                learner.learn(examples, source, (done, of, what) -> progress.at(done, of, name + ": " + what), stop);
        learned.ifPresent(shelf::keep);
        progress.at(1, 1, name + ": done");
        if (learned.isPresent()) return new Lesson(name, examples.size(), true, "");
        return new Lesson(
                name,
                examples.size(),
                false,
                stop.getAsBoolean()
                        ? "stopped"
                        : "all records have the same one, or nearly all are copies of one another");
    }

    private Map<String, Pupil> pupils() {
        Set<String> latest = latest();
        Map<String, Pupil> pupils = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        try (var all = records.all(Clearance.UNMARKED)) {
            all.filter(record -> latest.contains(record.id().value()))
                    .gather(Gatherers.windowFixed(READ_AT_ONCE))
                    .forEach(some -> {
                        List<Pupil> read =
                                some.parallelStream().map(this::pupil).toList();
                        for (int i = 0; i < read.size(); i++)
                            pupils.put(some.get(i).id().value(), read.get(i).sharing(known));
                    });
        }
        return pupils;
    }

    private Pupil pupil(MaintenanceRecord record) {
        String whole = record.narrative().isBlank() ? record.complaint() + " " + record.action() : record.narrative();
        return new Pupil(
                system(record),
                CauseChoices.name(record.part()),
                LearnedWords.of(reader.normalised(whole)),
                kin(record, told(record), whole));
    }

    /** Ids of the latest records that have something to teach. */
    private Set<String> latest() {
        var kept = new PriorityQueue<Dated>(Comparator.comparing(Dated::day).thenComparing(Dated::id));
        try (var all = records.all(Clearance.UNMARKED)) {
            all.forEach(record -> {
                boolean teaches = !system(record).isEmpty()
                        || !CauseChoices.name(record.part()).isEmpty();
                if (!teaches || told(record).isBlank()) return;
                kept.add(new Dated(record.id().value(), record.date().orElse(LocalDate.MIN)));
                if (kept.size() > MOST) kept.poll();
            });
        }
        return kept.stream().map(Dated::id).collect(Collectors.toSet());
    }

    private static String told(MaintenanceRecord record) {
        return record.complaint().isBlank() ? record.narrative() : record.complaint();
    }

    /** Copies of one text, and what happened to one aircraft on one day, must not teach one another's answers. */
    private static Set<String> kin(MaintenanceRecord record, String complaint, String whole) {
        var kin = new HashSet<String>();
        kin.add(letters(whole));
        kin.add(letters(complaint));
        if (!record.aircraft().isBlank())
            record.date().ifPresent(day -> kin.add("day " + record.aircraft().toLowerCase(Locale.ROOT) + " " + day));
        return kin;
    }

    /** A short key of a text's letters: thousands of whole texts as keys would fill the memory. */
    private static String letters(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
        return "text " + ContentHash.of(plain).hex().substring(0, 24);
    }

    private static List<Example> examples(Map<String, Pupil> pupils, Function<Pupil, String> label) {
        var examples = new ArrayList<Example>();
        pupils.forEach((id, pupil) -> {
            String given = label.apply(pupil);
            if (!given.isEmpty()) examples.add(new Example(id, pupil.kin, pupil.words, given));
        });
        return examples;
    }

    private static String system(MaintenanceRecord record) {
        return record.ata().isEmpty() ? "" : SystemRanker.code(record.ata().getFirst());
    }

    private Complaint complaint(Example example) {
        return reader.read(records.get(new RecordId(example.id()))
                .map(LearnFlow::told)
                .orElseThrow(() -> new IllegalStateException("record " + example.id() + " was removed meanwhile")));
    }

    private Exhibits exhibits(
            Example example, Complaint complaint, Evidence documents, Map<String, Set<RecordId>> byKin) {
        var without = new HashSet<>(Set.of(new RecordId(example.id())));
        example.kin().forEach(key -> without.addAll(byKin.getOrDefault(key, Set.of())));
        return Exhibits.number(
                documents,
                records.search(RecordQuery.of(complaint.asked(), PrecedentFinder.MOST, Clearance.UNMARKED)
                        .without(without)));
    }

    /** What the documents in force today say of it, those that anyone may see. */
    private Evidence documents(Complaint complaint) {
        return passages.find(new EvidenceQuery(
                complaint.asked(),
                DiagnoseFlow.PASSAGES,
                Clearance.UNMARKED,
                Configuration.UNKNOWN,
                today,
                false,
                Optional.empty(),
                Set.of(),
                Map.of()));
    }
}
