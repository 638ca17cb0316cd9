package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.flow.BackupFlow.Outcome;
import flightline.policy.Act;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Copies everything that is kept into one file, while others go on asking and bringing documents in.",
            "The file holds what the data folder holds: in the clear, or encrypted as the folder is. Keep it as safe."
        })
final class BackupCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "A file outside the data folder.")
    private Path file = Path.of("");

    @Option(
            names = "--without-models",
            description = "Leaves out the files of language models, which are large and can be added again.")
    private boolean withoutModels;

    @Option(names = "--force", description = "Replaces a file of that name.")
    private boolean force;

    BackupCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = common.folder(outside);
        // A copy of nothing is worth nothing, and must not take the place of one that is.
        if (!common.isThere(outside, folder)) throw CommonOptions.nothingIn(folder);
        if (Files.exists(file) && !Files.isDirectory(file) && !force)
            throw new BadRequest(file + " is there already; name another file, or replace it with --force");
        try (Wiring wiring = common.wire(outside, Act.BACKUP);
                var stop = StopSignal.listen()) {
            if (wiring.state().shared())
                throw new BadRequest("state is kept in a database, which is backed up by its own means (pg_dump, or an"
                        + " archive of its log); 'library export DIR --whole' writes it out as files");
            Outcome outcome = wiring.backup()
                    .backup(file, !withoutModels, common.asker(), ProgressLine.of(outside, common, "files"), stop);
            return stop.code(
                    switch (outcome) {
                        case Outcome.Done(var written) -> {
                            if (common.json())
                                outside.out()
                                        .println(JsonNodeFactory.instance
                                                .objectNode()
                                                .put("outcome", "done")
                                                .put("file", file.toString())
                                                .put("files", written.files())
                                                .put("bytes", written.bytes())
                                                .put("sha256", written.hash().hex())
                                                .toPrettyString());
                            else
                                outside.out()
                                        .println(written.files() + " files in " + file + ", SHA-256 "
                                                + written.hash().hex());
                            yield Exit.DONE;
                        }
                        case Outcome.NotDone(var why) -> {
                            NotDone.tell(outside, common, "no backup was made", why);
                            yield Exit.BAD_INPUT;
                        }
                        case Outcome.Misplaced(var why) -> {
                            NotDone.tell(outside, common, "no backup was made", why);
                            yield Exit.USAGE;
                        }
                    });
        }
    }
}
