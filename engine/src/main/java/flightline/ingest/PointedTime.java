package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.Fact;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.ingest.labels.LabelledPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compliance time that stands elsewhere: {@code within the compliance time specified in paragraph (g)(1) of this AD}. Where
 * it points to paragraphs of the same directive, what these say is found; where it points to a table, a bulletin or another
 * directive, its words are all that is told.
 */
public final class PointedTime {
    private static final String PARAGRAPH = "\\(\\w{1,4}\\)(?:\\s?\\(\\w{1,4}\\)){0,4}";
    private static final String PARAGRAPHS = "(?:sub-?)?paragraphs?\\s+" + PARAGRAPH
            + "(?:(?:\\s*,)?\\s*(?:and|or|through|to|,)\\s*(?:paragraphs?\\s+)?" + PARAGRAPH + "){0,8}";
    /** A full stop ends it only before a sentence: bulletins have paragraphs called 1.E. */
    private static final String STOP = "\\.(?=\\s*$|\\s+(?-i:[\\p{Lu}(]))";

    private static final String PLACE = "(?:" + PARAGRAPHS + "(?:\\s+of\\s+(?:[^,.;:]|\\.(?=\\S)){3,80})?"
            + "|(?:[^,.;:]|,(?=\\S)|(?!" + STOP + ")\\.){3,200}?(?=[,;:]|" + STOP + "|$))";
    private static final String EXCEPT = "(?:except\\s+as\\s+(?:specified|provided|required|defined)\\s+(?:in|by)\\s+"
            + PARAGRAPHS + "(?:\\s+of\\s+this\\s+\\w+)?\\s*,\\s+)?";
    private static final String APPLICABLE = "(?:,?\\s+as\\s+applicable)?";
    /** Limits of wear are no times. */
    private static final String TIME = "(?:(?:later|earlier|earliest|latest)\\s+of\\s+the\\s+)?"
            + "(?:(?:applicable|corresponding|initial|repetitive|compliance|later|earlier|earliest|latest|same)\\s+){0,3}"
            + "(?:times?|intervals?|thresholds?|periods?)(?:\\s+\\(\\w{1,12}\\))?";

    private static final String STANDS =
            "(?:,?\\s+as)?\\s+(?:specified|defined|given|stated|indicated|identified|established|provided|set\\s+(?:out|forth)|required|prescribed"
                    + "|listed|described|shown)\\s+(?:in|by|under|at)\\s+";
    private static final String BY =
            "(?:within|at|by|before|on\\s+or\\s+before|prior\\s+to|(?:not|no)\\s+later\\s+than)\\s+(?:any\\s+of\\s+)?(?:the\\s+)?"
                    + TIME + "(?:\\s+(?:and|or|of|in)\\s+[^,.;:]{3,60}?)?" + APPLICABLE + ",?";
    private static final String REPEATS =
            "(?:at\\s+(?:repetitive\\s+)?)?intervals\\s+not\\s+(?:to\\s+exceed|exceeding)\\s+(?:the\\s+)?[^,.;:\\d]{3,60}?";
    private static final String ALONG =
            "(?:(?:before|prior\\s+to)\\s*,?\\s+or\\s+)?concurrent(?:ly)?\\s+with\\s+(?:[^,.;:(]|\\(\\w{1,4}\\)){3,200}?(?=[,;:]|\\.(?:\\s|$)|$)";

    /** A phrase that points; has no groups of its own. */
    static final String FORM =
            "(?:" + EXCEPT + "(?:(?:" + BY + "|" + REPEATS + ")" + STANDS + PLACE + APPLICABLE + "|" + ALONG + "))";

