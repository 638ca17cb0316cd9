package flightline.ingest.text;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Parses a text and shows each block in one line, so that a test reads like the page it is about. */
final class Outline {
    private Outline() {}

    static StructuredDocument parse(DocumentParser parser, String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FileKind kind = parser.kinds().iterator().next();
        var outcome = parser.parse(new SourceFile(Path.of("manual", name), ContentHash.of(bytes), kind, bytes));
        return ((ParseOutcome.Parsed) outcome).documents().getFirst();
    }

    static List<String> of(DocumentParser parser, String name, String text) {
        return lines(parse(parser, name, text));
    }

    static List<String> lines(StructuredDocument document) {
        return document.blocks().stream().map(Outline::line).toList();
    }

    private static String line(PlacedBlock placed) {
        String text = placed.block().text().replace("\n", "/").replace("\t", "|");
        return switch (placed.block()) {
            case Block.Heading h -> "h" + h.level() + (h.number().isEmpty() ? "" : "#" + h.number()) + " " + text;
            case Block.Paragraph p -> "p " + text;
            case Block.ListItem i -> "li" + i.depth() + " " + text;
            case Block.Step s -> "step" + s.depth() + "[" + s.number() + "] " + text;
            case Block.Safety s -> s.kind() + " " + text;
            case Block.Table t ->
                "table " + t.caption() + " " + t.header() + " "
                        + t.rows().stream().map(Block.Row::cells).toList();
            case Block.Figure f -> "figure[" + f.reference() + "] " + text;
            case Block.Fault f -> "fault " + text;
            case Block.IsolationStep s -> "isolation " + text;
            case Block.IsolationEnd e -> "end " + text;
            case Block.Part p -> "part " + text;
            case Block.Exercise e -> "exercise " + text;
        };
    }
}
