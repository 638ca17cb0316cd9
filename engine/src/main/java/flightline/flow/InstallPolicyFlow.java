package flightline.flow;

import flightline.archive.PolicyShelf;
import flightline.archive.PolicyShelf.Standing;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.SealKeys;
import flightline.policy.AcceptableUse;
import flightline.policy.Gate;
import flightline.policy.PolicyBundle;
import flightline.policy.PolicyCases;
import flightline.policy.PolicyCases.PolicyCase;
import flightline.policy.PolicyFault;
import flightline.policy.PolicyTrial;
import flightline.policy.Principal;
import flightline.policy.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts other rules in force, and takes them back. What is not sound is refused, and what held goes on to hold. */
public final class InstallPolicyFlow {
    private final PolicyBooks books;
    private final Path library;
    private final Function<Rulebook, Gate> gates;
    private final AuditLog audit;

    /**
     * @param library folder into which the policy engine's native library is unpacked
     * @param gates stands such rules before requests
     */
    public InstallPolicyFlow(PolicyBooks books, Path library, Function<Rulebook, Gate> gates, AuditLog audit) {
        this.books = books;
        this.library = library;
        this.gates = gates;
        this.audit = audit;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The rules hold from now on.
         *
         * @param before version that held until now
         * @param signature what is known of it, in words
         */
        record InForce(String version, String before, String signature) implements Outcome {}

        /** Not sound: a file, the signature, a policy; one line each. What held still holds. */
        record Faulty(List<String> why) implements Outcome {}

        /** Cases are not decided as they must be; one line each. What held still holds. */
        record CasesFail(List<String> why) implements Outcome {}
    }

    /** Rules of a folder that are not in force, with the exceptions of this place; throws {@link PolicyFault}. */
    public Rulebook trial(Path folder) {
        return rulebook(PolicyBundle.of(PolicyShelf.read(folder, PolicyBooks.names())));
    }

    public Outcome install(Path folder, Optional<Path> key, Principal asker) {
        return install(folder, key, asker, Progress.SILENT);
    }

    /**
     * @param key public key of whoever must have signed; kept, and asked for ever after, where none is set yet
     * @param progress told before the cases are tried and after; what it throws ends all, and what held goes on to hold
     */
    public Outcome install(Path folder, Optional<Path> key, Principal asker, Progress progress) {
        String before = books.inForce().bundle().version();
        Standing standing = books.standing();
        Map<String, byte[]> files;
        PolicyBundle bundle;
        String signature;
        Rulebook rules;
        try {
            files = PolicyShelf.read(folder, PolicyBooks.names());
            bundle = PolicyBundle.of(files);
            signature = books.signature(bundle, files, key);
            sameKey(key);
            other(bundle);
            if (!bundle.recognition().version().equals(bundle.version()))
                throw new PolicyFault("acceptable-use.yaml says version '"
                        + bundle.recognition().version() + "', " + PolicyBundle.MANIFEST + " '" + bundle.version()
                        + "'");
            rules = rulebook(bundle);
            List<String> faults = new ArrayList<>(rules.faults());
            faults.addAll(untried(bundle.cases().cases(), bundle.recognition()));
            if (!faults.isEmpty()) return refused(asker, bundle.version(), new Outcome.Faulty(faults), faults);
            long cases = bundle.cases().cases().size();
            progress.at(0, cases, bundle.version());
            List<String> wrong = wrong(gates.apply(rules), bundle);
            progress.at(cases, cases, bundle.version());
            if (!wrong.isEmpty()) return refused(asker, bundle.version(), new Outcome.CasesFail(wrong), wrong);
        } catch (PolicyFault | UncheckedIOException fault) {
            List<String> why = List.of(String.valueOf(fault.getMessage()));
            return refused(asker, folder.toString(), new Outcome.Faulty(why), why);
        }
        // From here on it is no accident where it is not written down what holds.
        if (books.shelf().standing().isEmpty()) books.shelf().write(standing);
        books.shelf().keep(bundle.version(), files);
        key.ifPresent(this::keepKey);
        log(
                asker,
                "install",
                bundle.version(),
                PolicyHistory.IN_FORCE,
                Map.of("before", before, "hash", bundle.hash().hex(), "signature", signature));
        var versions = new ArrayList<>(standing.inForce());
        versions.remove(bundle.version());
        versions.add(bundle.version());
        // Whoever puts rules in force was told of those that are damaged.
        books.shelf().write(new Standing(versions, Map.of()));
        return new Outcome.InForce(bundle.version(), before, signature);
    }

    /** Lets the rules hold that held before; where none did, those that ship. */
    public Outcome rollback(Principal asker) {
        Standing standing = books.standing();
        if (standing.inForce().isEmpty())
            return new Outcome.Faulty(List.of("no rules were installed; those that ship hold"));
        String before = books.inForce().bundle().version();
        var versions = new ArrayList<>(standing.inForce());
        versions.removeLast();
        PolicyBooks.InForce now = PolicyBooks.shipped();
        while (!versions.isEmpty()) {
            try {
                now = books.load(versions.getLast());
                break;
            } catch (PolicyFault | UncheckedIOException fault) {
                versions.removeLast();
            }
        }
        log(asker, PolicyHistory.ROLLBACK, now.bundle().version(), PolicyHistory.IN_FORCE, Map.of("before", before));
        books.shelf().write(new Standing(versions, Map.of()));
        return new Outcome.InForce(now.bundle().version(), before, now.signature());
    }

