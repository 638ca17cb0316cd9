package flightline.terms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the lists that this package carries: UTF-8, one entry a line, {@code #} begins a remark. */
final class WordList {
    private WordList() {}

    static List<String> lines(String name) {
        var stream = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the list " + name, broken);
        }
    }
}
