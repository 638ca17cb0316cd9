package flightline.app.cli;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import flightline.app.http.Listening;
import flightline.app.identity.IdentitySettings;
import flightline.app.view.BadRequest;
import flightline.app.view.PrincipalJson;
import flightline.app.view.Unreadable;
import flightline.app.wiring.DataFolder;
import flightline.app.wiring.IndexSettings;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.SecondLooks;
import flightline.app.wiring.Settings;
import flightline.app.wiring.StateSettings;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every verb has. */
final class CommonOptions {
    private static final Set<String> CONFIGURABLE = Set.of(
            "data",
            "as",
            "tesseract",
            "languages",
            "llama",
            "second-look",
            "encryption",
            "serve",
            "identity",
            "observe",
            "state",
            "index");
    private static final String OWN_CONFIG = "flightline.yaml";

    @Option(
            scope = ScopeType.INHERIT,
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: $FLIGHTLINE_DATA, else ~/.flightline).")
    private @Nullable Path data;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--json",
            description = "One JSON document on standard output, nothing else there.")
    private boolean json;

    @Option(scope = ScopeType.INHERIT, names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--config",
            paramLabel = "FILE",
            description =
                    "YAML file with defaults: data, as, tesseract, languages, llama, second-look, serve, identity, state, index (default: flightline.yaml in the data"
                            + " folder, where there is one).")
    private @Nullable Path config;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--as",
            paramLabel = "FILE",
            description = "Who asks (JSON); default: the local user.")
    private @Nullable Path principal;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--state",
            paramLabel = "ADDRESS",
            description =
                    "Database that several machines share, postgresql://host:5432/database; user and password come"
                            + " from PGUSER and PGPASSWORD (default: files of the data folder).")
    private @Nullable String state;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--index",
            paramLabel = "ADDRESS",
            description =
                    "Cluster that several machines search in, opensearch://host:9200[,host:9200]/name, or opensearchs:// over TLS;"
                            + " user and password come from FLIGHTLINE_INDEX_USER and FLIGHTLINE_INDEX_PASSWORD (default:"
                            + " folders of the data folder).")
    private @Nullable String index;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--extractive",
            description = "Answers are quoted only, whatever model is held.")
    private boolean extractive;

    @Option(
            scope = ScopeType.INHERIT,
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explains this verb.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    private boolean version;

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet || help || version;
    }

    /** The data folder, whose own configuration counts from now on where no other is named. */
    Path folder(Outside outside) {
        Path folder = Optional.ofNullable(data)
                .or(() -> configured("data").map(Path::of))
                .orElseGet(outside::defaultData);
        Path own = folder.resolve(OWN_CONFIG);
        if (config == null && Files.isRegularFile(own)) config = own;
        return folder;
    }

    /** The file of the administrator's key, where one is named. */
    Optional<Path> key(Outside outside) {
        Optional<JsonNode> node =
                configuration().filter(tree -> tree.hasNonNull("encryption")).map(tree -> tree.get("encryption"));
        node.ifPresent(set -> set.fieldNames().forEachRemaining(name -> {
            if (!name.equals("key-file")) throw new BadRequest("encryption: may hold [key-file], got '" + name + "'");
        }));
        return node.map(set -> set.path("key-file").asText(""))
                .filter(file -> !file.isBlank())
                .or(() -> Optional.ofNullable(outside.environment().get("FLIGHTLINE_KEY_FILE")))
                .filter(file -> !file.isBlank())
                .map(Path::of);
    }

    /** The collector that traces are sent to, where an administrator named one; for after the data folder is known. */
    Optional<URI> otlp() {
        return configuration()
                .filter(tree -> tree.hasNonNull("observe"))
                .flatMap(tree -> ObserveConfig.otlp(tree.get("observe")));
    }

    Wiring wire(Outside outside) throws DataFolder.UnusableDataFolder {
        Path folder = folder(outside);
        return wireAt(outside, folder, state(outside), index(outside));
    }

    private Optional<IndexSettings> index(Outside outside) {
        return IndexConfig.read(index, configured("index"), outside.environment());
    }

    /** The same settings over the files of another data folder. */
    Wiring wireAt(Outside outside, Path folder) throws DataFolder.UnusableDataFolder {
        return wireAt(outside, folder, Optional.empty(), Optional.empty());
    }

    /** The database that state is kept in, where one is named; for after the data folder is known. */
    Optional<StateSettings> state(Outside outside) {
        return StateConfig.read(state, section("state"), outside.environment());
    }

    /** How the model that writes is run, as it is configured; for after the data folder is known. */
    LlamaSettings llama(Outside outside) {
        return section("llama")
                .map(tree -> LlamaConfig.read(tree, outside.environment()))
                .orElse(LlamaSettings.STANDARD);
    }

    private Wiring wireAt(Outside outside, Path folder, Optional<StateSettings> shared, Optional<IndexSettings> index)
            throws DataFolder.UnusableDataFolder {
        LlamaSettings llama = llama(outside);
        return wire(
                outside,
                folder,
                configured("tesseract").orElse(Settings.TESSERACT),
                configured("languages").orElse(Settings.LANGUAGES),
                key(outside),
                extractive ? llama.switchedOff() : llama,
                shared,
                index,
                section("second-look").map(SecondLookConfig::read).orElse(SecondLooks.NONE));
    }

    /** For what not everybody may do; throws {@link NotPermitted} where the asker may not. */
    Wiring wire(Outside outside, Act act) throws DataFolder.UnusableDataFolder {
        Principal asker = asker();
        Wiring wiring = wire(outside);
        try {
            wiring.door().refusal(asker, act).ifPresent(why -> {
                throw new NotPermitted(why);
            });
            return wiring;
        } catch (RuntimeException e) {
            wiring.close();
            throw e;
        }
    }

    /**
     * The same for what lists or shows what is held: throws {@link BadRequest} where a folder is named that holds nothing of ours, and makes
     * nothing there, for a name that is misspelt or a disk that is not mounted would read as an empty library.
     */
    Wiring wireHeld(Outside outside, Act act) throws DataFolder.UnusableDataFolder {
        Path folder = folder(outside);
        // a file in its place has its own message, from where folders are opened
        if (named() && !Files.isRegularFile(folder) && !isThere(outside, folder)) throw nothingIn(folder);
        return wire(outside, act);
    }

    /** The same for what asks, reads or changes what is kept, and may well find an empty folder: see {@link #mustExist}. */
    Wiring wireExisting(Outside outside, Act act) throws DataFolder.UnusableDataFolder {
        mustExist(outside);
        return wire(outside, act);
    }

    /**
     * The same for what answers a request: each is judged and logged wherever it is put, so the folder is made where it is missing. That it was
     * missing is said, or a name that is misspelt would read as a library that does not know.
     */
    Wiring wireAnswering(Outside outside, Act act) throws DataFolder.UnusableDataFolder {
        Path folder = folder(outside);
        boolean missing = isMissing(outside, folder);
        Wiring wiring = wire(outside, act);
        if (missing)
            outside.err()
                    .println("flightline: the data folder " + folder
                            + " did not exist and holds nothing yet; was another one meant? (--data)");
        return wiring;
    }

    /**
     * Throws {@link BadRequest} where a folder is named that does not exist, and makes nothing there: no answer, or a sound audit log without an
     * entry, would be told of a name that is misspelt. The folder that counts where none is named may not be made yet.
     */
    void mustExist(Outside outside) {
        Path folder = folder(outside);
        if (isMissing(outside, folder)) throw nothingIn(folder);
    }

    /** Whether it was named and is neither there nor kept elsewhere. */
    private boolean isMissing(Outside outside, Path folder) {
        return named() && !Files.exists(folder) && !isThere(outside, folder);
    }

    private boolean named() {
        return data != null || configured("data").isPresent();
    }

    /** Whether there is anything to read: in the data folder, or where several machines keep it. */
    boolean isThere(Outside outside, Path folder) {
        return DataFolder.isThere(folder)
                || state(outside).isPresent()
                || index(outside).isPresent();
    }

    static BadRequest nothingIn(Path folder) {
        return new BadRequest(
                "the data folder " + folder
                        + (Files.exists(folder) ? " holds nothing of Flightline's" : " does not exist")
                        + "; nothing was made there. Name the right one with --data, or put documents in with: flightline ingest PATH");
    }

    static Wiring wire(Outside outside, Path folder) throws DataFolder.UnusableDataFolder {
        return wire(
                outside,
                folder,
                Settings.TESSERACT,
                Settings.LANGUAGES,
                Optional.empty(),
                LlamaSettings.STANDARD,
                Optional.empty(),
                Optional.empty(),
                SecondLooks.NONE);
    }

    private static Wiring wire(
            Outside outside,
            Path folder,
            String tesseract,
            String languages,
            Optional<Path> key,
            LlamaSettings llama,
            Optional<StateSettings> shared,
            Optional<IndexSettings> index,
            SecondLooks looks)
            throws DataFolder.UnusableDataFolder {
        if (!languages.matches("[A-Za-z_]+(?:\\+[A-Za-z_]+)*"))
            throw new BadRequest("languages must be like eng or eng+deu, got '" + languages + "'");
        var wiring = new Wiring(new Settings(
                folder,
                outside.clock(),
                LocalDate.now(outside.clock()),
                outside.nanos(),
                outside.processors(),
                outside.embedder(),
                tesseract,
                languages,
                key,
                llama,
                shared,
                index,
                looks));
        wiring.troubles().forEach(trouble -> outside.err().println("flightline: " + trouble));
        return wiring;
    }

    /** Where the server listens, as it is configured; options of the verb may say otherwise. */
    Listening listening(Outside outside) {
        var ignored = folder(outside);
        return section("serve").map(ServeConfig::read).orElseGet(() -> Listening.here("127.0.0.1", 8080));
    }

    /** How people sign in. */
    IdentitySettings identity(Outside outside, boolean certificates) {
        return IdentityConfig.read(
                section("identity").orElseGet(JsonNodeFactory.instance::objectNode),
                outside.environment(),
                certificates);
    }

    /** Whether the configuration has this section. */
    boolean configures(String section) {
        return section(section).isPresent();
    }

    private Optional<JsonNode> section(String name) {
        return configuration().filter(tree -> tree.hasNonNull(name)).map(tree -> tree.get(name));
    }

    Principal asker() {
        Optional<Path> file =
                Optional.ofNullable(principal).or(() -> configured("as").map(Path::of));
        if (file.isEmpty()) return Principal.localUser();
        JsonNode tree = tree(file.get(), JsonMapper.builder());
        if (tree.isMissingNode()) throw new BadRequest(file.get() + ": is empty; it must say who asks, in JSON");
        try {
            return PrincipalJson.given(tree);
        } catch (BadRequest wrong) {
            throw new BadRequest(file.get() + ": " + wrong.getMessage());
        }
    }

    private Optional<String> configured(String key) {
        return configuration()
                .filter(tree -> tree.hasNonNull(key))
                .map(tree -> tree.get(key).asText());
    }

    private Optional<JsonNode> configuration() {
        if (config == null) return Optional.empty();
        JsonNode tree = tree(config, YAMLMapper.builder());
        if (!tree.isObject() && !tree.isMissingNode() && !tree.isNull())
            throw new BadRequest(config + ": must hold names with their values, such as 'data: FOLDER'");
        tree.fieldNames().forEachRemaining(name -> {
            if (!CONFIGURABLE.contains(name))
                throw new BadRequest(config + ": may hold " + new TreeSet<>(CONFIGURABLE) + ", got '" + name + "'");
        });
        return Optional.of(tree);
    }

    /** What is said twice, or behind the end, is not passed over: who may what hangs on it. */
    private static JsonNode tree(Path file, MapperBuilder<?, ?> mapper) {
        try {
            return mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(Files.readString(file).replaceFirst("^\uFEFF", ""));
        } catch (IOException e) {
            throw new BadRequest(file + ": " + Unreadable.why(e));
        }
    }
}
