package flightline.llama.runtime;

import flightline.llama.runtime.Sequences.Sequence;
import flightline.llama.runtime.Sequences.Work;
import flightline.model.Prompt.Form;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one worker that all texts of a model are written by, several side by side. All native calls on a context are made here, which is what
 * makes them safe.
 */
final class WritingDesk {
    private static final int DONE = 0;
    private static final int BROKEN_OFF = 2;

    private final Native calls;
    private final NativeLog log;
    private final LoadedModel model;
    private final Conversation conversation;
    private final BlockingQueue<Writing> arrivals = new LinkedBlockingQueue<>();
    private final Deque<Writing> waiting = new ArrayDeque<>();
    private volatile boolean closed;
    private volatile @Nullable RuntimeException broken;
    private volatile List<Writing> inStep = List.of();
    private @Nullable FirstBytes firstBytes;

    WritingDesk(Native calls, NativeLog log, LoadedModel model, Conversation conversation) {
        this.calls = calls;
        this.log = log;
        this.model = model;
        this.conversation = conversation;
    }

    void ask(Writing writing) {
        arrivals.add(writing);
    }

    /** The worker's thread is interrupted besides, as it may be waiting for work. */
    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    /** Asked by the library in the middle of a step: somebody in it has had enough, and the others are read again. */
    boolean breaksOff() {
        if (closed) return true;
        for (Writing writing : inStep) if (writing.dropped()) return true;
        return false;
    }

    /** Writes until closed; then everything that was asked is cancelled. */
    void work(LoadedContext context, int atOnce) {
        var sequences = new Sequences(context, atOnce);
        try (Arena arena = Arena.ofConfined()) {
            var batch = new TokenBatch(arena, LoadedContext.PORTION);
            while (!closed) {
                if (!welcome(sequences)) continue;
                seat(sequences, context);
                removeDropped(sequences);
                step(sequences, context, batch);
            }
        } catch (RuntimeException e) {
            broken = e;
        } finally {
            closed = true;
            end(sequences);
        }
    }

    /** The fault that ended the worker; null while there is none. */
    @Nullable
    RuntimeException broken() {
        return broken;
    }

    /** Takes in who has come; false if nobody is there and the waiting was broken off. */
    private boolean welcome(Sequences sequences) {
        arrivals.drainTo(waiting);
        waiting.removeIf(Writing::dropped);
        if (!waiting.isEmpty() || !sequences.working().isEmpty()) return true;
        try {
            waiting.add(arrivals.take());
            return true;
        } catch (InterruptedException e) {
            return false; // close() wakes the worker so; the flag is looked at next.
        }
    }

    /** First come, first seated: a long prompt is not overtaken for ever by short ones. */
    private void seat(Sequences sequences, LoadedContext context) {
        while (!waiting.isEmpty()) {
            Writing writing = waiting.getFirst();
            int[] prompt = writing.prompt;
            if (prompt == null) {
                prompt = conversation.tokens(writing.ask.turns());
                writing.prompt = prompt;
            }
            if (prompt.length >= context.size()) {
                writing.began(prompt.length, 0);
                writing.failed("the prompt has " + prompt.length + " tokens, and the context holds " + context.size()
                        + " for prompt and answer together");
                waiting.removeFirst();
                continue;
            }
            Optional<Sequence> place = sequences.place(prompt, writing.ask.mostTokens());
            if (place.isEmpty()) return;
            waiting.removeFirst();
            writing.began(prompt.length, place.get().count());
            begin(place.get(), writing, prompt, sequences);
        }
    }

    private void begin(Sequence place, Writing writing, int[] prompt, Sequences sequences) {
        String grammar;
        switch (grammar(writing.ask.form())) {
            case SchemaGrammar.Outcome.Written written -> grammar = written.gbnf();
            case SchemaGrammar.Outcome.Refused refused -> {
                sequences.leave(place);
                writing.failed(refused.why());
                return;
            }
        }
        log.clear();
        Optional<TokenChoice> choice = TokenChoice.of(calls, model, writing.ask.sampling(), grammar, this::firstBytes);
        if (choice.isEmpty()) {
            sequences.leave(place);
            writing.failed("the grammar cannot be read: " + log.said());
            return;
        }
        place.work = new Work(writing, choice.get(), prompt);
    }

