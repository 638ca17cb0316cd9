package flightline.records;

import java.util.List;

/** What became of reading a mapping. */
public sealed interface MappingOutcome {
    record Loaded(RecordMapping mapping) implements MappingOutcome {}

    /**
     * Not usable.
     *
     * @param problems all of them, each naming file, key and what would be allowed
     */
    record Faulty(List<String> problems) implements MappingOutcome {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
