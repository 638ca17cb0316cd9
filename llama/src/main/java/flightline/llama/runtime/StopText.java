package flightline.llama.runtime;

import java.util.List;

/** Lets text through up to the first stop, and holds back what may become one with the text to come. */
final class StopText {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean stopped;

    StopText(List<String> stops) {
        this.stops = stops;
    }

    /** Text that is certain now; perhaps none. Nothing more comes once a stop has come. */
    String add(String text) {
        if (stopped) return "";
        held.append(text);
        int end = firstStop();
        if (end >= 0) {
            stopped = true;
            held.setLength(end);
        }
        return take(stopped ? held.length() : held.length() - longestBeginning());
    }

    boolean stopped() {
        return stopped;
    }

    /** What is still held back, when nothing more will come. */
    String rest() {
        return take(held.length());
    }

    private String take(int length) {
        String text = held.substring(0, length);
        held.delete(0, length);
        return text;
    }

    private int firstStop() {
        int first = -1;
        for (String stop : stops) {
            int at = held.indexOf(stop);
            if (at >= 0 && (first < 0 || at < first)) first = at;
        }
        return first;
    }

    /** Length of the longest end of the text that a stop begins with. */
    private int longestBeginning() {
        int longest = 0;
        for (String stop : stops)
            for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--)
                if (stop.startsWith(held.substring(held.length() - length))) longest = length;
        return longest;
    }
}