    /** Writes the rules that hold into an empty folder, to be changed there. */
    public void copy(Path folder) {
        write(folder, books.inForce().bundle().files());
    }

    /**
     * Renews the manifest of a folder and signs it.
     *
     * @param version the new one, absent to keep it
     * @param key private key, PEM; absent to renew the manifest only
     * @return the version; throws {@link PolicyFault} saying what is missing
     */
    public static String sign(Path folder, Optional<String> version, LocalDate date, Optional<Path> key) {
        Map<String, byte[]> files = PolicyShelf.read(folder, PolicyBooks.names());
        String named = version.orElseGet(() -> versionOf(files));
        PolicyBundle bundle = PolicyBundle.renewed(files, named, date);
        var fresh = new TreeMap<String, byte[]>();
        fresh.put(PolicyBundle.MANIFEST, bundle.manifest().getBytes(StandardCharsets.UTF_8));
        if (key.isPresent())
            fresh.put(
                    PolicyBundle.SIGNATURE,
                    (SealKeys.sign(key.get(), bundle.manifest()) + "\n").getBytes(StandardCharsets.US_ASCII));
        write(folder, fresh);
        return named;
    }

    private static String versionOf(Map<String, byte[]> files) {
        byte[] manifest = files.get(PolicyBundle.MANIFEST);
        if (manifest == null)
            throw new PolicyFault("the folder has no " + PolicyBundle.MANIFEST + "; name a --version");
        return PolicyBundle.versionOf(new String(manifest, StandardCharsets.UTF_8));
    }

    private Rulebook rulebook(PolicyBundle bundle) {
        return Rulebook.of(bundle, Optional.of(library))
                .withExceptions(books.shelf().exceptions());
    }

    private void sameKey(Optional<Path> given) {
        Path kept = books.shelf().officerKey();
        if (given.isPresent()
                && Files.exists(kept)
                && !SealKeys.publicKey(kept).equals(SealKeys.publicKey(given.get())))
            throw new PolicyFault(
                    "another key is set: " + kept + "; whoever administers this place must replace it first");
    }

    private void keepKey(Path given) {
        Path kept = books.shelf().officerKey();
        if (Files.exists(kept)) return;
        try {
            Files.createDirectories(kept.getParent());
            Files.copy(given, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the key " + kept + ": " + e.getMessage(), e);
        }
    }

    /** A version means the same rules for ever: the log speaks of it. */
    private void other(PolicyBundle bundle) {
        boolean taken = bundle.version().equals(PolicyBundle.shipped().version())
                && !bundle.manifest().equals(PolicyBundle.shipped().manifest());
        try {
            taken |= !PolicyBundle.of(books.shelf().kept(bundle.version(), PolicyBooks.names()))
                    .manifest()
                    .equals(bundle.manifest());
        } catch (PolicyFault | UncheckedIOException fault) {
            // Not there, or damaged: then it may come anew.
        }
        if (taken)
            throw new PolicyFault("other rules have the version '" + bundle.version() + "'; give these another one");
    }

    private static List<String> untried(List<PolicyCase> cases, AcceptableUse use) {
        var missing = new ArrayList<String>();
        for (AcceptableUse.Clause clause : use.clauses()) {
            boolean tried = false;
            for (int i = 0; i + 1 < cases.size(); i++)
                tried |= cases.get(i).clause().equals(clause.clause())
                        && cases.get(i).expected().equals("refuse")
                        && cases.get(i + 1).expected().equals("allow");
            if (!tried)
                missing.add("cases.yaml: clause " + clause.clause()
                        + " is not tried from both sides: a request to refuse, and after it one to allow");
        }
        return missing;
    }

    /** Of its own cases and of those that ship, the ones decided otherwise. */
    private static List<String> wrong(Gate gate, PolicyBundle bundle) {
        PolicyCases own = bundle.cases();
        // Which roles there are and what they see is the organisation's own; what is acceptable is not.
        var requests = new ArrayList<>(own.cases());
        for (PolicyCase one : PolicyCases.shipped().cases()) if (!requests.contains(one)) requests.add(one);
        return PolicyTrial.of(new PolicyCases(requests, own.roles(), own.markings()), gate, Principal.localUser())
                .stream()
                .map(PolicyTrial.Miss::toString)
                .toList();
    }

    private Outcome refused(Principal asker, String what, Outcome outcome, List<String> why) {
        log(asker, "install", what, "refused", Map.of("why", why.getFirst(), "faults", Integer.toString(why.size())));
        return outcome;
    }

    private void log(Principal asker, String verb, String what, String outcome, Map<String, String> details) {
        var all = new TreeMap<>(details);
        all.put("what", verb);
        audit.append(new AuditEvent(PolicyHistory.KIND, asker.name(), what, outcome, all));
    }

    private static void write(Path folder, Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) Files.write(folder.resolve(file.getKey()), file.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder + ": " + e.getMessage(), e);
        }
    }
}
