package flightline.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A folder whose files are for the account that owns it: nobody else may go into it, so whatever rights the files in it have,
 * only that account reads them. On file systems without such rights it is a folder like any other.
 */
public final class OwnersFolder {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private OwnersFolder() {}

    /** Makes it with the folders above, which get the usual rights; one that is there stays as it is. */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) Files.createDirectories(above);
        try {
            if (posix(folder.toAbsolutePath()))
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER));
            else Files.createDirectory(folder);
        } catch (FileAlreadyExistsException meanwhile) {
            if (!Files.isDirectory(folder)) throw meanwhile;
        }
    }

    /** The rights of a folder that others may look into, for example {@code rwxr-xr-x}; empty where only its owner may. */
    public static Optional<String> open(Path folder) throws IOException {
        if (!posix(folder.toAbsolutePath())) return Optional.empty();
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        var others = EnumSet.noneOf(PosixFilePermission.class);
        others.addAll(rights);
        others.removeAll(OWNER);
        return others.isEmpty() ? Optional.empty() : Optional.of(PosixFilePermissions.toString(rights));
    }

    private static boolean posix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
