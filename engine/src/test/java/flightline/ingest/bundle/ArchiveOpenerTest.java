package flightline.ingest.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.ingest.FileKind;
import flightline.ingest.Intake;
import flightline.ingest.IntakeOutcome;
import flightline.ingest.Reader;
import flightline.ingest.Unpacking;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes out of archives, and what does not. */
final class ArchiveOpenerTest {
    private static final Unpacking.Limits STANDARD = Unpacking.Limits.standard();

    @TempDir
    Path folder;

    private final Intake intake = new Intake(new Intake.Limits(1 << 20, 2 << 20));
    private final Reader reader = new Reader(List.of(new ArchiveOpener()));
    private final List<String> seen = new ArrayList<>();

    @Test
    void zip_givesEveryFileWithItsFolderAndKind() throws IOException {
        open(new Packed()
                .with("a/one.txt", "First page.")
                .with("a/.DS_Store", "x")
                .with("two.html", "<html><p>x")
                .zip());
        assertThat(seen)
                .containsExactly("in.zip!/a/one.txt PLAIN_TEXT", "in.zip!/two.html HTML", "in.zip ARCHIVE 2 ''");
    }

    @Test
    void zip_withNamesInACodePage_keepsTheirLetters() throws IOException {
        open(new Packed()
                .named(Charset.forName("IBM437"))
                .with("Prüf.txt", "One.")
                .with("Präf.txt", "Two.")
                .zip());
        open(new Packed()
                .named(StandardCharsets.UTF_8)
                .with("Maß.txt", "Three.")
                .zip());
        assertThat(seen)
                .contains("in.zip!/Prüf.txt PLAIN_TEXT", "in.zip!/Präf.txt PLAIN_TEXT", "in.zip!/Maß.txt PLAIN_TEXT");
    }

    @Test
    void zip_withNamesThatLeadOut_namesThemAndGoesOn() throws IOException {
        open(new Packed()
                .with("../../etc/cron.txt", "x")
                .with("/root.txt", "x")
                .with("C:\\boot.txt", "x")
                .with("b\\two.txt", "Two.")
                .with("b/two.txt", "Another.")
                .with("fine.txt", "Fine.")
                .zip());
        assertThat(seen.get(0)).startsWith("in.zip!/__/__/etc/cron.txt").endsWith("leads out of the archive by '..'");
        assertThat(seen.get(1)).startsWith("in.zip!/root.txt").endsWith("begins at the root of a disk");
        assertThat(seen.get(2)).endsWith("names a drive");
        assertThat(seen.get(3)).isEqualTo("in.zip!/b/two.txt PLAIN_TEXT");
        assertThat(seen.get(4)).endsWith("a second file of this name in one archive; only the first was looked at");
        assertThat(seen.get(5)).isEqualTo("in.zip!/fine.txt PLAIN_TEXT");
    }

    @Test
    void zip_withAnEncryptedFile_namesItAndGoesOn() throws IOException {
        byte[] zip =
                new Packed().with("sealed.txt", "x").with("fine.txt", "Fine.").zip();
        var data = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int entry = 0;
        while (data.getInt(entry) != 0x02014b50) entry++;
        zip[6] |= 1;
        zip[entry + 8] |= 1;
        open(zip);
        assertThat(seen.get(0)).contains("sealed.txt").contains("encrypted: it opens only with a password");
        assertThat(seen.get(1)).isEqualTo("in.zip!/fine.txt PLAIN_TEXT");
    }

    @Test
    void zip_thatUnpacksOutOfProportion_isNamedABomb() throws IOException {
        var wide = new Intake(new Intake.Limits(64 << 20, 64 << 20));
        open(
                new Packed()
                        .with("zeros.txt", new byte[40 << 20])
                        .with("fine.txt", "Fine.")
                        .zip(),
                wide,
                STANDARD);
        assertThat(seen.get(0)).contains("zeros.txt").contains("out of all proportion to its packed size");
        assertThat(seen.get(1)).endsWith("fine.txt PLAIN_TEXT");
    }

    @Test
    void zip_overTheLimitInAll_keepsWhatCameBefore() throws IOException {
        byte[] zip = new Packed()
                .with("one.txt", "x y".repeat(100))
                .with("two.txt", "x y".repeat(200))
                .with("three.txt", "z")
                .zip();
        open(zip, intake, new Unpacking.Limits(3, 10, 800, 200));
        assertThat(seen.getFirst()).isEqualTo("in.zip!/one.txt PLAIN_TEXT");
        assertThat(seen.getLast())
                .startsWith("in.zip ARCHIVE")
                .contains("the limit for one archive; what came before 'two.txt' was taken");
        seen.clear();
        open(zip, intake, new Unpacking.Limits(3, 2, 1 << 20, 200));
        assertThat(seen).hasSize(3);
        assertThat(seen.getLast()).contains("holds more than 2 files");
    }

