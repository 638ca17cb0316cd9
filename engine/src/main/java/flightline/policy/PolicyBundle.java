package flightline.policy;

import flightline.corpus.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules that are put in force together: how a request is recognised, what follows, who sees what, who may do what.
 *
 * @param manifest {@code bundle.json}, letter for letter: what is signed
 * @param texts every other file by its name
 */
public record PolicyBundle(String manifest, Map<String, String> texts) {
    public static final String MANIFEST = "bundle.json";
    public static final String SIGNATURE = "bundle.sig";
    static final String SCHEMA = "schema.cedarschema";
    static final String RECOGNITION = "acceptable-use.yaml";
    private static final String CASES = "cases.yaml";
    static final String ACCEPTABLE_USE = "acceptable-use.cedar";
    private static final List<String> POLICIES = List.of(ACCEPTABLE_USE, "access.cedar", "roles.cedar");
    private static final String RESOURCES = "/flightline/policy/";

    public PolicyBundle {
        texts = Map.copyOf(texts);
        for (String name : contents()) if (!texts.containsKey(name)) throw new PolicyFault("the bundle has no " + name);
    }

    /** Names of the files that a bundle holds besides its manifest and the signature. */
    public static List<String> contents() {
        var all = new ArrayList<>(POLICIES);
        all.add(SCHEMA);
        all.add(RECOGNITION);
        all.add(CASES);
        return all;
    }

    /** The rules that ship with the product. */
    public static PolicyBundle shipped() {
        var texts = new LinkedHashMap<String, String>();
        for (String name : contents()) texts.put(name, resource(name));
        return new PolicyBundle(resource(MANIFEST), texts);
    }

    /** From files by their names; throws {@link PolicyFault} where one is missing, or is not what the manifest says. */
    public static PolicyBundle of(Map<String, byte[]> files) {
        PolicyBundle bundle = unchecked(files);
        Map<String, String> named = bundle.about().files();
        for (var one : named.keySet())
            if (!contents().contains(one))
                throw new PolicyFault(MANIFEST + " names " + one + ", which no bundle holds");
        for (String name : contents()) {
            String hash = ContentHash.of(bundle.text(name)).hex();
            if (!hash.equals(named.get(name)))
                throw new PolicyFault(name + " is not the file that " + MANIFEST + " names: its SHA-256 is " + hash
                        + ", not " + named.getOrDefault(name, "given"));
        }
        return bundle;
    }

    /** The same files with a manifest that fits them. */
    public static PolicyBundle renewed(Map<String, byte[]> files, String version, LocalDate date) {
        var texts = texts(files);
        return new PolicyBundle(BundleManifest.of(version, date, texts).json(), texts);
    }

    /** The version that a manifest names; throws {@link PolicyFault}. */
    public static String versionOf(String manifest) {
        return BundleManifest.read(manifest).version();
    }

    private static PolicyBundle unchecked(Map<String, byte[]> files) {
        byte[] manifest = files.get(MANIFEST);
        if (manifest == null) throw new PolicyFault("the bundle has no " + MANIFEST);
        return new PolicyBundle(new String(manifest, StandardCharsets.UTF_8), texts(files));
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        var texts = new LinkedHashMap<String, String>();
        files.forEach((name, bytes) -> {
            if (contents().contains(name)) texts.put(name, new String(bytes, StandardCharsets.UTF_8));
        });
        return texts;
    }

    public BundleManifest about() {
        return BundleManifest.read(manifest);
    }

    /** Names the rules in every decision. */
    public String version() {
        return about().version();
    }

    /** SHA-256 of the manifest, which names all else. */
    public ContentHash hash() {
        return ContentHash.of(manifest);
    }

    /** All files by their names, the manifest among them. */
    public Map<String, byte[]> files() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
        for (String name : contents()) all.put(name, text(name).getBytes(StandardCharsets.UTF_8));
        return all;
    }

    /** How a request is recognised; throws {@link PolicyFault}. */
    public AcceptableUse recognition() {
        return AcceptableUse.of(text(RECOGNITION), RECOGNITION);
    }

    /** What the rules must decide; throws {@link PolicyFault}. */
    public PolicyCases cases() {
        return PolicyCases.of(text(CASES), CASES);
    }

    String schema() {
        return text(SCHEMA);
    }

    /** Policies in Cedar's language, by the names of their files. */
    Map<String, String> policies() {
        var all = new LinkedHashMap<String, String>();
        for (String name : POLICIES) all.put(name, text(name));
        return all;
    }

    private String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private static String resource(String name) {
        try (InputStream in = PolicyBundle.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) throw new IllegalStateException("the product lacks flightline/policy/" + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped rules are not readable", e);
        }
    }
}
