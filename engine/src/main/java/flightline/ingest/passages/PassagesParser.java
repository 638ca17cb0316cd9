package flightline.ingest.passages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads JSON lines of passages; a bad line becomes a note with its number, and the rest goes on. */
public final class PassagesParser implements DocumentParser {
    /** More say no more than the first. */
    private static final int MOST_NOTES = 50;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.PASSAGES);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        Map<PassageLine.Key, List<PassageLine>> documents = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>(decoded.notes());
        int number = 0;
        for (String line : (Iterable<String>) decoded.text().lines()::iterator) {
            number++;
            if (line.isBlank()) continue;
            switch (understand(line, number)) {
                case LineShape.Understood.Line(var passage) -> {
                    documents
                            .computeIfAbsent(passage.key(), key -> new ArrayList<>())
                            .add(passage);
                    for (String wrong : passage.wrong()) notes.add("line " + number + ": " + wrong);
                }
                case LineShape.Understood.Not(var why) -> notes.add("line " + number + ": " + why);
            }
        }
        if (documents.isEmpty())
            return new ParseOutcome.Malformed(notes.isEmpty() ? "" : "line 1", "no line is a passage");
        List<StructuredDocument> read =
                documents.values().stream().map(PassageDocument::of).toList();
        return new ParseOutcome.Parsed(read, bounded(notes));
    }

    private LineShape.Understood understand(String line, int number) {
        try {
            JsonNode node = json.readTree(line);
            if (!node.isObject()) return new LineShape.Understood.Not("not a JSON object");
            return new LineShape(node, number).read();
        } catch (JsonProcessingException broken) {
            String reason = broken.getOriginalMessage().split("\\R", 2)[0];
            return new LineShape.Understood.Not("not JSON: " + reason.substring(0, Math.min(120, reason.length())));
        }
    }

    private static List<String> bounded(List<String> notes) {
        if (notes.size() <= MOST_NOTES) return List.copyOf(notes);
        List<String> first = new ArrayList<>(notes.subList(0, MOST_NOTES));
        first.add("and " + (notes.size() - MOST_NOTES) + " more lines with faults");
        return first;
    }
}
