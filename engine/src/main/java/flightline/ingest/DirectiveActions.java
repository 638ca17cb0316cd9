package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.Fact;
import flightline.corpus.PlacedBlock;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the required actions of a whole directive: the numbered paragraphs under its headings, and tables of compliance times. */
final class DirectiveActions {
    private static final Pattern BEGINS = Pattern.compile(
            "(?i)\\b(?:required|proposed)\\s+actions?|\\bactions?(?:\\(s\\))?\\s+and\\s+compliance|\\bparts\\s+installation");
    /** Paragraphs of the regulatory text of the FAA behind the one on compliance. */
    private static final Pattern LETTERED = Pattern.compile("^\\([g-z]\\)$");

    private static final Pattern ENDS = Pattern.compile(
            "(?i)terminating|publications?\\b|\\bremarks\\b|\\bcredit\\b|alternative\\s+methods?|\\breferences?\\b|^parts$|\\bmaterial\\b|\\bcosts?\\b"
                    + "|\\bcomments\\b|\\bdefinitions?\\b|special\\s+flight|\\binformation\\b|additional\\s+ad\\s+provisions|no\\s+reporting|related\\b");
    /** A section that is mostly one unnumbered paragraph. */
    private static final Pattern PARTS = Pattern.compile("(?i)\\bparts\\s+installation");

    private static final Pattern TIMES = Pattern.compile("(?i)compliance\\s+times?");

    private DirectiveActions() {}

    static void read(StatedFacts stated) {
        boolean on = false;
        boolean lettered = false;
        List<PlacedBlock> blocks = stated.document().blocks();
        for (int i = 0; i < blocks.size(); i++)
            switch (blocks.get(i).block()) {
                case Block.Heading heading -> {
                    boolean letter = LETTERED.matcher(heading.number()).matches();
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
            }
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
