package flightline.flow;

import flightline.archive.PolicyShelf;
import flightline.archive.PolicyShelf.Standing;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.SealKeys;
import flightline.policy.PolicyBundle;
import flightline.policy.PolicyFault;
import flightline.state.StateTrouble;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the rules that hold: the bundle put in force last whose files are what they were, else the one that ships. Where it can no
 * longer be read which was put in force, the log says; where the log does not, the newest that is sound holds.
 */
public final class PolicyBooks {
    private static final String US = "flightline";

    private final PolicyShelf shelf;
    private final AuditLog audit;
    private final boolean alone;

    /** @param alone whether nobody puts rules in force here whose entries stand in another log */
    public PolicyBooks(PolicyShelf shelf, AuditLog audit, boolean alone) {
        this.shelf = shelf;
        this.audit = audit;
        this.alone = alone;
    }

    /**
     * The rules that hold.
     *
     * @param source where they come from, in words
     * @param signature what is known of it, in words
     * @param troubles what an administrator must be told, one line each; mostly empty
     */
    public record InForce(PolicyBundle bundle, String source, String signature, List<String> troubles) {
        public InForce {
            troubles = List.copyOf(troubles);
        }
    }

    /** @param fresh whether it was inferred just now and is not written down yet */
    private record Read(Standing standing, boolean fresh) {}

    /**
     * Never fails for a damaged bundle: the one before holds then. What is found damaged is taken out of force, told each time,
     * and written into the log once. Throws {@link UncheckedIOException} where the bundles are out of reach.
     */
    public InForce inForce() {
        Read read = read();
        Standing standing = read.standing();
        var held = new ArrayList<>(standing.inForce());
        var damaged = new TreeMap<>(standing.damaged());
        var found = new TreeMap<String, String>();
        Optional<InForce> good = Optional.empty();
        while (good.isEmpty() && !held.isEmpty()) {
            String version = held.getLast();
            try {
                good = Optional.of(load(version));
            } catch (PolicyFault | UncheckedIOException fault) {
                unlessOutOfReach(fault);
                found.put(version, String.valueOf(fault.getMessage()));
                held.removeLast();
            }
        }
        damaged.putAll(found);
        InForce chosen = good.orElseGet(PolicyBooks::shipped);
        String version = chosen.bundle().version();
        if (read.fresh() || !found.isEmpty())
            remember(new Standing(held, damaged, standing.lost()), read.fresh(), found, version);
        var troubles = new ArrayList<String>();
        if (!standing.lost().isEmpty())
            troubles.add(standing.lost() + "; the rules " + version + " hold; use policy install");
        damaged.forEach((which, why) -> troubles.add("the rules " + which + " are damaged: " + why + "; the rules "
                + version + " hold instead; use policy install"));
        return new InForce(chosen.bundle(), chosen.source(), chosen.signature(), troubles);
    }

    /** What is not in order with the rules that hold, one line each: what is told at each start, and what the log says otherwise. */
    List<String> faults(InForce held) {
        if (!held.troubles().isEmpty()) return held.troubles();
        Optional<PolicyHistory> history = history();
        if (history.isEmpty()) return List.of();
        List<String> versions = history.get().held();
        String last = versions.isEmpty() ? PolicyBundle.shipped().version() : versions.getLast();
        String version = held.bundle().version();
        if (last.equals(version)) return List.of();
        return List.of("the rules " + version + " hold, but by the log ("
                + history.get().entry().orElse("") + ") it is " + last
                + " that was put in force last; use policy install");
    }

    /** What is written down, or what must have held where that is lost. */
    Standing standing() {
        return read().standing();
    }

    private Read read() {
        Optional<Standing> written;
        try {
            written = shelf.standing();
        } catch (UncheckedIOException e) {
            unlessOutOfReach(e);
            return inferred(history(), String.valueOf(e.getMessage()));
        }
        if (written.isPresent()) return new Read(written.get(), false);
        boolean bundles = !shelf.versions().isEmpty();
        if (!bundles && !Files.exists(shelf.officerKey())) return new Read(Standing.NONE, false);
        Optional<PolicyHistory> history = history();
        // A key alone may have been put there before any rules were.
        return bundles || history.isPresent()
                ? inferred(history, shelf.place() + " is missing, though rules were installed")
                : new Read(Standing.NONE, false);
    }

