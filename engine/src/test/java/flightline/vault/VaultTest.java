package flightline.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.vault.VaultKeys.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String SECRET = "The accumulator is charged to 3000 psi.";

    @TempDir
    private Path temp = Path.of("unused");

    private Path root = temp;
    private Path key = temp;
    private VaultKeys keys = new VaultKeys(temp);

    @BeforeEach
    void encrypt() throws Exception {
        root = Files.createDirectories(temp.resolve("data"));
        key = temp.resolve("admin.key");
        keys = new VaultKeys(root);
        keys.makeAdministratorKey(key);
        keys.add(key);
        new Rewriting(root, keys).run(key, done -> {});
    }

    private Vault vault() {
        return vault(key);
    }

    private Vault vault(Path with) {
        return switch (keys.open(Optional.of(with))) {
            case Opening.Opened(var vault) -> vault;
            case Opening.Refused(var why) -> throw new AssertionError(why);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void file_isReadAsItWasWritten_andLiesEncrypted() throws IOException {
        Path file = root.resolve("archive/one");
        vault().write(file, bytes(SECRET));

        assertThat(vault().read(file)).isEqualTo(bytes(SECRET));
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("accumulator");
        vault().write(root.resolve("archive/none"), new byte[0]);
        assertThat(vault().read(root.resolve("archive/none"))).isEmpty();
        assertThatThrownBy(() -> vault().read(root.resolve("archive/two"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void everyByteChanged_cutOrAdded_isFound() throws IOException {
        Path file = root.resolve("archive/one");
        vault().write(file, bytes(SECRET.repeat(300)));
        byte[] sound = Files.readAllBytes(file);
        var chance = new Random(7);

        for (int i = 0; i < 200; i++) {
            byte[] other = sound.clone();
            int at = i < 60 ? i : chance.nextInt(other.length);
            other[at] ^= (byte) (1 + chance.nextInt(255));
            Files.write(file, other);
            assertThatThrownBy(() -> vault().read(file)).as("byte %d", at).hasMessageContaining("one cannot be read");
        }
        Files.write(file, java.util.Arrays.copyOf(sound, sound.length - 1));
        assertThatThrownBy(() -> vault().read(file)).isInstanceOf(IOException.class);
        Files.write(file, java.util.Arrays.copyOf(sound, 4096));
        assertThatThrownBy(() -> vault().read(file)).isInstanceOf(IOException.class);
        Files.write(file, java.util.Arrays.copyOf(sound, sound.length + 1));
        assertThatThrownBy(() -> vault().read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void fileInThePlaceOfAnother_isFound() throws IOException {
        vault().write(root.resolve("archive/one"), bytes(SECRET));
        Files.copy(root.resolve("archive/one"), root.resolve("archive/two"));

        assertThatThrownBy(() -> vault().read(root.resolve("archive/two"))).hasMessageContaining("changed, moved");
    }

    @Test
    void folderMovedElsewhere_isReadThere() throws IOException {
        vault().write(root.resolve("archive/one"), bytes(SECRET));
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(root, elsewhere, StandardCopyOption.ATOMIC_MOVE);
        root = elsewhere;
        keys = new VaultKeys(root);

        assertThat(vault().read(root.resolve("archive/one"))).isEqualTo(bytes(SECRET));
    }

    @Test
    void plainFileInAnEncryptedFolder_isNotTaken() throws IOException {
        Path file = root.resolve("archive/one");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "forged");

        assertThatThrownBy(() -> vault().read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void withoutTheKey_orWithAnother_nothingOpens() throws Exception {
        assertThat(keys.open(Optional.empty()))
                .isInstanceOfSatisfying(
                        Opening.Refused.class, r -> assertThat(r.why()).contains("FLIGHTLINE_KEY_FILE"));
        Path other = temp.resolve("other.key");
        keys.makeAdministratorKey(other);
        assertThat(keys.open(Optional.of(other)))
                .isInstanceOfSatisfying(
                        Opening.Refused.class, r -> assertThat(r.why()).contains("other.key is not the key"));
        Files.writeString(other, "no key at all");
        assertThat(keys.open(Optional.of(other)))
                .isInstanceOfSatisfying(
                        Opening.Refused.class, r -> assertThat(r.why()).contains("holds no key"));
        assertThat(keys.open(Optional.of(temp.resolve("gone"))))
                .isInstanceOfSatisfying(
                        Opening.Refused.class, r -> assertThat(r.why()).contains("no such file"));
    }

    @Test
    void change_letsTheOtherKeyIn_andTheFormerOut() throws Exception {
        vault().write(root.resolve("archive/one"), bytes(SECRET));
        Path other = temp.resolve("other.key");
        keys.makeAdministratorKey(other);
        keys.change(key, other);

        assertThat(vault(other).read(root.resolve("archive/one"))).isEqualTo(bytes(SECRET));
        assertThat(keys.open(Optional.of(key))).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void rotation_writesAllAnew_canBeGoneOnWith_andForgetsTheFormerKey() throws Exception {
        for (int i = 0; i < 20; i++) vault().write(root.resolve("archive/" + i), bytes(SECRET + i));
        byte[] before = Files.readAllBytes(root.resolve("archive/0"));
        keys.add(key);
        assertThat(keys.count(key)).isEqualTo(2);
        assertThat(keys.open(Optional.of(key))).isInstanceOf(Opening.Refused.class);
        // Broken off in the middle.
        assertThatThrownBy(() -> new Rewriting(root, keys).run(key, done -> {
                    if (done == 7) throw new IllegalStateException("power");
                }))
                .hasMessage("power");
        assertThat(keys.unfinished()).isTrue();

        assertThat(new Rewriting(root, keys).run(key, done -> {})).isEqualTo(20);

        assertThat(keys.count(key)).isEqualTo(1);
        for (int i = 0; i < 20; i++)
            assertThat(vault().read(root.resolve("archive/" + i))).isEqualTo(bytes(SECRET + i));
        Files.write(root.resolve("archive/0"), before);
        assertThatThrownBy(() -> vault().read(root.resolve("archive/0"))).isInstanceOf(IOException.class);
    }

    @Test
    void index_isReadAtAnyPlace() throws IOException {
        Path folder = Files.createDirectories(root.resolve("index/passages"));
        var text = new byte[100_000];
        new Random(1).nextBytes(text);
        try (var out = vault().writing(folder, Files.newOutputStream(folder.resolve("_0.cfs")))) {
            out.write(text);
        }
        try (var channel = vault().reading(folder, "_0.cfs")) {
            assertThat(channel.size()).isEqualTo(text.length);
            for (int at : new int[] {0, 1, 4_000, 4_096, 50_000, 99_999, 17}) {
                var one = ByteBuffer.allocate(1);
                channel.position(at).read(one);
                assertThat(one.get(0)).as("place %d", at).isEqualTo(text[at]);
            }
        }
    }

    @Test
    void key_isReadableForItsOwnerAlone_andNeverOverwritten() throws IOException {
        if (Files.getFileStore(key).supportsFileAttributeView("posix"))
            assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
        assertThatThrownBy(() -> keys.makeAdministratorKey(key)).hasMessageContaining("admin.key");
    }
}
