package flightline.ingest.office;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading office files prints nothing: an answer stands alone where it is piped on. */
final class SilenceTest {
    @TempDir
    Path temp;

    /** In a process of its own, as logging is set up once and prints what it lacks only then. */
    @Test
    void parsers_inAFreshProcess_printNothing() throws Exception {
        Path printed = temp.resolve("printed.txt");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Alone.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor()).as("exit status 7: all were read").isEqualTo(7);
        assertThat(printed).content().isEmpty();
    }

    /** The process: reads a file of each make and ends with status 7. */
    static final class Alone {
        private Alone() {}

        public static void main(String[] arguments) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var document = new XWPFDocument()) {
                document.createParagraph().createRun().setText("Torque to 25 Nm.");
                document.write(bytes);
            }
            new WordParser().parse(file("a.docx", FileKind.WORD, bytes.toByteArray()));
            bytes.reset();
            try (var book = new XSSFWorkbook()) {
                book.createSheet("A").createRow(0).createCell(0).setCellValue("2 mm");
                book.write(bytes);
            }
            new WorkbookParser().parse(file("a.xlsx", FileKind.SPREADSHEET, bytes.toByteArray()));
            bytes.reset();
            try (var book = new HSSFWorkbook()) {
                book.createSheet("A").createRow(0).createCell(0).setCellValue("2 mm");
                book.write(bytes);
            }
            new CompoundParser().parse(file("a.xls", FileKind.COMPOUND, bytes.toByteArray()));
            System.exit(7);
        }

        private static SourceFile file(String name, FileKind kind, byte[] bytes) {
            return new SourceFile(Path.of(name), ContentHash.of(bytes), kind, bytes);
        }
    }
}
