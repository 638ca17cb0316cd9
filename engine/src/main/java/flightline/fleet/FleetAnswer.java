package flightline.fleet;

import java.util.List;

/** What became of a question. */
public sealed interface FleetAnswer {
    record Found(Finding finding) implements FleetAnswer {}

    /**
     * Not answered: no form fits, a word is not understood, or the records do not tell.
     *
     * @param nearest questions that could be asked instead
     */
    record NotEnough(String why, List<String> nearest) implements FleetAnswer {
        public NotEnough {
            nearest = List.copyOf(nearest);
        }
    }
}
