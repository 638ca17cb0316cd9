package flightline.ingest.pdf;

import flightline.corpus.Block;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Reading;
import flightline.corpus.Recognition;
import flightline.corpus.Recognition.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the recognised pages' uncertain words again in the blocks that were made of them. */
final class Doubts {
    private final Map<Integer, Reading> pages;
    private final String source;
    private final List<Span> recognised = new ArrayList<>();
    private final List<Span> uncertain = new ArrayList<>();

    private Doubts(Map<Integer, Reading> pages, String source) {
        this.pages = pages;
        this.source = source;
    }

    /** @param pages those that were recognised, by their number */
    static Recognition in(Map<Integer, Reading> pages, String source, List<PlacedBlock> blocks) {
        if (pages.isEmpty()) return Recognition.NONE;
        var doubts = new Doubts(pages, source);
        for (PlacedBlock placed : blocks)
            if (placed.block() instanceof Block.Table table) table.rows().forEach(row -> doubts.take(row.place()));
            else doubts.take(placed.block().place());
        doubts.uncertain.sort(Comparator.comparingInt(Span::start));
        return new Recognition(doubts.recognised, doubts.uncertain);
    }

    private void take(Place place) {
        int page = place.page().orElse(0);
        Reading reading = pages.get(page);
        if (reading == null) return;
        recognised.add(new Span(place.start(), place.end()));
        mark(place, reading);
        // A paragraph may go on on the next page.
        Reading next = pages.get(page + 1);
        if (next != null) mark(place, next);
    }

    private void mark(Place place, Reading reading) {
        String text = source.substring(place.start(), place.end());
        for (String word : reading.uncertain())
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
                if (standsAlone(text, at, at + word.length())) {
                    var span = new Span(place.start() + at, place.start() + at + word.length());
                    if (!uncertain.contains(span)) uncertain.add(span);
                }
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }
}
