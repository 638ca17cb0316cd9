package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.Fact;
import flightline.corpus.PlacedBlock;
import flightline.ingest.labels.LabelledPart;
import flightline.ingest.labels.LabelledPart.Style;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the required actions of a whole directive: the numbered paragraphs under its headings, and tables of compliance times;
 * where no heading is marked as one, the paragraphs under labels that are lines of its text.
 */
final class DirectiveActions {
    private static final Pattern BEGINS = Pattern.compile(
            "(?i)\\b(?:required|proposed)\\s+actions?|\\bactions?(?:\\(s\\))?\\s+and\\s+compliance|\\bparts\\s+installation"
                    + "|\\bcorrective\\s+actions?");
    /** Paragraphs of the regulatory text of the FAA behind the one on compliance. */
    private static final Pattern LETTERED = Pattern.compile("^\\([g-z]\\)$");

    private static final Pattern ENDS = Pattern.compile(
            "(?i)terminating|publications?\\b|\\bremarks\\b|\\bcredit\\b|alternative\\s+methods?|\\breferences?\\b|^parts$|\\bmaterial\\b|\\bcosts?\\b"
                    + "|\\bcomments\\b|\\bdefinitions?\\b|special\\s+flight|\\binformation\\b|additional\\s+ad\\s+provisions|no\\s+reporting|related\\b"
                    + "|\\bauthori[sz]ation\\b|\\bcontacts?\\b");
    /** A section that is mostly one unnumbered paragraph. */
    private static final Pattern PARTS = Pattern.compile("(?i)\\bparts\\s+installation");

    private static final Pattern LETTER_BEFORE = Pattern.compile("^(\\([g-z]\\))\\s");
    /** A section of its own, which tells by when for all actions. */
    private static final Pattern COMPLIANCE = Pattern.compile("(?i)^compliance(?:\\s+times?)?$");

    /** Where a paragraph begins: a number of the outermost list, or behind a blank line. */
    private static final Pattern PIECE = Pattern.compile("(?m)^[^\\S\\n]*(?=\\(\\d{1,2}\\)\\s)|\\n[^\\S\\n]*\\n\\s*");

    private static final Pattern NUMBERED = Pattern.compile("\\(\\d{1,2}\\)\\s");
    private static final Pattern TIMES = Pattern.compile("(?i)compliance\\s+times?");

    private DirectiveActions() {}

    static void read(StatedFacts stated) {
        marked(stated);
        if (!stated.has(Fact.Kind.ACTION)) labelled(stated);
    }

    private static void marked(StatedFacts stated) {
        boolean on = false;
        boolean lettered = false;
        List<PlacedBlock> blocks = stated.document().blocks();
        for (int i = 0; i < blocks.size(); i++)
            switch (blocks.get(i).block()) {
                case Block.Heading heading -> {
                    // Of HTML and Markdown the number of a heading is among its words.
                    boolean letter = LETTERED.matcher(heading.number()).matches()
                            || LETTER_BEFORE.matcher(heading.text()).lookingAt();
                    if (ENDS.matcher(heading.text()).find()) on = false;
                    else if (letter || BEGINS.matcher(heading.text()).find()) on = true;
                    boolean prose = letter || PARTS.matcher(heading.text()).find();
                    lettered = on && (prose || lettered);
                }
                case Block.Step step -> {
                    if (on && step.depth() == 0) action(stated, step.place().start(), withSubSteps(blocks, i));
                }
                case Block.Paragraph paragraph -> {
                    if (on && lettered)
                        action(
                                stated,
                                paragraph.place().start(),
                                paragraph.place().end());
                }
                case Block.Table table -> {
                    if (on || TIMES.matcher(String.join(" ", table.header())).find()) rows(stated, table);
                }
                case Block.ListItem other -> {}
                case Block.Safety other -> {}
                case Block.Figure other -> {}
                case Block.Fault other -> {}
                case Block.IsolationStep other -> {}
                case Block.IsolationEnd other -> {}
                case Block.Part other -> {}
                case Block.Exercise other -> {}
            }
    }

    /** The regulatory text of the FAA goes by letters, the forms of others by words with a colon. */
    private static void labelled(StatedFacts stated) {
        List<LabelledPart> parts = stated.labelled();
        boolean federal =
                parts.stream().anyMatch(part -> LETTERED.matcher(part.number()).matches());
        boolean on = false;
        for (LabelledPart part : parts) {
            if (part.style() != (federal ? Style.LETTER : Style.COLON)) continue;
            boolean letter = LETTERED.matcher(part.number()).matches();
            if (ENDS.matcher(part.label()).find()) on = false;
            else if (letter || BEGINS.matcher(part.label()).find()) on = true;
            if (on) pieces(stated, part);
            else if (!federal && COMPLIANCE.matcher(part.label()).matches()) times(stated, part.start(), part.end());
        }
    }

    /** Every numbered paragraph with what belongs to it is an action, and so is a paragraph before the first of them. */
    private static void pieces(StatedFacts stated, LabelledPart part) {
        String text = stated.text();
        int begin = part.start();
        boolean numbered = NUMBERED.matcher(text).region(begin, part.end()).lookingAt();
        Matcher piece = PIECE.matcher(text).region(begin, part.end());
        while (piece.find()) {
            int next = piece.end();
            boolean opens = NUMBERED.matcher(text).region(next, part.end()).lookingAt();
            if (next <= begin || (numbered && !opens)) continue;
            piece(stated, begin, piece.start());
            begin = next;
            numbered = opens;
        }
        piece(stated, begin, part.end());
    }

    private static void piece(StatedFacts stated, int start, int end) {
        String text = stated.text();
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) from++;
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) to--;
        if (from < to) action(stated, from, to);
    }

    private static int withSubSteps(List<PlacedBlock> blocks, int first) {
        int end = blocks.get(first).block().place().end();
        for (int i = first + 1; i < blocks.size(); i++) {
            if (!(blocks.get(i).block() instanceof Block.Step step) || step.depth() == 0) break;
            end = step.place().end();
        }
        return end;
    }

    private static void rows(StatedFacts stated, Block.Table table) {
        if (!TIMES.matcher(String.join(" ", table.header())).find()) return;
        for (Block.Row row : table.rows())
            action(stated, row.place().start(), row.place().end());
    }

    private static void action(StatedFacts stated, int start, int end) {
        stated.quote(Fact.Kind.ACTION, start, end);
        times(stated, start, end);
    }

    /** States the compliance times that stand between two offsets. */
    static void times(StatedFacts stated, int start, int end) {
        for (int[] phrase : ComplianceTime.phrases(stated.text().substring(start, end)))
            stated.quote(Fact.Kind.COMPLIANCE, start + phrase[0], start + phrase[1]);
    }
}
