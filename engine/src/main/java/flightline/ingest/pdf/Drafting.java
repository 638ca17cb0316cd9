package flightline.ingest.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes blocks of a document's lines and tables: what each is, and where it ends. */
final class Drafting {
    private static final Pattern FIGURE = Pattern.compile(
            "^((?:Figure|FIGURE|Fig\\.|FIG\\.)\\s*[\\dA-Z][\\w.-]*?)(?:[.:]?\\s*$|[.:]\\s+|\\s+[–—-]\\s*|\\s+(?=\\p{Lu}|\\())(.*)$");
    private static final Pattern TABLE = Pattern.compile(
            "^(?:Table|TABLE)\\s+[\\dA-Z][\\w.-]*?(?:[.:]?\\s*$|[.:]\\s+|\\s+[–—-]\\s*|\\s+(?=\\p{Lu}|\\()).*$");

    private final List<Piece> pieces;
    private final Joining joining;
    private final Headings headings;
    private final Continuation continuation;
    private final Dangers dangers;
    private final List<Draft> drafts = new ArrayList<>();
    private String caption = "";

    private Drafting(List<Piece> pieces, Joining joining, Typography type, Headings headings) {
        this.pieces = pieces;
        this.joining = joining;
        this.headings = headings;
        this.continuation = new Continuation(type);
        this.dangers = new Dangers(type, continuation, headings);
    }

    static List<Draft> of(List<Piece> pieces, Joining joining, Typography type, Headings headings) {
        var drafting = new Drafting(pieces, joining, type, headings);
        for (int i = 0; i < pieces.size(); )
            i = switch (pieces.get(i)) {
                case TableOnPage table -> drafting.table(table, i);
                case Line line -> drafting.line(line, i);
            };
        return TableNames.of(drafting.drafts);
    }

    private int table(TableOnPage table, int at) {
        if (WarningTable.is(table)) {
            drafts.addAll(WarningTable.dangers(table, joining));
            return at + 1;
        }
        boolean goesOn = caption.isEmpty()
                && !drafts.isEmpty()
                && drafts.getLast() instanceof Draft.Tabular before
                && before.parts().getLast().sheet().number() + 1
                        == table.sheet().number()
                && table.hasColumnsOf(before.parts().getLast());
        if (goesOn && drafts.removeLast() instanceof Draft.Tabular before) {
            var parts = new ArrayList<>(before.parts());
            parts.add(withoutRepeatedHeader(before.parts().getFirst(), table));
            drafts.add(new Draft.Tabular(before.caption(), parts));
        } else drafts.add(new Draft.Tabular(caption, List.of(table)));
        caption = "";
        return at + 1;
    }

    private static TableOnPage withoutRepeatedHeader(TableOnPage first, TableOnPage later) {
        int same = 0;
        while (same < first.headerRows()
                && same < later.rows().size()
                && first.rows().get(same).cells().equals(later.rows().get(same).cells())) same++;
        int header = same == 0 && first.headerRows() > 0 ? 0 : same;
        var rows = later.rows().subList(header, later.rows().size());
        return new TableOnPage(later.sheet(), later.edges(), rows, 0, later.ruled(), later.area());
    }

    private int line(Line line, int at) {
        String text = line.text();
        if (Leaders.in(text)) return listed(line, at);
        Optional<SafetyLabel> safety = SafetyLabel.of(text);
        if (safety.isPresent()) return danger(safety.get(), at);
        Matcher figure = FIGURE.matcher(text);
        if (figure.matches()) return figure(figure.group(1), at);
        if (TABLE.matcher(text).matches() && tableFollows(at)) {
            int end = end(at, false);
            caption = joined(at, end);
            drafts.add(new Draft.Text(caption, Extent.of(lines(at, end))));
            return end;
        }
        if (headings.begins(line, lineAt(at - 1), lineAt(at + 1))) return heading(line, at);
        int end = end(at, true);
        String whole = joined(at, end);
        Extent extent = Extent.of(lines(at, end));
        drafts.add(Label.of(line, whole)
                .<Draft>map(l -> new Draft.Entry(l, l.rest(), extent))
                .orElseGet(() -> new Draft.Text(whole, extent)));
        return end;
    }

