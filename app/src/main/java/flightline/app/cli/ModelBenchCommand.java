package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.wiring.LlamaStand.State;
import flightline.app.wiring.Wiring;
import flightline.model.LanguageModel;
import flightline.model.SpeedTrial;
import flightline.model.SpeedTrial.Speed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flightline model bench}. */
@Command(
        name = "bench",
        description =
                "Measures how fast a model reads and writes on this machine: one that is held, or the one that writes.")
final class ModelBenchCommand implements Callable<Integer> {
    private static final long SEED = 20260701;

    private final Outside outside;
    private final CommonOptions common;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Of a model that is held (default: the one that writes).")
    private @Nullable String name;

    @Option(names = "--words", defaultValue = "400", description = "Words of the prompt that is read (default: 400).")
    private int words = 400;

    ModelBenchCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (words < 16 || words > 20_000) throw new BadRequest("--words must be 16..20000, got " + words);
        common.mustExist(outside);
        try (Wiring wiring = common.wire(outside)) {
            State state = name == null ? wiring.llama().state() : wiring.llama().of(name);
            return switch (state) {
                case State.None() ->
                    throw new BadRequest(
                            name == null
                                    ? "no model writes; name one that is held: flightline model bench NAME"
                                    : "no model '" + name + "' is held; see flightline model list");
                case State.Unready(var why) -> {
                    outside.err().println("flightline: " + why);
                    yield Exit.BAD_INPUT;
                }
                case State.Ready(var model) -> measure(model, wiring);
            };
        }
    }

    private int measure(LanguageModel model, Wiring wiring) {
        Optional<Speed> speed = new SpeedTrial(model, wiring.settings().nanos(), SEED).measure(words);
        if (name != null) model.close();
        if (speed.isEmpty()) {
            outside.err().println("flightline: the model ended before anything could be measured");
            return Exit.BAD_INPUT;
        }
        Speed found = speed.get();
        if (common.json()) outside.out().println(json(model, found).toPrettyString());
        else
            outside.out()
                    .print(new Page(new Paint(outside.colour()), outside.width())
                            .line(model.identity().name() + ", "
                                    + model.identity().runtime())
                            .table(
                                    List.of("", ""),
                                    List.of(
                                            List.of(
                                                    "reading a new prompt of " + found.promptTokens() + " tokens",
                                                    rate(found.read())),
                                            List.of("writing", rate(found.written())),
                                            List.of("writing JSON by a schema", rate(found.writtenInForm())),
                                            List.of("first token after a new prompt", seconds(found.firstNew())),
                                            List.of(
                                                    "first token after a prompt that begins alike",
                                                    seconds(found.firstKnown())))));
        return Exit.DONE;
    }

    private static ObjectNode json(LanguageModel model, Speed found) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("model", model.identity().name())
                .put("runtime", model.identity().runtime())
                .put("promptTokens", found.promptTokens())
                .put("readTokensPerSecond", found.read())
                .put("writtenTokensPerSecond", found.written())
                .put("writtenTokensPerSecondWithSchema", found.writtenInForm())
                .put("firstTokenSeconds", found.firstNew())
                .put("firstTokenSecondsCached", found.firstKnown());
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.1f tokens/s", perSecond);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }
}
