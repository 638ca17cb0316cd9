package flightline.ingest.passages;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the lines of one document together; where a line states what the first left out, it counts. */
final class PassageDocument {
    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");

    private final List<PassageLine> lines;
    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();

    private PassageDocument(List<PassageLine> lines) {
        this.lines = lines;
    }

    static StructuredDocument of(List<PassageLine> lines) {
        var document = new PassageDocument(lines);
        for (PassageLine line : lines) document.write(line);
        return new StructuredDocument(document.header(), document.source.toString(), document.blocks);
    }

    private void write(PassageLine line) {
        List<String> path = line.path();
        if (line.titled() && !line.title().isEmpty()) {
            Place place = source.write(line.title());
            add(List.of(), new Block.Heading(1, "", line.title(), place));
            path = List.of(line.title());
        }
        Place whole = source.write(line.text(), line.page(), Optional.empty());
        int from = 0;
        for (Matcher gap = BLANK_LINE.matcher(line.text()); gap.find(); from = gap.end())
            paragraph(path, line.text(), from, gap.start(), whole);
        paragraph(path, line.text(), from, line.text().length(), whole);
    }

    private void paragraph(List<String> path, String text, int from, int to, Place whole) {
        if (text.substring(from, to).isBlank()) return;
        var place = new Place(whole.start() + from, whole.start() + to, whole.page(), Optional.empty());
        add(path, new Block.Paragraph(text.substring(from, to), place));
    }

    private void add(List<String> path, Block block) {
        blocks.add(new PlacedBlock(path, Applicability.ALL, block));
    }

    private DocumentHeader header() {
        String id = lines.getFirst().document();
        return new DocumentHeader(
                new DocumentId(id),
                first(line -> Optional.of(line.title()).filter(t -> !t.isEmpty()))
                        .orElse(id),
                new Revision(lines.getFirst().revision(), first(PassageLine::date)),
                first(PassageLine::kind).orElse(DocumentKind.REFERENCE),
                first(PassageLine::status).orElse(DocumentStatus.FINAL),
                Marking.UNMARKED,
                Applicability.ALL,
                List.of(),
                lines.stream()
                        .flatMap(line -> line.supersedes().stream())
                        .distinct()
                        .toList(),
                "passages",
                lines.stream().mapToInt(line -> line.page().orElse(0)).max().orElse(0));
    }

    private <T> Optional<T> first(Function<PassageLine, Optional<T>> field) {
        return lines.stream().flatMap(line -> field.apply(line).stream()).findFirst();
    }
}
