package flightline.ingest.pdf;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SourceTextWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes drafts into the source text, one block after the other, with the headings above each. */
final class BlockWriter {
    private static final Pattern GENERAL = Pattern.compile(
            "(?i)\\b(?:general|precautions?|safety|warnings?|cautions?|before (?:you )?(?:start|begin))\\b");

    private final Joining joining;
    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<Block.Heading> above = new ArrayList<>();
    /** Of the headings above, by dress, number or bookmark; their levels are counted without gaps. */
    private final List<Integer> ranks = new ArrayList<>();

    /** How the items above count, the outermost first, and where they stand. */
    private final List<Counting> forms = new ArrayList<>();

    private record Counting(String form, Extent at) {
        boolean isRightOf(Extent other) {
            return at.page() == other.page() && at.box().left() > other.box().left() + 6;
        }
    }

    BlockWriter(Joining joining) {
        this.joining = joining;
    }

    void write(List<Draft> drafts) {
        Set<Integer> steps = Procedures.steps(drafts);
        for (int i = 0; i < drafts.size(); i++) {
            int index = i;
            switch (drafts.get(i)) {
                case Draft.Title title -> heading(title);
                case Draft.Text text -> {
                    Place place = place("", text.text(), text.at());
                    add(new Block.Paragraph(text.text(), place));
                }
                case Draft.Entry entry -> entry(entry, steps.contains(index));
                case Draft.Listed listed ->
                    add(new Block.ListItem("", listed.depth(), listed.text(), place("", listed.text(), listed.at())));
                case Draft.Danger danger -> danger(danger);
                case Draft.Caption caption ->
                    add(new Block.Figure(caption.reference(), caption.text(), place("", caption.text(), caption.at())));
                case Draft.Tabular table -> {
                    new TableWriter(source, joining).write(table).ifPresent(this::add);
                }
            }
        }
    }

    List<PlacedBlock> blocks() {
        return blocks;
    }

    String sourceText() {
        return source.toString();
    }

    private void add(Block block) {
        blocks.add(new PlacedBlock(path(), Applicability.ALL, block));
    }

    private List<String> path() {
        return above.stream()
                .map(h -> h.number().isEmpty() ? h.text() : h.number() + " " + h.text())
                .toList();
    }

    private void heading(Draft.Title title) {
        forms.clear();
        // A lettered heading stands beside other lettered ones, below the numbered one above them, whatever its dress.
        boolean lettered = isLettered(title.number());
        boolean beside = lettered && above.stream().anyMatch(h -> isLettered(h.number()));
        while (!above.isEmpty() && !isTaskOf(title) && (beside || (!lettered && ranks.getLast() >= title.level()))) {
            boolean sibling = isLettered(above.getLast().number());
            above.removeLast();
            ranks.removeLast();
            if (beside && sibling) break;
        }
        Place place = place(title.number(), title.text(), title.at());
        var heading = new Block.Heading(above.size() + 1, title.number(), title.text(), place);
        add(heading);
        above.add(heading);
        ranks.add(title.level());
    }

    /** What counts its own parts from 1 holds them, though they be set as it is. */
    private boolean isTaskOf(Draft.Title title) {
        return ranks.getLast() == title.level()
                && title.number().matches("\\d{1,3}\\.")
                && Headings.beginsTask(above.getLast().text());
    }

    private static boolean isLettered(String number) {
        return number.matches("[A-Z]\\.|\\([a-z]\\)");
    }

    private void entry(Draft.Entry entry, boolean step) {
        Label label = entry.label();
        int known = forms.stream().map(Counting::form).toList().indexOf(label.form());
        if (known >= 0) forms.subList(known + 1, forms.size()).clear();
        else {
            while (!forms.isEmpty() && forms.getLast().isRightOf(entry.at())) forms.removeLast();
            forms.add(new Counting(label.form(), entry.at()));
        }
        int depth = forms.size() - 1;
        Place place = place(label.printed(), entry.text(), entry.at());
        add(
                step
                        ? new Block.Step(label.printed(), depth, entry.text(), place)
                        : new Block.ListItem(label.printed(), depth, entry.text(), place));
    }

    private void danger(Draft.Danger danger) {
        boolean general =
                !above.isEmpty() && GENERAL.matcher(above.getLast().text()).find();
        Place place = place(danger.label(), danger.text(), danger.at());
        add(new Block.Safety(danger.kind(), general, danger.text(), place));
    }

    /** Writes the label and the text on a line; the place is that of the text alone. */
    private Place place(String label, String text, Extent at) {
        String line = label.isEmpty() ? text : label + " " + text;
        Place whole = source.write(line, OptionalInt.of(at.page()), Optional.of(at.box()));
        return new Place(whole.end() - text.length(), whole.end(), whole.page(), whole.box());
    }
}
