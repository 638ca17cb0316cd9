package flightline.acceptance.watch;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the JDK's own methods call before they connect or look a name up, once {@link TripwireAgent} has been at them. */
public final class Tripwire {
    /** Property that names the file attempts are noted in. */
    public static final String FILE = "flightline.tripwire";

    private Tripwire() {}

    /** Notes the attempt and where it came from, and forbids it. */
    public static void touched(String what) {
        var line = new StringBuilder(what);
        for (StackTraceElement frame : new Throwable().getStackTrace())
            line.append(" < ").append(frame.getClassName()).append('.').append(frame.getMethodName());
        try (var file = new FileOutputStream(System.getProperty(FILE), true)) {
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("an attempt could not be noted: " + line, e);
        }
        throw new IllegalStateException("the tripwire was touched: " + what);
    }
}