    private static final Pattern POINTS = Pattern.compile(FORM, Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:sub-?)?paragraphs?\\s+(" + PARAGRAPH + "(?:(?:\\s*,)?\\s*(?:and|or|,)\\s*(?:paragraphs?\\s+)?"
                    + PARAGRAPH
                    + ")*)(?<through>\\s+(?:through|to)\\s)?(?:\\s+of\\s+(?:(?:this|the)\\s+(?:\\w+\\s+)?(?:P?AD|directive)\\b|(?<other>\\S)))?");
    private static final Pattern EXCEPTED = Pattern.compile("(?i)^" + EXCEPT);
    private static final Pattern ONE = Pattern.compile(PARAGRAPH);
    private static final Pattern LABEL = Pattern.compile("^\\W{0,4}?\\((\\w{1,4})\\)(?=\\s|\\()");

    private PointedTime() {}

    /** @param level of a heading, the inmost for what is none */
    private record Label(String name, int at, int level) {}

    private static final int NO_HEADING = 99;

    /** Whether a compliance time says where it stands instead of, or beside, what it is. */
    public static boolean points(String phrase) {
        return POINTS.matcher(phrase).find();
    }

    /**
     * The compliance times that stand where another one points to; empty where that is no paragraph of the same directive, is
     * not found for sure, or names no time itself.
     */
    public static List<Fact> there(StructuredDocument directive, Fact pointing) {
        List<Fact> times = new ArrayList<>();
        String words = pointing.value();
        Matcher points = POINTS.matcher(words);
        if (!points.find()) return List.of();
        String behind = EXCEPTED.matcher(points.group()).replaceFirst("");
        Matcher named = NAMED.matcher(behind);
        while (named.find()) {
            // Paragraphs of another directive or a bulletin, or a range of them.
            if (named.group("through") != null || named.group("other") != null) return List.of();
            for (Matcher one = ONE.matcher(named.group(1)); one.find(); ) {
                List<Fact> found = within(directive, one.group());
                if (found.isEmpty()) return List.of();
                times.addAll(found);
            }
        }
        return times.stream().distinct().filter(fact -> !fact.equals(pointing)).toList();
    }

    private static List<Fact> within(StructuredDocument directive, String paragraph) {
        return place(directive, paragraph.replaceAll("[()]+\\s?", " ").strip().split(" +"))
                .map(at -> directive
                        .header()
                        .facts(Fact.Kind.COMPLIANCE)
                        .filter(fact -> at.start() <= fact.place().start()
                                && fact.place().end() <= at.end())
                        .filter(fact -> !points(fact.value()))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Place> place(StructuredDocument directive, String[] path) {
        List<Fact> actions = directive.header().facts(Fact.Kind.ACTION).toList();
        List<Label> labels = labels(directive, actions);
        var outer = labels.stream()
                .filter(label -> label.name().equals(path[0]))
                .map(label -> Place.of(
                        label.at(), end(labels, label, 0, directive.sourceText().length())))
                // What defines terms or lists papers may be numbered alike.
                .filter(at -> actions.stream()
                        .anyMatch(action -> at.start() <= action.place().start()
                                && action.place().start() < at.end()))
                .toList();
        if (outer.size() != 1) return Optional.empty();
        Place at = outer.getFirst();
        for (int i = 1; i < path.length; i++) {
            Place within = at;
            String name = path[i];
            var inner = labels.stream()
                    .filter(label ->
                            label.name().equals(name) && label.at() > within.start() && label.at() < within.end())
                    .toList();
            if (inner.size() != 1) return Optional.empty();
            at = Place.of(inner.getFirst().at(), end(labels, inner.getFirst(), i, at.end()));
        }
        return Optional.of(at);
    }

    /** Up to the next number of its own kind, or the next heading that does not stand beneath it. */
    private static int end(List<Label> labels, Label label, int depth, int last) {
        List<String> next = next(label.name(), depth);
        return labels.stream()
                .filter(other -> other.at() > label.at() && other.at() < last)
                .filter(other ->
                        next.contains(other.name()) || (other.level() < NO_HEADING && other.level() <= label.level()))
                .mapToInt(Label::at)
                .min()
                .orElse(last);
    }

    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    /** What comes behind a number: a lone i is the paragraph behind (h), and within one the first of a list too. */
    private static List<String> next(String name, int depth) {
        if (name.matches("\\d{1,3}")) return List.of(String.valueOf(Integer.parseInt(name) + 1));
        var next = new ArrayList<String>();
        int roman = ROMAN.indexOf(name);
        if (depth > 0 && roman >= 0 && roman + 1 < ROMAN.size()) next.add(ROMAN.get(roman + 1));
        if (name.matches("[a-yA-Y]")) next.add(String.valueOf((char) (name.charAt(0) + 1)));
        return List.copyOf(next);
    }

    /** Numbers of paragraphs with where they begin, in the order of the text. */
    private static List<Label> labels(StructuredDocument directive, List<Fact> actions) {
        var labels = new ArrayList<Label>();
        for (PlacedBlock placed : directive.blocks()) {
            Block block = placed.block();
            String number = switch (block) {
                case Block.Heading heading -> heading.number();
                case Block.Step step -> step.number();
                case Block.ListItem item -> item.label();
                default -> "";
            };
            int level = block instanceof Block.Heading heading ? heading.level() : NO_HEADING;
            add(labels, number, block.text(), block.place().start(), level);
        }
        String text = directive.sourceText();
        for (LabelledPart part : LabelledPart.of(text))
            if (part.style() == LabelledPart.Style.LETTER)
                add(
                        labels,
                        part.number(),
                        "",
                        Math.max(0, text.lastIndexOf(part.number(), part.start())),
                        NO_HEADING - 1);
        for (Fact action : actions)
            add(labels, "", action.value(), action.place().start(), NO_HEADING);
        labels.sort(Comparator.comparingInt(Label::at));
        var apart = new ArrayList<Label>();
        for (Label label : labels) if (apart.isEmpty() || !same(apart.getLast(), label, text)) apart.add(label);
        return List.copyOf(apart);
    }

    /** Whether two readings are of one number: that of a block and that of its text. */
    private static boolean same(Label one, Label other, String text) {
        return one.name().equals(other.name())
                && text.substring(one.at(), other.at()).lines().count() <= 2;
    }

    private static void add(List<Label> labels, String number, String text, int at, int level) {
        Matcher printed = LABEL.matcher(text);
        String name = number.replaceAll("\\W", "");
        if (name.isEmpty() && printed.lookingAt()) name = printed.group(1);
        if (name.length() > 4) name = "";
        if (!name.isEmpty() || level < NO_HEADING) labels.add(new Label(name, at, level));
    }
}
