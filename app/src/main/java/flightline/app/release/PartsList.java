package flightline.app.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.llama.runtime.LlamaLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;

/**
 * The CycloneDX list of what is shipped. The build lists the libraries; what no build tool knows of is added: the
 * product's own jar, native libraries inside jars that were fetched elsewhere, and the Java runtime.
 */
final class PartsList {
    static final String FILE = "sbom.cdx.json";

    private static final String NATIVES = "flightline/llama/natives/";
    private static final Set<String> OWN = Set.of("engine", "llama", "app");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ObjectNode tree;
    private final ArrayNode components;

    private PartsList(ObjectNode tree) {
        this.tree = tree;
        this.components = tree.withArray("components");
    }

    /** The one that the build wrote. */
    static PartsList read(Path file) throws IOException {
        JsonNode tree = JSON.readTree(file.toFile());
        if (!(tree instanceof ObjectNode object)
                || !"CycloneDX".equals(tree.path("bomFormat").asText()))
            throw new IOException(file + " is no CycloneDX list");
        return new PartsList(object);
    }

    /** Adds jars that are shipped and not listed by their hash yet, and what is packed into them. */
    void add(Path jar) throws IOException {
        String sum = Checksums.sum(jar);
        String name = String.valueOf(jar.getFileName());
        if (!listed().contains(sum)) {
            // Of its own modules the build lists some without a hash; a library that it does not know must not be
            // shipped.
            String module = name.replaceFirst("-[0-9].*$", "");
            if (!OWN.contains(module))
                throw new IOException(jar + " is not in the list that the build made; build anew, then bundle");
            own(module, name)
                    .putArray("hashes")
                    .addObject()
                    .put("alg", "SHA-256")
                    .put("content", sum);
        }
        natives(jar);
    }

    private ObjectNode own(String module, String jar) {
        for (JsonNode one : components)
            if (one instanceof ObjectNode object
                    && object.path("name").asText().equals(module)
                    && object.path("group").asText().equals("flightline")) return object;
        ObjectNode fresh = components.addObject().put("type", "library").put("group", "flightline");
        fresh.put("name", module).put("version", jar.replaceFirst("^[a-z]+-(.*)\\.jar$", "$1"));
        return licensed(fresh, "Apache-2.0");
    }

    /** Shared libraries inside a jar, each by its hash. */
    private void natives(Path jar) throws IOException {
        var found = new TreeMap<String, String>();
        try (var open = new JarFile(jar.toFile())) {
            for (var entry :
                    open.stream().filter(e -> e.getName().startsWith(NATIVES)).toList()) {
                if (!entry.getName().contains(".so") && !entry.getName().contains(".dylib")) continue;
                Path file = Files.createTempFile("native", ".tmp");
                try (InputStream in = open.getInputStream(entry)) {
                    Files.write(file, in.readAllBytes());
                    found.put(entry.getName().substring(NATIVES.length()), Checksums.sum(file));
                } finally {
                    Files.delete(file);
                }
            }
        }
        if (found.isEmpty()) return;
        ObjectNode llama = components
                .addObject()
                .put("type", "library")
                .put("name", "llama.cpp")
                .put("version", LlamaLibrary.VERSION);
        llama.put("description", "libllama and ggml as built for node-llama-cpp, inside " + jar.getFileName());
        licensed(llama, "MIT");
        ArrayNode files = llama.putArray("components");
        found.forEach((name, sum) -> files.addObject()
                .put("type", "file")
                .put("name", name)
                .putArray("hashes")
                .addObject()
                .put("alg", "SHA-256")
                .put("content", sum));
    }

    /** Adds the runtime. */
    void addRuntime(String version, String vendor) {
        ObjectNode runtime = components.addObject().put("type", "platform");
        runtime.putObject("supplier").put("name", vendor);
        runtime.put("name", "OpenJDK").put("version", version);
        runtime.put("description", "The Java runtime in the folder runtime, licences in runtime/legal");
        licensed(runtime, "GPL-2.0-only WITH Classpath-exception-2.0");
    }

    private static ObjectNode licensed(ObjectNode component, String expression) {
        component.putArray("licenses").addObject().put("expression", expression);
        return component;
    }

    private Set<String> listed() {
        var sums = new HashSet<String>();
        for (JsonNode one : components)
            for (JsonNode hash : one.path("hashes"))
                if (hash.path("alg").asText().equals("SHA-256"))
                    sums.add(hash.path("content").asText());
        return sums;
    }

    void write(Path file) throws IOException {
        Files.write(file, (JSON.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
