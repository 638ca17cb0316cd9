package flightline.ingest;

import flightline.corpus.Block;
import flightline.corpus.Fact;
import flightline.corpus.Place;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import flightline.ingest.labels.LabelledPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what a document states: every fact with the place of its words. */
final class StatedFacts {
    private final StructuredDocument document;
    private final String text;
    private final List<Fact> facts = new ArrayList<>();

    StatedFacts(StructuredDocument document) {
        this.document = document;
        this.text = document.sourceText();
    }

    StructuredDocument document() {
        return document;
    }

    String text() {
        return text;
    }

    List<Fact> facts() {
        return facts;
    }

    boolean has(Fact.Kind kind) {
        return facts.stream().anyMatch(fact -> fact.kind() == kind);
    }

    /** Adds the words between two offsets of the source text, unless the same was added before. */
    void quote(Fact.Kind kind, int start, int end) {
        if (text.substring(start, end).isBlank()) return;
        add(Fact.quoted(kind, text, place(start, end)));
    }

    void state(Fact.Kind kind, String value, int start, int end) {
        if (!value.isBlank()) add(new Fact(kind, value, place(start, end)));
    }

    private void add(Fact fact) {
        boolean known = fact.kind() != Fact.Kind.COMPLIANCE
                && facts.stream()
                        .anyMatch(f -> f.kind() == fact.kind() && f.value().equals(fact.value()));
        if (!known) facts.add(fact);
    }

    /** States the date in the first group of the first pattern that is found. */
    void date(Fact.Kind kind, List<Pattern> forms) {
        for (Pattern form : forms) {
            Matcher m = form.matcher(text);
            while (m.find()) {
                var date = WrittenDate.parse(m.group(1));
                if (date.isEmpty()) continue;
                state(kind, date.get().toString(), m.start(1), m.end(1));
                return;
            }
        }
    }

    /** Quotes the first group of the first match. */
    boolean first(Fact.Kind kind, Pattern form) {
        Matcher m = form.matcher(text);
        if (!m.find()) return false;
        quote(kind, m.start(1), m.end(1));
        return true;
    }

    /** Quotes every sentence, between two offsets, in which the words stand; returns whether there was one. */
    boolean sentence(Fact.Kind kind, Pattern words, int from, int to) {
        Matcher m = words.matcher(text).region(from, to);
        if (!m.find()) return false;
        int start = from;
        for (int end = Supersession.end(text, start);
                end <= m.start() && end < to;
                end = Supersession.end(text, start)) {
            start = end;
            while (start < to && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '.')) start++;
        }
        quote(kind, start, Math.min(Supersession.end(text, Math.max(start, m.end())), to));
        return true;
    }

    /** Blocks that are no headings under a heading whose words match. */
    List<Block> under(Pattern heading) {
        return document.blocks().stream()
                .filter(b -> !(b.block() instanceof Block.Heading))
                .filter(b -> b.path().stream().anyMatch(h -> heading.matcher(h).find()))
                .map(PlacedBlock::block)
                .toList();
    }

    /** Where the blocks under such a heading stand, else what stands under such a label of the text. */
    List<Place> said(Pattern heading) {
        List<Block> under = under(heading);
        return under.isEmpty()
                ? labelled(heading)
                : under.stream().map(Block::place).toList();
    }

    /** What stands under labels of the text whose words match, in order. */
    List<Place> labelled(Pattern label) {
        return labelled().stream()
                .filter(part -> label.matcher(part.label()).find() && part.end() > part.start())
                .map(part -> place(part.start(), part.end()))
                .toList();
    }

    /** Parts of the text under labels that no format marks as headings. */
    List<LabelledPart> labelled() {
        return LabelledPart.of(text);
    }

    private Place place(int start, int end) {
        OptionalInt page = OptionalInt.empty();
        for (PlacedBlock placed : document.blocks()) {
            Place at = placed.block().place();
            if (at.start() > start) break;
            page = at.page();
        }
        return new Place(start, end, page, Optional.empty());
    }
}
