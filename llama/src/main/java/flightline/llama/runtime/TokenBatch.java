package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Tokens of one or several sequences that are read in one go. Filled anew for every step. */
final class TokenBatch {
    private final int most;
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment sequences;
    private final MemorySegment outputs;
    private final MemorySegment struct;
    private int count;

    TokenBatch(Arena arena, int most) {
        this.most = most;
        tokens = arena.allocate(JAVA_INT, most);
        positions = arena.allocate(JAVA_INT, most);
        sequences = arena.allocate(JAVA_INT, most);
        outputs = arena.allocate(most);
        MemorySegment ones = arena.allocate(JAVA_INT, most);
        MemorySegment pointers = arena.allocate(ADDRESS, most);
        for (int i = 0; i < most; i++) {
            ones.setAtIndex(JAVA_INT, i, 1);
            pointers.setAtIndex(ADDRESS, i, sequences.asSlice((long) i * Integer.BYTES, Integer.BYTES));
        }
        struct = arena.allocate(Layouts.BATCH);
        Layouts.set(struct, Layouts.BATCH, "token", tokens);
        Layouts.set(struct, Layouts.BATCH, "pos", positions);
        Layouts.set(struct, Layouts.BATCH, "n_seq_id", ones);
        Layouts.set(struct, Layouts.BATCH, "seq_id", pointers);
        Layouts.set(struct, Layouts.BATCH, "logits", outputs);
    }

    void clear() {
        count = 0;
    }

    int room() {
        return most - count;
    }

    /**
     * Adds a token.
     *
     * @param position in its sequence, from 0
     * @param output whether the likelihoods of what follows it are asked for
     * @return its place in the batch, from 0
     */
    int add(int token, int position, int sequence, boolean output) {
        tokens.setAtIndex(JAVA_INT, count, token);
        positions.setAtIndex(JAVA_INT, count, position);
        sequences.setAtIndex(JAVA_INT, count, sequence);
        outputs.set(JAVA_BYTE, count, (byte) (output ? 1 : 0));
        return count++;
    }

    MemorySegment struct() {
        Layouts.set(struct, Layouts.BATCH, "n_tokens", count);
        return struct;
    }
}
