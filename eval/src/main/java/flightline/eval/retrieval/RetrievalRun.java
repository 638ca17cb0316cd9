package flightline.eval.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.app.wiring.DataFolder;
import flightline.evaluation.ExpectedPage;
import flightline.search.EvidenceQuery;
import flightline.search.LucenePassageIndex;
import flightline.search.PageSpread;
import flightline.search.PassageIndex;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Question sets through the product's search and through plain BM25 over the same passages.
 *
 * <p>java -Xmx2g -Dflightline.root=$PWD -cp … flightline.eval.retrieval.RetrievalRun DATA VECTORS fill PATH… takes documents in;
 * {@code … ask SPLIT SET…} asks the questions of sets of that split, {@code all} for every one. VECTORS is a file that is made.
 */
public final class RetrievalRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Passages of one document may count once, so more than ten are asked for. */
    private static final int LOOKED_AT = 30;

    private RetrievalRun() {}

    public static void main(String[] arguments) throws IOException, DataFolder.UnusableDataFolder {
        if (arguments.length < 4)
            throw new IllegalArgumentException("give a data folder, a file for vectors, fill or ask, and what to");
        try (var library = Library.at(Path.of(arguments[0]), Path.of(arguments[1]))) {
            List<String> rest = Arrays.asList(arguments).subList(3, arguments.length);
            switch (arguments[2]) {
                case "fill" -> library.fill(rest.stream().map(Path::of).toList());
                case "support" -> SupportDesk.fill(library, Path.of(rest.getFirst()), Integer.parseInt(rest.get(1)));
                case "ask" -> ask(library, rest.getFirst(), rest.subList(1, rest.size()));
                default -> throw new IllegalArgumentException("'" + arguments[2] + "' is neither fill nor ask");
            }
        }
    }

    private static void ask(Library library, String split, List<String> sets) throws IOException {
        try (var index = index(library);
                var plain = new PlainBm25(index)) {
            for (String set : sets) {
                Map<String, List<JsonNode>> bySplit = new TreeMap<>();
                for (JsonNode one : cases(Path.of(set))) {
                    String of = one.path("split").asText("all");
                    if (split.equals("all") || split.equals(of))
                        bySplit.computeIfAbsent(of, name -> new ArrayList<>()).add(one);
                }
                bySplit.forEach((name, cases) -> report(Path.of(set).getFileName() + " " + name, cases, index, plain));
            }
        }
    }

    static PassageIndex index(Library library) {
        var speller = Speller.standard();
        return LucenePassageIndex.open(
                library.data().resolve("index/passages"),
                library.vectors(),
                Abbreviations.standard().all(),
                speller::mended);
    }

    private static void report(String name, List<JsonNode> cases, PassageIndex index, PlainBm25 plain) {
        var ours = new Figures();
        var words = new Figures();
        int asCurrent = 0;
        for (JsonNode one : cases) {
            List<ExpectedPage> expected = ExpectedPage.of(one);
            String question = one.path("question").asText();
            List<PlainBm25.Place> found = found(index, question);
            ours.add(found, expected);
            for (JsonNode old : one.path("not_in_force"))
                if (found.stream().anyMatch(place -> place.document().contains(old.asText()))) asCurrent++;
            words.add(plain.find(question, LOOKED_AT), expected);
        }
        System.out.println(ours.line(name));
        System.out.println(words.line("  plain BM25"));
        if (cases.getFirst().has("not_in_force"))
            System.out.println("  questions that found what is not in force as if it were: " + asCurrent);
    }

    private static List<PlainBm25.Place> found(PassageIndex index, String question) {
        return PageSpread.search(index, EvidenceQuery.of(question, LOOKED_AT, Library.TODAY)).hits().stream()
                .map(hit -> new PlainBm25.Place(
                        hit.document().header().id().value(),
                        hit.passage().place().page()))
                .toList();
    }

    private static List<JsonNode> cases(Path set) throws IOException {
        var cases = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(set)) if (!line.isBlank()) cases.add(JSON.readTree(line));
        return cases;
    }
}
