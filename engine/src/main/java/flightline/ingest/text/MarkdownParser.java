package flightline.ingest.text;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.inspection.TextInspection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown: CommonMark, tables, hint blocks; front matter is no text, but may say what the page is. The source text is the file's own, with blanks for what is on no page, raised letters and named characters as they are shown, and the words of raw HTML blocks. */
public final class MarkdownParser implements DocumentParser {
    private static final int LONGEST_FRONT = 16_384;
    private static final Pattern FRONT_START = Pattern.compile("\\A---[ \\t]*\\r?\\n\\s*(?:#.*\\s+)?[\\w-]+[ \\t]*:");
    private static final Pattern FRONT_END = Pattern.compile("\\n(?:---|\\.\\.\\.)[ \\t]*(?=\\r?\\n|\\z)");
    private static final Pattern FRONT_TITLE = Pattern.compile("(?m)^title:\\s*[\"']?(.+?)[\"']?\\s*$");

    /** Quotations in lists in quotations; the work for a line grows with their count, and no page has a tenth of these. */
    private static final int DEEPEST = 100;

    private final Parser commonmark = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .customBlockParserFactory(new HintBlock.Factory())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .build();

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.MARKDOWN);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        DecodedText decoded = DecodedText.of(file.bytes());
        var markup = RawMarkup.in(decoded.text());
        // Blanks stand in place of what nobody sees.
        String seen = InlineTags.set(markup.seen(), RawMarkup.prose(markup.seen()));
        int front = frontMatter(seen);
        Node tree = commonmark.parse(blank(seen, front));
        var raw = RawBlocks.of(tree, withoutQuoteMarks(seen, tree));
        String text = raw.text();
        var blocks = new TextBlocks(text);
        new MarkdownBlocks(blocks, raw).read(tree);
        Matcher title = FRONT_TITLE.matcher(text.substring(0, front));
        var titles = title.find() ? List.of(title.group(1), blocks.firstTitle()) : List.of(blocks.firstTitle());
        var document = PageIdentity.page(file, "Markdown", titles, text, blocks.blocks());
        return new ParseOutcome.Parsed(List.of(document), markup.notes(decoded.notes()), markup.suspicions())
                .suspected(TextInspection.ofText(text.substring(0, front), "front matter"));
    }

    /** Offset after the front matter; 0 where there is none. */
    private static int frontMatter(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST_FRONT));
        Matcher end = FRONT_END.matcher(head);
        return FRONT_START.matcher(head).find() && end.find() ? end.end() : 0;
    }

    private static String blank(String text, int end) {
        if (end == 0) return text;
        var blanked = new StringBuilder(text);
        for (int i = 0; i < end; i++) if (text.charAt(i) != '\n' && text.charAt(i) != '\r') blanked.setCharAt(i, ' ');
        return blanked.toString();
    }

    /** The mark of a quotation stands before each of its lines and is on no page. */
    private static String withoutQuoteMarks(String text, Node tree) {
        var blanked = new StringBuilder(text);
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(BlockQuote quote) {
                for (SourceSpan line : quote.getSourceSpans()) {
                    int at = line.getInputIndex();
                    while (at < text.length() && text.charAt(at) == ' ') at++;
                    if (at < text.length() && text.charAt(at) == '>') blanked.setCharAt(at, ' ');
                }
                visitChildren(quote);
            }
        });
        return blanked.toString();
    }
}
