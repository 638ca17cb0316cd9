package flightline.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a dialogue. */
final class DialogueOptions {
    @Option(
            names = "--session",
            paramLabel = "ID",
            description = "Carries the dialogue of that name on, or begins it: \"what torque?\" is then read with what"
                    + " was asked before.")
    @Nullable
    String session;

    @Option(names = "--sessions", description = "Lists your dialogues, the one changed last first.")
    boolean list;

    @Option(names = "--export", description = "With --session: the whole dialogue, with where its answers stand.")
    boolean export;

    @Option(names = "--forget", description = "With --session: forgets the dialogue for good.")
    boolean forget;

    /** Whether the verb is about dialogues at all. */
    boolean given() {
        return session != null || list || export || forget;
    }
}
