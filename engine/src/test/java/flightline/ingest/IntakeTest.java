package flightline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
    @TempDir
    private Path folder;

    private final Intake intake = new Intake(new Intake.Limits(4000, 8000));

    @Test
    void walk_folders_areSortedByNameAndHiddenOnesCounted() throws IOException {
        for (var name : List.of("b.md", "A.md", "c/z.md", "c/a.md", ".git/config", "b.md~", "c/x.bak"))
            write(name, "text".getBytes(UTF_8));

        var walk = intake.walk(List.of(folder, folder.resolve("b.md"), folder.resolve("gone.pdf")));

        assertThat(walk.files())
                .extracting(p -> folder.relativize(p).toString())
                .containsExactly("A.md", "b.md", "c/a.md", "c/z.md");
        assertThat(walk.refused())
                .containsExactly(new IntakeOutcome.Refused(folder.resolve("gone.pdf"), "does not exist"));
        assertThat(walk.hidden()).isEqualTo(1);
        assertThat(walk.backups()).isEqualTo(2);
    }

    @Test
    void walk_dataFolderBesideTheDocuments_isPassedOver() throws IOException {
        for (var name : List.of("a.md", "kept/flightline-data.json", "kept/archive/a.md"))
            write(name, "text".getBytes(UTF_8));

        var walk = intake.walk(List.of(folder));

        assertThat(walk.files()).containsExactly(folder.resolve("a.md"));
        assertThat(walk.refused()).isEmpty();
        assertThat(intake.walk(List.of(folder.resolve("kept"))).refused())
                .containsExactly(new IntakeOutcome.Refused(
                        folder.resolve("kept"), "a data folder of Flightline, which holds no documents to take in"));
    }

    @Test
    void walk_linkToItsOwnParent_ends() throws IOException {
        write("a.md", "text".getBytes(UTF_8));
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        assertThat(intake.walk(List.of(folder)).files()).hasSize(1);
    }

    @Test
    void walk_linkThatLeadsOut_isRefused_unlessItsFileIsGivenToo() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path secret = write("secret.md", "text".getBytes(UTF_8));
        Path link = Files.createSymbolicLink(inbox.resolve("link.md"), secret);

        FileWalk walk = intake.walk(List.of(inbox));

        assertThat(walk.files()).isEmpty();
        assertThat(walk.refused())
                .containsExactly(new IntakeOutcome.Refused(
                        link, "a link that leads out of what was given; name the file itself to take it in"));
        assertThat(intake.walk(List.of(inbox, secret)).refused()).isEmpty();
        assertThat(intake.walk(List.of(link)).files()).containsExactly(link);
    }

    @Test
    void take_pathThatDoesNotExist_isRefused() {
        assertThat(refusal(folder.resolve("gone.pdf"))).isEqualTo("does not exist");
    }

    @Test
    void take_emptyFile_isRefused() throws IOException {
        assertThat(refusal(write("a.pdf", new byte[0]))).isEqualTo("empty: 0 bytes");
    }

    @Test
    void take_fileOverTheLimit_isRefusedWithBothNumbers() throws IOException {
        var generous = new Intake(new Intake.Limits(1024 * 1024, 2 * 1024 * 1024));
        Path large = write("a.txt", new byte[3 * 512 * 1024]);

        assertThat(((IntakeOutcome.Refused) generous.take(large)).reason())
                .contains("1.5 MiB")
                .contains("limit of 1.0 MiB");
    }

    @Test
    void take_pdfBetweenTheLimits_isTaken() throws IOException {
        byte[] pdf = ("%PDF-1.7\n" + " ".repeat(5000)).getBytes(UTF_8);

        assertThat(ready(write("a.pdf", pdf)).file().bytes()).isEqualTo(pdf);
    }

    @Test
    void take_namedPdfWithoutPdfHeader_isRefused() throws IOException {
        assertThat(refusal(write("a.pdf", "Just some words.".getBytes(UTF_8))))
                .contains("no %PDF- in its first 1024 bytes")
                .contains("plain text");
    }

    @Test
    void take_namedPdfButHtml_isReadAsHtmlWithANote() throws IOException {
        var outcome = ready(write("a.pdf", "<!DOCTYPE html><html><body>x".getBytes(UTF_8)));

        assertThat(outcome.file().kind()).isEqualTo(FileKind.HTML);
        assertThat(outcome.notes())
                .singleElement()
                .isEqualTo("named .pdf, but its bytes are HTML; taken as what the bytes are");
    }

    @Test
    void take_namedXmlButPdf_isReadAsPdfWithANote() throws IOException {
        var outcome = ready(write("a.xml", "%PDF-1.4 x".getBytes(UTF_8)));

        assertThat(outcome.file().kind()).isEqualTo(FileKind.PDF);
        assertThat(outcome.notes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.md|# Title|MARKDOWN",
                "a.md|<img src='x'/> words|MARKDOWN",
                "a.md|How %PDF- headers work|MARKDOWN",
                "a.rst|Title|RESTRUCTURED_TEXT",
                "a.txt|words|PLAIN_TEXT",
                "LICENSE|words|PLAIN_TEXT",
                "a.xml|<dmodule><a/>|XML",
                "a.xml|no markup at all|XML",
                "a.sgm|<?xml version='1.0'?><dmodule/>|XML",
                "a.xhtml|<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML'><html/>|HTML",
                "a.html|<p>x|HTML",
                "a.svg|<?xml version='1.0'?><!-- c --><svg xmlns='x'/>|GRAPHIC",
                "a.csv|a,b|OTHER",
                "a.jsonl|{`text`:`x`}|OTHER",
            })
    void take_text_isRecognised(String name, String content, FileKind kind) throws IOException {
        assertThat(ready(write(name, content.getBytes(UTF_8))).file().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"document\":\"M1\",\"text\":\"x\"}|PASSAGES",
                "{\"id\":\"1\",\"source\":\"a.pdf\",\"page\":1,\"text\":\"x\"}|PASSAGES",
                "{\"document_number\":\"2020-1\",\"abstract\":\"x\",\"extra\":{\"a\":[1]}}|PASSAGES",
                "{\"id\":\"1\",\"text\":\"x\"}|OTHER",
                "{\"document\":\"M1\",\"text\":\"x\"|OTHER",
            })
    void take_jsonLines_areRecognisedByTheKeysOfTheFirst(String line, FileKind kind) throws IOException {
        assertThat(ready(write("a.jsonl", ("\n" + line + "\nnot json").getBytes(UTF_8)))
                        .file()
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "89504E470D0A1A0A, GRAPHIC",
        "FFD8FFE0, GRAPHIC",
        "504B0304, ARCHIVE",
        "D0CF11E0A1B11AE1, COMPOUND",
        "1F8B0800, ARCHIVE",
        "4142004344, OTHER"
    })
    void take_binary_isRecognisedByItsFirstBytes(String hex, FileKind kind) throws IOException {
        Path path = write("thing", java.util.HexFormat.of().parseHex(hex));

        assertThat(ready(path).file().kind()).isEqualTo(kind);
    }

    @Test
    void take_utf16Xml_isXml() throws IOException {
        assertThat(ready(write("a.xml", "\uFEFF<?xml version='1.0'?><a/>".getBytes(UTF_16LE)))
                        .file()
                        .kind())
                .isEqualTo(FileKind.XML);
        assertThat(ready(write("b.xml", "<?xml version='1.0'?><a/>".getBytes(UTF_16LE)))
                        .file()
                        .kind())
                .isEqualTo(FileKind.XML);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manual.sgm | <amm><chapter></amm> | SGML",
                "manual | <!DOCTYPE AMM PUBLIC '-//ATA//DTD AMM//EN' [ <!ENTITY g SYSTEM 'g.cgm'> ]> <AMM> | SGML",
                "manual.txt | <?Pub Inc> <!-- issue 3 --> <!doctype fim system 'fim.dtd'> <fim> | SGML",
                "manual | <Ipc Model=LT46 DocNbr=D46> | SGML",
                "manual.sgm | <?xml version='1.0'?> <amm/> | XML",
                "manual.xml | <!DOCTYPE amm><amm/> | XML",
                "notes.txt | <em>Not</em> a manual | PLAIN_TEXT"
            })
    void take_markedUpManual_isSgmlUnlessItSaysXml(String name, String text, FileKind kind) throws IOException {
        assertThat(ready(write(name, text.getBytes(UTF_8))).file().kind()).isEqualTo(kind);
    }

    @Test
    void decode_byteOrderMark_isNotText() {
        assertThat(DecodedText.of("\uFEFFépée".getBytes(UTF_8)).text()).isEqualTo("épée");
        assertThat(DecodedText.of("\uFEFFépée".getBytes(UTF_16LE)).text()).isEqualTo("épée");
    }

    @Test
    void decode_notUtf8_isReadAsWindows1252WithANote() {
        var decoded = DecodedText.of("90°C – max".getBytes(Charset.forName("windows-1252")));

        assertThat(decoded.text()).isEqualTo("90°C – max");
        assertThat(decoded.notes()).containsExactly("not valid UTF-8 at byte 2; read as windows-1252");
        assertThat(DecodedText.of("90°C".getBytes(UTF_8)).notes()).isEmpty();
        assertThat(DecodedText.of("x".getBytes(ISO_8859_1)).notes()).isEmpty();
    }

    @Test
    void limits_thatNoArrayCanHold_areRefusedAtTheStart() {
        assertThatThrownBy(() -> new Intake.Limits(0, 1)).hasMessageContaining("got 0 and 1 bytes");
    }

    private Path write(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
        return Files.write(path, bytes);
    }

    private IntakeOutcome.Ready ready(Path path) {
        return (IntakeOutcome.Ready) intake.take(path);
    }

    private String refusal(Path path) {
        return ((IntakeOutcome.Refused) intake.take(path)).reason();
    }
}