    @Test
    void zip_inZips_isOpenedToTheDepthOfTheLimit() throws IOException {
        byte[] nested = new Packed().with("deep.txt", "Deep.").zip();
        for (int i = 0; i < 3; i++)
            nested = new Packed()
                    .with("inner" + i + ".zip", nested)
                    .with("beside" + i + ".txt", "Beside " + i)
                    .zip();
        open(nested);
        assertThat(seen)
                .contains("in.zip!/inner2.zip!/inner1.zip!/beside0.txt PLAIN_TEXT")
                .anyMatch(
                        s -> s.contains("inner0.zip ARCHIVE") && s.contains("files within files are opened to depth 3"))
                .noneMatch(s -> s.contains("deep.txt"));
    }

    @Test
    void zip_withAWrongSizeOrChecksum_namesTheFile() throws IOException {
        byte[] zip = new Packed()
                .with("one.txt", "Some words.")
                .with("two.txt", "Other words.")
                .zip();
        var data = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int entry = 0;
        while (data.getInt(entry) != 0x02014b50) entry++;
        data.putInt(entry + 24, 5);
        open(zip);
        assertThat(seen.get(0)).contains("the archive says 5 bytes, but there are more");
        assertThat(seen.get(1)).endsWith("two.txt PLAIN_TEXT");
        seen.clear();
        data.putInt(entry + 24, 11);
        data.putInt(entry + 16, 77);
        open(zip);
        assertThat(seen.get(0)).contains("its checksum is not the one in the archive");
    }

    @Test
    void zip_whoseFilesOverlap_namesThem() throws IOException {
        byte[] zip = new Packed()
                .with("one.txt", "Some words.")
                .with("two.txt", "Other words.")
                .zip();
        var data = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int second = zip.length - 22;
        while (data.getInt(second) != 0x02014b50) second--;
        data.putInt(second + 42, 0);
        open(zip);
        assertThat(seen).anyMatch(s -> s.contains("its bytes overlap those of another file"));
    }

    @Test
    void zip_cutOff_isDamaged() throws IOException {
        byte[] zip = new Packed().with("one.txt", "Some words.").zip();
        open(java.util.Arrays.copyOf(zip, zip.length - 30));
        assertThat(seen.getLast())
                .startsWith("in.zip ARCHIVE 0 'damaged: its list of files cannot be read; it is cut off");
    }

    @Test
    void zip_largerThanMayBeHeld_isReadFromItsDisk() throws IOException {
        var small = new Intake(new Intake.Limits(300, 300));
        open(
                new Packed()
                        .with("one.txt", "One.")
                        .with("two.txt", "Two.")
                        .with("three.txt", "3")
                        .zip(),
                small,
                STANDARD);
        assertThat(seen).contains("in.zip!/one.txt PLAIN_TEXT", "in.zip!/three.txt PLAIN_TEXT");
    }

    @Test
    void tarAndGzip_giveTheirFiles() throws IOException {
        open(Packed.gzip(Packed.tar("b/one.txt", "One page.")));
        assertThat(seen.get(0)).isEqualTo("in.zip!/b/one.txt PLAIN_TEXT");
        assertThat(seen.get(1)).endsWith("a link to another file, which is not followed");
        seen.clear();
        open(Packed.gzip("Only this.".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(seen.get(0)).isEqualTo("in.zip!/in.zip PLAIN_TEXT");
        seen.clear();
        open(Packed.tar("%PDF-1.txt", "%PDF-1.4 is not what this is."));
        assertThat(seen.getLast()).isEqualTo("in.zip ARCHIVE 2 ''");
    }

    private void open(byte[] bytes) throws IOException {
        open(bytes, intake, STANDARD);
    }

    private void open(byte[] bytes, Intake by, Unpacking.Limits limits) throws IOException {
        Path file = Files.write(folder.resolve("in.zip"), bytes);
        take(by.take(file), Unpacking.of(file, by, limits, (outcome, inside) -> {
            take(outcome, inside);
            return true;
        }));
    }

    private void take(IntakeOutcome outcome, Unpacking members) {
        switch (outcome) {
            case IntakeOutcome.Refused(var path, var reason) -> seen.add(shown(path) + " " + reason);
            case IntakeOutcome.Ready(var file, var notes) -> {
                if (file.kind() != FileKind.ARCHIVE) {
                    seen.add(shown(file.path()) + " " + file.kind());
                    return;
                }
                int before = members.count();
                String trouble = members.barred().isEmpty() ? reader.unpack(file, members) : members.barred();
                seen.add(shown(file.path()) + " ARCHIVE " + (members.count() - before) + " '" + trouble + "'");
            }
        }
    }

    private String shown(Path path) {
        return folder.relativize(path).toString();
    }
}
