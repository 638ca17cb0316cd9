package flightline.ingest.effectivity;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.ingest.labels.LabelledPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the statements of effectivity in a document and narrows what they govern: the foot of a page its blocks; a line in a
 * section, or brackets at the end of a heading, the section; a line or field of the title block, or the applicability section
 * of a directive or bulletin, the whole document. A directive or bulletin of which nothing is found is not taken to hold for
 * all: for which aircraft it holds is not known.
 */
public final class EffectivityReading {
    private static final Pattern LINE = Pattern.compile(
            "(?is)(?:effectivity|applicability|applicable (?:to|for)|applies to|valid for|effective for)(?: ?[:\\t] ?| - )(.{1,200})");
    private static final Pattern FOOT = Pattern.compile("(?i)\\s*effectivity\\b");
    private static final Pattern ON_AIRCRAFT = Pattern.compile("(?s)(?:\\*\\* )?(ON A/C .{1,120})");
    private static final Pattern IN_HEADING = Pattern.compile("(?s).*?\\(([^()]{3,80})\\)\\s*");
    private static final Pattern FIELD = Pattern.compile("(?i)(?:aircraft )?(?:effectivity|applicability)");
    /** With or without a number such as {@code 2.1}, {@code B.} or {@code (c)}. */
    private static final Pattern APPLICABILITY =
            Pattern.compile("(?i)(?:\\S{1,6}\\s+){0,2}(?:proposed )?(?:applicability|effectivity)[:.]?");

    private static final Pattern APPLIES = Pattern.compile(
            "(?s)\\b[Tt]his (?:\\w+ ){0,2}(?:P?AD|[Dd]irective|[Bb]ulletin|SB)(?: would)? appl(?:y|ies) to .{5,600}?(?:\\.(?=\\s|$)|\\n\\s*\\n)");
    private static final Applicability NOT_FOUND = new Applicability.Unread("applicability not found in its text");

    private static final int TITLE_BLOCK = 40;
    private static final int TITLE_PAGES = 2;
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_WORDS = 200;

    private final StructuredDocument document;
    private final TitleBlock title;
    private final Map<Integer, Applicability> pages;
    private final Map<PlacedBlock, Applicability> fleet;
    private final Map<List<String>, Applicability> sections = new HashMap<>();
    /** Where the last statement on each section stands, and under no path that on the document. */
    private final Map<List<String>, Integer> stated = new HashMap<>();

    private final Set<List<String>> headed = new HashSet<>();
    private final List<String> ofSections = new ArrayList<>();
    private Applicability whole = Applicability.ALL;
    private boolean wholeStated;

    private EffectivityReading(StructuredDocument document, Map<Integer, Applicability> pages) {
        this.document = document;
        this.title = TitleBlock.of(document.blocks());
        this.pages = pages;
        this.fleet = FleetLines.in(document.blocks());
    }

    /** The document with what its own text says of effectivity. */
    public static StructuredDocument of(StructuredDocument document) {
        return of(document, Map.of());
    }

    /** @param feet statements at the head or foot of pages, by 1-based page, without the word "effectivity" */
    public static StructuredDocument of(StructuredDocument document, Map<Integer, String> feet) {
        var pages = new HashMap<Integer, Applicability>();
        feet.forEach((page, words) -> pages.put(page, Statement.read(words)));
        var reading = new EffectivityReading(document, pages);
        reading.look();
        if (reading.binding() && !reading.wholeStated) reading.whole = reading.elsewhere();
        return reading.narrowed();
    }

