package flightline.flow;

import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.policy.Principal;
import flightline.vault.LineKeys;
import flightline.vault.Rewriting;
import flightline.vault.Vault;
import flightline.vault.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Encryption of a data folder: begun, its keys changed, gone on with after it was broken off. Only an administrator may; each
 * change has its audit entry, which holds no key.
 */
public final class KeyFlow {
    private static final String LOG = "audit";
    private static final String MAY = "administrator";

    private final Path root;
    private final VaultKeys keys;
    private final InstantSource clock;

    /** @param root the data folder, which nobody else may have open */
    public KeyFlow(Path root, InstantSource clock) {
        this.root = root;
        this.keys = new VaultKeys(root);
        this.clock = clock;
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
        if (!may(asker)) return refused(administratorKey, asker, "begin");
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
        return attempt(administratorKey, asker, "begin", () -> {
            if (!Files.exists(administratorKey)) keys.makeAdministratorKey(administratorKey);
            keys.add(administratorKey);
            return rewritten(administratorKey, asker, progress);
        });
    }

    /** Makes another key for files and writes all of them anew. */
    public Outcome rotate(Path administratorKey, Principal asker, Progress progress) {
        if (!may(asker)) return refused(administratorKey, asker, "rotate");
        return switch (state()) {
            case CLEAR -> new Outcome.NotDone(root + " is not encrypted (see: flightline key begin)");
            case UNFINISHED -> new Outcome.NotDone("an earlier change is not finished (see: flightline key finish)");
            case ENCRYPTED ->
                attempt(administratorKey, asker, "rotate", () -> {
                    keys.add(administratorKey);
                    return rewritten(administratorKey, asker, progress);
                });
        };
    }

    /** Goes on with what was broken off. */
    public Outcome finish(Path administratorKey, Principal asker, Progress progress) {
        if (!may(asker)) return refused(administratorKey, asker, "finish");
        if (state() != State.UNFINISHED) return new Outcome.NotDone("nothing is unfinished in " + root);
        return attempt(administratorKey, asker, "finish", () -> rewritten(administratorKey, asker, progress));
    }

    /** From now on another key of the administrator's opens the folder; it is made where the file does not exist. */
    public Outcome change(Path from, Path to, Principal asker) {
        if (!may(asker)) return refused(from, asker, "change");
        if (state() == State.CLEAR) return new Outcome.NotDone(root + " is not encrypted (see: flightline key begin)");
        return attempt(to, asker, "change", () -> {
            keys.count(from);
            if (!Files.exists(to)) keys.makeAdministratorKey(to);
            keys.change(from, to);
            return 0;
        });
    }

    private int rewritten(Path administratorKey, Principal asker, Progress progress)
            throws IOException, VaultKeys.Unusable {
        // It is made of records and can be made again, but it cannot be encrypted.
        FleetShelf.drop(root);
        return new Rewriting(root, keys)
                .run(administratorKey, done -> progress.at(done, 0, "files encrypted"), vault -> lockLog(vault, asker));
    }

    /** The log is written once: what is in it stays under the keys it has, what comes gets another one. */
    private void lockLog(Vault vault, Principal asker) throws IOException {
        Path folder = root.resolve(LOG);
        LineKeys.in(vault, folder.resolve(AuditLog.LINE_KEYS)).add();
        AuditLog.ofDataFolder(root, clock, vault).lockUp(asker.name());
    }

    private interface Work {
        int files() throws IOException, VaultKeys.Unusable;
    }

    private Outcome attempt(Path administratorKey, Principal asker, String what, Work work) {
        log(administratorKey, asker, what, "begun", Map.of());
        try {
            int files = work.files();
            log(administratorKey, asker, what, "done", Map.of("files", Integer.toString(files)));
            return new Outcome.Done(files);
        } catch (IOException | VaultKeys.Unusable e) {
            String why = String.valueOf(e.getMessage());
            log(administratorKey, asker, what, "not-done", Map.of("why", why));
            return new Outcome.NotDone(why);
        }
    }

    private static boolean may(Principal asker) {
        return asker.roles().contains(MAY);
    }

    private Outcome refused(Path administratorKey, Principal asker, String what) {
        log(administratorKey, asker, what, "refused", Map.of());
        return new Outcome.Refused("only an administrator may change the keys of a data folder");
    }

    /** Where the key does not open the folder, or not yet, the entry is written in the clear: that somebody tried must stand there. */
    private void log(Path administratorKey, Principal asker, String what, String outcome, Map<String, String> details) {
        Vault vault = keys.open(Optional.of(administratorKey)) instanceof VaultKeys.Opening.Opened(var opened)
                ? opened
                : Vault.clear();
        AuditLog.ofDataFolder(root, clock, vault).append(new AuditEvent("key", asker.name(), what, outcome, details));
    }
}
