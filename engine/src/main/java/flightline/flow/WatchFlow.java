package flightline.flow;

import flightline.ingest.FileWalk;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Looks into folders again and again: takes in what is new or changed as soon as it no longer grows, and tells what has
 * vanished, which stays in the library. One object per watch; not for several threads.
 */
public final class WatchFlow {
    private final IngestFlow ingest;
    private final Intake intake;
    private final Map<Path, State> seen = new HashMap<>();
    private final Map<Path, State> taken = new HashMap<>();
    private Set<IntakeOutcome.Refused> told = Set.of();

    private record State(long size, FileTime changed) {}

    public WatchFlow(IngestFlow ingest, Intake intake) {
        this.ingest = ingest;
        this.intake = intake;
    }

    /**
     * One look.
     *
     * @param report of the files handed in; absent where none was due
     * @param vanished files that were there at the last look; what they brought is still held
     * @param refused what cannot be taken as it stands, for the first time: a folder that is not there or cannot be listed, a link
     *     that leads out, a file that may not be read. It is looked at anew each time
     * @param waiting count of files that are new or changed but may still grow: look again soon
     */
    public record Look(
            Optional<IngestReport> report, List<Path> vanished, List<IntakeOutcome.Refused> refused, int waiting) {
        public Look {
            vanished = List.copyOf(vanished);
            refused = List.copyOf(refused);
        }
    }

    /** Looks once. A file is due when two looks find it the same, and not the same as when it was last handed in. */
    public Look look(IngestRequest request, Progress progress, BooleanSupplier stop) {
        FileWalk walk = intake.walk(request.paths());
        var due = new HashMap<Path, State>();
        var closed = new ArrayList<IntakeOutcome.Refused>(walk.refused());
        int waiting = 0;
        for (Path file : walk.files()) {
            // Rights that are given later change neither size nor time of a file.
            if (Files.exists(file) && !Files.isReadable(file)) {
                closed.add(new IntakeOutcome.Refused(file, "may not be read"));
                continue;
            }
            Optional<State> now = state(file);
            if (now.isEmpty() || now.get().equals(taken.get(file))) continue;
            if (now.get().equals(seen.put(file, now.get()))) due.put(file, now.get());
            else waiting++;
        }
        List<Path> vanished = vanished(walk.files());
        List<IntakeOutcome.Refused> refused =
                closed.stream().filter(each -> !told.contains(each)).toList();
        told = Set.copyOf(closed);
        if (due.isEmpty()) return new Look(Optional.empty(), vanished, refused, waiting);
        var report = ingest.run(
                new IngestRequest(
                        due.keySet().stream().sorted().toList(),
                        request.library(),
                        request.marking(),
                        request.lowering(),
                        false,
                        request.asker()),
                progress,
                stop);
        // Only those accounted for: when stopped, the rest is due again.
        report.files().forEach(f -> Optional.ofNullable(due.get(f.path())).ifPresent(s -> taken.put(f.path(), s)));
        return new Look(Optional.of(report), vanished, refused, waiting);
    }

    private List<Path> vanished(List<Path> files) {
        var there = new HashSet<>(files);
        var gone = new ArrayList<Path>();
        for (Path file : seen.keySet()) if (!there.contains(file)) gone.add(file);
        gone.sort(null);
        gone.forEach(seen::remove);
        gone.forEach(taken::remove);
        return gone;
    }

    private static Optional<State> state(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new State(attributes.size(), attributes.lastModifiedTime()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
