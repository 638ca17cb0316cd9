package flightline.eval.papers;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The papers, made from their source. */
public final class ControlPapers {
    /** Where the source stands, from the root of the repository. */
    public static final String SOURCE = "docs/oscal/controls.yaml";
    /** The page for people. */
    public static final String PAGE = "docs/controls.md";
    /** The OSCAL component definition. */
    public static final String DEFINITION = "docs/oscal/component-definition.json";

    private ControlPapers() {}

    /** Text by path from the root of the repository; nothing is written. */
    public static Map<String, String> made(Path repository) throws IOException {
        ControlBook book = ControlBook.read(repository.resolve(SOURCE));
        var tree = SourceTree.of(repository);
        var papers = new LinkedHashMap<String, String>();
        papers.put(PAGE, new ControlsPage(book, tree).text());
        // The same line ends on every system, or the comparison with what is committed fails on some.
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        papers.put(
                DEFINITION,
                new ObjectMapper().writer(printer).writeValueAsString(new ComponentDefinition(book, tree).json())
                        + "\n");
        return papers;
    }

    /** Writes them: the root of the repository is the one argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) throw new IllegalArgumentException("usage: ControlPapers REPOSITORY");
        Path repository = Path.of(args[0]);
        for (var paper : made(repository).entrySet())
            Files.writeString(repository.resolve(paper.getKey()), paper.getValue());
    }
}
