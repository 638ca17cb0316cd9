package flightline.flow;

import flightline.archive.ShadowBook;
import flightline.archive.ShadowBook.Shadow;
import flightline.diagnosis.Numbered;
import flightline.diagnosis.VerifiedBrief;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has a candidate answer what was just answered, once nobody is being answered any more, and counts how the two differ. What the
 * candidate says is compared and thrown away: nobody sees it.
 *
 * <p>Whoever asks does not wait for it: requests go into a short queue, and what finds it full is dropped and counted; the candidate begins only
 * where nobody waits for an answer, and stops at its next word as soon as somebody does.
 */
public final class ShadowRun implements Aside, AutoCloseable {
    static final String ALIKE = "alike";
    static final String OTHER_WORDS = "other words, same citations";
    static final String OTHER_CITATIONS = "other citations";
    static final String OTHER_OUTCOME = "other outcome";
    static final String NOT_WRITTEN = "candidate's words did not stand";
    static final String BROKEN_OFF = "broken off, for somebody asked";
    static final String DROPPED = "dropped";
    static final String FAILED = "candidate could not answer";
    private static final String SERVED_MILLIS = "milliseconds in service";
    private static final String CANDIDATE_MILLIS = "milliseconds of the candidate";

    private static final int MOST_WAITING = 8;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ShadowBook book;
    private final Function<Shadow, Candidate> candidates;
    private final LongSupplier nanos;
    private final BlockingQueue<Served> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger answering = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean goesOn;
    private volatile boolean closed;
    private volatile boolean brokenOff;
    private long looked;
    private Optional<Shadow> shadow = Optional.empty();
    private @Nullable Candidate candidate;
    private @Nullable Thread worker;

    /** Answers as the product would with another model writing. */
    public interface Candidate extends AutoCloseable {
        Answer answer(Posed posed);

        @Override
        void close();
    }

    /** What was answered. */
    private record Served(Posed posed, Answer answer) {}

    /** @param candidates opens one; throws where it cannot, with why */
    public ShadowRun(ShadowBook book, Function<Shadow, Candidate> candidates, LongSupplier nanos) {
        this.book = book;
        this.candidates = candidates;
        this.nanos = nanos;
        this.looked = nanos.getAsLong() - LOOK_AGAIN.toNanos();
    }

    @Override
    public void begun() {
        answering.incrementAndGet();
    }

    @Override
    public void ended(Posed posed, Optional<Answer> answer) {
        answering.decrementAndGet();
        if (goesOn && answer.isPresent() && !queue.offer(new Served(posed, answer.get()))) dropped.incrementAndGet();
    }

    /** Works until it is closed, on a thread of its own; what yields is each piece of work, see {@link #yielding}. */
    public void begin() {
        Thread thread = Thread.ofPlatform().daemon().name("shadow").unstarted(this::work);
        worker = thread;
        thread.start();
    }

    private void work() {
        try {
            while (!closed) turn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    private void turn() throws InterruptedException {
        try {
            look();
            Served served = queue.poll(1, TimeUnit.SECONDS);
            while (served != null && answering.get() > 0 && !closed) Thread.sleep(PAUSE);
            if (served != null && !closed) compare(served);
        } catch (UncheckedIOException away) {
            // A database that is gone for a while: what was compared is not counted, and the next look tells how it
            // stands.
        }
    }

    /** Sees whether an administrator started or stopped a run, here or in another process. */
    void look() {
        if (nanos.getAsLong() - looked < LOOK_AGAIN.toNanos()) return;
        looked = nanos.getAsLong();
        Optional<Shadow> now = book.read().filter(Shadow::goesOn);
        if (now.map(Shadow::began).equals(shadow.map(Shadow::began))) return;
        leave();
        shadow = now;
        goesOn = now.isPresent();
    }

    /** Compares what waits first; for those who do not begin the thread. */
    void next() {
        Served served = queue.poll();
        if (served != null) compare(served);
    }

    private void compare(Served served) {
        Optional<Shadow> run = shadow;
        if (run.isEmpty()) return;
        Map<String, Long> counts;
        try {
            Candidate asked = candidate;
            if (asked == null) {
                asked = candidates.apply(run.get());
                candidate = asked;
            }
            brokenOff = false;
            long began = nanos.getAsLong();
            Answer other = asked.answer(served.posed);
            long millis = (nanos.getAsLong() - began) / 1_000_000;
            counts = brokenOff
                    ? Map.of(BROKEN_OFF, 1L)
                    : Map.of(
                            word(served.answer, other),
                            1L,
                            SERVED_MILLIS,
                            Math.round(served.answer.head().millis().total()),
                            CANDIDATE_MILLIS,
                            millis);
        } catch (RuntimeException e) {
            // A candidate that fails is worth knowing of; the service goes on.
            counts = Map.of(FAILED, 1L);
        }
        Map<String, Long> all = new java.util.TreeMap<>(counts);
        long lost = dropped.getAndSet(0);
        if (lost > 0) all.put(DROPPED, lost);
        book.change(held -> held.began().equals(run.get().began()) ? held.with(all) : held);
    }

    private static String word(Answer served, Answer other) {
        if (!served.outcome().equals(other.outcome())) return OTHER_OUTCOME;
        if (!(served instanceof Answer.Brief(var head, var brief))
                || !(other instanceof Answer.Brief(var otherHead, var otherBrief))) return ALIKE;
        if (!otherHead.by().byModel()) return NOT_WRITTEN;
        if (!cited(brief).equals(cited(otherBrief))) return OTHER_CITATIONS;
        return Trail.said(brief).equals(Trail.said(otherBrief)) ? ALIKE : OTHER_WORDS;
    }

    /** Places that the statements rest on. */
    private static Set<String> cited(VerifiedBrief brief) {
        Set<String> ids = brief.statements().stream()
                .flatMap(statement -> statement.citations().stream())
                .collect(Collectors.toSet());
        return brief.findings().citations().stream()
                .filter(numbered -> ids.contains(numbered.id()))
                .map(Numbered::citation)
                .map(citation -> citation.document() + " " + citation.revision() + " " + citation.place())
                .collect(Collectors.toSet());
    }

    private void leave() {
        Candidate opened = candidate;
        candidate = null;
        goesOn = false;
        shadow = Optional.empty();
        queue.clear();
        if (opened != null) opened.close();
    }

    @Override
    public void close() {
        closed = true;
        Thread thread = worker;
        if (thread == null) {
            leave();
            return;
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same model, which stops at its next word once somebody is being answered, or this is closed. */
    public LanguageModel yielding(LanguageModel model) {
        return new LanguageModel() {
            @Override
            public ModelIdentity identity() {
                return model.identity();
            }

            @Override
            public Generation generate(Prompt prompt, Hearer hearer) {
                return model.generate(prompt, new Hearer() {
                    @Override
                    public void hear(String piece) {
                        hearer.hear(piece);
                    }

                    @Override
                    public boolean enough() {
                        if (closed || answering.get() > 0) brokenOff = true;
                        return brokenOff || hearer.enough();
                    }
                });
            }

            @Override
            public void close() {
                model.close();
            }
        };
    }
}
