package flightline.flow;

import flightline.archive.ModelBook;
import flightline.archive.ModelBook.Entry;
import flightline.archive.ModelBook.Held;
import flightline.archive.TrialBook;
import flightline.archive.TrialBook.Trial;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.corpus.ContentHash;
import flightline.model.ModelFile;
import flightline.policy.Access;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The organisation's models: taken in with hash and accepted licence, verified, put into service and out of it again. Only
 * an administrator changes anything; every change has its audit entry.
 */
public final class ModelFlow {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

    private final ModelBook book;
    private final TrialBook trials;
    private final Function<Path, ModelFile> inspector;
    private final AuditLog audit;
    private final Access access;
    private final InstantSource clock;
    private final ModelSeals seals;
    private final ModelFiles files;
    private final String policyVersion;

    /**
     * @param inspector reads and checks the head of a file without loading it
     * @param seals whose signature a model must bear
     * @param policyVersion of the rules in force
     */
    public ModelFlow(
            ModelBook book,
            TrialBook trials,
            Function<Path, ModelFile> inspector,
            AuditLog audit,
            Access access,
            InstantSource clock,
            ModelSeals seals,
            String policyVersion) {
        this.seals = seals;
        this.files = new ModelFiles(seals);
        this.policyVersion = policyVersion;
        this.book = book;
        this.trials = trials;
        this.inspector = inspector;
        this.audit = audit;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A model to take in.
     *
     * @param name under which it shall be spoken of
     * @param licence the text that is to be accepted
     * @param accepted whether the asker accepts it
     * @param pinned the hash that the file must have, where it is known
     * @param source {@code file} or the address that it was fetched from
     * @param signature of the file, Base64; empty where none came with it
     */
    public record Addition(
            Path file,
            String name,
            Licence licence,
            boolean accepted,
            Optional<String> pinned,
            String source,
            String signature) {
        /** One that came without a signature. */
        public Addition(
                Path file, String name, Licence licence, boolean accepted, Optional<String> pinned, String source) {
            this(file, name, licence, accepted, pinned, source, "");
        }

        public Addition asAccepted() {
            return new Addition(file, name, licence, true, pinned, source, signature);
        }
    }

    /**
     * Under which terms a model is used.
     *
     * @param name for a list, for example {@code Llama 3.3 Community License}; empty where only the file names one
     * @param text whole, as it is shown before it is accepted; empty where no text is at hand
     */
    public record Licence(String name, String text) {}

    /** What became of a change. */
    public sealed interface Outcome {
        /** @param replaced the other file that was held under the name until now */
        record Added(Entry entry, Optional<Gone> replaced) implements Outcome {}

        /** The same file under the same name is held already. */
        record AlreadyHeld(Entry entry) implements Outcome {}

        /** The licence must be accepted first; this is what it says. */
        record LicenceToAccept(String licence) implements Outcome {}

        /**
         * @param before the other model that wrote until now
         * @param passedOver what would have come before it and cannot write, with the reason
         */
        record InService(Entry entry, Optional<String> before, List<String> passedOver) implements Outcome {
            public InService {
                passedOver = List.copyOf(passedOver);
            }
        }

        /** No model writes any more; answers are quoted as they are without one. */
        record NoneInService(Optional<String> before, List<String> passedOver) implements Outcome {
            public NoneInService {
                passedOver = List.copyOf(passedOver);
            }
        }

        record Removed(Entry entry, Gone gone) implements Outcome {}

        /** The file is not what may be loaded, and why. */
        record Unsound(String why) implements Outcome {}

        /** The asker may not do this. */
        record Refused(String why) implements Outcome {}

        /** There is no such model. */
        record Unknown(String name) implements Outcome {}
    }

    /**
     * What is held no more.
     *
     * @param sha256 of its file
     * @param wrote whether it was the model in service, which is another from now on, or none
     * @param now the model that is in service from now on
     */
    public record Gone(String sha256, boolean wrote, Optional<String> now) {
        private static Gone of(Entry entry, Held before, Held after) {
            return new Gone(
                    entry.sha256(),
                    before.writing().filter(entry::equals).isPresent(),
                    after.writing().map(Entry::name));
        }
    }

    /** A model and how its file stands. */
    public record Verified(Entry entry, ModelFiles.Standing standing) {}

    public Held held() {
        return book.read();
    }

    /** How its last evaluation went; absent where nobody has evaluated this file. */
    public Optional<Trial> lastTrial(Entry entry) {
        return trials.of(entry.sha256());
    }

    /** Takes a model in. The file stays where it lies. */
    public Outcome add(Addition addition, Principal asker, Progress progress) {
        if (!may(asker)) return refused(asker, "add", addition.name);
        if (!NAME.matcher(addition.name).matches())
            return new Outcome.Unsound(
                    "a model's name may hold letters, digits, dots, dashes and underscores, at most 80," + " got '"
                            + addition.name + "'");
        return switch (inspector.apply(addition.file)) {
            case ModelFile.Unsound(var why) -> {
                log(asker, "add", addition.name, "unsound", Map.of("why", why));
                yield new Outcome.Unsound(why);
            }
            case ModelFile.Sound sound -> add(addition, sound, asker, progress);
        };
    }

    private Outcome add(Addition addition, ModelFile.Sound sound, Principal asker, Progress progress) {
        String hash = ModelFiles.hash(addition.file, progress);
        if (addition.pinned.isPresent() && !addition.pinned.get().equals(hash)) {
            log(asker, "add", addition.name, "unsound", Map.of("sha256", hash));
            return new Outcome.Unsound(addition.file + " has the SHA-256 " + hash + ", not the " + addition.pinned.get()
                    + " that was asked for");
        }
        Optional<String> unsigned = seals.objection(hash, addition.signature);
        if (unsigned.isPresent()) {
            log(asker, "add", addition.name, "unsound", Map.of("sha256", hash, "why", "not signed"));
            return new Outcome.Unsound(addition.file + " " + unsigned.get());
        }
        Held held = book.read();
        Optional<Entry> same = held.named(addition.name)
                .filter(entry -> entry.sha256().equals(hash)
                        && entry.signature().equals(addition.signature)
                        && entry.file()
                                .equals(ModelFiles.absolute(addition.file).toString()));
        if (same.isPresent()) return new Outcome.AlreadyHeld(same.get());
        if (!addition.accepted) return new Outcome.LicenceToAccept(terms(addition.licence, sound));
        var entry = new Entry(
                addition.name,
                ModelFiles.absolute(addition.file).toString(),
                hash,
                ModelFiles.size(addition.file),
                sound.title(),
                sound.architecture(),
                sound.quantisation(),
                sound.contextTokens(),
                addition.licence.name().isEmpty() ? sound.licence() : addition.licence.name(),
                ContentHash.of(terms(addition.licence, sound)).hex(),
                asker.name(),
                clock.instant().toString(),
                addition.source,
                policyVersion,
                addition.signature);
        // A file that replaces another under its name must be put into service anew.
        Held without = held.without(addition.name);
        log(
                asker,
                "add",
                addition.name,
                "added",
                Map.of(
                        "sha256", hash,
                        "licence", entry.licence(),
                        "licenceSha256", entry.licenceSha256(),
                        "policy", policyVersion,
                        "signed", Boolean.toString(!entry.signature().isEmpty())));
        book.write(without.with(entry));
        return new Outcome.Added(entry, held.named(addition.name).map(other -> Gone.of(other, held, without)));
    }

    /** What is to be accepted: the licence's text, or where none is at hand what the file says of it. */
    private static String terms(Licence licence, ModelFile.Sound sound) {
        if (!licence.text().isBlank()) return licence.text();
        return sound.licence().isBlank()
                ? "The file names no licence, and no text of one was given. By accepting you say that you know the terms under"
                        + " which this model may be used."
                : "The file names this licence: " + sound.licence()
                        + ". Its text was not given; by accepting you say that you" + " have read it.";
    }

    /** Hashes every file anew. */
    public List<Verified> verify(Progress progress) {
        var verified = new ArrayList<Verified>();
        for (Entry entry : book.read().models()) verified.add(new Verified(entry, files.standing(entry, progress)));
        return verified;
    }

    /** How the files of models stand. */
    public ModelFiles files() {
        return files;
    }

    /**
     * Lets a model write from now on, once its file was found to be what was added. One that was not evaluated beside what
     * writes now, or was found worse, is not let.
     *
     * @param despite why it shall write all the same; absent where nobody says so
     */
    public Outcome promote(String name, Optional<String> despite, Principal asker, Progress progress) {
        if (!may(asker)) return refused(asker, "promote", name);
        Held held = book.read();
        Optional<Entry> entry = held.named(name);
        if (entry.isEmpty()) return new Outcome.Unknown(name);
        ModelFiles.Standing standing = files.standing(entry.get(), progress);
        if (standing != ModelFiles.Standing.AS_ADDED) {
            String why = entry.get().file() + " " + standing.words();
            log(asker, "promote", name, "unsound", Map.of("why", why));
            return new Outcome.Unsound(why);
        }
        Optional<Trial> trial = lastTrial(entry.get());
        Optional<String> objection = objection(entry.get(), held);
        if (objection.isPresent() && despite.isEmpty()) {
            String why = objection.get() + "; --despite REASON lets it write all the same";
            boolean worse = trial.isPresent() && !trial.get().passed();
            log(asker, "promote", name, worse ? "worse" : "not evaluated", Map.of("why", why));
            return new Outcome.Unsound(name + ": " + why);
        }
        Optional<String> before = held.writing().map(Entry::name).filter(other -> !other.equals(name));
        var names = new ArrayList<>(held.inService());
        names.remove(name);
        names.add(name);
        log(
                asker,
                "promote",
                name,
                "in service",
                Map.of(
                        "before", before.orElse("none"),
                        "evaluated",
                                trial.map(one -> one.passed() ? "no worse" : "worse")
                                        .orElse("no"),
                        "despite", despite.orElse("")));
        book.write(held.serving(names));
        return new Outcome.InService(entry.get(), before, List.of());
    }

    /** Why a model may not write by what its evaluation found; empty where it may. */
    public Optional<String> objection(Entry entry, Held held) {
        Optional<String> writing = held.writing().map(Entry::name).filter(name -> !name.equals(entry.name()));
        return lastTrial(entry)
                .map(trial -> trial.objection(writing))
                .orElseGet(() -> Optional.of("it was not evaluated yet, and 'model evaluate' does it"));
    }

    /**
     * Takes the model that writes out of service; the one before it writes again, or none. One whose file is no more what was added is passed
     * over, for it could not write: it is let write again by being promoted, once its file is back.
     */
    public Outcome rollback(Principal asker) {
        if (!may(asker)) return refused(asker, "rollback", "");
        Held held = book.read();
        Optional<String> before = held.writing().map(Entry::name);
        if (before.isEmpty()) return new Outcome.NoneInService(before, List.of());
        var names = new ArrayList<>(held.inService());
        names.removeLast();
        var passedOver = new ArrayList<String>();
        while (!names.isEmpty()) {
            Optional<Entry> next = held.named(names.getLast());
            if (next.isPresent() && files.seen(next.get()) == ModelFiles.Standing.AS_ADDED) break;
            next.ifPresent(entry -> passedOver.add(
                    entry.name() + ": its file " + files.seen(entry).words()));
            names.removeLast();
        }
        Held after = held.serving(names);
        String now = after.writing().map(Entry::name).orElse("none");
        log(
                asker,
                "rollback",
                before.get(),
                "out of service",
                Map.of("now", now, "passedOver", String.join("; ", passedOver)));
        book.write(after);
        return after.writing()
                .<Outcome>map(entry -> new Outcome.InService(entry, before, passedOver))
                .orElseGet(() -> new Outcome.NoneInService(before, passedOver));
    }

    /** Forgets a model; its file stays where it lies. */
    public Outcome remove(String name, Principal asker) {
        if (!may(asker)) return refused(asker, "remove", name);
        Held held = book.read();
        Optional<Entry> entry = held.named(name);
        if (entry.isEmpty()) return new Outcome.Unknown(name);
        log(asker, "remove", name, "removed", Map.of("sha256", entry.get().sha256()));
        Held after = held.without(name);
        book.write(after);
        return new Outcome.Removed(entry.get(), Gone.of(entry.get(), held, after));
    }

    private boolean may(Principal asker) {
        return access.may(asker, Act.MODEL_CHANGE);
    }

    private Outcome refused(Principal asker, String what, String name) {
        String why = access.refusal(asker, Act.MODEL_CHANGE).orElseThrow();
        log(asker, what, name, "refused", Map.of());
        return new Outcome.Refused(why);
    }

    private void log(Principal asker, String what, String name, String outcome, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("what", what);
        audit.append(new AuditEvent("model", asker.name(), name, outcome, all));
    }
}
