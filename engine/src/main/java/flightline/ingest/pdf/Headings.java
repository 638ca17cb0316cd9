package flightline.ingest.pdf;

import flightline.ingest.effectivity.FleetLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells headings by their dress (size, weight, capitals, underline), number and bookmark, and ranks the dresses. */
final class Headings {
    static final double LARGER = 1.12;
    private static final int LONGEST = 140;
    private static final int DEEPEST = 6;
    private static final Pattern NUMBERED = Pattern.compile(
            "^(\\d{2}-\\d{2}(?:-\\d{2,3}){0,2}|\\d{1,2}(?:\\.\\d{1,3}){1,4}\\.?|\\d{1,3}\\.|[A-Z]\\.|[IVX]{1,5}\\.|\\([a-z]\\))\\s+(?=\\S)");
    /** A heading that only counts: its title is the next line. */
    private static final Pattern UNIT = Pattern.compile(
            "(?i)(?:sub)?task [\\d-]+[\\w-]*|(?:chapter|section|part|appendix|volume) [\\dA-Z][\\d.-]*");

    private static final Pattern TASK = Pattern.compile("(?i)(?:sub)?task \\d[\\d-]+");
    private static final Pattern FIGURES_ONLY = Pattern.compile("[^\\p{L}]*");

    private final Typography type;
    private final Outline outline;
    private final Tags tags;
    private final List<Dress> ranks = new ArrayList<>();

    Headings(Typography type, Outline outline, Tags tags, List<Piece> pieces) {
        this.type = type;
        this.tags = tags;
        this.outline = outline;
        pieces.stream()
                .filter(Line.class::isInstance)
                .map(Line.class::cast)
                .filter(l -> isTitle(l.text()) && isDressed(l))
                .map(this::dress)
                .distinct()
                .sorted(Comparator.comparingDouble((Dress d) -> -d.size())
                        .thenComparing(d -> !d.bold())
                        .thenComparing(d -> !d.capitals()))
                .forEach(this::rank);
    }

    private record Dress(double size, boolean bold, boolean capitals) {}

    private void rank(Dress dress) {
        ranks.add(dress);
    }

    private Dress dress(Line line) {
        return new Dress(Math.round(line.size()), line.bold(), capitals(line.text()));
    }

    /** Whether the line is a heading, or the first line of one. */
    boolean begins(Line line, Optional<Line> above, Optional<Line> below) {
        String text = line.text();
        if (!isTitle(text) || Leaders.in(text)) return false;
        if (outline.level(text).isPresent() && !endsSentence(text)) return true;
        Optional<Label> label = Label.of(line);
        boolean numbered = NUMBERED.matcher(text).find();
        if (label.isPresent() && !numbered) return false;
        if ((leadsIn(text, numbered) && !wraps(line, below)) || isEntry(line) || FleetLines.is(text)) return false;
        if (tagged(line) > 0) return true;
        if (isListed(line, above) || isListed(line, below)) return false;
        // Steps are numbered (a) too; bold makes it a heading.
        if (text.startsWith("(") && numbered && !line.bold()) return false;
        if (line.size() >= LARGER * type.body()) return !runsOn(line, below, 3);
        boolean standsFree = above.map(a -> apart(a, line)).orElse(true)
                || above.map(this::isDressed).orElse(false);
        if (isDressed(line))
            return (standsFree || line.bold() || (numbered && underlined(line))) && !runsOn(line, below, 2);
        boolean section = numbered && text.matches("^\\d+[.-]\\d.*");
        return section && standsFree && Character.isUpperCase(restOf(text).codePointAt(0)) && !runsOn(line, below, 1);
    }

    /** Whether the line is the number of a task, a chapter or the like, and nothing else. */
    static boolean counts(String text) {
        return UNIT.matcher(text).matches();
    }

    /** Whether the title begins with the number of a task or a subtask. */
    static boolean beginsTask(String title) {
        return TASK.matcher(title).lookingAt();
    }

    /** A name with its value at a distance is an entry of a form; what is in brackets was put in by an editor. */
    private static boolean isEntry(Line line) {
        var spans = line.spans();
        boolean named = spans.size() > 1 && spans.getFirst().getLast().text().endsWith(":");
        return named || (line.text().startsWith("[") && line.text().endsWith("]"));
    }

    /** A title that fills its line is set with more air than two titles close below one another. */
    private static double pitch(Line line) {
        boolean full =
                line.right() > line.column().right() - 0.15 * line.column().width();
        return (full ? 1.75 : 1.45) * line.size();
    }

    /** Whether the lines share their left edge or their middle, or the second hangs behind the first's number. */
    private static boolean inLine(Line line, Line next) {
        double aside = next.left() - line.left();
        double middle = (line.left() + line.right() - next.left() - next.right()) / 2;
        return Math.abs(aside) < line.size()
                || Math.abs(middle) < 1.5 * line.size()
                || (aside > 0 && aside < 80 && !numberOf(line.text()).isEmpty());
    }

    /** A sentence that what follows completes is no title, however it is set. */
    private static boolean leadsIn(String text, boolean numbered) {
        int words = text.split(" ", -1).length;
        return text.endsWith(":") && (words > 9 || (numbered && words > 4));
    }

