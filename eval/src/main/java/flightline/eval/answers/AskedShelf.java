package flightline.eval.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.llama.embedding.BgeSmallEmbedder;
import flightline.model.Embedder;
import flightline.search.LucenePassageIndex;
import flightline.search.PassageIndex;
import flightline.terms.Abbreviations;
import flightline.terms.Speller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A data folder into which documents were taken in, and files of questions about them.
 *
 * @param data the folder
 * @param files a question a line
 */
record AskedShelf(Path data, List<Path> files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Looks at a question of the tuned half. */
    interface Look {
        void at(JsonNode question, PassageIndex index, Embedder embedder);
    }

    /** @param arguments {@code --data D FILE…}, once for each folder */
    static List<AskedShelf> of(List<String> arguments) {
        var shelves = new ArrayList<AskedShelf>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--data") && i + 1 < arguments.size())
                shelves.add(new AskedShelf(Path.of(arguments.get(++i)), new ArrayList<>()));
            else if (!shelves.isEmpty()) shelves.getLast().files.add(Path.of(arguments.get(i)));
            else shelves.clear();
        }
        if (shelves.isEmpty() || shelves.stream().anyMatch(shelf -> shelf.files.isEmpty()))
            throw new IllegalArgumentException(
                    "give --data, a data folder and files of questions, once or several times");
        return shelves;
    }

    void eachTuned(Look look) throws IOException {
        var speller = Speller.standard();
        int threads = Runtime.getRuntime().availableProcessors();
        try (var embedder = new BgeSmallEmbedder(data.resolve("native"), threads);
                var index = LucenePassageIndex.open(
                        data.resolve("index/passages"),
                        embedder,
                        Abbreviations.standard().all(),
                        speller::mended)) {
            for (Path file : files)
                for (String line : Files.readAllLines(file)) {
                    JsonNode question = JSON.readTree(line);
                    if (question.path("split").asText().equals("tune")) look.at(question, index, embedder);
                }
        }
    }
}
