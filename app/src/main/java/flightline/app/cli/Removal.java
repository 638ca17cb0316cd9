package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import flightline.state.Crate.Outcome;
import java.nio.file.Path;

/** Everything that is kept, out into a folder and in again somewhere else; how it is told. */
record Removal(Outside outside, CommonOptions common) {
    int out(Path folder) throws Exception {
        try (Wiring wiring = common.wireHeld(outside, Act.BACKUP)) {
            return told(wiring.move().out(folder, common.asker(), ProgressLine.of(outside, common, "values")), folder);
        }
    }

    int in(Path folder) throws Exception {
        try (Wiring wiring = common.wire(outside, Act.BACKUP)) {
            return told(wiring.move().in(folder, common.asker(), ProgressLine.of(outside, common, "values")), folder);
        }
    }

    private int told(Outcome outcome, Path folder) {
        return switch (outcome) {
            case Outcome.Done(var values, var bytes, var already) -> {
                if (common.json())
                    outside.out()
                            .println(JsonNodeFactory.instance
                                    .objectNode()
                                    .put("outcome", "done")
                                    .put("values", values)
                                    .put("bytes", bytes)
                                    .put("already", already)
                                    .put("folder", folder.toString())
                                    .toPrettyString());
                else
                    outside.out()
                            .println(values + " values, " + bytes + " bytes, each read back and compared by SHA-256; "
                                    + already + " were there already");
                yield Exit.DONE;
            }
            case Outcome.Unusable(var why) -> {
                NotDone.tell(outside, common, "not all is there", why);
                yield Exit.NOT_VERIFIED;
            }
        };
    }
}
