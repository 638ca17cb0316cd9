package flightline.eval.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the three companies of MaintNorm: work-order texts, each token with what it was normalised to. */
final class MaintNorm {
    static final List<String> COMPANIES = List.of("a", "b", "c");

    private MaintNorm() {}

    /** A token as it was typed, and what it stands for; empty where it was taken into a neighbour. */
    record Token(String raw, String normal) {}

    /** @param part {@code train}, {@code val} or {@code test} */
    static List<List<Token>> read(Path data, String company, String part) throws IOException {
        Path file = data.resolve("normalisation/maintnorm/company_" + company + "/" + part + ".norm");
        var texts = new ArrayList<List<Token>>();
        var text = new ArrayList<Token>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                if (!text.isEmpty()) texts.add(List.copyOf(text));
                text.clear();
                continue;
            }
            int tab = line.indexOf('\t');
            text.add(new Token(line.substring(0, tab), line.substring(tab + 1)));
        }
        if (!text.isEmpty()) texts.add(List.copyOf(text));
        return texts;
    }

    static List<List<Token>> all(Path data, String part) throws IOException {
        var all = new ArrayList<List<Token>>();
        for (String company : COMPANIES) all.addAll(read(data, company, part));
        return all;
    }
}
