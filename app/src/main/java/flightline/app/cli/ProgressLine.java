package flightline.app.cli;

import flightline.flow.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows progress on standard error: a bar that redraws itself on a terminal, a line now and then elsewhere. */
final class ProgressLine implements Progress {
    private static final long REDRAW = 100_000_000L;
    private static final long TELL = 10_000_000_000L;

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final String unit;
    private final long began;
    private long last;

    private ProgressLine(Outside outside, String unit) {
        this.err = outside.err();
        this.terminal = outside.terminal();
        this.nanos = outside.nanos();
        this.unit = unit;
        this.began = nanos.getAsLong();
        this.last = began;
    }

    /** A progress line, or silence where nobody wants one. */
    static Progress of(Outside outside, CommonOptions options, String unit) {
        return options.quiet() ? Progress.SILENT : new ProgressLine(outside, unit);
    }

    @Override
    public void at(long done, long total, String doing) {
        long now = nanos.getAsLong();
        boolean end = total > 0 && done >= total;
        if (!end && now - last < (terminal ? REDRAW : TELL)) return;
        last = now;
        double seconds = (now - began) / 1e9;
        double rate = seconds > 0 ? done / seconds : 0;
        String left = rate > 0 && total > done ? time((total - done) / rate) + " left" : time(seconds);
        String line = String.format(Locale.ROOT, "%d of %d %s  %.1f/s  %s  %s", done, total, unit, rate, left, doing);
        if (!terminal) err.println(line);
        else if (end) err.print("\r\u001b[K");
        else
            err.print(
                    "\r\u001b[K" + Page.bar(total == 0 ? 0 : (double) done / total, 20) + " " + Page.shorten(line, 78));
        err.flush();
    }

    @Override
    public void stopped(long done, long total) {
        if (terminal) err.print("\r\u001b[K");
        else err.println(done + " of " + total + " " + unit + "  stopped");
        err.flush();
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
