package flightline.llama.runtime;

import flightline.model.Generation;
import flightline.model.Generation.Usage;
import flightline.model.Prompt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One request while it is worked on: the worker writes, whoever asked listens. What the worker alone uses is not guarded;
 * {@link #drop} and the news may be used by both.
 */
final class Writing {
    final Prompt ask;
    final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private volatile boolean dropped;

    private final WholeCharacters characters = new WholeCharacters();
    private final StopText stops;
    private final StringBuilder text = new StringBuilder();
    /** Tokens of the prompt, once the worker has looked at it. */
    int @Nullable [] prompt;

    private int promptTokens;
    private int cached;
    private int written;

    Writing(Prompt ask) {
        this.ask = ask;
        this.stops = new StopText(ask.stops());
    }

    /** What the worker tells. */
    sealed interface News {
        /** A token more; its piece is empty where it ended no character or may belong to a stop. */
        record Piece(String text, Usage usage) implements News {}

        record End(Generation generation) implements News {}
    }

    /** Nobody listens any more. */
    void drop() {
        dropped = true;
    }

    boolean dropped() {
        return dropped;
    }

    void began(int promptTokens, int cached) {
        this.promptTokens = promptTokens;
        this.cached = cached;
    }

    /** Takes the bytes of one more token; true if writing ends here, by a stop or at the limit. */
    boolean wrote(byte[] bytes, boolean contextFull) {
        written++;
        tell(stops.add(characters.add(bytes)));
        if (stops.stopped()) {
            end(new Generation.Finished(text.toString(), usage()));
            return true;
        }
        if (written < ask.mostTokens() && !contextFull) return false;
        tell(stops.rest());
        end(new Generation.CutOff(text.toString(), usage()));
        return true;
    }

    /** The model ended by itself. */
    void finished() {
        tell(stops.rest());
        end(new Generation.Finished(text.toString(), usage()));
    }

    void cancelled() {
        end(new Generation.Cancelled(text.toString(), usage()));
    }

    void failed(String why) {
        end(new Generation.Failed(why, text.toString(), usage()));
    }

    private Usage usage() {
        return new Usage(promptTokens, cached, written);
    }

    private void tell(String piece) {
        text.append(piece);
        news.add(new News.Piece(piece, usage()));
    }

    private void end(Generation generation) {
        news.add(new News.End(generation));
    }
}
