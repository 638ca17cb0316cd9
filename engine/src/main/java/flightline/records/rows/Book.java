package flightline.records.rows;

import flightline.ooxml.BoundedPackage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.SAXException;

/** An Excel workbook that is read sheet by sheet and row by row; of its cells no more than a row is held. */
final class Book implements Closeable {
    private static final String RELATIONS = "/officeDocument/2006/relationships";
    private static final String STRICT_RELATIONS = "/officeDocument/relationships";

    private final OPCPackage pack;
    private final XSSFReader reader;
    private final CellText text;
    private final List<Entry> sheets;

    /**
     * A sheet.
     *
     * @param relation by which its part is found
     * @param visible false where it is hidden from readers
     */
    record Entry(String name, String relation, boolean visible) {}

    private Book(OPCPackage pack, XSSFReader reader, CellText text, List<Entry> sheets) {
        this.pack = pack;
        this.reader = reader;
        this.text = text;
        this.sheets = sheets;
    }

    /** @throws IOException where it is no sound workbook; the message says why */
    static Book open(Path file) throws IOException {
        OPCPackage pack;
        try {
            pack = BoundedPackage.open(file);
        } catch (OpenXML4JException | RuntimeException broken) {
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        }
        try {
            // The library throws exceptions of many kinds at parts that are missing or broken.
            if (pack.getParts().stream()
                    .anyMatch(part -> part.getPartName().getName().endsWith("/workbook.bin")))
                throw new IOException("it is a binary workbook (XLSB); save it as XLSX");
            var reader = new XSSFReader(pack);
            var sheets = new ArrayList<Entry>();
            boolean since1904 = false;
            try (InputStream in = reader.getWorkbookData()) {
                since1904 = entries(factory().createXMLStreamReader(in), sheets);
            }
            var text = new CellText(new ReadOnlySharedStringsTable(pack, false), reader.getStylesTable(), since1904);
            return new Book(pack, reader, text, List.copyOf(sheets));
        } catch (IOException broken) {
            pack.revert();
            throw broken;
        } catch (OpenXML4JException | SAXException | XMLStreamException | RuntimeException broken) {
            pack.revert();
            throw new IOException(String.valueOf(broken.getMessage()), broken);
        }
    }

    /** Reads the list of sheets; whether its days count from 1904. */
    private static boolean entries(XMLStreamReader xml, List<Entry> sheets) throws XMLStreamException {
        boolean since1904 = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("workbookPr")) {
                String flag = xml.getAttributeValue(null, "date1904");
                since1904 = "1".equals(flag) || "true".equals(flag);
            }
            if (xml.getLocalName().equals("sheet")) {
                String state = xml.getAttributeValue(null, "state");
                sheets.add(new Entry(
                        String.valueOf(xml.getAttributeValue(null, "name")),
                        relation(xml),
                        state == null || state.equals("visible")));
            }
        }
        return since1904;
    }

    private static String relation(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = String.valueOf(xml.getAttributeNamespace(i));
            if (xml.getAttributeLocalName(i).equals("id")
                    && (space.endsWith(RELATIONS) || space.endsWith(STRICT_RELATIONS))) return xml.getAttributeValue(i);
        }
        return "";
    }

    /** A reader that follows nothing to the outside and takes no document type. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    List<Entry> sheets() {
        return sheets;
    }

    SheetCursor read(Entry sheet) throws IOException {
        try {
            InputStream in = reader.getSheet(sheet.relation());
            return new SheetCursor(in, factory().createXMLStreamReader(in), text);
        } catch (OpenXML4JException | XMLStreamException | RuntimeException broken) {
            throw new IOException("sheet '" + sheet.name() + "': " + broken.getMessage(), broken);
        }
    }

    @Override
    public void close() {
        pack.revert();
    }
}
