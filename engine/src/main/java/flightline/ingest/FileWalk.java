package flightline.ingest;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that were found behind the paths that were handed in.
 *
 * @param files in the order of the paths given, inside a folder by name; each file once. Paths that do not exist and
 *     folders that cannot be listed stand here too, so that taking them in says why not
 * @param hidden count of hidden files and folders passed over
 * @param backups count of editors' backup and temporary files passed over
 */
public record FileWalk(List<Path> files, int hidden, int backups) {
    public FileWalk {
        files = List.copyOf(files);
    }
}
