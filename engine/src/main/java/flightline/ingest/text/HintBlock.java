package flightline.ingest.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * A hint as documentation sites write them: a block between {@code :::warning} and {@code :::}, or what is indented below
 * {@code !!! warning "Title"}.
 */
final class HintBlock extends CustomBlock {
    private static final Pattern FENCE = Pattern.compile("^(:{3,})\\s*([A-Za-z][\\w-]*)?\\s*(.*)$");

    /** {@code ???} opens one that a reader can fold, {@code ???+} one that is unfolded. */
    private static final Pattern MARKED =
            Pattern.compile("^(?:!!!|\\?\\?\\?\\+?)\\s+([A-Za-z][\\w-]*)((?:\\s+[\\w-]+)*)\\s*(\".*\")?\\s*$");

    private static final int INDENT = 4;

    private final String word;
    /** 0 where indentation holds it. */
    private final int colons;

    private final boolean titled;

    private HintBlock(String word, int colons, boolean titled) {
        this.word = word;
        this.colons = colons;
        this.titled = titled;
    }

    /** Whether its title stands in quotation marks. */
    boolean quotesTitle() {
        return colons == 0;
    }

    /** What follows the colons, lower case, for example {@code warning} or {@code details}. */
    String word() {
        return word;
    }

    /** Whether more words stand on the opening line. */
    boolean titled() {
        return titled;
    }

    /** Recognises the opening line. */
    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            if (state.getIndent() >= 4) return BlockStart.none();
            Matcher marked = MARKED.matcher(rest(state));
            if (marked.matches()) {
                String title = marked.group(3);
                var block =
                        new HintBlock(marked.group(1).toLowerCase(Locale.ROOT), 0, title != null && title.length() > 2);
                return BlockStart.of(new Reader(block))
                        .atIndex(state.getLine().getContent().length());
            }
            Matcher fence = FENCE.matcher(rest(state));
            if (!fence.matches() || fence.group(2) == null) return BlockStart.none();
            var block = new HintBlock(
                    fence.group(2).toLowerCase(Locale.ROOT),
                    fence.group(1).length(),
                    !fence.group(3).isBlank());
            return BlockStart.of(new Reader(block))
                    .atIndex(state.getLine().getContent().length());
        }
    }

    private static String rest(ParserState state) {
        SourceLine line = state.getLine();
        return line.getContent()
                .subSequence(state.getNextNonSpaceIndex(), line.getContent().length())
                .toString();
    }

    private static final class Reader extends AbstractBlockParser {
        private final HintBlock block;

        Reader(HintBlock block) {
            this.block = block;
        }

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (block.colons == 0) {
                if (state.isBlank()) return BlockContinue.atIndex(state.getNextNonSpaceIndex());
                return state.getIndent() >= INDENT
                        ? BlockContinue.atColumn(state.getColumn() + INDENT)
                        : BlockContinue.none();
            }
            String rest = rest(state).strip();
            boolean closes = state.getIndent() < 4
                    && rest.length() >= block.colons
                    && rest.chars().allMatch(c -> c == ':');
            // A hint within a hint has fewer colons; with as many, the first was left open by mistake.
            Matcher another = FENCE.matcher(rest);
            boolean leftOpen = another.matches()
                    && another.group(2) != null
                    && another.group(1).length() >= block.colons;
            if (leftOpen) return BlockContinue.none();
            return closes ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
        }
    }
}
