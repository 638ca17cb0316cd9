package flightline.ingest.text;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.util.List;
import java.util.Set;

/** Reads reStructuredText as people write it for Sphinx. The source text is the file's own, with substitutions and the words of raw HTML in their places; nothing is included. */
public final class RestructuredTextParser implements DocumentParser {
    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.RESTRUCTURED_TEXT);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        var markup = RawMarkup.inDirectives(decoded.text());
        var raw = RstRaw.of(NamedText.substitutions(markup.seen()));
        String text = raw.text();
        var blocks = new TextBlocks(text);
        new RstBody(raw, blocks).read();
        var titles = List.of(RstInline.words(blocks.firstTitle()));
        var document = PageIdentity.page(file, "reStructuredText", titles, text, blocks.blocks());
        return new ParseOutcome.Parsed(List.of(document), markup.notes(decoded.notes()), markup.suspicions());
    }
}
