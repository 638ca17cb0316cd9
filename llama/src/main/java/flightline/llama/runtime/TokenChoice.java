package flightline.llama.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import flightline.model.Prompt.Sampling;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Chooses the tokens of one text: by likelihood, seed and, if there is one, grammar. A token is chosen first and then
 * tried against the grammar; only if it does not fit are those that may fit looked for. One thread uses it.
 */
@SuppressWarnings("restricted") // native access is what this room is for
final class TokenChoice implements AutoCloseable {
    private static final int NONE = -1;

    private final Native calls;
    private final Supplier<FirstBytes> vocabulary;
    private final int vocabularySize;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment chain;
    private final MemorySegment grammar;
    private final MemorySegment array;
    private final MemorySegment one;
    private final LoadedModel model;
    private MemorySegment many = MemorySegment.NULL;
    /** Where in a character the text stands; kept only where there is a grammar. */
    private int character = Utf8.WHOLE;

    private TokenChoice(
            Native calls,
            LoadedModel model,
            Sampling sampling,
            Supplier<FirstBytes> vocabulary,
            MemorySegment grammar) {
        this.calls = calls;
        this.model = model;
        this.vocabulary = vocabulary;
        this.vocabularySize = model.vocabularySize();
        this.grammar = grammar;
        this.chain = chain(calls, sampling, arena);
        this.array = arena.allocate(Layouts.TOKEN_DATA_ARRAY);
        this.one = arena.allocate(Layouts.TOKEN_DATA);
    }

