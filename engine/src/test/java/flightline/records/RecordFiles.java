package flightline.records;

import flightline.corpus.MaintenanceRecord;
import flightline.records.RecordOutcome.Bad;
import flightline.records.RecordOutcome.Note;
import flightline.records.RecordOutcome.Read;
import flightline.terms.TermReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads whole files for tests and sorts what came of them. */
record RecordFiles(List<MaintenanceRecord> records, List<Bad> bad, List<Note> notes) {
    static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

    static RecordFiles read(Path file, RecordMapping mapping) throws IOException {
        var all = new RecordFiles(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (var open = new RecordReader(new TermReader(), new NarrativeCutter()).open(file, mapping, TODAY)) {
            for (RecordOutcome outcome : open) {
                switch (outcome) {
                    case Read(var record) -> all.records().add(record);
                    case Bad bad -> all.bad().add(bad);
                    case Note note -> all.notes().add(note);
                }
            }
        }
        return all;
    }

    static RecordMapping mapping(String yaml) {
        return switch (new RecordMappings().parse("test.yaml", yaml)) {
            case MappingOutcome.Loaded(var mapping) -> mapping;
            case MappingOutcome.Faulty(var problems) -> throw new AssertionError(problems);
        };
    }
}
