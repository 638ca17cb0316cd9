package flightline.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What the pieces of a passage mean, a byte for each number of a vector: they are compared with a few questions' vectors and
 * never sought among all, so that a quarter of the room is enough.
 */
final class PieceVectors {
    /** Of a passage that is a piece by itself, or was taken in before pieces were kept. */
    static final PieceVectors NONE = new PieceVectors(List.of());

    private static final int LARGEST = Byte.MAX_VALUE;

    private final List<Piece> pieces;

    /** @param step what one in a byte stands for */
    @SuppressWarnings("ArrayRecordComponent") // never handed out
    private record Piece(double step, byte[] numbers) {
        static Piece of(float[] vector) {
            float most = 0;
            for (float number : vector) most = Math.max(most, Math.abs(number));
            double step = most == 0 ? 1 : (double) most / LARGEST;
            byte[] numbers = new byte[vector.length];
            for (int i = 0; i < vector.length; i++) numbers[i] = (byte) Math.round(vector[i] / step);
            return new Piece(step, numbers);
        }

        double dot(float[] other) {
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) sum += numbers[i] * other[i];
            return sum * step;
        }
    }

    private PieceVectors(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    static PieceVectors of(List<float[]> vectors) {
        return new PieceVectors(vectors.stream().map(Piece::of).toList());
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** The greatest product with a vector of the same length; there must be pieces. */
    double nearest(float[] vector) {
        return pieces.stream().mapToDouble(piece -> piece.dot(vector)).max().orElseThrow();
    }

    void write(StoredWriter out) {
        out.number(pieces.size());
        for (Piece piece : pieces) out.fraction(piece.step).data(piece.numbers);
    }

    static PieceVectors read(StoredReader in) {
        var pieces = new ArrayList<Piece>();
        for (int left = in.number(); left > 0; left--) pieces.add(new Piece(in.fraction(), in.data()));
        return new PieceVectors(pieces);
    }
}
