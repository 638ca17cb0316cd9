package flightline.ingest.text;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.List;
import java.util.Set;

/** Reads plain text as manuals are typed: headings in capitals or numbered, numbered steps, WARNING blocks. */
public final class PlainTextParser implements DocumentParser {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.PLAIN_TEXT);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        // Blanks in place of a frame keep every offset true.
        String text = FramedText.unframed(decoded.text());
        var lines = TextLines.of(text);
        var blocks = new TextBlocks(text);
        new PlainTextBody(lines, blocks).read();
        int first = lines.nextFilled(0, lines.count());
        String opening = first < lines.count() ? lines.stripped(first) : "";
        var titles = List.of(blocks.firstTitle(), opening.length() <= PlainTextBody.LONGEST_HEADING ? opening : "");
        var document = PageIdentity.document(file, "Plain text", titles, text, blocks.blocks());
        return new ParseOutcome.Parsed(List.of(document), decoded.notes());
    }
}