    private void look() {
        List<PlacedBlock> blocks = document.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            PlacedBlock placed = blocks.get(i);
            switch (placed.block()) {
                case Block.Heading heading -> heading(placed, heading);
                case Block.Paragraph paragraph -> paragraph(i, placed, paragraph.text());
                case Block.ListItem item -> paragraph(i, placed, item.text());
                case Block.Table table -> fields(i, placed, table);
                case Block.Step s -> {}
                case Block.Safety s -> {}
                case Block.Figure f -> {}
                case Block.Fault f -> {}
                case Block.IsolationStep s -> {}
                case Block.IsolationEnd e -> {}
                case Block.Part p -> {}
                case Block.Exercise e -> {}
            }
        }
    }

    private void heading(PlacedBlock placed, Block.Heading heading) {
        Matcher brackets = IN_HEADING.matcher(heading.text());
        if (!brackets.matches()) return;
        Applicability read = Statement.inPassing(brackets.group(1));
        if (!read.equals(Applicability.ALL)) sections.merge(below(placed, heading), read, Applicability::both);
    }

    /** The path of what stands under the heading; parsers differ in whether it contains the heading itself. */
    static List<String> below(PlacedBlock placed, Block.Heading heading) {
        var path = new ArrayList<>(placed.path());
        boolean there = !path.isEmpty() && path.getLast().endsWith(heading.text());
        if (!there) path.add(heading.text());
        return List.copyOf(path);
    }

    private void paragraph(int at, PlacedBlock placed, String text) {
        var page = placed.block().place().page();
        // A foot that was not known as one stands among the text; its page has the statement already.
        if (page.isPresent()
                && pages.containsKey(page.getAsInt())
                && FOOT.matcher(text).lookingAt()) return;
        Matcher line = LINE.matcher(text.strip());
        Matcher onAircraft = ON_AIRCRAFT.matcher(text.strip());
        if (line.matches()) state(at, placed, Statement.read(line.group(1)));
        else if (onAircraft.matches()) state(at, placed, new Applicability.Unread(onAircraft.group(1)));
        else if (ofDocument(placed)) of(at, section(at));
        else if (!underItsHeading(at, placed) && !bulletin())
            UseSentence.in(text).ifPresent(read -> state(at, placed, read));
    }

    /** A section that is called so and says for whom, in words that are understood, says it of the section that it is in. */
    private boolean underItsHeading(int at, PlacedBlock placed) {
        List<String> path = placed.path();
        boolean first =
                !path.isEmpty() && APPLICABILITY.matcher(path.getLast().strip()).matches() && headed.add(path);
        if (!first || !(Statement.ofSeveral(section(at)) instanceof Applicability.Worded read)) return false;
        List<String> above = path.subList(0, path.size() - 1);
        if (above.isEmpty()) {
            whole = joined(whole, read, List.of(), at);
            wholeStated = true;
        } else sections.put(above, joined(sections.getOrDefault(above, Applicability.ALL), read, above, at));
        return true;
    }

    private void state(int at, PlacedBlock placed, Applicability read) {
        if (title.holds(at) && near(at, placed)) {
            whole = joined(whole, read, List.of(), at);
            wholeStated = true;
        } else {
            ofSections.add(placed.block().text());
            Applicability before = sections.getOrDefault(placed.path(), Applicability.ALL);
            Applicability both = joined(before, read, placed.path(), at);
            if (!both.equals(Applicability.ALL)) sections.put(placed.path(), both);
        }
    }

    /**
     * Both statements, where they stand together. Parted by other text, each is about some of it, and what is about what is
     * not known.
     */
    private Applicability joined(Applicability before, Applicability read, List<String> path, int at) {
        Integer last = stated.put(path, at);
        boolean together = last == null || lines(last + 1, at);
        if (together || before.equals(read)) return Applicability.both(before, read);
        return new Applicability.Unread(before.display() + " / " + read.display());
    }

    /** Whether nothing but short lines stands between two blocks, as in a title block. */
    private boolean lines(int from, int to) {
        for (PlacedBlock between : document.blocks().subList(from, to)) if (!isLine(between.block())) return false;
        return true;
    }

    /** Whether a block is a line that says for whom something holds. */
    static boolean states(Block block) {
        return block instanceof Block.Paragraph
                && (LINE.matcher(block.text().strip()).matches()
                        || UseSentence.in(block.text()).isPresent());
    }

    static boolean isLine(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph ->
                paragraph.text().length() <= LONGEST_LINE
                        && !paragraph.text().strip().endsWith(".");
            case Block.Table fields ->
                fields.rows().stream().allMatch(row -> row.cells().size() == 2);
            case Block.Heading other -> false;
            case Block.ListItem other -> false;
            case Block.Step other -> false;
            case Block.Safety other -> false;
            case Block.Figure other -> false;
            case Block.Fault other -> false;
            case Block.IsolationStep other -> false;
            case Block.IsolationEnd other -> false;
            case Block.Part other -> false;
            case Block.Exercise other -> false;
        };
    }

    private boolean binding() {
        return bulletin() && document.header().applicability().equals(Applicability.ALL) && pages.isEmpty();
    }

    /** Whether this is the first paragraph of the applicability section of a directive or a service bulletin. */
    private boolean ofDocument(PlacedBlock placed) {
        if (!bulletin() || placed.path().isEmpty() || wholeStated) return false;
        return APPLICABILITY.matcher(placed.path().getLast().strip()).matches();
    }

    /** A directive or a bulletin, which has a section or a sentence of its own for it. */
    private boolean bulletin() {
        return switch (document.header().kind()) {
            case DIRECTIVE, SERVICE_BULLETIN -> true;
            case MANUAL, DATA_MODULE, PUBLICATION_MODULE, MINIMUM_EQUIPMENT_LIST, REPORT, REFERENCE -> false;
        };
    }

    private void of(int at, List<String> said) {
        whole = Statement.ofSeveral(
                said.stream().map(EffectivityReading::shortened).toList());
        wholeStated = true;
        stated.put(List.of(), at);
    }

    /** The paragraphs, items and steps of the section, from this block on. */
    private List<String> section(int from) {
        List<String> path = document.blocks().get(from).path();
        var said = new ArrayList<String>();
        for (PlacedBlock placed :
                document.blocks().subList(from, document.blocks().size())) {
            if (!placed.path().equals(path)) break;
            Block block = placed.block();
            if (block instanceof Block.Paragraph || block instanceof Block.ListItem || block instanceof Block.Step)
                said.add(block.text());
        }
        return said;
    }

    /** What stands under a label that is no heading, else in a sentence; that of a part of the document is not meant. */
    private Applicability elsewhere() {
        String text = document.sourceText();
        for (LabelledPart part : LabelledPart.of(text)) {
            boolean meant = APPLICABILITY.matcher(part.label()).matches() && part.end() > part.start();
            if (!meant) continue;
            String words = text.substring(part.start(), part.end());
            if (ofSections.stream().anyMatch(said -> said.contains(words.strip()))) continue;
            return Statement.ofSeveral(Arrays.stream(words.split("\\n[^\\S\\n]*\\n"))
                    .map(EffectivityReading::shortened)
                    .toList());
        }
        Matcher applies = APPLIES.matcher(text);
        return applies.find() ? Statement.read(shortened(applies.group())) : NOT_FOUND;
    }

    private static String shortened(String text) {
        String words = text.replaceAll("\\s+", " ").strip();
        return words.length() <= LONGEST_WORDS
                ? words
                : words.substring(0, words.lastIndexOf(' ', LONGEST_WORDS)) + " …";
    }

    private void fields(int at, PlacedBlock placed, Block.Table table) {
        if (!near(at, placed) || !title.holds(at)) return;
        for (Block.Row row : table.rows())
            if (row.cells().size() == 2
                    && FIELD.matcher(row.cells().getFirst().strip()).matches()) {
                whole = Applicability.both(whole, Statement.read(row.cells().getLast()));
                wholeStated = true;
            }
    }

    private static boolean near(int at, PlacedBlock placed) {
        var page = placed.block().place().page();
        return page.isPresent() ? page.getAsInt() <= TITLE_PAGES && at < TITLE_BLOCK : at < TITLE_BLOCK / 2;
    }

    private StructuredDocument narrowed() {
        if (whole.equals(Applicability.ALL)
                && sections.isEmpty()
                && fleet.isEmpty()
                && pages.values().stream().allMatch(Applicability.ALL::equals)) return document;
        var blocks = document.blocks().stream()
                .map(placed -> new PlacedBlock(placed.path(), narrowed(placed), placed.block()))
                .toList();
        return document.with(blocks).headed(header());
    }

    private Applicability narrowed(PlacedBlock placed) {
        Applicability narrowed = Applicability.both(
                Applicability.both(placed.applicability(), whole), fleet.getOrDefault(placed, Applicability.ALL));
        var page = placed.block().place().page();
        if (page.isPresent())
            narrowed = Applicability.both(narrowed, pages.getOrDefault(page.getAsInt(), Applicability.ALL));
        List<String> path = placed.block() instanceof Block.Heading heading ? below(placed, heading) : placed.path();
        for (int depth = 1; depth <= path.size(); depth++)
            narrowed = Applicability.both(
                    narrowed,
                    Optional.ofNullable(sections.get(path.subList(0, depth))).orElse(Applicability.ALL));
        return narrowed;
    }

    private DocumentHeader header() {
        return document.header().holdingFor(Applicability.both(document.header().applicability(), whole));
    }
}
