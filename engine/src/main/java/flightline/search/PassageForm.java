package flightline.search;

import flightline.corpus.Applicability;
import flightline.corpus.Box;
import flightline.corpus.Passage;
import flightline.corpus.PassageKind;
import flightline.corpus.Place;
import flightline.corpus.Reading;
import flightline.corpus.SafetyKind;
import flightline.corpus.SafetyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.util.BytesRef;

/** A passage as bytes, as the index stores it. */
final class PassageForm {
    private PassageForm() {}

    static byte[] write(Passage passage, PieceVectors pieces) {
        var out = new StoredWriter()
                .number(passage.ordinal())
                .text(passage.kind().name())
                .texts(passage.path())
                .text(passage.text())
                .text(passage.context());
        place(passage.place(), out);
        out.number(passage.safety().size());
        for (var safety : passage.safety()) {
            out.text(safety.kind().name()).text(safety.text());
            place(safety.place(), out);
        }
        out.text(passage.applicability().canonical())
                .number(passage.firstBlock())
                .number(passage.lastBlock())
                .number(passage.reading().recognised() ? 1 : 0)
                .texts(passage.reading().uncertain());
        if (!pieces.isEmpty()) pieces.write(out);
        return out.bytes();
    }

    /** A passage with what its pieces mean. */
    record Whole(Passage passage, PieceVectors pieces) {}

    static Whole whole(BytesRef bytes) {
        var in = new StoredReader(bytes);
        Passage passage = passage(in);
        return new Whole(passage, in.more() ? PieceVectors.read(in) : PieceVectors.NONE);
    }

    /** The bytes that are the passage itself, without what its pieces mean. */
    static BytesRef alone(BytesRef bytes) {
        var in = new StoredReader(bytes);
        passage(in);
        return new BytesRef(bytes.bytes, bytes.offset, in.length());
    }

    static Passage read(BytesRef bytes) {
        return passage(new StoredReader(bytes));
    }

    private static Passage passage(StoredReader in) {
        int ordinal = in.number();
        var kind = PassageKind.valueOf(in.text());
        var path = in.texts();
        String text = in.text();
        String context = in.text();
        Place place = place(in);
        var safety = new ArrayList<SafetyText>();
        for (int left = in.number(); left > 0; left--)
            safety.add(new SafetyText(SafetyKind.valueOf(in.text()), in.text(), place(in)));
        var applicability = Applicability.parse(in.text());
        int first = in.number();
        int last = in.number();
        // An index written before text was recognised ends here.
        Reading reading = in.more() ? reading(in.number() == 1, in.texts()) : Reading.CHARACTERS;
        return new Passage(ordinal, kind, path, text, context, place, safety, applicability, first, last, reading);
    }

    private static Reading reading(boolean recognised, List<String> uncertain) {
        return recognised ? new Reading(true, uncertain) : Reading.CHARACTERS;
    }

    private static void place(Place place, StoredWriter out) {
        out.number(place.start())
                .number(place.end())
                .number(place.page().orElse(0))
                .number(place.box().isPresent() ? 1 : 0);
        place.box()
                .ifPresent(box -> out.fraction(box.left())
                        .fraction(box.bottom())
                        .fraction(box.right())
                        .fraction(box.top()));
    }

    private static Place place(StoredReader in) {
        int start = in.number();
        int end = in.number();
        int page = in.number();
        Optional<Box> box = in.number() == 0
                ? Optional.empty()
                : Optional.of(new Box(in.fraction(), in.fraction(), in.fraction(), in.fraction()));
        return new Place(start, end, page == 0 ? OptionalInt.empty() : OptionalInt.of(page), box);
    }
}
