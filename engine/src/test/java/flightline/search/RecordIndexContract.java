package flightline.search;

import static flightline.search.Shelves.ABBREVIATIONS;
import static flightline.search.Shelves.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flightline.corpus.Clearance;
import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link RecordIndex} promises; each implementation's test extends this. */
public abstract class RecordIndexContract {
    private static final MaintenanceRecord PUMP = entry("r1", "N100", "l/h hyd press low", "replaced edp", "pump");
    private static final MaintenanceRecord DOOR =
            entry("r2", "N200", "cabin door light on in cruise", "adjusted switch", "switch");
    private static final MaintenanceRecord TYRE = entry("r3", "N100", "tyre worn", "replaced wheel", "wheel");

    private final List<RecordIndex> opened = new ArrayList<>();

    private RecordIndex index = LuceneRecordIndex.open(Path.of("unused"), new HashingEmbedder(), ABBREVIATIONS);

    /** Opens the index of this name, another one for each test; neither need exist. */
    protected abstract RecordIndex open(String name);

    @BeforeEach
    void fill() {
        index = open("records");
        opened.add(index);
        index.add(List.of(TYRE, PUMP, DOOR));
    }

    @AfterEach
    void closeAll() {
        opened.forEach(RecordIndex::close);
    }

    @Test
    void search_findsTheLikeComplaintInOtherWords() {
        var found = index.search(RecordQuery.of("left hydraulic pressure is low", 3, Clearance.UNMARKED));
        assertThat(found.getFirst().record()).isEqualTo(PUMP);
        assertThat(found.getFirst().similarity()).isGreaterThan(found.get(1).similarity());
        assertThat(found).allSatisfy(p -> {
            assertThat(p.similarity()).isBetween(0.0, 1.0);
            assertThat(p.lexical()).isBetween(0.0, 1.0);
            assertThat(p.semantic()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void sameComplaint_isMoreAlikeThanAHalfLikeOne() {
        double same = index.search(RecordQuery.of("cabin door light on in cruise", 1, Clearance.UNMARKED))
                .getFirst()
                .similarity();
        double half = index.search(RecordQuery.of("cabin door hard to open at the gate", 1, Clearance.UNMARKED))
                .getFirst()
                .similarity();
        assertThat(same).isGreaterThan(0.7).isGreaterThan(half);
    }

    @Test
    void get_ofSeveral_givesThoseThatAreHeld() {
        assertThat(index.get(List.of(DOOR.id(), new RecordId("none"), PUMP.id())))
                .isEqualTo(Map.of(DOOR.id(), DOOR, PUMP.id(), PUMP));
        assertThat(index.get(List.of())).isEmpty();
    }

    @Test
    void without_hidesTheRecord() {
        var found = index.search(
                RecordQuery.of("hyd press low", 3, Clearance.UNMARKED).without(Set.of(PUMP.id())));
        assertThat(found).noneMatch(p -> p.record().equals(PUMP));
    }

    @Test
    void aircraft_narrows() {
        var query =
                new RecordQuery("door light", 3, Set.of(), Optional.of("n100"), Optional.empty(), Clearance.UNMARKED);
        assertThat(index.search(query)).noneMatch(p -> p.record().equals(DOOR));
    }

    @Test
    void partNumber_findsTheRecord() {
        assertThat(index.search(RecordQuery.of("65b458213a", 3, Clearance.UNMARKED)))
                .hasSize(3);
    }

    @Test
    void all_isEveryRecordById() {
        try (var all = index.all(Clearance.UNMARKED)) {
            assertThat(all).containsExactly(PUMP, DOOR, TYRE);
        }
        assertThat(index.count()).isEqualTo(3);
        assertThat(index.get(DOOR.id())).contains(DOOR);
        assertThat(index.get(new RecordId("r9"))).isEmpty();
    }

    @Test
    void all_ofManyPages_comesOnceEach_alsoWhereSomeGoMeanwhile() {
        var ids = IntStream.range(0, 1100).mapToObj(i -> "s" + (10_000 + i)).toList();
        index.add(ids.stream()
                .map(id -> entry(id, "N100", "hyd press low", "replaced seal", "seal"))
                .toList());
        try (var all = index.all(Clearance.UNMARKED)) {
            var met = new ArrayList<String>();
            all.forEach(record -> {
                met.add(record.id().value());
                if (met.size() != 100) return;
                index.remove(Set.of(new RecordId("s10050"), new RecordId("s11099")));
                index.release();
            });
            assertThat(met).isSorted().doesNotHaveDuplicates();
            assertThat(met).containsAll(ids.subList(0, 1099)).contains("r1", "r2", "r3");
        }
    }

    @Test
    void marked_isAsIfItWereNotThere_andWeighsNoWord() {
        var hidden = entry("r9", "N100", "hyd press low on the left", "replaced seal", "seal")
                .marked(new Marking("SECRET"));
        Clearance secret = marking -> marking.clearedBy(Set.of(new Marking("SECRET")));
        var before = index.search(RecordQuery.of("hyd press low", 9, Clearance.UNMARKED));
        index.add(List.of(hidden));
        var after = index.search(RecordQuery.of("hyd press low", 9, Clearance.UNMARKED));
        assertThat(after)
                .extracting(Precedent::record)
                .isEqualTo(before.stream().map(Precedent::record).toList());
        for (int i = 0; i < after.size(); i++)
            assertThat(after.get(i).similarity()).isCloseTo(before.get(i).similarity(), within(0.01));
        assertThat(index.search(RecordQuery.of("hyd press low", 9, secret)))
                .extracting(Precedent::record)
                .contains(hidden);
        assertThat(index.latestOf("N100", 10, Clearance.UNMARKED)).doesNotContain(hidden);
        assertThat(index.search(RecordQuery.of("hyd press low", 9, Clearance.NOTHING)))
                .isEmpty();
        try (var all = index.all(Clearance.UNMARKED)) {
            assertThat(all).doesNotContain(hidden);
        }
    }

    @Test
    void sameIdAgain_replaces() {
        var changed = entry("r1", "N100", "hyd qty low", "serviced", "reservoir");
        index.add(List.of(changed));
        assertThat(index.count()).isEqualTo(3);
        assertThat(index.get(PUMP.id())).contains(changed);
        index.remove(Set.of(PUMP.id()));
        assertThat(index.count()).isEqualTo(2);
        assertThat(index.check().faults()).isEmpty();
    }

    @Test
    void nothingEverWritten_isEmpty() {
        try (var fresh = open("none");
                var all = fresh.all(Clearance.UNMARKED)) {
            assertThat(all).isEmpty();
            assertThat(fresh.count()).isZero();
            assertThat(fresh.search(RecordQuery.of("pump", 3, Clearance.UNMARKED)))
                    .isEmpty();
            assertThat(fresh.check().sound()).isTrue();
        }
    }

    @Test
    void registrations_areThoseOfRecordsThatMayBeSeen() {
        index.add(List.of(
                entry("r9", "N300", "hyd press low", "replaced seal", "seal").marked(new Marking("SECRET"))));
        assertThat(index.registrations(9, Clearance.UNMARKED)).containsExactly("N100", "N200");
        assertThat(index.registrations(1, Clearance.UNMARKED)).containsExactly("N100");
        assertThat(index.latestOf(" n100 ", 1, Clearance.UNMARKED)).hasSize(1);
    }

    @Test
    void stamp_changesWithEachChange() {
        String before = index.stamp();
        index.add(List.of(entry("r9", "N300", "door ajar", "adjusted", "door")));
        assertThat(index.stamp()).isNotEqualTo(before).isNotEmpty();
    }

    @Test
    void study_tellsOfTheAircraftsOwnRecordsAndOthers() {
        var present = entry("now", "N100", "hydraulic pressure low", "", "");
        var alike = index.search(RecordQuery.of("hydraulic pressure low", 9, Clearance.UNMARKED));
        var study = index.study(present, 30, Set.of(), alike, Clearance.UNMARKED);
        assertThat(study.own()).extracting(trace -> trace.record()).containsExactly(PUMP, TYRE);
        assertThat(study.elsewhere()).extracting(trace -> trace.record()).containsExactly(DOOR);
        assertThat(study.tail().records()).isEqualTo(2);
        assertThat(study.held()).isEqualTo(3);
        assertThat(study.likeness(0, study.asked())).isGreaterThan(study.likeness(1, study.asked()));
    }

    @Test
    void snapshot_isOpenedFromAFolder(@TempDir Path into) {
        assertThat(index.snapshot(into.resolve("copy"))).isPositive();
        try (var copy = LuceneRecordIndex.open(into.resolve("copy"), new HashingEmbedder(), ABBREVIATIONS);
                var all = copy.all(Clearance.UNMARKED)) {
            assertThat(all).containsExactly(PUMP, DOOR, TYRE);
        }
    }
}