    /** Items in capitals that stand close, one counted after the other, are a list. */
    private boolean isListed(Line line, Optional<Line> neighbour) {
        if (line.bold() || line.size() >= LARGER * type.body() || neighbour.isEmpty()) return false;
        Optional<Label> own = Label.of(line);
        Optional<Label> other = Label.of(neighbour.get());
        return own.isPresent()
                && other.isPresent()
                && own.get().form().equals(other.get().form())
                && Math.abs(neighbour.get().left() - line.left()) < 3
                && Math.abs(neighbour.get().baseline() - line.baseline()) < 1.6 * type.pitch(line);
    }

    /** Whether the next line belongs to the same heading. */
    boolean goesOn(Line line, Line next) {
        double gap = line.baseline() - next.baseline();
        boolean titleOf = UNIT.matcher(line.text()).matches()
                && Math.round(line.size()) == Math.round(next.size())
                && line.bold() == next.bold()
                && Math.abs(line.left() - next.left()) < 3
                && gap <= 2.3 * line.size();
        return next.sheet().number() == line.sheet().number()
                && line.baseline() > next.baseline()
                && (titleOf || (dress(line).equals(dress(next)) && gap <= pitch(line) && inLine(line, next)))
                && !Label.stands(next)
                && !counts(next.text())
                && underlined(line) == underlined(next)
                && !NUMBERED.matcher(next.text()).find()
                && (!line.text().endsWith(":") || wraps(line, Optional.of(next)));
    }

    /** Whether a numbered title in bold goes on behind its colon in the next line. */
    private boolean wraps(Line line, Optional<Line> below) {
        return below.filter(next -> line.text().endsWith(":")
                        && line.bold()
                        && !type.boldBody()
                        && Label.stands(line)
                        && dress(line).equals(dress(next))
                        && SafetyLabel.of(next.text()).isEmpty()
                        && line.text().length() > 15
                        && line.sheet().number() == next.sheet().number()
                        && line.baseline() > next.baseline()
                        && line.baseline() - next.baseline() <= 1.3 * line.size())
                .isPresent();
    }

    /** 1 to 6 where the structure tree calls the line a heading, else 0. */
    private int tagged(Line line) {
        // Writers lend a heading's style to the lines of a form: a name and its value.
        int colon = line.text().indexOf(':');
        boolean entry =
                line.spans().size() > 1 || (colon >= 0 && colon < line.text().length() - 1);
        return entry ? 0 : tags.of(line).map(Tag::heading).orElse(0);
    }

    int level(Line line, String text) {
        if (tagged(line) > 0) return tagged(line);
        var bookmarked = outline.level(text);
        if (bookmarked.isPresent()) return Math.min(bookmarked.getAsInt(), DEEPEST);
        Matcher number = NUMBERED.matcher(text);
        int rank = Math.max(0, ranks.indexOf(dress(line)));
        if (number.find() && number.group(1).matches("\\d+(?:\\.\\d+)+\\.?"))
            return Math.min(DEEPEST, number.group(1).replaceAll("\\.$", "").split("\\.", -1).length);
        return Math.min(DEEPEST, rank + 1);
    }

    static String numberOf(String text) {
        Matcher m = NUMBERED.matcher(text);
        return m.find() ? m.group(1) : "";
    }

    static String restOf(String text) {
        Matcher m = NUMBERED.matcher(text);
        return m.find() ? text.substring(m.end()) : text;
    }

    private boolean isDressed(Line line) {
        if (line.size() >= LARGER * type.body()) return true;
        if (line.size() < 0.85 * type.body()) return false;
        return (line.bold() && !type.boldBody()) || capitals(line.text()) || underlined(line);
    }

    private static boolean isTitle(String text) {
        return text.length() <= LONGEST
                && !FIGURES_ONLY.matcher(text).matches()
                && !endsSentence(text)
                && !Character.isLowerCase(text.codePointAt(0))
                && text.split(" ", -1).length <= 20;
    }

    private static boolean endsSentence(String text) {
        return text.endsWith(",") || text.endsWith(";") || (text.endsWith(".") && !text.matches("\\S{1,5}\\."));
    }

    static boolean capitals(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long small = text.chars().filter(Character::isLowerCase).count();
        return letters >= 4 && small == 0 && letters * 2 >= text.length();
    }

    private static boolean underlined(Line line) {
        var words = line.words();
        // Many underline the title and not its number.
        boolean numbered = !numberOf(line.text()).isEmpty() && words.size() > 1;
        return line.underlined(words) || (numbered && line.underlined(words.subList(1, words.size())));
    }

    private boolean apart(Line above, Line line) {
        double gap = above.baseline() - line.baseline();
        return above.sheet().number() != line.sheet().number() || gap < 0 || gap > 1.15 * type.pitch(line);
    }

    /** Whether more lines than a heading has follow in the same dress: then it is a paragraph set so. */
    private boolean runsOn(Line line, Optional<Line> below, int most) {
        if (below.isEmpty() || !goesOn(line, below.get())) return false;
        String both = line.text() + below.get().text();
        return most <= 1 || both.length() > LONGEST || endsSentence(below.get().text());
    }
}
