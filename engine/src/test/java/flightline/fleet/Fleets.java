package flightline.fleet;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.records.NarrativeCutter;
import flightline.records.RecordMappings;
import flightline.records.RecordOutcome;
import flightline.records.RecordReader;
import flightline.terms.AtaTable;
import flightline.terms.TermReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fleets to ask questions of. */
final class Fleets {
    static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

    private Fleets() {}

    static Path root() {
        return Path.of(System.getProperty("flightline.root", ".."));
    }

    /** The log of the sample library. */
    static List<MaintenanceRecord> sample() throws IOException {
        return read(root().resolve("library/records/records.csv"), "sample");
    }

    static List<MaintenanceRecord> read(Path file, String mapping) throws IOException {
        var records = new ArrayList<MaintenanceRecord>();
        try (var open = new RecordReader(new TermReader(), new NarrativeCutter())
                .open(file, new RecordMappings().named(mapping).orElseThrow(), LocalDate.of(2026, 7, 1))) {
            for (RecordOutcome outcome : open)
                if (outcome instanceof RecordOutcome.Read(var record)) records.add(record);
        }
        return records;
    }

    static RecordTable table(List<MaintenanceRecord> records) {
        return RecordTable.inMemory(records.stream(), Limits.standard(2, Optional.empty()));
    }

    static FleetDesk desk() {
        return new FleetDesk(AtaTable.standard(), 1);
    }

    static FleetAnswer ask(RecordTable table, String question) {
        try (var seen = table.seenBy(Marking.UNMARKED::equals)) {
            return desk().answer(question, TODAY, seen);
        }
    }

    static Finding found(RecordTable table, String question) {
        return switch (ask(table, question)) {
            case FleetAnswer.Found(var finding) -> finding;
            case FleetAnswer.NotEnough(var why, var nearest) ->
                throw new AssertionError(question + " was not answered: " + why);
        };
    }
}
