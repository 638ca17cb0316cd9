package flightline.ingest.text;

import flightline.corpus.Suspicion;
import flightline.corpus.Suspicion.Kind;
import flightline.ingest.inspection.Excerpt;
import flightline.ingest.inspection.TextInspection;
import flightline.ingest.text.Declarations.Colour;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What of a page no reader sees, as far as the page itself says so. All of it is left out of the source text. What an
 * honest page hides, such as a menu that opens or a word for screen readers, is noted; the rest is suspected.
 */
final class PageSight {
    /** Fewer letters are a slip, not a sentence. */
    private static final int FEWEST_LETTERS = 12;
    /** Buttons and captions that a script shows have fewer words than a sentence that was put there to be read. */
    private static final int A_SENTENCE = 5;

    private static final double UNSEEN_ALPHA = 0.04;
    private static final double SMALLEST_PIXELS = 2;
    private static final double FAR_PIXELS = 500;
    /** Names that page makers give to what opens, slides in or is for screen readers. */
    private static final Pattern OPENS = Pattern.compile(
            "(?i)modal|menu|dropdown|tooltip|popup|popover|cookie|consent|dialog|accordion|collaps|tab-?pan|tab-?content|drawer|overlay"
                    + "|toast|lightbox|skip|sr-only|screen-?reader|visually-?hidden|headerlink|katex|mathjax|MJX|assistive");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Why it is not seen, and whether honest pages do so too. */
    enum Why {
        NOT_DISPLAYED("taken out of the page (display: none)", true),
        NOT_VISIBLE("invisible (visibility: hidden)", true),
        MARKED_HIDDEN("marked hidden", true),
        TRANSPARENT("fully transparent", false),
        TINY("of almost no size", false),
        OFF_SCREEN("off the visible page", false),
        SAME_COLOUR("in the colour of what lies behind it", false);

        private final String words;
        private final boolean usual;

        Why(String words, boolean usual) {
            this.words = words;
            this.usual = usual;
        }
    }

    /** Letters that nobody sees, by why; those of parts that open apart, since honest pages have them. */
    private final Map<Why, StringBuilder> suspected = new EnumMap<>(Why.class);

    private final Map<Why, StringBuilder> usual = new EnumMap<>(Why.class);
    private final List<TextNode> hidden = new ArrayList<>();
    private final PageStyles styles;

    /**
     * How text stands at a place of the page.
     *
     * @param why absent where it is seen
     * @param behind absent where it cannot be told, as over a picture
     * @param size of a letter, in pixels
     * @param opens whether it lies in something that opens
     */
    private record State(
            Optional<Why> why, boolean invisible, Colour colour, Optional<Colour> behind, double size, boolean opens) {}

    private PageSight(PageStyles styles) {
        this.styles = styles;
    }

    /** Looks at what stands in an element of the page; nothing is changed by it. */
    static PageSight of(Element root, PageStyles styles) {
        var sight = new PageSight(styles);
        var state = new State(Optional.empty(), false, new Colour(0, 0, 0, 1), Optional.of(Colour.PAPER), 16, false);
        for (Element above : root.parents().reversed()) state = sight.in(above, state);
        sight.look(root, state, 0);
        return sight;
    }

    /** The text nodes that no reader sees. */
    List<TextNode> hidden() {
        return hidden;
    }

