package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.PolicyJson;
import flightline.app.wiring.Wiring;
import flightline.flow.InstallPolicyFlow;
import flightline.flow.InstallPolicyFlow.Outcome;
import flightline.flow.PolicyFlow;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rules as a bundle of files: copied out, signed, put in force, taken back. */
abstract class PolicyBundleCommand implements Callable<Integer> {
    /** How far back requests are put to the new rules before they are put in force. */
    private static final Duration MONTH = Duration.ofDays(31);

    final Outside outside;
    final CommonOptions common;

    PolicyBundleCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    int told(Outcome outcome, String change) {
        ObjectNode node = PolicyJson.of(outcome);
        return switch (outcome) {
            case Outcome.InForce(var version, var before, var signature) -> {
                say(
                        node,
                        "The rules " + version + " are in force, before them " + before + "; signature: " + signature
                                + change);
                yield Exit.DONE;
            }
            case Outcome.Faulty(var why) -> refused(node, "The rules cannot be put in force", why, Exit.BAD_INPUT);
            case Outcome.CasesFail(var why) ->
                refused(node, "The rules do not decide what they must", why, Exit.NOT_VERIFIED);
        };
    }

    private int refused(ObjectNode node, String head, List<String> why, int code) {
        say(node, head + "; what held still holds:\n  " + String.join("\n  ", why));
        return code;
    }

    void say(ObjectNode node, String line) {
        outside.out().println(common.json() ? node.toPrettyString() : line);
    }

    static void folder(Path folder) {
        if (!Files.isDirectory(folder)) throw new BadRequest(folder + " is no folder");
    }

    @Command(name = "install", description = "Puts the rules of a folder in force, once they are found sound.")
    static final class Install extends PolicyBundleCommand {
        @Parameters(paramLabel = "DIR", description = "The bundle.")
        private Path dir = Path.of(".");

        @Option(
                names = "--key",
                paramLabel = "FILE",
                description = "Public key of whoever must have signed; kept, and asked for from then on.")
        private @Nullable Path key;

        Install(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        public Integer call() throws Exception {
            folder(dir);
            if (key != null && !Files.isRegularFile(key)) throw new BadRequest("--key " + key + " is no file");
            try (Wiring wiring = common.wire(outside, Act.POLICY_INSTALL)) {
                Principal asker = common.asker();
                InstallPolicyFlow flow = wiring.policyInstalling();
                Outcome outcome = flow.install(dir, Optional.ofNullable(key), asker);
                if (!(outcome instanceof Outcome.InForce)) return told(outcome, "");
                Instant now = outside.clock().instant();
                PolicyFlow.Replay replay =
                        wiring.policy().replay(now.minus(MONTH), now, wiring.gate(flow.trial(dir)), asker);
                return told(
                        outcome,
                        "\nOf " + replay.requests() + " requests of the last month, "
                                + replay.changes().size() + " would now be decided otherwise"
                                + (replay.changes().isEmpty() ? "" : "; see flightline policy replay"));
            }
        }
    }

    @Command(name = "rollback", description = "Lets the rules hold that held before.")
    static final class Rollback extends PolicyBundleCommand {
        Rollback(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        public Integer call() throws Exception {
            try (Wiring wiring = common.wireExisting(outside, Act.POLICY_INSTALL)) {
                return told(wiring.policyInstalling().rollback(common.asker()), "");
            }
        }
    }

    @Command(name = "copy", description = "Writes the rules in force into an empty folder, to be changed there.")
    static final class Copy extends PolicyBundleCommand {
        @Parameters(paramLabel = "DIR")
        private Path dir = Path.of(".");

        Copy(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        public Integer call() throws Exception {
            if (Files.exists(dir) && !empty(dir)) throw new BadRequest(dir + " is not an empty folder");
            common.mustExist(outside);
            try (Wiring wiring = common.wire(outside)) {
                wiring.policyInstalling().copy(dir);
                say(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("policyVersion", wiring.rulebook().version()),
                        "The rules " + wiring.rulebook().version() + " were written into " + dir
                                + "; change them, then flightline policy sign " + dir + " --version NEW");
                return Exit.DONE;
            }
        }

        private static boolean empty(Path folder) throws IOException {
            if (!Files.isDirectory(folder)) return false;
            try (Stream<Path> files = Files.list(folder)) {
                return files.findAny().isEmpty();
            }
        }
    }

    @Command(name = "sign", description = "Renews the bundle.json of a folder with rules, and signs it.")
    static final class Sign extends PolicyBundleCommand {
        @Parameters(paramLabel = "DIR")
        private Path dir = Path.of(".");

        @Option(names = "--version", paramLabel = "V", description = "The new version (default: as it was).")
        private @Nullable String named;

        @Option(names = "--key", paramLabel = "FILE", description = "Ed25519 private key, PEM (default: no signature).")
        private @Nullable Path key;

        Sign(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        public Integer call() {
            folder(dir);
            if (key != null && !Files.isRegularFile(key)) throw new BadRequest("--key " + key + " is no file");
            String version = InstallPolicyFlow.sign(
                    dir, Optional.ofNullable(named), LocalDate.now(outside.clock()), Optional.ofNullable(key));
            say(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("policyVersion", version)
                            .put("signed", key != null),
                    "bundle.json of version " + version + " fits the files" + (key == null ? "" : " and is signed"));
            return Exit.DONE;
        }
    }
}
