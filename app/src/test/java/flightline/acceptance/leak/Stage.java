package flightline.acceptance.leak;

import flightline.acceptance.leak.Item.Kind;
import flightline.app.cli.Terminal;
import flightline.app.cli.Terminal.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The filled library, and the person who types. */
record Stage(Terminal terminal, MarkedLibrary library, Path everything, String session, Who who, Path as) {
    /** The same with somebody else. */
    Stage with(Who other) throws IOException {
        Path file = library.write("as.json", other.json().toString());
        return new Stage(terminal, library, everything, session, other, file);
    }

    Said run(String... words) {
        return run(as, words);
    }

    Said run(Path principal, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--as", principal.toString(), "--quiet"));
        return terminal.run(all.toArray(String[]::new));
    }

    /** Everything that came back. */
    String said(String... words) {
        Said said = run(words);
        return said.out() + said.err();
    }

    /** The same for people and for programs. */
    String both(String... words) {
        var all = new ArrayList<>(List.of(words));
        all.add("--json");
        return said(words) + said(all.toArray(String[]::new));
    }

    /** Something of this kind that this one may not see; where there is nothing, the last. */
    Item hidden(Kind kind) {
        return library.of(kind).stream()
                .filter(item -> !item.mark().shownTo(who))
                .findFirst()
                .orElseGet(() -> library.of(kind).getLast());
    }

    /** What came back, but for the words that were typed: to hear them again tells nothing. */
    String besides(String typed, String said) {
        return said.replace(typed, "");
    }

    /** Names and bytes of all files in a folder. */
    static String files(Path folder) throws IOException {
        var all = new StringBuilder();
        if (!Files.isDirectory(folder)) return "";
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                all.append(file.getFileName()).append('\n').append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }
}
