package flightline.llama.runtime;

import java.util.ArrayList;
import java.util.List;

/** What the library said last, kept instead of printed; it says in words why a file could not be loaded. */
final class NativeLog {
    private static final int MOST = 40;
    private static final int WARNING = 3;
    private static final int ERROR = 4;
    /** Goes on with the line before, at its level. */
    private static final int CONTINUED = 5;

    private final List<String> warnings = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private int last;

    /** @param level as ggml numbers them: 1 debug, 2 information, 3 warning, 4 error, 5 goes on */
    synchronized void add(int level, String text) {
        if (level != CONTINUED) last = level;
        List<String> lines = last == ERROR ? errors : warnings;
        if (last >= WARNING && !text.isBlank() && lines.size() < MOST) lines.add(text.strip());
    }

    synchronized void clear() {
        warnings.clear();
        errors.clear();
    }

    /** The first error since the last clearing, or else the first warning: what follows is mostly what came of it. */
    synchronized String said() {
        if (!errors.isEmpty()) return errors.getFirst();
        return warnings.isEmpty() ? "" : warnings.getFirst();
    }
}
