package flightline.drafting.datamodule;

import flightline.drafting.Procedure;
import java.util.List;
import java.util.Optional;

/**
 * A procedure put into the order of a data module.
 *
 * @param title heading of the procedure; absent for a whole document, whose own title serves
 * @param general warnings, cautions and notes that hold for all of it
 * @param doubts what a person has to decide
 * @param leftOut headings and captions of the source that the module says in its own way
 */
public record DataModule(
        ModuleCode code,
        Procedure source,
        Optional<Traced> title,
        Needs needs,
        List<Traced> general,
        List<ModuleStep> steps,
        List<Doubt> doubts,
        List<Traced> leftOut) {
    public DataModule {
        general = List.copyOf(general);
        steps = List.copyOf(steps);
        doubts = List.copyOf(doubts);
        leftOut = List.copyOf(leftOut);
    }

    /** Takes a procedure apart and puts it in order. */
    public static DataModule of(Procedure procedure, Optional<ModuleCode> given) {
        return new Arrangement(procedure)
                .module(given.orElseGet(
                        () -> ModuleCode.placeholder(procedure.held().header())));
    }

    /** In words of the source. */
    public String name() {
        return title.map(Traced::text).orElse(source.held().header().title());
    }
}
