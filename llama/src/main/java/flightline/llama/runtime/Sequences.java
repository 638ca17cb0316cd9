package flightline.llama.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of a context: which tokens each holds, and who writes there. What a finished text leaves behind stays until
 * its place is needed, so that the next prompt that begins alike is not read again. The worker alone uses it.
 */
final class Sequences {
    private final LoadedContext context;
    private final int size;
    private final List<Sequence> all = new ArrayList<>();
    private long clock;

    Sequences(LoadedContext context, int count) {
        this.context = context;
        this.size = context.size();
        for (int id = 0; id < count; id++) all.add(new Sequence(id));
    }

    /** One sequence of the context. */
    static final class Sequence {
        final int id;
        private int[] tokens = new int[256];
        private int count;
        private int reserved;
        private long used;

        /** The text written here; null while nobody writes. */
        @Nullable
        Work work;

        Sequence(int id) {
            this.id = id;
        }

        /** Tokens read and remembered. */
        int count() {
            return count;
        }

        void append(int token) {
            if (count == tokens.length) tokens = Arrays.copyOf(tokens, 2 * count);
            tokens[count++] = token;
        }

        private int alike(int[] prompt) {
            int alike = Arrays.mismatch(tokens, 0, count, prompt, 0, prompt.length);
            return alike < 0 ? count : alike;
        }
    }

    /** What is to be read and written in a sequence: the prompt, and after it every token chosen. */
    static final class Work {
        final Writing writing;
        final TokenChoice choice;
        private final int prompt;
        private int[] tokens;
        private int length;

        Work(Writing writing, TokenChoice choice, int[] prompt) {
            this.writing = writing;
            this.choice = choice;
            this.prompt = prompt.length;
            this.tokens = prompt;
            this.length = prompt.length;
        }

        int length() {
            return length;
        }

        int token(int at) {
            return tokens[at];
        }

        void append(int token) {
            if (length == tokens.length) tokens = Arrays.copyOf(tokens, 2 * length);
            tokens[length++] = token;
        }
    }

    List<Sequence> working() {
        return all.stream().filter(sequence -> sequence.work != null).toList();
    }

    /**
     * A sequence for a prompt, with as much of it remembered as any sequence holds; the last token is always read, as what
     * follows it is asked. Empty while there is no place.
     *
     * @param most tokens to be written
     */
    Optional<Sequence> place(int[] prompt, int most) {
        Sequence alike = all.getFirst();
        for (Sequence one : all) if (one.alike(prompt) > alike.alike(prompt)) alike = one;
        int shared = whole(Math.min(alike.alike(prompt), prompt.length - 1));
        Optional<Sequence> free = free(alike, shared);
        int need = (int) Math.min(size, (long) prompt.length + most);
        if (free.isEmpty() || !makeRoom(need, free.get(), alike)) return Optional.empty();
        Sequence place = free.get();
        if (place != alike) {
            clear(place);
            shared = Math.min(shared, whole(alike.count)); // Its place may have been needed.
            if (shared > 0) context.share(alike.id, place.id, shared);
            place.tokens = Arrays.copyOf(prompt, Math.max(256, prompt.length));
        } else {
            context.forget(place.id, shared);
        }
        place.count = shared;
        place.reserved = need;
        place.used = ++clock;
        return Optional.of(place);
    }

    /** The writing there is over; the prompt that was read stays as long as there is room. */
    void leave(Sequence sequence) {
        Work work = sequence.work;
        if (work != null && sequence.count > work.prompt) {
            // What was written was read token by token, which rounds otherwise than a prompt of the same words.
            sequence.count = work.prompt;
            context.forget(sequence.id, sequence.count);
        }
        sequence.work = null;
        sequence.reserved = 0;
        sequence.used = ++clock;
    }

    /** What a broken-off reading may have left behind the tokens that are remembered. */
    void mend(Sequence sequence) {
        context.forget(sequence.id, sequence.count);
    }

    /** Goes on where most is alike, unless that would throw away more than it saves; then where longest nobody was. */
    private Optional<Sequence> free(Sequence alike, int shared) {
        if (alike.work == null && 2 * shared >= alike.count) return Optional.of(alike);
        Sequence oldest = null;
        for (Sequence one : all)
            if (one.work == null && one != alike && (oldest == null || one.used < oldest.used)) oldest = one;
        if (oldest == null && alike.work == null) oldest = alike;
        return Optional.ofNullable(oldest);
    }

    private boolean makeRoom(int need, Sequence place, Sequence alike) {
        while (taken(place) + need > size) {
            Sequence oldest = null;
            for (Sequence one : all)
                if (one.work == null && one.count > 0 && one != place && one != alike)
                    if (oldest == null || one.used < oldest.used) oldest = one;
            if (oldest == null && alike != place && alike.work == null && alike.count > 0) oldest = alike;
            if (oldest == null) return false;
            clear(oldest);
        }
        return true;
    }

    /** As many tokens as whole portions have, so that every portion is read as it would be without any memory. */
    private static int whole(int tokens) {
        return tokens / LoadedContext.PORTION * LoadedContext.PORTION;
    }

    /** Tokens of all sequences but one, as if none shared any with another. */
    private int taken(Sequence except) {
        int taken = 0;
        for (Sequence one : all) if (one != except) taken += one.work == null ? one.count : one.reserved;
        return taken;
    }

    private void clear(Sequence sequence) {
        context.forget(sequence.id, 0);
        sequence.count = 0;
    }
}
