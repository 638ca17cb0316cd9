package flightline.ingest.text;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Struck;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads AsciiDoc. The source text is the file's own, with blanks for what is on no page and the words of attributes in their places; nothing is included, and what would be is named. */
public final class AsciidocParser implements DocumentParser {
    /** Lines under the title: those of the authors, then that of the revision. */
    private static final int HEADER = 3;
    /** {@code v2.2, 2026-03-02: what changed}; a number alone needs the letter. */
    private static final Pattern REVISION =
            Pattern.compile("(?:[vV]|(?=[\\d.]{1,20},))(\\d{1,4}(?:\\.\\d{1,4}){0,3})(?:,([^:]{0,60}))?(?::.*)?");

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.ASCIIDOC);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        var asides = AsciidocAsides.in(decoded.text());
        var markup = RawMarkup.passedThrough(asides.seen(), asides.passed());
        String text = NamedText.attributes(markup.seen());
        var blocks = new TextBlocks(text);
        List<String> notes = markup.notes(decoded.notes());
        Struck.note(asides.struck()).ifPresent(notes::add);
        new AsciidocBody(TextLines.of(text), asides.comments(), blocks, notes).read();
        var titles = List.of(AsciidocInline.words(blocks.firstTitle()));
        String said = revision(TextLines.of(text)) + text;
        var document = PageIdentity.page(file, "AsciiDoc", titles, said, text, blocks.blocks());
        return new ParseOutcome.Parsed(List.of(document), notes, asides.suspicions()).suspected(markup.suspicions());
    }

    /** What the line of the revision under the title and its author says, in words; empty where there is none. */
    private static String revision(TextLines lines) {
        int title = lines.nextFilled(0, lines.count());
        while (title < lines.count() && lines.text(title).startsWith(":"))
            title = lines.nextFilled(title + 1, lines.count());
        if (title == lines.count() || !lines.text(title).startsWith("= ")) return "";
        for (int line = title + 1; line < Math.min(title + 1 + HEADER, lines.count()) && !lines.blank(line); line++) {
            Matcher revision = REVISION.matcher(lines.stripped(line));
            if (revision.matches())
                return "Revision " + revision.group(1)
                        + (revision.group(2) == null
                                ? ""
                                : ", " + revision.group(2).strip()) + "\n";
        }
        return "";
    }
}
