package flightline.eval.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository, as far as papers link to it. Paths are given from its root, with slashes. */
public final class SourceTree {
    private static final List<String> MODULES = List.of("engine", "llama", "cluster", "app", "eval", "library");

    private final Path root;
    private final Map<String, String> tests;

    private SourceTree(Path root, Map<String, String> tests) {
        this.root = root;
        this.tests = tests;
    }

    /** Looks once over the tests of all modules; names that stand twice name nothing, since a test is named without its package. */
    public static SourceTree of(Path root) throws IOException {
        var tests = new TreeMap<String, String>();
        var twice = new TreeSet<String>();
        for (String module : MODULES) {
            Path folder = root.resolve(module).resolve("src/test/java");
            if (!Files.isDirectory(folder)) continue;
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    String name = path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
                    if (tests.put(name, path) != null) twice.add(name);
                }
            }
        }
        twice.forEach(tests::remove);
        return new SourceTree(root, tests);
    }

    /** Where the class of a test stands; absent where there is none of that name, or more than one. */
    public Optional<String> test(TestName name) {
        return Optional.ofNullable(tests.get(name.of()));
    }

    /** Whether the class holds that method, or is there at all where no method is named. */
    public boolean holds(TestName name) throws IOException {
        Optional<String> file = test(name);
        if (file.isEmpty()) return false;
        if (name.method().isEmpty()) return true;
        var declared = Pattern.compile("\\bvoid " + Pattern.quote(name.method()) + "\\(");
        return declared.matcher(Files.readString(root.resolve(file.get()))).find();
    }

    /** Where a class of the product stands, by its full name; absent where there is none. */
    public Optional<String> code(String className) {
        for (String module : MODULES) {
            String path = module + "/src/main/java/" + className.replace('.', '/') + ".java";
            if (Files.isRegularFile(root.resolve(path))) return Optional.of(path);
        }
        return Optional.empty();
    }

    /** Whether there is such a file or folder. */
    public boolean has(String path) {
        return Files.exists(root.resolve(path));
    }
}
