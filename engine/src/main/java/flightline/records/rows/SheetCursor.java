package flightline.records.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of a sheet once, from top to bottom. */
final class SheetCursor implements Closeable {
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;
    /** No cell holds more; what does was not written by a spreadsheet. */
    private static final int LONGEST_CELL = 100_000;

    private static final int MOST_MERGED = 100_000;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final CellText text;
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private boolean light;
    private int row;
    private long errors;
    private long unstored;

    /**
     * A row with something in it.
     *
     * @param number 1-based
     * @param cells by column, 0-based, those with nothing in them left out
     * @param hidden from readers, for example by a filter
     */
    record Row(int number, TreeMap<Integer, String> cells, boolean hidden) {}

    SheetCursor(InputStream in, XMLStreamReader xml, CellText text) {
        this.in = in;
        this.xml = xml;
        this.text = text;
    }

    /** From here on only that there is something in a cell is told, not what. */
    void onlyCount() {
        light = true;
    }

    /** The next row that is not blank; empty at the end. */
    Optional<Row> next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                switch (xml.getLocalName()) {
                    case "row" -> {
                        Row read = row();
                        if (!read.cells.isEmpty()) return Optional.of(read);
                    }
                    case "mergeCell" -> merge();
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (XMLStreamException | RuntimeException broken) {
            throw new IOException("the sheet is damaged after row " + row + ": " + firstLine(broken), broken);
        }
    }

    private static String firstLine(Exception broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }

    private Row row() throws XMLStreamException {
        String number = xml.getAttributeValue(null, "r");
        int at = number == null ? row + 1 : Integer.parseInt(number);
        if (at <= row || at > MOST_ROWS) throw new IllegalArgumentException("row " + at + " follows row " + row);
        row = at;
        String flag = xml.getAttributeValue(null, "hidden");
        boolean hidden = "1".equals(flag) || "true".equals(flag);
        var cells = new TreeMap<Integer, String>();
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) break;
            if (event != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("c")) continue;
            String place = xml.getAttributeValue(null, "r");
            column = place == null ? column + 1 : new CellReference(place).getCol();
            if (column < 0 || column >= MOST_COLUMNS)
                throw new IllegalArgumentException("a cell stands in column " + (column + 1));
            String value = cell();
            if (!value.isBlank()) cells.put(column, value);
        }
        return new Row(row, cells, hidden);
    }

    private String cell() throws XMLStreamException {
        String type = attribute("t", "n");
        String style = attribute("s", "0");
        String raw = null;
        boolean formula = false;
        boolean inline = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) break;
            if (event != XMLStreamConstants.START_ELEMENT) continue;
            switch (xml.getLocalName()) {
                case "f" -> formula = true;
                case "is" -> inline = true;
                case "v" -> raw = words(raw);
                // What a reader of another script sees above the words is not among them.
                case "rPh" -> words(null);
                case "t" -> raw = inline ? words(raw) : raw;
                default -> {}
            }
        }
        // Programs that write workbooks without counting leave the value out, or empty; an empty text was counted and
        // is one.
        if (raw == null || (formula && raw.isBlank() && !type.equals("str"))) {
            if (formula) unstored++;
            return "";
        }
        if (type.equals("e")) {
            errors++;
            return "";
        }
        return light ? raw : text.of(type, style.matches("\\d{1,6}") ? Integer.parseInt(style) : 0, raw);
    }

    private String attribute(String name, String otherwise) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }

    /** The words within the element that begins here, behind those before. */
    private String words(@Nullable String before) throws XMLStreamException {
        var words = new StringBuilder(before == null ? "" : before);
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    words.append(xml.getText());
                default -> {}
            }
            if (words.length() > LONGEST_CELL)
                throw new IllegalArgumentException("a cell holds more than " + LONGEST_CELL + " characters");
        }
        return words.toString();
    }

    private void merge() {
        String range = xml.getAttributeValue(null, "ref");
        if (range != null && merged.size() < MOST_MERGED) merged.add(CellRangeAddress.valueOf(range));
    }

    /** Cells that are shown as one; known at the end of the sheet. */
    List<CellRangeAddress> merged() {
        return List.copyOf(merged);
    }

    /** Cells with an error such as {@code #N/A}, which count as empty. */
    long errors() {
        return errors;
    }

    /** Formulas without a stored value, which count as empty. */
    long unstored() {
        return unstored;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
