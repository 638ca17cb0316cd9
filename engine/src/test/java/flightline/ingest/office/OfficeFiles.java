package flightline.ingest.office;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Reads what the library for office files wrote. */
final class OfficeFiles {
    private OfficeFiles() {}

    static ParseOutcome.Parsed word(XWPFDocument doc) throws IOException {
        var bytes = new ByteArrayOutputStream();
        doc.write(bytes);
        return parsed(new WordParser(), FileKind.WORD, bytes.toByteArray());
    }

    static ParseOutcome.Parsed workbook(XSSFWorkbook book) throws IOException {
        var bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return parsed(new WorkbookParser(), FileKind.SPREADSHEET, bytes.toByteArray());
    }

    static ParseOutcome.Parsed parsed(DocumentParser parser, FileKind kind, byte[] bytes) {
        return (ParseOutcome.Parsed) outcome(parser, kind, bytes);
    }

    static ParseOutcome outcome(DocumentParser parser, FileKind kind, byte[] bytes) {
        return parser.parse(new SourceFile(Path.of("paper"), ContentHash.of(bytes), kind, bytes));
    }

    static List<Block> blocks(ParseOutcome.Parsed read) {
        return read.documents().getFirst().blocks().stream().map(b -> b.block()).toList();
    }

    static List<String> texts(ParseOutcome.Parsed read) {
        return blocks(read).stream().map(Block::text).toList();
    }
}
