package flightline.library.page;

import flightline.library.source.Settings;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Heads and feet: the settings {@code @head-left}, {@code @head-right}, {@code @foot-left}, {@code @foot-mid}, {@code @foot-right}, lines parted by ~. */
final class Margins {
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("MMM dd/yyyy", Locale.ENGLISH);

    private final Settings settings;
    private final LocalDate date;
    private final LocalDate unchanged;

    Margins(Settings settings) {
        this.settings = settings;
        this.date = LocalDate.parse(settings.one("date"));
        this.unchanged = LocalDate.parse(settings.optional("base-date").orElse(settings.one("date")));
    }

    /** Prints them on every leaf; the first goes without when the settings say {@code @bare-title yes}. */
    void print(List<Leaf> leaves) {
        boolean bare = settings.optional("bare-title").isPresent();
        for (int i = 0; i < leaves.size(); i++) {
            if (i > 0 || !bare) {
                print(leaves.get(i), i + 1, leaves.size());
            }
        }
    }

    /** The date at the foot of this leaf: that of the revision in the front matter and where the revision changed something. */
    String date(Leaf leaf) {
        boolean front = !Character.isDigit(leaf.block().subject().charAt(0));
        return (front || leaf.sheet().changed() ? date : unchanged).format(PRINTED);
    }

    private void print(Leaf leaf, int n, int all) {
        Sheet sheet = leaf.sheet();
        double head = Sheet.TOP + 34;
        double foot = Sheet.BOTTOM - 26;
        for (String line : lines("head-left", leaf, n, all)) {
            sheet.text(Face.BOLD, 9, Sheet.LEFT, head, line);
            head -= 11;
        }
        head = Sheet.TOP + 34;
        for (String line : lines("head-right", leaf, n, all)) {
            sheet.textRight(Face.PLAIN, 9, Sheet.RIGHT, head, line);
            head -= 11;
        }
        sheet.line(0.8, Sheet.LEFT, Sheet.TOP + 16, Sheet.RIGHT, Sheet.TOP + 16);
        sheet.line(0.8, Sheet.LEFT, Sheet.BOTTOM - 14, Sheet.RIGHT, Sheet.BOTTOM - 14);
        double y = foot;
        for (String line : lines("foot-left", leaf, n, all)) {
            sheet.text(Face.PLAIN, 8.5, Sheet.LEFT, y, line);
            y -= 10.5;
        }
        y = foot;
        for (String line : lines("foot-mid", leaf, n, all)) {
            sheet.textMid(Face.PLAIN, 8.5, (Sheet.LEFT + Sheet.RIGHT) / 2, y, line);
            y -= 10.5;
        }
        y = foot;
        for (String line : lines("foot-right", leaf, n, all)) {
            sheet.textRight(Face.BOLD, 9, Sheet.RIGHT, y, line);
            y -= 10.5;
        }
    }

    private List<String> lines(String key, Leaf leaf, int n, int all) {
        return settings.optional(key).stream()
                .flatMap(text -> List.of(text.split("~")).stream())
                .map(line -> line.replace("{subject}", leaf.block().subject())
                        .replace("{title}", leaf.block().title().toUpperCase(Locale.ROOT))
                        .replace("{kind}", leaf.block().kind())
                        .replace("{effectivity}", leaf.block().effectivity())
                        .replace("{page}", Integer.toString(leaf.number()))
                        .replace("{date}", date(leaf))
                        .replace("{n}", Integer.toString(n))
                        .replace("{all}", Integer.toString(all)))
                .toList();
    }
}
