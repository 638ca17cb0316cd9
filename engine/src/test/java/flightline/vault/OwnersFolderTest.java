package flightline.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnersFolderTest {
    @TempDir
    private Path temp = Path.of("unused");

    @Test
    void made_isForItsOwnerAlone_andOneThatIsThereStaysAsItIs() throws IOException {
        assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path folder = temp.resolve("above/data");
        OwnersFolder.make(folder);
        assertThat(rights(folder)).isEqualTo("rwx------");
        assertThat(OwnersFolder.open(folder)).isEmpty();

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        OwnersFolder.make(folder);
        assertThat(OwnersFolder.open(folder)).contains("rwxr-x---");
    }

    private static String rights(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
