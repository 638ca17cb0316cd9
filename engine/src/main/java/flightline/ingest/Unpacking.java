package flightline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Receives the files in a file that was handed in, and in those in turn: each is read into memory, recognised, handed on
 * and forgotten. Holds what may still be unpacked: the limits are for the outermost file, however deep its contents lie.
 */
public final class Unpacking {
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    /** Small files of one repeated line are packed well and harm nobody. */
    private static final long RATIO_FROM = 16L << 20;

    private final Intake intake;
    private final Limits limits;
    private final Receiver receiver;
    private final Spent spent;
    private final Path holder;
    private final int depth;
    private final Set<String> names = new HashSet<>();

    /**
     * How much may come out of one file that was handed in.
     *
     * @param depth of files within files; a file in an archive has depth 1
     * @param members count of files, on all depths together
     * @param bytes that they have unpacked, together
     * @param ratio of a file's bytes unpacked to its bytes packed
     */
    public record Limits(int depth, int members, long bytes, int ratio) {
        /** Depth 3, 20,000 files, 8 GiB, 200 to 1. */
        public static Limits standard() {
            return new Limits(3, 20_000, 8L << 30, 200);
        }
    }

    /** What was unpacked so far, on all depths. */
    private static final class Spent {
        private int members;
        private long bytes;
        private boolean ended;
    }

    /** Takes the files that come out. */
    public interface Receiver {
        /**
         * Takes one.
         *
         * @param inside for the files in it
         * @return whether to go on
         */
        boolean take(IntakeOutcome outcome, Unpacking inside);
    }

    private Unpacking(Intake intake, Limits limits, Receiver receiver, Spent spent, Path holder, int depth) {
        this.intake = intake;
        this.limits = limits;
        this.receiver = receiver;
        this.spent = spent;
        this.holder = holder;
        this.depth = depth;
    }

    /**
     * For a file that was handed in.
     *
     * @param holder its path
     * @param receiver takes each file, those in its files too
     */
    public static Unpacking of(Path holder, Intake intake, Limits limits, Receiver receiver) {
        return new Unpacking(intake, limits, receiver, new Spent(), holder, 1);
    }

    /** Why nothing can be taken out of the holder; empty where it can. */
    public String barred() {
        return depth > limits.depth()
                ? "lies " + (depth - 1) + " archives deep; files within files are opened to depth " + limits.depth()
                : "";
    }

    /** The count of files that came out so far, on all depths. */
    public int count() {
        return spent.members;
    }

    /**
     * Takes one file.
     *
     * @param name as it stands in the holder, with folders
     * @param packed its bytes in the holder; 0 where that is not known or it is not packed
     * @param bytes its content; read here, not closed
     * @throws LimitReached when nothing more may be unpacked
     */
    public void take(String name, long packed, InputStream bytes) throws LimitReached {
        count(name);
        Optional<Path> path = path(name);
        if (path.isEmpty()) return;
        send(path.get(), read(path.get(), new MeteredStream(bytes, most(packed), limits.bytes() - spent.bytes), name));
    }

    private IntakeOutcome read(Path path, MeteredStream metered, String name) throws LimitReached {
        try {
            return intake.take(path, metered);
        } catch (MeteredStream.TooMuch ratio) {
            if (metered.overall()) throw total(name);
            return new IntakeOutcome.Refused(path, String.valueOf(ratio.getMessage()));
        } catch (IOException broken) {
            return new IntakeOutcome.Refused(path, "cannot be unpacked: " + broken.getMessage());
        } finally {
            spent.bytes += metered.count();
        }
    }

    /** The stream that a whole archive is packed in, which fails where it becomes more than its packed size allows. */
    public InputStream inProportion(InputStream whole, long packed) {
        return new MeteredStream(whole, most(packed), limits.bytes() - spent.bytes);
    }

    /** Names a file that cannot be taken. */
    public void refuse(String name, String reason) throws LimitReached {
        count(name);
        Optional<Path> path = path(name);
        if (path.isPresent()) refuse(path.get(), reason);
    }

    private void count(String name) throws LimitReached {
        if (++spent.members > limits.members())
            throw new LimitReached("holds more than " + limits.members()
                    + " files, the limit for one archive; what came before '" + shown(name) + "' was taken");
    }

    private LimitReached total(String name) {
        return new LimitReached(String.format(
                Locale.ROOT,
                "unpacks to more than %d MiB, the limit for one archive; what came before '%s' was taken",
                limits.bytes() >> 20,
                shown(name)));
    }

    private void send(Path path, IntakeOutcome outcome) throws LimitReached {
        if (!receiver.take(outcome, new Unpacking(intake, limits, receiver, spent, path, depth + 1)))
            spent.ended = true;
        if (spent.ended) throw new LimitReached("");
    }

    private void refuse(Path path, String reason) throws LimitReached {
        send(path, new IntakeOutcome.Refused(path, reason));
    }

    private long most(long packed) {
        return packed <= 0 ? Long.MAX_VALUE : Math.max(RATIO_FROM, packed * limits.ratio());
    }

    /** Where it is said to lie; a name that leads elsewhere is refused here, under a name that does not. */
    private Optional<Path> path(String written) throws LimitReached {
        String name = written.replace('\\', '/');
        Optional<String> wrong = wrong(name);
        try {
            if (wrong.isEmpty() && names.add(name)) return Optional.of(Path.of(holder + "!/" + name));
        } catch (InvalidPathException unusable) {
            wrong = Optional.of("its name cannot be a file's name here: " + unusable.getReason());
        }
        refuse(
                Path.of(holder + "!/" + shown(name)),
                wrong.orElse("a second file of this name in one archive; only the first was looked at"));
        return Optional.empty();
    }

    private static Optional<String> wrong(String name) {
        if (name.isBlank()) return Optional.of("has no name");
        if (name.startsWith("/")) return Optional.of("its name '" + shown(name) + "' begins at the root of a disk");
        if (DRIVE.matcher(name).matches()) return Optional.of("its name '" + shown(name) + "' names a drive");
        if (List.of(name.split("/")).contains(".."))
            return Optional.of("its name '" + shown(name) + "' leads out of the archive by '..'");
        if (name.length() > 1_000) return Optional.of("its name is longer than 1000 characters");
        return Optional.empty();
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?").replace("..", "__").replaceAll("[:*\"<>|]", "_");
        String clipped = plain.length() > 120 ? plain.substring(0, 120) : plain;
        return clipped.replaceAll("^/+", "");
    }

    /** Nothing more may be unpacked; an empty message says that the run was stopped. */
    public static final class LimitReached extends Exception {
        private static final long serialVersionUID = 1L;

        LimitReached(String message) {
            super(message);
        }
    }
}
