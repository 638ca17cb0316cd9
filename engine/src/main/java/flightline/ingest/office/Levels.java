package flightline.ingest.office;

import flightline.ingest.ScriptMarks;
import java.util.ArrayList;
import java.util.List;

/**
 * Follows where on the line the words of a paragraph stand while they are written, and sets raised and lowered ones on it
 * once all are there, so that a power does not read as more digits; see {@link ScriptMarks}.
 */
final class Levels {
    /** Where the words stand that are written next. */
    enum Level {
        LINE,
        RAISED,
        LOWERED
    }

    /** Words of one level, up to where the next begin. */
    private record Stretch(Level level, int from) {}

    private final StringBuilder out;
    private final List<Stretch> stretches = new ArrayList<>();

    /** @param out that the caller appends the words to, after each call of {@link #next} */
    Levels(StringBuilder out) {
        this.out = out;
    }

    void next(Level level) {
        Level now = stretches.isEmpty() ? Level.LINE : stretches.getLast().level();
        if (level != now) stretches.add(new Stretch(level, out.length()));
    }

    /** Sets what was raised or lowered; to be called once, when the paragraph is written. */
    void settle() {
        if (stretches.isEmpty()) return;
        String written = out.toString();
        out.setLength(stretches.getFirst().from());
        for (int i = 0; i < stretches.size(); i++) {
            String words = words(written, i);
            boolean lowered = i + 1 < stretches.size() && stretches.get(i + 1).level() == Level.LOWERED;
            out.append(
                            switch (stretches.get(i).level()) {
                                case LINE -> "";
                                case RAISED ->
                                    ScriptMarks.beforeRaised(out, words.strip(), words(written, i + 1), lowered);
                                case LOWERED -> ScriptMarks.beforeLowered(out, words.strip());
                            })
                    .append(words);
        }
    }

    private String words(String written, int index) {
        if (index >= stretches.size()) return "";
        int to = index + 1 < stretches.size() ? stretches.get(index + 1).from() : written.length();
        return written.substring(stretches.get(index).from(), to);
    }
}
