package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the lines of contents pages and indexes: words of the matter with the number of a page. They say where something stands and
 * nothing of it, have all the words of a short question, and would be quoted for an answer.
 *
 * <p>A list of limits may look the same ("Axle nut ........ 150"), and must not be lost. So a run of such lines counts only where its
 * heading says what it is, or where its numbers are pages by chapter (2-26) and go on as pages do, which ranges of values (50-70) do not.
 */
final class DirectoryLines {
    private static final String PAGE = "(?:\\d{1,3}[-–]\\d{1,3}|\\d{1,4}|[ivxl]{1,6})";
    /** A line with a page, or several, at its end. */
    private static final Pattern LINE = Pattern.compile(
            "\\S.{0,150}?[\\s.…]{1,200}+(" + PAGE + ")(?:,\\s?" + PAGE + ")*", Pattern.CASE_INSENSITIVE);
    /** The same run together in one text, where only the dots part them. */
    private static final Pattern LED = Pattern.compile("\\S\\s?(?:\\.{4,200}+|…{2,60}+)\\s?(" + PAGE + ")(?![\\w-])");

    private static final Pattern BY_CHAPTER = Pattern.compile("(\\d{1,3})[-–](\\d{1,3})");
    private static final Pattern CONTENTS = Pattern.compile(
            "(?:table of |list of )?contents|list of (?:figures|tables|illustrations)"
                    + "|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|indice",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX = Pattern.compile(
            "(?:alphabetical |general )?index|stichwortverzeichnis|índice alfabético", Pattern.CASE_INSENSITIVE);

    /** What the heading says that lines beneath it are. */
    private enum Named {
        NOTHING,
        CONTENTS,
        INDEX
    }

    private static final int FEWEST_NAMED = 3;
    private static final int FEWEST = 8;
    private static final double SAME_CHAPTER = 0.7;
    private static final double GOES_ON = 0.9;
    /** Of a range of values the second is the larger; pages of an index are of all chapters. */
    private static final int FEWEST_OF_INDEX = 10;

    private static final double NO_RANGE = 0.15;
    private static final int WORDS_PER_LINE = 14;
    private static final int LONGEST_LINE = 400;

    private final StructuredDocument document;
    private final BitSet found = new BitSet();

    private DirectoryLines(StructuredDocument document) {
        this.document = document;
    }

    /** Numbers of the blocks that are such lines, from 0. */
    static BitSet in(StructuredDocument document) {
        var lines = new DirectoryLines(document);
        lines.look();
        return lines.found;
    }

    private void look() {
        List<PlacedBlock> blocks = document.blocks();
        var run = new ArrayList<Integer>();
        var pages = new ArrayList<String>();
        Named named = Named.NOTHING;
        for (int i = 0; i <= blocks.size(); i++) {
            Block block = i < blocks.size() ? blocks.get(i).block() : null;
            if (block instanceof Block.Heading) continue;
            Optional<List<String>> told = block instanceof Block.Paragraph || block instanceof Block.ListItem
                    ? pages(block.text())
                    : Optional.empty();
            Named namedHere = i < blocks.size() ? named(blocks.get(i)) : Named.NOTHING;
            if (told.isEmpty() || (!run.isEmpty() && namedHere != named)) {
                if (isDirectory(pages, named)) run.forEach(found::set);
                run.clear();
                pages.clear();
            }
            if (told.isEmpty()) continue;
            named = namedHere;
            run.add(i);
            pages.addAll(told.get());
        }
    }

    private static Named named(PlacedBlock placed) {
        if (headed(placed, INDEX)) return Named.INDEX;
        return headed(placed, CONTENTS) ? Named.CONTENTS : Named.NOTHING;
    }

    private static boolean headed(PlacedBlock placed, Pattern name) {
        return placed.path().stream()
                .anyMatch(heading -> name.matcher(heading.strip()).matches());
    }

    /** The pages that a text names if it is nothing but such lines. */
    private static Optional<List<String>> pages(String text) {
        var pages = new ArrayList<String>();
        for (String line : text.strip().split("\\R")) {
            String entry = line.strip();
            Matcher whole = LINE.matcher(entry);
            if (entry.length() <= LONGEST_LINE && whole.matches() && entry.split("\\s+").length <= WORDS_PER_LINE)
                pages.add(whole.group(1));
            else return led(text);
        }
        return Optional.of(pages);
    }

    private static Optional<List<String>> led(String text) {
        var pages = new ArrayList<String>();
        for (Matcher m = LED.matcher(text); m.find(); ) pages.add(m.group(1));
        boolean nothingElse =
                pages.size() >= FEWEST_NAMED && text.split("\\s+").length <= WORDS_PER_LINE * pages.size();
        return nothingElse ? Optional.of(pages) : Optional.empty();
    }

    /** @param chapter 0 where pages are counted through */
    private record Page(int chapter, int page) {
        static Optional<Page> of(String written) {
            Matcher m = BY_CHAPTER.matcher(written);
            if (m.matches()) return Optional.of(new Page(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
            return Character.isDigit(written.charAt(0))
                    ? Optional.of(new Page(0, Integer.parseInt(written)))
                    : Optional.empty();
        }

        boolean isBefore(Page next) {
            return chapter < next.chapter || (chapter == next.chapter && page <= next.page);
        }
    }

    private static boolean isDirectory(List<String> written, Named named) {
        List<Page> pages =
                written.stream().flatMap(one -> Page.of(one).stream()).toList();
        return switch (named) {
            case INDEX -> written.size() >= FEWEST_NAMED;
            // A kit's contents have numbers too.
            case CONTENTS -> written.size() >= FEWEST_NAMED && goOn(pages);
            case NOTHING -> isByChapter(pages, written.size());
        };
    }

    private static boolean goOn(List<Page> pages) {
        return share(pages, Page::isBefore) >= GOES_ON;
    }

    private static boolean isByChapter(List<Page> all, int lines) {
        List<Page> pages = all.stream().filter(page -> page.chapter > 0).toList();
        if (pages.size() < FEWEST || pages.size() < GOES_ON * lines) return false;
        if (goOn(pages) && share(pages, (one, next) -> one.chapter == next.chapter) >= SAME_CHAPTER) return true;
        long noRange = pages.stream().filter(page -> page.chapter >= page.page).count();
        return pages.size() >= FEWEST_OF_INDEX && noRange >= NO_RANGE * pages.size();
    }

    /** How many of the pages stand so to the next, 0 to 1. */
    private static double share(List<Page> pages, BiPredicate<Page, Page> so) {
        if (pages.size() < 2) return 1;
        int many = 0;
        for (int i = 1; i < pages.size(); i++) if (so.test(pages.get(i - 1), pages.get(i))) many++;
        return (double) many / (pages.size() - 1);
    }
}
