package flightline.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.view.Unreadable;
import flightline.ingest.Intake;
import flightline.vault.OwnersFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where everything is kept. Its parts: {@code index/} (passages and records), {@code archive/} (original bytes and what was
 * read from them), {@code audit/}, {@code sessions/}, {@code native/} (libraries unpacked for the embedder and
 * the policy engine), {@code fleet/} (a table made of the records), {@code policy/} (rules put in force, exceptions), {@code backups/} (such as were not fetched yet), {@code last-answers/}.
 */
public record DataFolder(Path root) {
    /** Raised when an older program could not read what a newer one writes. */
    static final int FORMAT = 1;

    /** Whether something of ours is kept there; a folder that is missing, or empty, or something else is none. */
    public static boolean isThere(Path root) {
        return Files.exists(root.resolve(Intake.DATA_FOLDER_STAMP))
                || Files.isDirectory(root.resolve("archive"))
                || Files.isDirectory(root.resolve("audit"));
    }

    /** Opens the folder, making it for its owner alone where it is missing; refuses one that a newer version wrote or that is something else. */
    public static DataFolder open(Path root) throws UnusableDataFolder {
        try {
            if (Files.exists(root) && !Files.isDirectory(root))
                throw new UnusableDataFolder("the data folder " + root + " is a file; name a folder with --data");
            OwnersFolder.make(root);
            Path stamp = root.resolve(Intake.DATA_FOLDER_STAMP);
            if (Files.exists(stamp)) check(root, stamp);
            else put(stamp);
            return new DataFolder(root.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new UnusableDataFolder("the data folder " + root + " cannot be used: " + Unreadable.why(e));
        }
    }

    /** Whole or not at all: a folder with half a stamp would be refused for ever. */
    private static void put(Path stamp) throws IOException {
        Path aside = stamp.resolveSibling(
                Intake.DATA_FOLDER_STAMP + "." + ProcessHandle.current().pid() + ".part");
        Files.writeString(aside, "{\"format\":" + FORMAT + "}\n");
        Files.move(aside, stamp, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void check(Path root, Path stamp) throws IOException, UnusableDataFolder {
        JsonNode read = new ObjectMapper().readTree(Files.readAllBytes(stamp));
        int format = read.path("format").asInt(0);
        if (format < 1)
            throw new UnusableDataFolder("the data folder " + root + " has no readable format in "
                    + Intake.DATA_FOLDER_STAMP + "; restore a backup");
        if (format > FORMAT)
            throw new UnusableDataFolder("the data folder " + root + " has format " + format
                    + ", this version knows up to " + FORMAT + "; use the newer Flightline that wrote it");
    }

    /** Thrown with a message meant for the person who named the folder. */
    public static final class UnusableDataFolder extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableDataFolder(String message) {
            super(message);
        }
    }
}
