package flightline.ingest.effectivity;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.DocumentHeader;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the statements of effectivity in a document and narrows what they govern: the foot of a page its blocks; a line at
 * the start of a section, or brackets at the end of a heading, the section; a field of the title block, or the
 * applicability section of a directive or bulletin, the whole document.
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

    private static final int TITLE_BLOCK = 40;
    private static final int TITLE_PAGES = 2;

    private final StructuredDocument document;
    private final Map<Integer, Applicability> pages;
    private final Map<List<String>, Applicability> sections = new HashMap<>();
    private Applicability whole = Applicability.ALL;

    private EffectivityReading(StructuredDocument document, Map<Integer, Applicability> pages) {
        this.document = document;
        this.pages = pages;
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
            }
        }
    }

    private void heading(PlacedBlock placed, Block.Heading heading) {
        Matcher brackets = IN_HEADING.matcher(heading.text());
        if (!brackets.matches()) return;
        govern(below(placed, heading), Statement.inPassing(brackets.group(1)));
    }

    /** The path of what stands under the heading; parsers differ in whether it contains the heading itself. */
    private static List<String> below(PlacedBlock placed, Block.Heading heading) {
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
        else if (ofDocument(placed)) whole = Applicability.both(whole, Statement.read(shortened(text)));
    }

    private void state(int at, PlacedBlock placed, Applicability read) {
        if (placed.path().size() <= 1 && inTitleBlock(at, placed)) whole = Applicability.both(whole, read);
        else govern(placed.path(), read);
    }

    /** Whether this is the first paragraph of the applicability section of a directive or a service bulletin. */
    private boolean ofDocument(PlacedBlock placed) {
        boolean bulletin = switch (document.header().kind()) {
            case DIRECTIVE, SERVICE_BULLETIN -> true;
            case MANUAL, DATA_MODULE, PUBLICATION_MODULE, MINIMUM_EQUIPMENT_LIST, REPORT, REFERENCE -> false;
        };
        if (!bulletin || placed.path().isEmpty() || !whole.equals(Applicability.ALL)) return false;
        return APPLICABILITY.matcher(placed.path().getLast().strip()).matches();
    }

    private static String shortened(String text) {
        String words = text.replaceAll("\\s+", " ").strip();
        return words.length() <= 200 ? words : words.substring(0, words.lastIndexOf(' ', 200)) + " …";
    }

    private void fields(int at, PlacedBlock placed, Block.Table table) {
        if (!inTitleBlock(at, placed)) return;
        for (Block.Row row : table.rows())
            if (row.cells().size() == 2
                    && FIELD.matcher(row.cells().getFirst().strip()).matches())
                whole = Applicability.both(whole, Statement.read(row.cells().getLast()));
    }

    private static boolean inTitleBlock(int at, PlacedBlock placed) {
        var page = placed.block().place().page();
        return page.isPresent() ? page.getAsInt() <= TITLE_PAGES && at < TITLE_BLOCK : at < TITLE_BLOCK / 2;
    }

    private void govern(List<String> path, Applicability read) {
        if (!read.equals(Applicability.ALL)) sections.merge(path, read, Applicability::both);
    }

    private StructuredDocument narrowed() {
        if (whole.equals(Applicability.ALL)
                && sections.isEmpty()
                && pages.values().stream().allMatch(Applicability.ALL::equals)) return document;
        var blocks = document.blocks().stream()
                .map(placed -> new PlacedBlock(placed.path(), narrowed(placed), placed.block()))
                .toList();
        return document.with(blocks).headed(header());
    }

    private Applicability narrowed(PlacedBlock placed) {
        Applicability narrowed = Applicability.both(placed.applicability(), whole);
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
