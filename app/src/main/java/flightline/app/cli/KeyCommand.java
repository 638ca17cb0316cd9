package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.wiring.DataFolder;
import flightline.app.wiring.Wiring;
import flightline.flow.KeyFlow;
import flightline.flow.KeyFlow.Outcome;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code flightline key}: how the data folder stands, and its subcommands, which change that. */
@Command(
        name = "key",
        description = {
            "Encryption of the data folder. Without a subcommand: whether it is encrypted.",
            "The key's file is the administrator's to keep, outside the data folder. Without it nothing can be read again."
        })
final class KeyCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "The administrator's key, in place of the configured one.")
    private @Nullable Path file;

    KeyCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        KeyFlow.State state = flow().state();
        if (common.json())
            outside.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("state", state.name().toLowerCase(Locale.ROOT))
                            .toPrettyString());
        else
            outside.out()
                    .println(
                            switch (state) {
                                case CLEAR ->
                                    "The data folder is not encrypted. To encrypt it: flightline key begin --key-file FILE";
                                case ENCRYPTED -> "The data folder is encrypted.";
                                case UNFINISHED ->
                                    "The data folder is only partly encrypted. To go on: flightline key finish";
                            });
        return Exit.DONE;
    }

    private KeyFlow flow() throws DataFolder.UnusableDataFolder {
        common.mustExist(outside);
        return anywhere();
    }

    /** Where the folder may be made: a place may be encrypted before anything is in it. */
    private KeyFlow anywhere() throws DataFolder.UnusableDataFolder {
        return Wiring.keys(common.folder(outside), outside.clock());
    }

    private Path key() {
        return Optional.ofNullable(file)
                .or(() -> common.key(outside))
                .orElseThrow(
                        () -> new BadRequest(
                                "name the file of the key: --key-file, encryption.key-file in the configuration, or FLIGHTLINE_KEY_FILE"));
    }

    private int tell(Outcome outcome, String done) {
        return switch (outcome) {
            case Outcome.Done(var files) -> {
                if (common.json())
                    outside.out()
                            .println(JsonNodeFactory.instance
                                    .objectNode()
                                    .put("outcome", "done")
                                    .put("files", files)
                                    .toPrettyString());
                else outside.out().println(done.formatted(files));
                yield Exit.DONE;
            }
            case Outcome.NotDone(var why) -> {
                outside.err().println("flightline: " + why);
                yield Exit.USAGE;
            }
            case Outcome.Refused(var why) -> {
                outside.err().println("flightline: " + why);
                yield Exit.REFUSED;
            }
        };
    }

    /** A change of keys. */
    abstract static class Change implements Callable<Integer> {
        @ParentCommand
        private @Nullable KeyCommand parent;

        KeyCommand above() {
            if (parent == null) throw new IllegalStateException("no command above");
            return parent;
        }
    }

    /** {@code flightline key begin}. */
    @Command(
            name = "begin",
            description =
                    "Encrypts the data folder, what is in it and what will come. Makes the key where the file does not exist.")
    static final class Begin extends Change {
        @Override
        public Integer call() throws Exception {
            KeyCommand above = above();
            Outcome outcome = above.anywhere()
                    .begin(above.key(), above.common.asker(), ProgressLine.of(above.outside, above.common, "files"));
            return above.tell(
                    outcome,
                    "Encrypted: %d files. Keep a copy of " + above.key()
                            + " in a safe place: without it nothing can be read again.");
        }
    }

    /** {@code flightline key rotate}. */
    @Command(
            name = "rotate",
            description = "Makes another key for files, writes all of them anew and forgets the former.")
    static final class Rotate extends Change {
        @Override
        public Integer call() throws Exception {
            KeyCommand above = above();
            return above.tell(
                    above.flow()
                            .rotate(
                                    above.key(),
                                    above.common.asker(),
                                    ProgressLine.of(above.outside, above.common, "files")),
                    "Written anew under another key: %d files.");
        }
    }

    /** {@code flightline key finish}. */
    @Command(name = "finish", description = "Goes on with an encryption or a rotation that was broken off.")
    static final class Finish extends Change {
        @Override
        public Integer call() throws Exception {
            KeyCommand above = above();
            return above.tell(
                    above.flow()
                            .finish(
                                    above.key(),
                                    above.common.asker(),
                                    ProgressLine.of(above.outside, above.common, "files")),
                    "Finished: %d files written anew.");
        }
    }

    /** {@code flightline key change}. */
    @Command(
            name = "change",
            description = "Lets another key of the administrator's open the folder; the former no longer does.")
    static final class ChangeTo extends Change {
        @Option(
                names = "--to",
                paramLabel = "FILE",
                required = true,
                description = "The other key; made where it does not exist.")
        private @Nullable Path to;

        @Override
        public Integer call() throws Exception {
            KeyCommand above = above();
            if (to == null) throw new BadRequest("name the other key with --to");
            return above.tell(
                    above.flow().change(above.key(), to, above.common.asker()),
                    "From now on " + to + " opens the data folder.%.0s");
        }
    }
}
