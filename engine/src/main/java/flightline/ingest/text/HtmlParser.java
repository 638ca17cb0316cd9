package flightline.ingest.text;

import flightline.ingest.DecodedText;
import flightline.ingest.DocumentParser;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.Struck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** Reads HTML. The source text is the words on the page, block by block; navigation, scripts and styles are dropped. */
public final class HtmlParser implements DocumentParser {
    private static final int HEAD = 2048;
    private static final Pattern DECLARED =
            Pattern.compile("(?i)charset\\s*=|encoding\\s*=|^\\u00EF\\u00BB\\u00BF|^\\u00FE\\u00FF|^\\u00FF\\u00FE");

    private static final Pattern STATED = Pattern.compile(
            "(?i)(?:doc(?:ument)?[_-]?)?(?:rev(?:ision)?|issue|version|date|status|(?:rev(?:ision)?|issue)[_-]date|last-modified)");

    @Override
    public Set<FileKind> kinds() {
        return Set.of(FileKind.HTML);
    }

    @Override
    public ParseOutcome parse(SourceFile file) {
        String head = new String(file.bytes(), 0, Math.min(HEAD, file.bytes().length), StandardCharsets.ISO_8859_1);
        boolean declared = DECLARED.matcher(head).find();
        var decoded = declared ? null : DecodedText.of(file.bytes());
        Document page = decoded == null ? declared(file.bytes()) : Jsoup.parse(decoded.text());
        var acts = PageActs.of(page);
        var sight = PageSight.of(HtmlBlocks.root(page), PageStyles.of(page));
        sight.hidden().forEach(TextNode::remove);
        int struck = InlineMarks.strike(HtmlBlocks.root(page));
        var blocks = new HtmlBlocks();
        blocks.read(page);
        var titles = List.of(page.title(), blocks.firstTitle());
        var said = stated(page) + blocks.sourceText();
        var document = PageIdentity.page(file, "HTML", titles, said, blocks.sourceText(), blocks.blocks());
        var notes = new ArrayList<>(decoded == null ? List.<String>of() : decoded.notes());
        sight.note().ifPresent(notes::add);
        acts.note().ifPresent(notes::add);
        Struck.note(struck).ifPresent(notes::add);
        var suspicions = new ArrayList<>(sight.suspicions(""));
        suspicions.addAll(acts.suspicions());
        return new ParseOutcome.Parsed(List.of(document), notes, suspicions);
    }

    /** What the head of the page states of it that no reader sees, in the form of front matter. */
    private static String stated(Document page) {
        var said = new StringBuilder();
        for (var meta : page.head().select("meta[name][content]")) {
            String name = meta.attr("name").strip();
            if (STATED.matcher(name).matches())
                said.append(name)
                        .append(": ")
                        .append(meta.attr("content").strip())
                        .append('\n');
        }
        return said.toString();
    }

    private static Document declared(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }
}
