package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.archive.ShadowBook.Shadow;
import flightline.flow.ShadowFlow;
import flightline.flow.ShadowFlow.Outcome;
import flightline.policy.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code flightline model shadow}: how the candidate that runs beside the model in service compares with it. */
@Command(
        name = "shadow",
        description = "How a candidate's answers differ from those in service, which alone are shown (docs/llama.md).")
final class ModelShadowCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Option(
            names = "--start",
            paramLabel = "NAME",
            description =
                    "Lets a model that is held answer beside the one in service, wherever this data folder is served.")
    private @Nullable String start;

    @Option(names = "--stop", description = "Ends it; what was counted stays to be read.")
    private boolean stop;

    ModelShadowCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (start != null && stop) throw new BadRequest("give --start NAME or --stop, not both");
        boolean change = start != null || stop;
        try (Wiring wiring = common.wireExisting(outside, change ? Act.MODEL_CHANGE : Act.EVALUATE)) {
            ShadowFlow flow = wiring.modelStand().shadows();
            if (start != null)
                return told(flow.start(start, common.asker(), ProgressLine.of(outside, common, "bytes")));
            if (stop) return told(flow.stop(common.asker()));
            Optional<Shadow> last = flow.last();
            if (last.isPresent()) told(last.get());
            else outside.out().println(common.json() ? "{ }" : "No model ever ran in the shadow.");
            return Exit.DONE;
        }
    }

    private void told(Shadow shadow) {
        if (common.json()) {
            outside.out().println(json(shadow).toPrettyString());
            return;
        }
        var rows = new ArrayList<List<String>>();
        shadow.counts().forEach((what, many) -> rows.add(List.of(what, Long.toString(many))));
        outside.out()
                .print(new Page(new Paint(outside.colour()), outside.width())
                        .line(shadow.model() + ", from " + shadow.began()
                                + (shadow.goesOn() ? ", goes on" : " to " + shadow.ended()) + ", by " + shadow.by())
                        .table(List.of("", ""), rows));
    }

    private static ObjectNode json(Shadow shadow) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("model", shadow.model())
                .put("sha256", shadow.sha256())
                .put("by", shadow.by())
                .put("began", shadow.began())
                .put("ended", shadow.ended())
                .put("goesOn", shadow.goesOn());
        ObjectNode counts = node.putObject("counts");
        shadow.counts().forEach(counts::put);
        return node;
    }

    private int told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stands(var shadow) -> {
                told(shadow);
                yield Exit.DONE;
            }
            case Outcome.NotPossible(var why) -> {
                outside.err().println("flightline: " + why);
                yield Exit.BAD_INPUT;
            }
        };
    }
}
