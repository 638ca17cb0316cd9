package flightline.ingest.text;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.List;
import java.util.Set;

/** Reads AsciiDoc. The source text is the file's own, with blanks for what is on no page; nothing is included, and what would be is named. */
public final class AsciidocParser implements DocumentParser {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.ASCIIDOC);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        var asides = AsciidocAsides.in(decoded.text());
        var markup = RawMarkup.passedThrough(asides.seen(), asides.passed());
        String text = markup.seen();
        var blocks = new TextBlocks(text);
        List<String> notes = markup.notes(decoded.notes());
        new AsciidocBody(TextLines.of(text), asides.comments(), blocks, notes).read();
        var titles = List.of(AsciidocInline.words(blocks.firstTitle()));
        var document = PageIdentity.page(file, "AsciiDoc", titles, text, blocks.blocks());
        return new ParseOutcome.Parsed(List.of(document), notes, asides.suspicions()).suspected(markup.suspicions());
    }
}
