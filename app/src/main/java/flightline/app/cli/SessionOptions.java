package flightline.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a troubleshooting session. */
final class SessionOptions {
    @Option(
            names = "--interactive",
            description = "Check by check: each answer moves the causes. With --session, goes on with that session.")
    boolean interactive;

    @Option(names = "--begin", description = "Begins a session for programs: the answer carries its id.")
    boolean begin;

    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Shows a session as it stands, or takes one step in it.")
    @Nullable
    String session;

    @Option(
            names = "--answer",
            paramLabel = "JSON",
            description =
                    "Answers a check: {\"check\": ID, \"result\": \"pass\"}; results are those of the check, or skip.")
    @Nullable
    String answer;

    @Option(names = "--back", description = "Takes the session's last answer back.")
    boolean back;

    @Option(names = "--stop", description = "Ends the session without a cause.")
    boolean stop;

    @Option(names = "--hand-over", paramLabel = "NOTE", description = "Leaves the session to whoever goes on with it.")
    @Nullable
    String handOver;

    @Option(names = "--close", description = "Ends the session with its cause, which becomes a maintenance record.")
    boolean close;

    @Option(names = "--cause", paramLabel = "PART", description = "With --close: the part that was at fault.")
    @Nullable
    String cause;

    @Option(names = "--action", paramLabel = "TEXT", description = "With --close: what was done.")
    @Nullable
    String action;

    @Option(names = "--sessions", description = "Lists sessions, the one changed last first.")
    boolean list;

    /** Whether the verb is about sessions at all. */
    boolean given() {
        return interactive || begin || list || session != null || steps() > 0;
    }

    /** How many steps are asked for. */
    int steps() {
        int steps = 0;
        if (answer != null) steps++;
        if (back) steps++;
        if (stop) steps++;
        if (handOver != null) steps++;
        if (close || cause != null || action != null) steps++;
        return steps;
    }
}
