package flightline.app.cli;

import flightline.app.wiring.Wiring;
import flightline.flow.ModelFlow;
import flightline.flow.ModelFlow.Outcome;
import flightline.flow.Progress;
import flightline.policy.Principal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A change to the models that are held, other than a new one. */
abstract class ModelChangeCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    ModelChangeCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    abstract Outcome change(ModelFlow flow, Principal asker, Progress progress);

    @Override
    public Integer call() throws Exception {
        common.mustExist(outside);
        try (Wiring wiring = common.wire(outside)) {
            Outcome outcome = change(wiring.models(), common.asker(), ProgressLine.of(outside, common, "bytes"));
            return new ModelShelf(outside, common).tell(outcome);
        }
    }

    /** {@code flightline model promote}. */
    @Command(
            name = "promote",
            description =
                    "Lets a model write that 'model evaluate' found no worse, once its file is found to be what was added.")
    static final class Promote extends ModelChangeCommand {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Option(
                names = "--despite",
                paramLabel = "REASON",
                description =
                        "Lets it write although it was not evaluated or found worse; the reason stands in the log.")
        private @Nullable String despite;

        Promote(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        Outcome change(ModelFlow flow, Principal asker, Progress progress) {
            return flow.promote(name, Optional.ofNullable(despite).filter(why -> !why.isBlank()), asker, progress);
        }
    }

    /** {@code flightline model rollback}. */
    @Command(
            name = "rollback",
            description = "Takes the model that writes out of service; the one before it writes again, or none.")
    static final class Rollback extends ModelChangeCommand {
        Rollback(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        Outcome change(ModelFlow flow, Principal asker, Progress progress) {
            return flow.rollback(asker);
        }
    }

    /** {@code flightline model remove}. */
    @Command(name = "remove", description = "Forgets a model; its file stays where it lies.")
    static final class Remove extends ModelChangeCommand {
        @Parameters(paramLabel = "NAME")
        private String name = "";

        Remove(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        Outcome change(ModelFlow flow, Principal asker, Progress progress) {
            return flow.remove(name, asker);
        }
    }
}