    private Read inferred(Optional<PolicyHistory> history, String why) {
        List<String> held = history.map(PolicyHistory::held).orElseGet(this::soundByDate);
        return new Read(new Standing(held, Map.of(), why), true);
    }

    /** What merely cannot be read by whoever runs the program, or now, is not damaged; other rules must not hold for that. */
    private static void unlessOutOfReach(RuntimeException fault) {
        if (fault instanceof StateTrouble || fault.getCause() instanceof AccessDeniedException) throw fault;
    }

    /** Absent where the log tells of no rules, is not the only one that would, or cannot be read. */
    private Optional<PolicyHistory> history() {
        if (!alone) return Optional.empty();
        try {
            return Optional.of(PolicyHistory.of(audit)).filter(h -> h.entry().isPresent());
        } catch (RuntimeException notWhole) {
            return Optional.empty();
        }
    }

    /** Versions whose files are what they were, the newest last. */
    private List<String> soundByDate() {
        var sound = new ArrayList<PolicyBundle>();
        for (String version : shelf.versions())
            try {
                sound.add(load(version).bundle());
            } catch (PolicyFault | UncheckedIOException damaged) {
                unlessOutOfReach(damaged);
                // It would not hold whatever was written down.
            }
        return sound.stream()
                .sorted(Comparator.comparing((PolicyBundle b) -> b.about().date())
                        .thenComparing(PolicyBundle::version))
                .map(PolicyBundle::version)
                .toList();
    }

    /** What is known of the signature, in words; throws {@link PolicyFault} where a key is set and the signature is not good. */
    String signature(PolicyBundle bundle, Map<String, byte[]> files, Optional<Path> given) {
        Path kept = shelf.officerKey();
        Optional<Path> key = Files.exists(kept) ? Optional.of(kept) : given;
        byte[] signature = files.get(PolicyBundle.SIGNATURE);
        if (key.isEmpty())
            return signature == null ? "none; no key is set" : "not checked; no key is set (policy/officer.pub)";
        if (signature == null)
            throw new PolicyFault("the bundle has no " + PolicyBundle.SIGNATURE + ", and " + key.get() + " is set");
        String text = new String(signature, StandardCharsets.US_ASCII).strip();
        if (!SealKeys.signed(SealKeys.publicKey(key.get()), bundle.manifest(), text))
            throw new PolicyFault(
                    PolicyBundle.SIGNATURE + " does not fit " + PolicyBundle.MANIFEST + " and the key " + key.get());
        return "good, by the key " + key.get();
    }

    PolicyShelf shelf() {
        return shelf;
    }

    /** Throws {@link PolicyFault} where the files are not what they were. */
    InForce load(String version) {
        Map<String, byte[]> files = shelf.kept(version, names());
        PolicyBundle bundle = PolicyBundle.of(files);
        if (!bundle.version().equals(version))
            throw new PolicyFault("the folder " + version + " holds the version " + bundle.version());
        bundle.recognition();
        return new InForce(bundle, "installed", signature(bundle, files, Optional.empty()), List.of());
    }

    static InForce shipped() {
        return new InForce(PolicyBundle.shipped(), "shipped with the product", "that of the release", List.of());
    }

    static List<String> names() {
        var names = new ArrayList<>(PolicyBundle.contents());
        names.add(PolicyBundle.MANIFEST);
        names.add(PolicyBundle.SIGNATURE);
        return names;
    }

    private void remember(Standing standing, boolean lost, Map<String, String> found, String instead) {
        // Whoever only looks does not begin the log that is missed.
        if (audit.missing().isPresent()) return;
        try {
            if (lost)
                audit.append(new AuditEvent(
                        PolicyHistory.KIND,
                        US,
                        shelf.place(),
                        "lost",
                        Map.of("why", standing.lost(), "instead", instead)));
            found.forEach((version, why) -> audit.append(new AuditEvent(
                    PolicyHistory.KIND, US, version, PolicyHistory.DAMAGED, Map.of("why", why, "instead", instead))));
            shelf.write(standing);
        } catch (RuntimeException e) {
            // A log that is cut off must stay open to 'audit reopen'; the damage is found again at the next start.
        }
    }
}
