package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Principal;
import flightline.vault.Rewriting;
import flightline.vault.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Encryption of a data folder: begun, its keys changed, gone on with after it was broken off. Only an administrator may; each
 * change has its audit entry, which holds no key.
 */
public final class KeyFlow {
    private static final String MAY = "administrator";

    private final Path root;
    private final VaultKeys keys;
    private final AuditLog audit;

    /** @param root the data folder, which nobody else may have open */
    public KeyFlow(Path root, AuditLog audit) {
        this.root = root;
        this.keys = new VaultKeys(root);
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param files that were written anew */
        record Done(int files) implements Outcome {}

        /** The folder is not in the state that this needs, or a key cannot be used; nothing was changed, or all of it can be gone on with. */
        record NotDone(String why) implements Outcome {}

        /** The asker may not do this. */
        record Refused(String why) implements Outcome {}
    }

    /** How a folder stands. */
    public enum State {
        CLEAR,
        ENCRYPTED,
        UNFINISHED
    }

    public State state() {
        if (!keys.present()) return State.CLEAR;
        return keys.unfinished() ? State.UNFINISHED : State.ENCRYPTED;
    }

    /** Encrypts what is there and all that will come; makes the administrator's key where the file does not exist. */
    public Outcome begin(Path administratorKey, Principal asker, Progress progress) {
        if (!may(asker)) return refused(asker, "begin");
        if (state() != State.CLEAR) return new Outcome.NotDone(root + " is encrypted already");
        if (!new AnalysisShelf(root, 1).parts().isEmpty())
            return new Outcome.NotDone(
                    "records are held for analysis alone, which an encrypted folder cannot hold; take them away first"
                            + " (flightline import-records --analysis-only --remove NAME)");
        if (administratorKey
                .toAbsolutePath()
                .normalize()
                .startsWith(root.toAbsolutePath().normalize()))
            return new Outcome.NotDone(
                    "the key must not lie in the data folder that it opens, got " + administratorKey);
        return attempt(asker, "begin", () -> {
            if (!Files.exists(administratorKey)) keys.makeAdministratorKey(administratorKey);
            keys.add(administratorKey);
            return rewritten(administratorKey, progress);
        });
    }

    /** Makes another key for files and writes all of them anew. */
    public Outcome rotate(Path administratorKey, Principal asker, Progress progress) {
        if (!may(asker)) return refused(asker, "rotate");
        return switch (state()) {
            case CLEAR -> new Outcome.NotDone(root + " is not encrypted (see: flightline key begin)");
            case UNFINISHED -> new Outcome.NotDone("an earlier change is not finished (see: flightline key finish)");
            case ENCRYPTED ->
                attempt(asker, "rotate", () -> {
                    keys.add(administratorKey);
                    return rewritten(administratorKey, progress);
                });
        };
    }

    /** Goes on with what was broken off. */
    public Outcome finish(Path administratorKey, Principal asker, Progress progress) {
        if (!may(asker)) return refused(asker, "finish");
        if (state() != State.UNFINISHED) return new Outcome.NotDone("nothing is unfinished in " + root);
        return attempt(asker, "finish", () -> rewritten(administratorKey, progress));
    }

    /** From now on another key of the administrator's opens the folder; it is made where the file does not exist. */
    public Outcome change(Path from, Path to, Principal asker) {
        if (!may(asker)) return refused(asker, "change");
        if (state() == State.CLEAR) return new Outcome.NotDone(root + " is not encrypted (see: flightline key begin)");
        return attempt(asker, "change", () -> {
            keys.count(from);
            if (!Files.exists(to)) keys.makeAdministratorKey(to);
            keys.change(from, to);
            return 0;
        });
    }

    private int rewritten(Path administratorKey, Progress progress) throws IOException, VaultKeys.Unusable {
        // It is made of records and can be made again, but it cannot be encrypted.
        FleetShelf.drop(root);
        return new Rewriting(root, keys).run(administratorKey, done -> progress.at(done, 0, "files encrypted"));
    }

    private interface Work {
        int files() throws IOException, VaultKeys.Unusable;
    }

    private Outcome attempt(Principal asker, String what, Work work) {
        log(asker, what, "begun", Map.of());
        try {
            int files = work.files();
            log(asker, what, "done", Map.of("files", Integer.toString(files)));
            return new Outcome.Done(files);
        } catch (IOException | VaultKeys.Unusable e) {
            String why = String.valueOf(e.getMessage());
            log(asker, what, "not-done", Map.of("why", why));
            return new Outcome.NotDone(why);
        }
    }

    private static boolean may(Principal asker) {
        return asker.roles().contains(MAY);
    }

    private Outcome refused(Principal asker, String what) {
        log(asker, what, "refused", Map.of());
        return new Outcome.Refused("only an administrator may change the keys of a data folder");
    }

    private void log(Principal asker, String what, String outcome, Map<String, String> details) {
        audit.append(new AuditEvent("key", asker.name(), what, outcome, details));
    }
}
