package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.wiring.DataFolder;
import flightline.app.wiring.Wiring;
import flightline.archive.BackupReading;
import flightline.archive.BackupReading.Outcome;
import flightline.audit.AuditEvent;
import flightline.flow.CheckFlow;
import flightline.policy.Act;
import flightline.state.Crate;
import flightline.vault.OwnersFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = {
            "Puts a backup into an empty data folder.",
            "Every file is compared with its hash, then all is checked as by 'check', before the folder gets its name; where anything is wrong, nothing is changed. What 'library export DIR --whole'",
            "wrote is put where state is kept, in files or in the database that --state names."
        })
final class RestoreCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(
            paramLabel = "FILE",
            description = "What 'backup' wrote, or the folder of 'library export DIR --whole'.")
    private Path file = Path.of("");

    @Option(
            names = "--replace",
            description =
                    "The data folder may hold something: it is set aside under another name and nothing of it goes.")
    private boolean replace;

    RestoreCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        Path data = common.folder(outside).toAbsolutePath().normalize();
        if (new Crate(file).isPacked()) return new Removal(outside, common).in(file);
        if (common.state(outside).isPresent())
            throw new BadRequest(
                    "a backup is restored into files, not into a database: restore it without --state, then"
                            + " move it with 'library export DIR --whole' and 'restore DIR --state …'");
        if (!Files.exists(file)) {
            NotDone.tell(outside, common, "not restored", "there is no file " + file);
            return Exit.BAD_INPUT;
        }
        boolean held = holdsSomething(data);
        if (held && !replace)
            throw new BadRequest("the data folder " + data
                    + " is not empty: name another with --data, or have it set aside with --replace");
        // Who may not do this in the folder that is there shall not do it by bringing another's rules.
        if (held) common.wire(outside, Act.BACKUP).close();
        Path aside = data.resolveSibling(data.getFileName() + ".restoring");
        clear(aside);
        try {
            return switch (unpacked(aside)) {
                case Outcome.Unusable(var why) -> failed(why);
                case Outcome.Unpacked(var files, var made) -> {
                    // Nobody knows the folder that it is looked at in.
                    List<String> faults = faults(aside, made).stream()
                            .map(fault -> fault.replace(aside.toString(), file.toString()))
                            .toList();
                    yield faults.isEmpty()
                            ? done(files, made, swap(aside, data, held))
                            : failed("what was unpacked is not in order: " + String.join("; ", faults));
                }
            };
        } finally {
            clear(aside);
        }
    }

    private Outcome unpacked(Path aside) throws IOException {
        OwnersFolder.make(aside);
        var progress = ProgressLine.of(outside, common, "files");
        return BackupReading.unpack(file, aside, done -> progress.at(done, 0, "unpacked"));
    }

    private Wiring opened(Path aside) throws DataFolder.UnusableDataFolder {
        try {
            return common.wireAt(outside, aside);
        } catch (DataFolder.UnusableDataFolder e) {
            throw new BadRequest(String.valueOf(e.getMessage()).replace(aside.toString(), "the backup " + file));
        }
    }

    /** What {@code check} finds wrong with it; an entry in its log says that it was restored. */
    private List<String> faults(Path aside, String made) throws Exception {
        try (Wiring wiring = opened(aside)) {
            wiring.door().refusal(common.asker(), Act.BACKUP).ifPresent(why -> {
                throw new NotPermitted(why);
            });
            // Rules that were damaged when the backup was made are told at each start; they keep nobody from what it
            // holds.
            List<String> faults = wiring.check().held(ProgressLine.of(outside, common, "checks")).stream()
                    .map(CheckFlow.Item::faults)
                    .flatMap(List::stream)
                    .toList();
            if (faults.isEmpty())
                wiring.audit()
                        .append(new AuditEvent(
                                "restore", common.asker().name(), "data folder", "done", Map.of("backup made", made)));
            return faults;
        }
    }

    private Optional<Path> swap(Path aside, Path data, boolean held) throws IOException {
        Optional<Path> kept = Optional.empty();
        if (held) {
            Path before = data.resolveSibling(data.getFileName() + ".before-"
                    + outside.clock().instant().toString().replace(':', '-').replace('.', '-'));
            Files.move(data, before);
            kept = Optional.of(before);
        } else {
            clear(data);
        }
        Files.move(aside, data);
        return kept;
    }

    private int done(int files, String made, Optional<Path> before) {
        if (common.json()) {
            var node = JsonNodeFactory.instance
                    .objectNode()
                    .put("outcome", "done")
                    .put("files", files)
                    .put("made", made);
            before.ifPresent(path -> node.put("before", path.toString()));
            outside.out().println(node.toPrettyString());
        } else {
            outside.out().println(files + " files of the backup made at " + made + " are in place and in order");
            before.ifPresent(path -> outside.out().println("What was there before lies in " + path));
        }
        return Exit.DONE;
    }

    private int failed(String why) {
        NotDone.tell(outside, common, "not restored", why);
        return Exit.NOT_VERIFIED;
    }

    private static boolean holdsSomething(Path data) throws IOException {
        if (!Files.isDirectory(data)) return Files.exists(data);
        try (Stream<Path> files = Files.list(data)) {
            return files.findAny().isPresent();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
