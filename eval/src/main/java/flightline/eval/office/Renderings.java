package flightline.eval.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What LibreOffice takes for the text of office files: plain text, sheets as lines of values, slides as a flat XML file. */
final class Renderings {
    private static final Set<String> WORDS = Set.of("docx", "docm", "doc");
    private static final Set<String> SHEETS = Set.of("xlsx", "xlsm", "xls");
    private static final Set<String> SLIDES = Set.of("pptx", "pptm", "ppt");
    /** Comma, quotation mark, UTF-8, from line 1, as displayed, and every sheet as a file of its own. */
    private static final String ALL_SHEETS =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

    private final Path folder;

    Renderings(Path folder) {
        this.folder = folder;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> filter(extension(f)).isPresent()).sorted().toList();
        }
    }

    static String extension(Path file) {
        return file.toString().replaceAll(".*\\.", "").toLowerCase(Locale.ROOT);
    }

    /** Makes what is not there yet; false where it is not there and cannot be made. */
    boolean complete() throws IOException {
        List<Path> wanted = new ArrayList<>();
        for (Path file : files()) if (!Files.isDirectory(place(file))) wanted.add(file);
        if (wanted.isEmpty()) return true;
        if (!Soffice.found()) return false;
        var soffice = new Soffice(folder);
        for (String extension :
                wanted.stream().map(Renderings::extension).distinct().toList())
            soffice.convert(
                    wanted.stream().filter(f -> extension(f).equals(extension)).toList(),
                    List.of(),
                    filter(extension).orElseThrow(),
                    place(wanted.stream()
                            .filter(f -> extension(f).equals(extension))
                            .findFirst()
                            .orElseThrow()));
        return true;
    }

    /** A file's text; empty where LibreOffice gave none. */
    Optional<String> of(Path file) throws IOException {
        String name = file.getFileName().toString().replaceAll("\\.[^.]*$", "");
        var text = new StringBuilder();
        try (Stream<Path> all = Files.list(place(file))) {
            for (Path one : all.sorted().toList()) {
                String rendered = one.getFileName().toString();
                boolean sheet = SHEETS.contains(extension(file)) && isOf(rendered, name, file);
                if (!sheet && !rendered.replaceAll("\\.[^.]*$", "").equals(name)) continue;
                // A sheet's name stands in that of its file; a sheet without words is none of ours.
                if (sheet && Files.readString(one).replace(",", "").isBlank()) continue;
                if (sheet)
                    text.append(rendered, name.length(), rendered.length() - ".csv".length())
                            .append('\n');
                text.append(rendered.endsWith(".fodp") ? slides(one) : Files.readString(one))
                        .append('\n');
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    /** Whether a sheet is this file's, not that of one whose name goes on behind a hyphen. */
    private boolean isOf(String rendered, String name, Path file) throws IOException {
        if (!rendered.startsWith(name + "-")) return false;
        for (Path other : files()) {
            String longer = other.getFileName().toString().replaceAll("\\.[^.]*$", "");
            boolean same = extension(other).equals(extension(file)) && longer.length() > name.length();
            if (same && rendered.startsWith(longer + "-")) return false;
        }
        return true;
    }

    private Path place(Path file) {
        return folder.resolve("rendered").resolve(extension(file));
    }

    private static Optional<String> filter(String extension) {
        if (WORDS.contains(extension)) return Optional.of("txt:Text (encoded):UTF8");
        if (SHEETS.contains(extension)) return Optional.of(ALL_SHEETS);
        return SLIDES.contains(extension) ? Optional.of("fodp") : Optional.empty();
    }

    /** Breaks, tabs and repeated blanks are elements of their own. */
    private static void words(Node at, StringBuilder text) {
        for (Node child = at.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE) text.append(child.getNodeValue());
            else if (List.of("line-break", "tab", "s").contains(String.valueOf(child.getLocalName()))) text.append(' ');
            else words(child, text);
        }
    }

    /** Comments do not print, and what is embedded is a file of its own. */
    private static boolean prints(Node paragraph) {
        for (Node at = paragraph; at != null; at = at.getParentNode())
            if ("annotation".equals(at.getLocalName()) || "object".equals(at.getLocalName())) return false;
        return true;
    }

    private static String slides(Path file) throws IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (InputStream in = Files.newInputStream(file)) {
            var paragraphs = ((Element) factory.newDocumentBuilder()
                            .parse(in)
                            .getElementsByTagNameNS("*", "body")
                            .item(0))
                    .getElementsByTagNameNS("*", "p");
            var text = new StringBuilder();
            for (int i = 0; i < paragraphs.getLength(); i++)
                if (prints(paragraphs.item(i))) words(paragraphs.item(i), text.append('\n'));
            return text.toString();
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(file + " is no flat XML file", broken);
        }
    }
}