    private int listed(Line line, int at) {
        int depth = (int) Math.max(
                0, Math.min(5, Math.round((line.left() - line.column().left()) / 11)));
        drafts.add(new Draft.Listed(depth, Leaders.without(line.text()), Extent.of(List.of(line))));
        return at + 1;
    }

    private int danger(SafetyLabel label, int at) {
        var lines = dangers.collect(pieces, at, label);
        var texts = new ArrayList<String>();
        texts.add(label.rest());
        for (Line line : lines.subList(1, lines.size())) texts.add(line.text());
        String first = lines.getFirst().text();
        String printed =
                first.substring(0, first.length() - label.rest().length()).strip();
        drafts.add(new Draft.Danger(label.kind(), printed, joining.join(texts), Extent.of(lines)));
        return at + lines.size();
    }

    private int figure(String reference, int at) {
        int end = end(at, false);
        drafts.add(new Draft.Caption(reference, joined(at, end), Extent.of(lines(at, end))));
        return end;
    }

    private boolean tableFollows(int at) {
        for (int i = at + 1; i < Math.min(at + 4, pieces.size()); i++)
            if (pieces.get(i) instanceof TableOnPage table
                    && table.sheet().number() == pieces.get(at).sheet().number()) return true;
        return false;
    }

    private int heading(Line line, int at) {
        int end = at + 1;
        while (end < pieces.size()
                && end - at < 4
                && pieces.get(end) instanceof Line next
                && pieces.get(end - 1) instanceof Line above
                && headings.goesOn(above, next)
                && SafetyLabel.of(next.text()).isEmpty()) end++;
        String text = joined(at, end);
        drafts.add(new Draft.Title(
                headings.level(line, text), Headings.numberOf(text), Headings.restOf(text), Extent.of(lines(at, end))));
        return end;
    }

    /** After the last line of the paragraph, item or caption that begins here. */
    private int end(int at, boolean overPages) {
        var soFar = new ArrayList<Line>(lines(at, at + 1));
        int end = at + 1;
        while (end < pieces.size() && pieces.get(end) instanceof Line next) {
            Line above = soFar.getLast();
            String text = next.text();
            boolean begins = SafetyLabel.of(text).isPresent()
                    || Leaders.in(text)
                    || FIGURE.matcher(text).matches()
                    || (Label.stands(next) && beginsItem(above, next))
                    || (headings.begins(next, Optional.of(above), lineAt(end + 1)) && !headings.goesOn(above, next));
            if (begins || !continuation.goesOn(soFar, next)) break;
            if (!overPages && next.sheet().number() != above.sheet().number()) break;
            soFar.add(next);
            end++;
        }
        return end;
    }

    /** A reference such as "(1)" may happen to begin a line within a paragraph. */
    private static boolean beginsItem(Line above, Line line) {
        boolean full =
                above.right() >= above.column().right() - 0.15 * above.column().width();
        boolean sameEdge = Math.abs(above.left() - line.left()) < 3;
        boolean inMidSentence = full && !Continuation.endsSentence(above.text());
        boolean small = Label.of(line)
                .filter(l -> !l.bullet() && Character.isLowerCase(l.rest().codePointAt(0)))
                .isPresent();
        boolean within = inMidSentence && (small || (sameEdge && !Label.stands(above)));
        return !within;
    }

    private Optional<Line> lineAt(int index) {
        return index >= 0 && index < pieces.size() && pieces.get(index) instanceof Line line
                ? Optional.of(line)
                : Optional.empty();
    }

    private List<Line> lines(int from, int to) {
        return pieces.subList(from, to).stream().map(Line.class::cast).toList();
    }

    private String joined(int from, int to) {
        return joining.join(lines(from, to).stream().map(Line::text).toList());
    }
}