    private void look(Element element, State above, int depth) {
        if (depth > 2_000 || unread(element)) return;
        State here = in(element, above);
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner) look(inner, here, depth + 1);
            else if (child instanceof TextNode text && !text.isBlank()) judge(text, here);
        }
    }

    private void judge(TextNode text, State state) {
        Optional<Why> why = state.why()
                .or(() -> state.invisible() ? Optional.of(Why.NOT_VISIBLE) : Optional.empty())
                .or(() -> state.size() < SMALLEST_PIXELS ? Optional.of(Why.TINY) : Optional.empty())
                .or(() -> unlike(state) ? Optional.empty() : Optional.of(Why.SAME_COLOUR));
        if (why.isEmpty()) return;
        hidden.add(text);
        var words = (state.opens() ? usual : suspected).computeIfAbsent(why.get(), w -> new StringBuilder());
        if (words.length() < 20_000) words.append(text.getWholeText().strip()).append(' ');
    }

    private static boolean unlike(State state) {
        return state.behind().isEmpty()
                || (state.colour().alpha() >= UNSEEN_ALPHA
                        && !state.colour().like(state.behind().get()));
    }

    private State in(Element element, State above) {
        Declarations style = styles.of(element, true);
        boolean opens = above.opens() || opens(element);
        Optional<Why> why = above.why().or(() -> why(element, style, above.size()));
        boolean invisible = style.has("visibility")
                ? style.is("visibility", "hidden") || style.is("visibility", "collapse")
                : above.invisible();
        double size = style.pixels("font-size", above.size()).orElse(style.has("font-size") ? 16 : above.size());
        Optional<Colour> behind = behind(element, style, above.behind());
        Colour colour = Declarations.colour(style.value("color"))
                .or(() -> attribute(element, element.normalName().equals("body") ? "text" : "color"))
                .orElseGet(
                        () -> style.has("color") || coloured(element) ? new Colour(128, 128, 128, 1) : above.colour());
        return new State(why, invisible, colour, behind, size, opens);
    }

    /** A sheet that is not here may set the colour of what it can name. */
    private boolean coloured(Element element) {
        return styles.sheetsElsewhere()
                && (element.normalName().matches("a|h[1-6]|code|th")
                        || element.hasAttr("class")
                        || element.hasAttr("id"));
    }

    private Optional<Colour> behind(Element element, Declarations style, Optional<Colour> above) {
        if (style.has("background-image")) return Optional.empty();
        String given = style.has("background") ? style.value("background") : style.value("background-color");
        if (given.isEmpty()) {
            Optional<Colour> old = attribute(element, "bgcolor");
            if (old.isPresent()) return old;
            boolean elsewhere = styles.sheetsElsewhere()
                    && (element.hasAttr("class")
                            || element.hasAttr("id")
                            || element.normalName().equals("th"));
            return elsewhere || element.hasAttr("background") ? Optional.empty() : above;
        }
        Optional<Colour> read = Declarations.colour(given);
        if (read.isEmpty()) return given.matches("none|inherit|initial|unset") ? above : Optional.empty();
        double alpha = read.get().alpha();
        return alpha < UNSEEN_ALPHA ? above : alpha > 0.95 ? read : Optional.empty();
    }

    private static Optional<Colour> attribute(Element element, String name) {
        return element.hasAttr(name)
                ? Declarations.colour(element.attr(name).strip().toLowerCase(java.util.Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<Why> why(Element element, Declarations style, double em) {
        if (style.is("display", "none") || (element.normalName().equals("dialog") && !element.hasAttr("open")))
            return Optional.of(Why.NOT_DISPLAYED);
        if (element.hasAttr("hidden") && !style.has("display")) return Optional.of(Why.MARKED_HIDDEN);
        if (style.number("opacity").orElse(1) < UNSEEN_ALPHA) return Optional.of(Why.TRANSPARENT);
        boolean placed = style.is("position", "absolute") || style.is("position", "fixed");
        boolean away = placed
                && (far(style, "left", em)
                        || far(style, "top", em)
                        || far(style, "right", em)
                        || far(style, "bottom", em));
        if (away || far(style, "text-indent", em) || far(style, "margin-left", em)) return Optional.of(Why.OFF_SCREEN);
        boolean clipped = (placed && style.value("clip").matches("rect\\((?:[01](?:px)?[\\s,]*){4}\\)"))
                || style.value("clip-path").matches("inset\\((?:50|[6-9]\\d|100)%\\)");
        boolean flat = style.value("overflow").equals("hidden")
                && (none(style, "height", em) || none(style, "max-height", em) || none(style, "width", em));
        return clipped || flat ? Optional.of(Why.TINY) : Optional.empty();
    }

    private static boolean far(Declarations style, String property, double em) {
        return style.pixels(property, em).orElse(0) <= -FAR_PIXELS;
    }

    private static boolean none(Declarations style, String property, double em) {
        return style.pixels(property, em).orElse(99) < 1.5;
    }

    private static boolean opens(Element element) {
        String role = element.attr("role");
        return element.normalName().matches("dialog|header|aside|menu")
                || role.matches(
                        "dialog|alertdialog|menu|menubar|tooltip|tabpanel|navigation|banner|alert|status|search")
                || OPENS.matcher(element.className() + " " + element.id()).find();
    }

    /** What is suspected, at most one of each kind. */
    List<Suspicion> suspicions(String place) {
        var found = new ArrayList<Suspicion>();
        suspected.forEach((why, words) -> {
            if (tells(why, words.toString()))
                found.add(new Suspicion(
                        Kind.HIDDEN_TEXT,
                        place,
                        why.words + ": " + Excerpt.of(words.toString().strip())));
        });
        for (var some : List.of(suspected, usual))
            some.values()
                    .forEach(words -> found.addAll(TextInspection.ofText(
                            words.toString(), place.isEmpty() ? "hidden part" : place + ", hidden part")));
        return found;
    }

    private static boolean tells(Why why, String words) {
        return words.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
                && (!why.usual || WORD.matcher(words).results().count() >= A_SENTENCE);
    }

    /** What was left out without being suspected, in one line. */
    Optional<String> note() {
        var left = new ArrayList<String>();
        for (Why why : Why.values()) {
            var words = new StringBuilder(usual.getOrDefault(why, new StringBuilder()));
            String also = suspected.getOrDefault(why, new StringBuilder()).toString();
            if (!tells(why, also)) words.append(also);
            long count = WORD.matcher(words).results().count();
            if (count > 0) left.add(count + (count == 1 ? " word " : " words ") + why.words);
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of("left out, since nobody sees it: " + String.join(", ", left));
    }

    /** Words that are never read, seen or not: what is no text of the page, what a reader types, and the page's name. */
    private static boolean unread(Element element) {
        return HtmlBlocks.DROPPED.contains(element.normalName()) || element.is("textarea, title");
    }
}