    /**
     * Empty where the grammar cannot be read.
     *
     * @param gbnf grammar of llama.cpp; empty for none
     */
    static Optional<TokenChoice> of(
            Native calls, LoadedModel model, Sampling sampling, String gbnf, Supplier<FirstBytes> vocabulary) {
        if (gbnf.isEmpty()) return Optional.of(new TokenChoice(calls, model, sampling, vocabulary, MemorySegment.NULL));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom(gbnf);
            MemorySegment root = arena.allocateFrom("root");
            MemorySegment words = model.vocabulary();
            MemorySegment found = Native.call(() -> (MemorySegment) calls.grammar.invokeExact(words, text, root));
            return found.equals(MemorySegment.NULL)
                    ? Optional.empty()
                    : Optional.of(new TokenChoice(calls, model, sampling, vocabulary, found));
        }
    }

    /** The next token after the one at a place of the batch read last; below 0 if the grammar admits none. */
    int next(LoadedContext context, int place) {
        MemorySegment address = context.address();
        int free = Native.call(() -> (int) calls.samplerSample.invokeExact(chain, address, place));
        if (grammar.equals(MemorySegment.NULL)) return free;
        int token = fits(free) ? free : chosenAmongFitting(context.likelihoods(place, vocabularySize));
        if (token < 0) return NONE;
        character = Utf8.after(character, model.piece(token));
        Native.run(() -> {
            calls.samplerAccept.invokeExact(grammar, token);
        });
        return token;
    }

    @Override
    public void close() {
        Native.run(() -> {
            calls.samplerFree.invokeExact(chain);
        });
        if (!grammar.equals(MemorySegment.NULL))
            Native.run(() -> {
                calls.samplerFree.invokeExact(grammar);
            });
        arena.close();
    }

    private boolean fits(int token) {
        if (Utf8.after(character, model.piece(token)) == Utf8.BROKEN) return false;
        if (character != Utf8.WHOLE && model.ends(token)) return false;
        put(one, 0, token, 0);
        sift(one, 1, grammar);
        return admitted(one, 0);
    }

    private int chosenAmongFitting(MemorySegment likelihoods) {
        FirstBytes words = vocabulary.get();
        if (many.equals(MemorySegment.NULL)) many = arena.allocate(Layouts.TOKEN_DATA, vocabularySize);
        boolean[] begins = fittingBeginnings(words);
        int count = 0;
        if (character == Utf8.WHOLE)
            for (int token : words.endings()) put(many, count++, token, likelihood(likelihoods, token));
        for (int first = 0; first < 256; first++)
            if (begins[first] && Utf8.after(character, first) != Utf8.BROKEN)
                for (int token : words.beginning(first))
                    if (words.goesOn(character, token)) put(many, count++, token, likelihood(likelihoods, token));
        sift(many, count, grammar);
        int fitting = 0;
        for (int i = 0; i < count; i++) if (admitted(many, i)) put(many, fitting++, id(many, i), logit(many, i));
        if (fitting == 0) return NONE;
        sift(many, fitting, chain);
        long selected = array.get(JAVA_LONG, Layouts.offset(Layouts.TOKEN_DATA_ARRAY, "selected"));
        MemorySegment data = array.get(ADDRESS, 0).reinterpret((selected + 1) * Layouts.TOKEN_DATA.byteSize());
        return id(data, selected);
    }

    /** Which bytes may come next. One without a token of its own cannot be tried and counts as fitting. */
    private boolean[] fittingBeginnings(FirstBytes words) {
        var begins = new boolean[256];
        int tried = 0;
        for (int first = 0; first < 256; first++) {
            if (words.alone(first) < 0) begins[first] = true;
            else put(many, tried++, words.alone(first), first);
        }
        sift(many, tried, grammar);
        for (int i = 0; i < tried; i++) if (admitted(many, i)) begins[(int) logit(many, i)] = true;
        return begins;
    }

    /** Has a sampler of the library go through candidates. */
    private void sift(MemorySegment candidates, int count, MemorySegment sampler) {
        array.set(ADDRESS, 0, candidates);
        array.set(JAVA_LONG, Layouts.offset(Layouts.TOKEN_DATA_ARRAY, "size"), count);
        array.set(JAVA_LONG, Layouts.offset(Layouts.TOKEN_DATA_ARRAY, "selected"), NONE);
        array.set(JAVA_BOOLEAN, Layouts.offset(Layouts.TOKEN_DATA_ARRAY, "sorted"), false);
        Native.run(() -> {
            calls.samplerApply.invokeExact(sampler, array);
        });
    }

    private static float likelihood(MemorySegment likelihoods, int token) {
        return likelihoods.getAtIndex(JAVA_FLOAT, token);
    }

    private static void put(MemorySegment candidates, long at, int token, float logit) {
        long start = at * Layouts.TOKEN_DATA.byteSize();
        candidates.set(JAVA_INT, start, token);
        candidates.set(JAVA_FLOAT, start + 4, logit);
        candidates.set(JAVA_FLOAT, start + 8, 0f);
    }

    private static int id(MemorySegment candidates, long at) {
        return candidates.get(JAVA_INT, at * Layouts.TOKEN_DATA.byteSize());
    }

    private static float logit(MemorySegment candidates, long at) {
        return candidates.get(JAVA_FLOAT, at * Layouts.TOKEN_DATA.byteSize() + 4);
    }

    private static boolean admitted(MemorySegment candidates, long at) {
        return logit(candidates, at) != Float.NEGATIVE_INFINITY;
    }

    private static MemorySegment chain(Native calls, Sampling sampling, Arena arena) {
        MemorySegment params = arena.allocate(Layouts.CHAIN_PARAMS);
        params.set(JAVA_BOOLEAN, 0, true);
        MemorySegment chain = Native.call(() -> (MemorySegment) calls.chainInit.invokeExact(params));
        if (sampling.temperature() == 0) {
            add(calls, chain, Native.call(() -> (MemorySegment) calls.greedy.invokeExact()));
            return chain;
        }
        float temperature = (float) sampling.temperature();
        float share = (float) sampling.topP();
        int seed = seed(sampling.seed());
        add(calls, chain, Native.call(() -> (MemorySegment) calls.temperature.invokeExact(temperature)));
        if (share < 1) add(calls, chain, Native.call(() -> (MemorySegment) calls.topP.invokeExact(share, 1L)));
        add(calls, chain, Native.call(() -> (MemorySegment) calls.draw.invokeExact(seed)));
        return chain;
    }

    private static void add(Native calls, MemorySegment chain, MemorySegment sampler) {
        Native.run(() -> {
            calls.chainAdd.invokeExact(chain, sampler);
        });
    }

    /** The library's seeds have 32 bits, and all of them set means a different seed every time. */
    private static int seed(long seed) {
        int folded = (int) (seed ^ (seed >>> 32));
        return folded == -1 ? -2 : folded;
    }
}
