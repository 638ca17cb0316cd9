package flightline.search;

import java.util.List;

/**
 * What a check of an index found.
 *
 * @param documents revisions in the catalogue; 0 for an index of records
 * @param entries passages or records
 * @param faults one line each, naming the place; empty when all is well
 */
public record IndexHealth(int documents, long entries, List<String> faults) {
    public IndexHealth {
        faults = List.copyOf(faults);
    }

    public boolean sound() {
        return faults.isEmpty();
    }
}
