package flightline.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackedFilesTest {
    private static final FileTime LATER = FileTime.fromMillis(1_900_000_000_000L);

    @TempDir
    private Path root = Path.of("unused");

    private Path library = Path.of("unused");
    private UnpackedFiles files = new UnpackedFiles(Path.of("unused"));

    @BeforeEach
    void unpack() throws IOException {
        Path folder = Files.createDirectory(root.resolve("engine-1"));
        library = Files.write(folder.resolve("libengine.so"), new byte[] {0x7f, 'E', 'L', 'F', 1, 2, 3});
        Files.writeString(folder.resolve("words list.txt"), "pump valve");
        files = new UnpackedFiles(folder);
        assertThat(files.fit()).isFalse();
        files.note(List.of("libengine.so", "words list.txt"));
    }

    @Test
    void fit_asTheyWereNoted() {
        assertThat(files.fit()).isTrue();
        assertThat(files.faults()).isEmpty();
    }

    @Test
    void fit_otherTimes_areReadOnceAndNotedAnew() throws IOException {
        Files.setLastModifiedTime(library, LATER);
        assertThat(files.fit()).isTrue();
        assertThat(root.resolve("engine-1/unpacked.list")).content().contains(" " + LATER.toMillis() + " libengine.so");
    }

    @Test
    void fit_cutChangedOrGone_isNot() throws IOException {
        byte[] whole = Files.readAllBytes(library);
        Files.write(library, new byte[] {0x7f, 'E', 'L'});
        assertThat(files.fit()).isFalse();
        Files.write(library, new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0});
        Files.setLastModifiedTime(library, LATER);
        assertThat(files.fit()).isFalse();
        Files.delete(library);
        assertThat(files.fit()).isFalse();
        Files.write(library, whole);
        assertThat(files.fit()).isTrue();
    }

    @Test
    void fit_listThatIsDamaged_isNot() throws IOException {
        Files.writeString(root.resolve("engine-1/unpacked.list"), "\u0000\u0000\n");
        assertThat(files.fit()).isFalse();
        Files.writeString(root.resolve("engine-1/unpacked.list"), "");
        assertThat(files.fit()).isFalse();
    }

    @Test
    void faults_ofTheSameSizeAndTime_areFound_andTheFolderIsTrustedNoLonger() throws IOException {
        FileTime before = Files.getLastModifiedTime(library);
        Files.write(library, new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 0});
        Files.setLastModifiedTime(library, before);
        assertThat(UnpackedFiles.beneath(root))
                .singleElement()
                .satisfies(found -> assertThat(found.faults())
                        .singleElement()
                        .asString()
                        .contains("libengine.so is not what was unpacked"));
        assertThat(files.fit()).isFalse();
        assertThat(UnpackedFiles.beneath(root.resolve("none"))).isEmpty();
    }
}
