package flightline.flow;

import flightline.archive.PolicyShelf;
import flightline.archive.PolicyShelf.Standing;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.audit.SealKeys;
import flightline.policy.PolicyBundle;
import flightline.policy.PolicyFault;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the rules that hold: the bundle put in force last whose files are what they were, else the one that ships. */
public final class PolicyBooks {
    private final PolicyShelf shelf;
    private final AuditLog audit;

    public PolicyBooks(PolicyShelf shelf, AuditLog audit) {
        this.shelf = shelf;
        this.audit = audit;
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

    /**
     * Never fails for a damaged bundle: the one before holds then. What is found damaged is taken out of force, told each time,
     * and written into the log once.
     */
    public InForce inForce() {
        Standing standing;
        try {
            standing = shelf.standing();
        } catch (UncheckedIOException e) {
            return shipped(List.of(e.getMessage() + "; the rules that ship hold; use policy install"));
        }
        var held = new ArrayList<>(standing.inForce());
        var damaged = new TreeMap<>(standing.damaged());
        var found = new TreeMap<String, String>();
        Optional<InForce> good = Optional.empty();
        while (good.isEmpty() && !held.isEmpty()) {
            String version = held.getLast();
            try {
                good = Optional.of(load(version));
            } catch (PolicyFault | UncheckedIOException fault) {
                found.put(version, String.valueOf(fault.getMessage()));
                held.removeLast();
            }
        }
        damaged.putAll(found);
        InForce chosen = good.orElseGet(() -> shipped(List.of()));
        if (!found.isEmpty())
            remember(new Standing(held, damaged), found, chosen.bundle().version());
        List<String> troubles = damaged.entrySet().stream()
                .map(e -> "the rules " + e.getKey() + " are damaged: " + e.getValue() + "; the rules "
                        + chosen.bundle().version() + " hold instead; use policy install")
                .toList();
        return new InForce(chosen.bundle(), chosen.source(), chosen.signature(), troubles);
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

    static InForce shipped(List<String> troubles) {
        return new InForce(PolicyBundle.shipped(), "shipped with the product", "that of the release", troubles);
    }

    static List<String> names() {
        var names = new ArrayList<>(PolicyBundle.contents());
        names.add(PolicyBundle.MANIFEST);
        names.add(PolicyBundle.SIGNATURE);
        return names;
    }

    private void remember(Standing standing, Map<String, String> found, String instead) {
        try {
            found.forEach((version, why) -> audit.append(new AuditEvent(
                    "policy", "flightline", version, "damaged", Map.of("why", why, "instead", instead))));
            shelf.write(standing);
        } catch (RuntimeException e) {
            // A log that is cut off must stay open to 'audit reopen'; the damage is found again at the next start.
        }
    }
}
