package flightline.ingest.text;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads AsciiDoc. The source text is the file's own; nothing is included, and what would be is named. */
public final class AsciidocParser implements DocumentParser {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.ASCIIDOC);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        var blocks = new TextBlocks(decoded.text());
        List<String> notes = new ArrayList<>(decoded.notes());
        new AsciidocBody(TextLines.of(decoded.text()), blocks, notes).read();
        var titles = List.of(AsciidocInline.words(blocks.firstTitle()));
        var document = PageIdentity.page(file, "AsciiDoc", titles, decoded.text(), blocks.blocks());
        return new ParseOutcome.Parsed(List.of(document), notes);
    }
}
