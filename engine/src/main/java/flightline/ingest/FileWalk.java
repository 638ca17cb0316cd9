package flightline.ingest;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that were found behind the paths that were handed in.
 *
 * @param files in the order of the paths given, inside a folder by name; each file once
 * @param refused paths that do not exist and folders that cannot be listed
 * @param hidden count of hidden files and folders and of data folders passed over
 * @param backups count of editors' backup and temporary files passed over
 */
public record FileWalk(List<Path> files, List<IntakeOutcome.Refused> refused, int hidden, int backups) {
    public FileWalk {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
    }
}