    private static SchemaGrammar.Outcome grammar(Form form) {
        return switch (form) {
            case Form.Free ignored -> new SchemaGrammar.Outcome.Written("");
            case Form.Grammar given ->
                GrammarSyntax.wrong(given.gbnf())
                        .<SchemaGrammar.Outcome>map(
                                why -> new SchemaGrammar.Outcome.Refused("the grammar cannot be read: " + why))
                        .orElseGet(() -> new SchemaGrammar.Outcome.Written(given.gbnf()));
            case Form.Schema schema -> SchemaGrammar.of(schema.schema());
        };
    }

    private void removeDropped(Sequences sequences) {
        for (Sequence one : sequences.working()) {
            Work work = one.work;
            if (work != null && work.writing.dropped()) leave(sequences, one, work);
        }
    }

    /** A token more for each text that is being written, and a portion more of each prompt that is not yet read. */
    private void step(Sequences sequences, LoadedContext context, TokenBatch batch) {
        List<Sequence> writing = new ArrayList<>();
        for (Sequence one : sequences.working()) {
            Work work = one.work;
            if (work == null) continue;
            if (one.count() == work.length() - 1) writing.add(one);
            else read(sequences, context, batch, List.of(one));
        }
        if (!writing.isEmpty()) read(sequences, context, batch, writing);
    }

    private void read(Sequences sequences, LoadedContext context, TokenBatch batch, List<Sequence> together) {
        batch.clear();
        Map<Sequence, Integer> added = new LinkedHashMap<>();
        Map<Sequence, Integer> outputs = new LinkedHashMap<>();
        List<Writing> writers = new ArrayList<>();
        for (Sequence one : together) {
            Work work = one.work;
            if (work == null) continue;
            int portion = LoadedContext.PORTION - one.count() % LoadedContext.PORTION;
            int length = Math.min(work.length() - one.count(), Math.min(portion, batch.room()));
            for (int i = 0; i < length; i++) {
                int at = one.count() + i;
                boolean last = at == work.length() - 1;
                int place = batch.add(work.token(at), at, one.id, last);
                if (last) outputs.put(one, place);
            }
            added.put(one, length);
            writers.add(work.writing);
        }
        inStep = List.copyOf(writers);
        log.clear();
        int outcome = context.read(batch);
        inStep = List.of();
        if (outcome == DONE) {
            added.forEach((one, length) -> remember(one, length));
            outputs.forEach((one, place) -> write(sequences, context, one, place));
            return;
        }
        for (Sequence one : added.keySet()) sequences.mend(one);
        if (outcome != BROKEN_OFF)
            for (Sequence one : added.keySet()) {
                Work work = one.work;
                if (work == null) continue;
                work.writing.failed("llama.cpp could not read on (" + outcome + "): " + log.said());
                leave(sequences, one, work);
            }
    }

    private static void remember(Sequence one, int length) {
        Work work = one.work;
        if (work == null) return;
        for (int i = 0; i < length; i++) one.append(work.token(one.count()));
    }

    private void write(Sequences sequences, LoadedContext context, Sequence one, int place) {
        Work work = one.work;
        if (work == null) return;
        Writing writing = work.writing;
        if (!numbers(context.likelihoods(place, model.vocabularySize()))) {
            // The library ends the process when it is to choose among these.
            writing.failed("the model's numbers are none; its file is damaged");
            leave(sequences, one, work);
            return;
        }
        int token = work.choice.next(context, place);
        if (token < 0) {
            writing.failed("the grammar admits no token of this model's vocabulary here");
        } else if (model.ends(token)) {
            writing.finished();
        } else if (!writing.wrote(model.piece(token), one.count() + 1 >= context.size())) {
            work.append(token);
            return;
        }
        leave(sequences, one, work);
    }

    /** Whether all likelihoods are numbers: one that is not makes the sum none. */
    private static boolean numbers(MemorySegment likelihoods) {
        float sum = 0;
        long count = likelihoods.byteSize() / Float.BYTES;
        for (long i = 0; i < count; i++) sum += likelihoods.getAtIndex(ValueLayout.JAVA_FLOAT, i) * 0;
        return sum == 0;
    }

    private static void leave(Sequences sequences, Sequence one, Work work) {
        work.choice.close();
        sequences.leave(one);
    }

    private void end(Sequences sequences) {
        for (Sequence one : sequences.working()) {
            Work work = one.work;
            if (work == null) continue;
            work.writing.cancelled();
            leave(sequences, one, work);
        }
        arrivals.drainTo(waiting);
        waiting.forEach(Writing::cancelled);
        waiting.clear();
    }

    private FirstBytes firstBytes() {
        FirstBytes held = firstBytes;
        if (held == null) {
            held = new FirstBytes(model);
            firstBytes = held;
        }
        return held;
    }
}
