package flightline.eval.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.text.MarkdownParser;
import flightline.ingest.text.RestructuredTextParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a set of office files of public texts: pages on drones, chapters of a handbook, directives and records. LibreOffice
 * saves each in a new and in an old format. Texts are taken at even distances, none is chosen.
 *
 * <p>java -cp "app/target/lib/*:eval/target/classes" flightline.eval.office.OfficeSet FOLDER [DATA]
 */
public final class OfficeSet {
    private static final int ROWS = 120;

    private final ObjectMapper json = new ObjectMapper();
    private final Path data;
    private final Path made;

    private OfficeSet(Path folder, Path data) {
        this.data = data;
        this.made = folder.resolve("made");
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (!Soffice.found()) {
            System.out.println("soffice is not installed: no set was made");
            return;
        }
        var set = new OfficeSet(folder, Path.of(arguments.length > 1 ? arguments[1] : "../shared/data"));
        set.write();
        var soffice = new Soffice(folder);
        List<String> writer = List.of("--infilter=HTML (StarWriter)");
        soffice.convert(set.made("html"), writer, "docx:MS Word 2007 XML", folder);
        soffice.convert(set.made("html"), writer, "doc:MS Word 97", folder);
        for (String kind : List.of("xlsx", "xls")) soffice.convert(set.made("fods"), List.of(), kind, folder);
        for (String kind : List.of("pptx", "ppt")) soffice.convert(set.made("fodp"), List.of(), kind, folder);
        System.out.println(
                set.made("html").size() + " texts, " + set.made("fods").size() + " workbooks and "
                        + set.made("fodp").size() + " sets of slides, each in two formats, in " + folder);
    }

    private void write() throws IOException {
        Files.createDirectories(made);
        var markdown = some(files("open-docs/px4", ".md"), 45);
        var restructured = some(files("open-docs/ardupilot", ".rst"), 20);
        Map<String, StructuredDocument> pages = new LinkedHashMap<>();
        for (Path page : markdown) pages.put("px4-" + name(page), read(page, new MarkdownParser(), FileKind.MARKDOWN));
        for (Path page : restructured)
            pages.put("ardupilot-" + name(page), read(page, new RestructuredTextParser(), FileKind.RESTRUCTURED_TEXT));
        int at = 0;
        for (var page : pages.entrySet()) {
            var blocks = page.getValue().blocks();
            if (at++ % 3 == 2) put(page.getKey() + ".fodp", FlatFiles.slides(blocks));
            else put(page.getKey() + ".html", BlocksAsHtml.of(blocks));
        }
        handbook();
        directives();
        sheets("sdr", records("sdr/records.jsonl", List.of("id", "part_name", "part_condition", "nature", "body")));
        sheets(
                "incidents",
                records("faa-incidents/records.jsonl", List.of("id", "make", "model", "ata_chapter", "narrative")));
        sheets(
                "directives",
                records("directives/abstracts.jsonl", List.of("document_number", "published", "title", "abstract")));
    }

    /** A chapter a page, each piece of it a paragraph under the number of its page. */
    private void handbook() throws IOException {
        Map<String, StringBuilder> chapters = new LinkedHashMap<>();
        for (JsonNode piece : lines("handbook/faa-h-8083-32b.jsonl"))
            chapters.computeIfAbsent(piece.path("source").asText().replace(".pdf", ""), k -> new StringBuilder())
                    .append("<h2>Page ")
                    .append(piece.path("page").asInt())
                    .append("</h2>\n<p>")
                    .append(BlocksAsHtml.escaped(piece.path("text").asText()))
                    .append("</p>\n");
        for (var chapter : chapters.entrySet())
            put(
                    "handbook-" + chapter.getKey() + ".html",
                    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><h1>" + chapter.getKey() + "</h1>"
                            + chapter.getValue() + "</body></html>");
    }

    /** Tables in texts: a page for forty directives. */
    private void directives() throws IOException {
        List<JsonNode> all = lines("directives/abstracts.jsonl");
        for (int page = 0; page < 10; page++) {
            var html = new StringBuilder(
                    "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><h1>Directives</h1><table"
                            + " border=\"1\"><tr><th>Number</th><th>Kind</th><th>Abstract</th></tr>\n");
            for (JsonNode one : all.subList(page * 250, page * 250 + 40))
                html.append("<tr><td>")
                        .append(BlocksAsHtml.escaped(one.path("document_number").asText()))
                        .append("</td><td>")
                        .append(BlocksAsHtml.escaped(one.path("kind").asText()))
                        .append("</td><td>")
                        .append(BlocksAsHtml.escaped(one.path("abstract").asText()))
                        .append("</td></tr>\n");
            put("directives-" + page + ".html", html + "</table></body></html>");
        }
    }

    private List<List<String>> records(String file, List<String> fields) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : lines(file))
            rows.add(fields.stream()
                    .map(f -> one.path(f).isNull() ? "" : one.path(f).asText())
                    .toList());
        rows.addFirst(fields);
        return rows;
    }

    /** Six workbooks of two sheets each. */
    private void sheets(String name, List<List<String>> rows) throws IOException {
        List<String> head = rows.getFirst();
        for (int book = 0; book < 6; book++) {
            Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
            for (String sheet : List.of("First", "Second")) {
                int from = 1 + (2 * book + sheets.size()) * ROWS;
                if (from >= rows.size()) break;
                List<List<String>> part = new ArrayList<>(rows.subList(from, Math.min(rows.size(), from + ROWS)));
                part.addFirst(head);
                sheets.put(sheet, part);
            }
            if (!sheets.isEmpty()) put(name + "-" + book + ".fods", FlatFiles.workbook(sheets));
        }
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(made.resolve(name), content);
    }

    private List<Path> made(String extension) throws IOException {
        try (Stream<Path> files = Files.list(made)) {
            return files.filter(f -> f.toString().endsWith("." + extension))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static List<Path> some(List<Path> all, int wanted) {
        return Stream.iterate(0, i -> i + 1)
                .limit(wanted)
                .map(i -> all.get(i * all.size() / wanted))
                .toList();
    }

    private static String name(Path file) {
        return java.util.Objects.requireNonNull(file.getParent(), "no folder").getFileName() + "-"
                + file.getFileName().toString().replaceAll("\\.[^.]*$", "");
    }

    private static StructuredDocument read(Path file, DocumentParser parser, FileKind kind) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (parser.parse(new SourceFile(file, ContentHash.of(bytes), kind, bytes)) instanceof ParseOutcome.Parsed read)
            return read.documents().getFirst();
        throw new IOException(file + " could not be read, which is a text of the set");
    }

    private List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(data.resolve(file), StandardCharsets.UTF_8))
            if (!line.isBlank()) nodes.add(json.readTree(line));
        return nodes;
    }
}
