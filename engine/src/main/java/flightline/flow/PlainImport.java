package flightline.flow;

import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import flightline.fleet.PartLoad;
import flightline.fleet.PlainRows;
import flightline.fleet.RecordPart;
import flightline.fleet.RecordRow;
import flightline.fleet.RowMaker;
import flightline.records.ColumnPlan;
import flightline.records.RecordFile;
import flightline.records.RecordFile.Done;
import flightline.records.RecordMapping;
import flightline.records.RecordOutcome;
import flightline.records.RecordReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One file that a database may read by itself: what it says of the columns, and the rows in doubt read as any other import reads them. */
final class PlainImport implements RecordPart.Careful {
    private final RecordReader reader;
    private final Path path;
    private final RecordMapping mapping;
    private final Marking marking;
    private final LocalDate today;
    private List<RecordOutcome> told = List.of();

    PlainImport(RecordReader reader, Path path, RecordMapping mapping, Marking marking, LocalDate today) {
        this.reader = reader;
        this.path = path;
        this.mapping = mapping;
        this.marking = marking;
        this.today = today;
    }

    /** Empty where the file can only be read row by row. */
    Optional<PlainRows> rows() throws IOException {
        return reader.plan(path, mapping, today)
                .map(plan -> new PlainRows(
                        plan.rows(),
                        plan.place(),
                        plan.fields(),
                        plan.kept().stream()
                                .collect(Collectors.toMap(
                                        ColumnPlan.Kept::name,
                                        ColumnPlan.Kept::text,
                                        (first, second) -> first,
                                        LinkedHashMap::new)),
                        plan.plain(),
                        marking.label()));
    }

    /** What is wrong with rows that were read with care. */
    List<RecordOutcome> told() {
        return told;
    }

    @Override
    public Optional<Map<Long, RecordRow>> read(PartLoad load) {
        var maker = new RowMaker();
        var made = new LinkedHashMap<Long, RecordRow>();
        var ids = new HashSet<String>();
        var wrong = new ArrayList<RecordOutcome>();
        try (RecordFile file = reader.open(path, mapping, today)) {
            long rows =
                    file.<RecordRow>only(load.doubtful(), record -> maker.of(record.marked(marking)), (done, place) -> {
                        switch (done) {
                            case Done.Made<RecordRow>(long line, RecordRow row) -> {
                                if (ids.add(row.id())) made.put(place, row);
                                else wrong.add(file.sameId(line, new RecordId(row.id())));
                            }
                            case Done.Not<RecordRow>(RecordOutcome outcome) -> wrong.add(outcome);
                        }
                    });
            told = wrong;
            return rows == load.rows() ? Optional.of(made) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}
