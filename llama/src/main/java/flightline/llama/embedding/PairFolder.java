package flightline.llama.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model that reads two texts together, as Hugging Face's tools export it: {@code model.onnx}, {@code config.json}, and the
 * vocabulary in {@code tokenizer.json} or {@code vocab.txt}. Only vocabularies of word pieces are read (BERT, MiniLM and their
 * kin); others are refused by name.
 *
 * @param labels names of the figures that the model gives, by their place; empty where it does not name them
 * @param most pieces that it reads at once, marks included
 */
record PairFolder(Path weights, WordPiece pieces, List<String> labels, int most) {
    private static final int MOST_PIECES = 512;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param sha256 of {@code model.onnx}, in hexadecimal digits; a changed byte is found before anything is loaded
     * @throws UnusableModel naming file and rule
     */
    static PairFolder read(Path folder, String sha256) throws UnusableModel {
        Path weights = file(folder, "model.onnx");
        try {
            String found = sha256(weights);
            if (!found.equalsIgnoreCase(sha256.strip()))
                throw new UnusableModel(weights + " has the SHA-256 " + found + ", the settings pin " + sha256);
            JsonNode config = JSON.readTree(file(folder, "config.json").toFile());
            int most = config.path("max_position_embeddings").asInt(MOST_PIECES);
            return new PairFolder(weights, pieces(folder), labels(config), Math.min(most, MOST_PIECES));
        } catch (IOException e) {
            throw new UnusableModel(folder + " cannot be read: " + e.getMessage());
        }
    }

    private static Path file(Path folder, String name) throws UnusableModel {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) throw new UnusableModel(folder + " has no " + name);
        return file;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<String> labels(JsonNode config) {
        var byPlace = new TreeMap<Integer, String>();
        config.path("id2label")
                .properties()
                .forEach(label -> byPlace.put(
                        Integer.valueOf(label.getKey()),
                        label.getValue().asText().toLowerCase(Locale.ROOT)));
        return List.copyOf(byPlace.values());
    }

    private static WordPiece pieces(Path folder) throws IOException, UnusableModel {
        Path tokenizer = folder.resolve("tokenizer.json");
        if (Files.isRegularFile(tokenizer)) {
            JsonNode tree = JSON.readTree(tokenizer.toFile());
            String kind = tree.at("/model/type").asText("WordPiece");
            if (!kind.equals("WordPiece"))
                throw new UnusableModel(
                        tokenizer + ": its vocabulary is of the kind " + kind + "; only WordPiece can be read");
            var ids = new HashMap<String, Integer>();
            tree.at("/model/vocab")
                    .properties()
                    .forEach(piece -> ids.put(piece.getKey(), piece.getValue().intValue()));
            return split(ids, tree.at("/normalizer/lowercase").asBoolean(true), tokenizer);
        }
        Path list = file(folder, "vocab.txt");
        List<String> lines = Files.readAllLines(list);
        var ids = new HashMap<String, Integer>();
        for (int id = 0; id < lines.size(); id++) ids.put(lines.get(id), id);
        Path settings = folder.resolve("tokenizer_config.json");
        boolean lower = !Files.isRegularFile(settings)
                || JSON.readTree(settings.toFile()).path("do_lower_case").asBoolean(true);
        return split(ids, lower, list);
    }

    private static WordPiece split(Map<String, Integer> ids, boolean lower, Path place) throws UnusableModel {
        try {
            return new WordPiece(ids, lower);
        } catch (IllegalArgumentException e) {
            throw new UnusableModel(place + ": its " + e.getMessage());
        }
    }
}
