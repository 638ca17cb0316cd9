package flightline.search;

import flightline.corpus.Fact;
import flightline.corpus.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a document states, as the catalogue stores it; boxes on pages are left to the archive. */
final class FactForm {
    private FactForm() {}

    static void write(List<Fact> facts, StoredWriter out) {
        out.number(facts.size());
        for (Fact fact : facts)
            out.text(fact.kind().name())
                    .text(fact.value())
                    .number(fact.place().start())
                    .number(fact.place().end())
                    .number(fact.place().page().orElse(0));
    }

    static List<Fact> read(StoredReader in) {
        int size = in.number();
        var facts = new ArrayList<Fact>(size);
        for (int i = 0; i < size; i++) {
            Fact.Kind kind = Fact.Kind.valueOf(in.text());
            facts.add(new Fact(kind, in.text(), place(in.number(), in.number(), in.number())));
        }
        return facts;
    }

    private static Place place(int start, int end, int page) {
        return new Place(start, end, page > 0 ? OptionalInt.of(page) : OptionalInt.empty(), Optional.empty());
    }
}
