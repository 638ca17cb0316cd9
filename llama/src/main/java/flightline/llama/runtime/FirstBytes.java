package flightline.llama.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vocabulary by the first byte of its tokens. A grammar that stands before a quotation mark admits only tokens that
 * begin with one: trying these instead of all is what keeps writing in a form as quick as writing freely.
 */
final class FirstBytes {
    private final int[][] tokens = new int[256][];
    private final int[] alone = new int[256];
    private final int[] endings;
    /** Bytes of each token that has more than signs of ASCII; empty for the others. */
    private final byte[][] beyondAscii;

    FirstBytes(LoadedModel model) {
        var byFirst = new int[256][];
        var counts = new int[256];
        List<Integer> ends = new ArrayList<>();
        Arrays.fill(alone, -1);
        for (int i = 0; i < 256; i++) byFirst[i] = new int[16];
        int size = model.vocabularySize();
        beyondAscii = new byte[size][];
        Arrays.fill(beyondAscii, new byte[0]);
        for (int token = 0; token < size; token++) {
            if (model.ends(token)) {
                ends.add(token);
                continue;
            }
            byte[] piece = model.piece(token);
            if (piece.length == 0) continue;
            int first = piece[0] & 0xff;
            for (byte one : piece) if (one < 0) beyondAscii[token] = piece;
            if (piece.length == 1 && alone[first] < 0) alone[first] = token;
            if (counts[first] == byFirst[first].length)
                byFirst[first] = Arrays.copyOf(byFirst[first], 2 * counts[first]);
            byFirst[first][counts[first]++] = token;
        }
        for (int i = 0; i < 256; i++) tokens[i] = Arrays.copyOf(byFirst[i], counts[i]);
        endings = ends.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether a token goes on well with a text that stands so in a character. */
    boolean goesOn(int state, int token) {
        byte[] piece = beyondAscii[token];
        return piece.length == 0 ? state == Utf8.WHOLE : Utf8.after(state, piece) != Utf8.BROKEN;
    }

    /** Tokens that begin with a byte. */
    int[] beginning(int first) {
        return tokens[first];
    }

    /** The token that is this byte and nothing more; below 0 if there is none. */
    int alone(int first) {
        return alone[first];
    }

    /** Tokens that end the writing. */
    int[] endings() {
        return endings;
    }
}
