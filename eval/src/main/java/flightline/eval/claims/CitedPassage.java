package flightline.eval.claims;

import flightline.corpus.Citation;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.PassageKind;
import flightline.corpus.Place;
import flightline.corpus.SafetyText;
import java.util.List;

/**
 * A real passage that statements are derived from.
 *
 * @param id of its own among all passages
 * @param safety warnings and cautions that go with it
 */
record CitedPassage(String id, String document, PassageKind kind, String text, List<SafetyText> safety) {
    CitedPassage {
        safety = List.copyOf(safety);
    }

    /** Whether it was left alone while the verifier was tuned: by the hash of its text, so about every other one. */
    boolean setAside() {
        return (ContentHash.of(text).hex().charAt(0) & 1) == 1;
    }

    /** A citation of a text that stands by itself. */
    static Citation citation(String document, String text) {
        return new Citation(
                new DocumentId(document),
                "",
                true,
                document,
                List.of(),
                Place.of(0, text.length()),
                text,
                ContentHash.of(text));
    }
}
