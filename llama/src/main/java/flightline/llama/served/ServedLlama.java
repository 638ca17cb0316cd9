package flightline.llama.served;

import flightline.llama.egress.Egress;
import flightline.llama.egress.Line;
import flightline.model.Generation;
import flightline.model.Generation.Usage;
import flightline.model.LanguageModel;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Llama on other machines. Several servers of one model take turns; one that fails before it has written anything is
 * replaced by the next, as far as the budget for retries goes.
 *
 * <p>A server is not believed: whoever answers under another model's name, ends without saying why, or writes more than
 * was asked for, has failed or is cut off.
 */
public final class ServedLlama implements LanguageModel {
    /** How long to wait between looks at whether the one who asks has had enough. */
    private static final long LOOK_MILLIS = 20;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final List<Endpoint> endpoints;
    private final Rota rota;
    private final RetryBudget budget = new RetryBudget();
    private final LongSupplier nanos;
    private final Line line;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param endpoints at least one; all serve the same model
     * @param egress the way to them
     * @param nanos a clock for durations
     */
    public ServedLlama(List<Endpoint> endpoints, Egress egress, LongSupplier nanos) {
        if (endpoints.isEmpty()) throw new IllegalArgumentException("a served model needs at least one endpoint");
        this.endpoints = List.copyOf(endpoints);
        this.rota = new Rota(endpoints, nanos);
        this.nanos = nanos;
        this.line = egress.line(CONNECT);
    }

    @Override
    public ModelIdentity identity() {
        int context = endpoints.stream().mapToInt(Endpoint::contextTokens).min().orElse(0);
        return new ModelIdentity("served", endpoints.getFirst().model(), "", context);
    }

    @Override
    public Generation generate(Prompt prompt, Hearer hearer) {
        long until = nanos.getAsLong() + prompt.deadline().toNanos();
        budget.requested();
        while (true) {
            Endpoint endpoint = rota.take();
            Optional<String> request = Wire.request(prompt, endpoint);
            if (request.isEmpty())
                return new Generation.Failed(endpoint + " is not set up to take grammars", "", Usage.NONE);
            var answer = new Writing(prompt, hearer, until);
            Generation generation = ask(endpoint, request.get(), answer);
            if (!(generation instanceof Generation.Failed)) {
                rota.answered(endpoint);
                return generation;
            }
            rota.failed(endpoint);
            if (!answer.mayBeTriedAgain() || !budget.take()) return generation;
        }
    }

    private Generation ask(Endpoint endpoint, String request, Writing answer) {
        if (answer.isEnough()) return answer.cancelled();
        try (Call call = Call.start(line, endpoint, request)) {
            while (true) {
                Call.Heard heard = call.next(LOOK_MILLIS);
                Optional<Generation> end = heard == null ? Optional.empty() : answer.take(heard, endpoint);
                if (end.isPresent()) return end.get();
                if (answer.isEnough()) return answer.cancelled();
                if (nanos.getAsLong() - answer.until >= 0) return answer.timedOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.cancelled();
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) line.shutdownNow();
    }

    /** What one server has written so far. */
    private final class Writing {
        private final Prompt prompt;
        private final Hearer hearer;
        private final long until;
        private final StringBuilder text = new StringBuilder();
        private int pieces;
        private int heldBack;
        private Optional<String> finish = Optional.empty();
        private Usage usage = Usage.NONE;
        private boolean again;

        Writing(Prompt prompt, Hearer hearer, long until) {
            this.prompt = prompt;
            this.hearer = hearer;
            this.until = until;
        }

        /** Whether nobody has heard anything yet, and another server may do better. */
        boolean mayBeTriedAgain() {
            return again && text.isEmpty() && nanos.getAsLong() - until < 0;
        }

        boolean isEnough() {
            return closed.get() || hearer.enough();
        }

        Generation cancelled() {
            return new Generation.Cancelled(text(), counted());
        }

        Generation timedOut() {
            return new Generation.TimedOut(text(), counted());
        }

        private String text() {
            return text.substring(0, text.length() - heldBack);
        }

        /** Takes in what was heard; the generation, where it ends there. */
        Optional<Generation> take(Call.Heard heard, Endpoint endpoint) {
            return switch (heard) {
                case Call.Heard.Event(var event) -> event(event, endpoint);
                case Call.Heard.Done() -> Optional.of(done(endpoint));
                // Some servers close after the last event without the mark of the end.
                case Call.Heard.Broken(var why, var more) ->
                    finish.isPresent()
                            ? Optional.of(done(endpoint))
                            : isEnough() ? Optional.of(cancelled()) : Optional.of(failed(endpoint, why, more));
            };
        }

        private Optional<Generation> event(Wire.Event event, Endpoint endpoint) {
            if (event.model().isPresent()
                    && !event.model().get().equals(endpoint.model())
                    && !event.model().get().equals(endpoint.answersAs()))
                return Optional.of(failed(
                        endpoint, "answers as another model, '" + event.model().get() + "'", false));
            if (event.promptTokens() > 0)
                usage = new Usage(event.promptTokens(), event.cachedTokens(), event.writtenTokens());
            finish = event.finish().or(() -> finish);
            if (event.text().isEmpty()) return Optional.empty();
            if (pieces == prompt.mostTokens()) return Optional.of(new Generation.CutOff(text(), counted()));
            pieces++;
            hear(event.text());
            return Optional.empty();
        }

        private void hear(String piece) {
            int from = text.length() - heldBack;
            text.append(piece);
            heldBack = Character.isHighSurrogate(text.charAt(text.length() - 1)) ? 1 : 0;
            String whole = text.substring(from, text.length() - heldBack);
            if (!whole.isEmpty()) hearer.hear(whole);
        }

        private Generation done(Endpoint endpoint) {
            return switch (finish.orElse("")) {
                case "stop" -> new Generation.Finished(text(), counted());
                case "length" -> new Generation.CutOff(text(), counted());
                case "" -> failed(endpoint, "ended without saying why", true);
                default -> failed(endpoint, "ended for '" + finish.get() + "'", false);
            };
        }

        private Generation failed(Endpoint endpoint, String why, boolean more) {
            again = more;
            return new Generation.Failed(endpoint + " " + why, text(), counted());
        }

        /** Each piece is a token where the server does not count them itself. */
        private Usage counted() {
            return usage.written() > 0 ? usage : new Usage(usage.prompt(), usage.cached(), pieces);
        }
    }
}
