package flightline.app.cli;

import flightline.corpus.HeldDocument;
import flightline.diff.Change;
import flightline.diff.WordEdit;
import flightline.flow.DiffFlow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What changed, as a librarian reads it: gone words in {@code [-…-]}, new ones in {@code {+…+}}, gravest first. */
final class DiffPage {
    private final Paint paint;
    private final int width;

    DiffPage(Paint paint, int width) {
        this.paint = paint;
        this.width = width;
    }

    String of(DiffFlow.Outcome.Compared compared, boolean quotesAsked) {
        var page = new Page(paint, width);
        HeldDocument from = compared.from();
        HeldDocument to = compared.to();
        page.line(paint.bold(to.header().id() + "  " + compared.name(from) + " → " + compared.name(to)) + "  "
                + to.header().title());
        for (Change.Rank rank : Change.Rank.values()) {
            List<Change> group = compared.diff().changes().stream()
                    .filter(c -> c.rank() == rank)
                    .toList();
            if (group.isEmpty()) continue;
            page.heading(title(rank) + " (" + group.size() + ")");
            group.forEach(c -> change(page, c));
        }
        if (quotesAsked) quotes(page, compared.quotes());
        String counts = compared.diff().counts().entrySet().stream()
                .map(e -> e.getValue() + " " + lower(e.getKey()))
                .collect(Collectors.joining(", "));
        page.blank()
                .line((counts.isEmpty() ? "Nothing changed" : counts)
                        + (compared.diff().renumbered() > 0
                                ? "; " + compared.diff().renumbered() + " only renumbered"
                                : ""));
        return page.toString();
    }

    private void change(Page page, Change change) {
        String head = "  " + sign(change.kind()) + " " + lower(change.kind()) + " " + change.block()
                + (change.side().number().isEmpty() || change.block().equals("row")
                        ? ""
                        : " " + change.side().number())
                + place(change);
        page.paragraph("", head, "");
        page.paragraph("      ", text(change), "");
        boolean elsewhere = change.before().isPresent()
                && change.after().isPresent()
                && !change.before().get().path().equals(change.after().get().path());
        if (elsewhere)
            page.paragraph("      ", "stood in " + path(change.before().get()), "");
        boolean others = !change.before()
                .map(Change.Side::effectivity)
                .equals(change.after().map(Change.Side::effectivity));
        if (others && change.before().isPresent() && change.after().isPresent())
            page.paragraph(
                    "      ",
                    "effectivity: " + change.before().get().effectivity() + " → "
                            + change.after().get().effectivity(),
                    "");
    }

    private String text(Change change) {
        if (change.kind() != Change.Kind.CHANGED) return change.side().text();
        return change.words().stream().map(this::marked).collect(Collectors.joining());
    }

    private String marked(WordEdit edit) {
        return switch (edit.fate()) {
            case KEPT -> edit.text();
            case REMOVED -> paint.red("[-" + edit.text() + "-]");
            case ADDED -> paint.green("{+" + edit.text() + "+}");
        };
    }

    private static String place(Change change) {
        var side = change.side();
        String page = side.place().page().isPresent()
                ? ", page " + side.place().page().getAsInt()
                : "";
        String path = path(side);
        return page + (path.isEmpty() ? "" : "  " + path);
    }

    private static String path(Change.Side side) {
        int levels = side.path().size();
        return String.join(" › ", side.path().subList(Math.max(0, levels - 2), levels));
    }

    private void quotes(Page page, List<DiffFlow.Touched> quotes) {
        page.heading("What you quoted");
        if (quotes.isEmpty()) page.line("  The answer quotes neither of these revisions.");
        for (DiffFlow.Touched touched : quotes) {
            String what = touched.changes().isEmpty()
                    ? "stands as it was"
                    : touched.changes().stream()
                            .map(c -> lower(c.kind()))
                            .distinct()
                            .collect(Collectors.joining(", "));
            page.paragraph(
                    "  " + touched.quote().id() + "  ",
                    what + ": " + Page.shorten(touched.quote().text(), 120),
                    "");
        }
    }

    private static String sign(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case REMOVED -> "-";
            case CHANGED -> "~";
            case MOVED -> ">";
            case APPLICABILITY -> "@";
        };
    }

    private static String title(Change.Rank rank) {
        return switch (rank) {
            case SAFETY -> "Warnings and cautions";
            case VALUE -> "Values, torques, part numbers";
            case STEP -> "Steps, rows and parts";
            case OTHER -> "Other text";
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
