package flightline.ingest.passages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Marking;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the table of JASC codes as it is published in JSON: one reference document, a table for each chapter, a row for each code. */
public final class CodeTableParser implements DocumentParser {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})([A-Z]?)");
    private static final List<String> COLUMNS = List.of("Code", "Title", "Definition");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.CODE_TABLE);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        List<String> notes = new ArrayList<>(decoded.notes());
        Map<String, List<List<String>>> chapters = new TreeMap<>();
        try {
            int entry = 0;
            for (JsonNode node : json.readTree(decoded.text())) {
                entry++;
                Matcher number =
                        NUMBER.matcher(node.path("Number").asText("").strip().toUpperCase(java.util.Locale.ROOT));
                String title = node.path("Name").asText("").strip();
                if (!number.matches() || title.isEmpty()) {
                    notes.add("entry " + entry + ": no code of one to four digits with a name, got '"
                            + node.path("Number").asText("") + "'");
                    continue;
                }
                String code = "0".repeat(4 - number.group(1).length()) + number.group();
                chapters.computeIfAbsent(code.substring(0, 2), c -> new ArrayList<>())
                        .add(List.of(
                                code, title, node.path("Details").asText("").strip()));
            }
        } catch (JsonProcessingException broken) {
            return new ParseOutcome.Malformed(
                    "", "not JSON: " + broken.getOriginalMessage().split("\\R", 2)[0]);
        }
        if (chapters.isEmpty()) return new ParseOutcome.Malformed("entry 1", "no entry is a code");
        return new ParseOutcome.Parsed(List.of(document(file, chapters)), notes);
    }

    private static StructuredDocument document(SourceFile file, Map<String, List<List<String>>> chapters) {
        var source = new SourceTextWriter();
        var blocks = new ArrayList<PlacedBlock>();
        String title = "JASC/ATA codes";
        blocks.add(new PlacedBlock(List.of(), Applicability.ALL, new Block.Heading(1, "", title, source.write(title))));
        for (var chapter : chapters.entrySet()) {
            String name = "JASC/ATA chapter " + chapter.getKey();
            blocks.add(new PlacedBlock(
                    List.of(title),
                    Applicability.ALL,
                    new Block.Heading(2, chapter.getKey(), name, source.write(name))));
            blocks.add(new PlacedBlock(List.of(title, name), Applicability.ALL, table(source, chapter.getValue())));
        }
        var header = new DocumentHeader(
                new DocumentId(file.name()),
                title,
                Revision.unstated(),
                DocumentKind.REFERENCE,
                DocumentStatus.FINAL,
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                List.of(),
                "JASC table",
                0);
        return new StructuredDocument(header, source.toString(), blocks);
    }

    private static Block.Table table(SourceTextWriter source, List<List<String>> entries) {
        var text = new StringBuilder();
        for (List<String> cells : entries)
            text.append(text.isEmpty() ? "" : "\n")
                    .append(String.join(
                            "\t", cells.stream().map(CodeTableParser::cell).toList()));
        Place whole = source.write(text.toString());
        var rows = new ArrayList<Block.Row>();
        int at = 0;
        for (String line : text.toString().split("\n")) {
            rows.add(new Block.Row(
                    List.of(line.split("\t", -1)),
                    line,
                    Place.of(whole.start() + at, whole.start() + at + line.length())));
            at += line.length() + 1;
        }
        return new Block.Table("", COLUMNS, rows, text.toString(), whole);
    }

    private static String cell(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
