package flightline.drafting.datamodule;

import java.time.LocalDate;
import java.util.List;

/**
 * A data module as XML.
 *
 * @param traces where each of its elements comes from, in the order of the module
 */
public record WrittenModule(DataModule module, String xml, List<Trace> traces) {
    public WrittenModule {
        traces = List.copyOf(traces);
    }

    /** @param on day of issue that it bears */
    public static WrittenModule of(DataModule module, LocalDate on) {
        return new ModulePress(module).write(on);
    }

    /** @param id of the element, unique in the module */
    public record Trace(String id, String element, Traced source) {}
}
