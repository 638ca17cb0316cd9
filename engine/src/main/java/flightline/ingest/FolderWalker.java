package flightline.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One walk over files and folders; links are followed within what was given, each folder is entered once. */
final class FolderWalker {
    // By name first, so that one folder gives one order on every file system; case decides only between equals.
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing((Path p) -> name(p).toLowerCase(Locale.ROOT)).thenComparing(FolderWalker::name);

    private final Map<Path, Path> files = new LinkedHashMap<>();
    private final Set<Path> entered = new HashSet<>();
    /** What was given, without links. */
    private final List<Path> within = new ArrayList<>();

    private final List<IntakeOutcome.Refused> refused = new ArrayList<>();
    private int hidden;
    private int backups;

    FileWalk walk(List<Path> given) {
        for (Path path : given) real(path).ifPresent(within::add);
        for (Path path : given) visit(path);
        return new FileWalk(List.copyOf(files.values()), refused, hidden, backups);
    }

    private void visit(Path path) {
        // A link that leads nowhere exists as a link only.
        if (!Files.exists(path)) refused.add(new IntakeOutcome.Refused(path, "does not exist"));
        else if (isOwn(path))
            refused.add(new IntakeOutcome.Refused(
                    path, "a data folder of Flightline, which holds no documents to take in"));
        else if (Files.isDirectory(path)) enter(path);
        else add(path);
    }

    private void enter(Path folder) {
        List<Path> children = new ArrayList<>();
        try (var listing = Files.newDirectoryStream(folder)) {
            if (!entered.add(folder.toRealPath())) return;
            listing.forEach(children::add);
        } catch (IOException | DirectoryIteratorException unlistable) {
            refused.add(
                    new IntakeOutcome.Refused(folder, "a folder that cannot be listed: " + unlistable.getMessage()));
            return;
        }
        children.sort(BY_NAME);
        for (Path child : children) {
            String name = name(child);
            // Beside the documents it would be taken in anew with every run, and what was removed would come back from
            // it.
            if (name.startsWith(".") || isOwn(child)) hidden++;
            else if (isBackup(name)) backups++;
            else if (leadsOut(child))
                refused.add(new IntakeOutcome.Refused(
                        child, "a link that leads out of what was given; name the file itself to take it in"));
            else visit(child);
        }
    }

    private static boolean isOwn(Path path) {
        return Files.exists(path.resolve(Intake.DATA_FOLDER_STAMP));
    }

    /** Who may lay a link into a folder may not be who may read what it leads to. */
    private boolean leadsOut(Path child) {
        return Files.isSymbolicLink(child)
                && real(child)
                        .filter(target -> within.stream().noneMatch(target::startsWith))
                        .isPresent();
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException nowhere) {
            return Optional.empty();
        }
    }

    private void add(Path path) {
        files.putIfAbsent(path.toAbsolutePath().normalize(), path);
    }

    private static boolean isBackup(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.endsWith("~")
                || lower.endsWith(".bak")
                || lower.endsWith(".swp")
                || lower.endsWith(".tmp")
                || name.startsWith("~$")
                || (name.startsWith("#") && name.endsWith("#"))
                || lower.equals("thumbs.db");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
