package flightline.ingest.office;

import flightline.corpus.Suspicion;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Struck;
import flightline.ingest.text.PageWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HeaderFooter;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads Excel workbooks: each sheet a section, its ranges tables, values as they are displayed. */
public final class WorkbookParser implements DocumentParser {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.SPREADSHEET);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        try (OPCPackage pack = OfficePackage.open(file.bytes())) {
            if (pack.getParts().stream().anyMatch(p -> p.getPartName().getName().endsWith("/workbook.bin")))
                return new ParseOutcome.NotADocument("a binary workbook (XLSB), which is not read; save it as XLSX");
            if (Identity.isStrict(pack))
                return new ParseOutcome.NotADocument(
                        "a workbook in the strict form of Open XML, which is not read; save it as a usual XLSX");
            var suspicions = new ArrayList<>(PackageDangers.of(pack));
            var out = new PageWriter();
            List<String> notes = new ArrayList<>(PackageDangers.unread(pack, true));
            try (var book = new XSSFWorkbook(pack)) {
                WholeStyles.complete(book.getStylesSource());
                read(book, out, notes, suspicions);
                var document = Identity.document(file, pack, "Excel", out, runningHeads(book));
                return new ParseOutcome.Parsed(List.of(document), notes, suspicions);
            }
        } catch (OpenXML4JException | IOException | RuntimeException broken) {
            // The library says of most broken parts so by runtime exceptions of many kinds, its own and the JDK's.
            return new ParseOutcome.Malformed("", "not a sound Excel package: " + Unsound.reason(broken));
        }
    }

    static void read(Workbook book, PageWriter out, List<String> notes, List<Suspicion> suspicions) {
        var hidden = new Hidden();
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            var sheet = book.getSheetAt(i);
            var cells = new SheetCells(sheet, hidden, notes);
            if (book.getSheetVisibility(i) == SheetVisibility.VISIBLE) new SheetTables(cells, out).write();
            else
                hidden.text(
                        "sheet " + sheet.getSheetName(),
                        book.getSheetVisibility(i) == SheetVisibility.VERY_HIDDEN
                                ? "a sheet hidden so that no menu shows it"
                                : "a hidden sheet",
                        cells.allWords());
        }
        Struck.note(hidden.struckPieces()).ifPresent(notes::add);
        suspicions.addAll(hidden.found());
    }

    /** What prints above and below each sheet, without the codes for page numbers and the like. */
    static String runningHeads(Workbook book) {
        var words = new StringBuilder();
        for (var sheet : book)
            for (var margin : List.of(sheet.getHeader(), sheet.getFooter()))
                for (String part : List.of(margin.getLeft(), margin.getCenter(), margin.getRight()))
                    words.append(HeaderFooter.stripFields(part)).append('\n');
        return words.toString();
    }
}
