package flightline.app.cli;

import flightline.llama.egress.Egress;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where the program begins. The only place that reads the environment, the clock and the standard streams. */
@SuppressWarnings("SystemConsoleNull") // NullAway reads its annotation, Error Prone the release notes
public final class Main {
    /** What Lucene says of the JVM is for us, not for a technician; held here, for loggers are held weakly. */
    private static final Logger VECTOR_HINT = Logger.getLogger("org.apache.lucene.internal.vectorization");

    /** What the driver of the database finds is told by us, in one line. */
    private static final Logger DATABASE_DRIVER = Logger.getLogger("org.postgresql");

    private Main() {}

    public static void main(String[] arguments) {
        StopSignal.endAtOnce();
        // Libraries that we use ask the process for its language: in Turkish one looks for "lınux", in Arabic a query
        // holds
        // digits that no database reads.
        Locale.setDefault(Locale.ROOT);
        Egress.guardProcess();
        VECTOR_HINT.setLevel(Level.SEVERE);
        DATABASE_DRIVER.setLevel(Level.OFF);
        var outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
        var out = new PrintStream(outlet, false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Map<String, String> environment = new TreeMap<>(System.getenv());
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        var outside = new Outside(
                System.in,
                out,
                err,
                terminal,
                environment,
                System.getProperty("user.home", "."),
                System.getProperty("flightline.root", "."),
                Clock.system(ZoneId.systemDefault()),
                System::nanoTime,
                Runtime.getRuntime().availableProcessors(),
                Optional.empty());
        int code = CommandTree.run(outside, arguments);
        out.flush();
        System.exit(outlet.code(code, err));
    }
}
