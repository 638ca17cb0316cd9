package flightline.search;

import java.util.List;

/**
 * What a passage means.
 *
 * @param whole of unit length
 * @param pieces the same for each of its pieces, where it has several
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and compared by nobody
record Meant(float[] whole, PieceVectors pieces) {
    /** @param vectors of the whole, then of its pieces */
    static Meant of(List<float[]> vectors) {
        return new Meant(vectors.getFirst(), PieceVectors.of(vectors.subList(1, vectors.size())));
    }

    /** As it was read back. */
    static Meant of(Card card) {
        return new Meant(card.vector(), PassageForm.whole(card.bytes()).pieces());
    }
}
