package flightline.eval;

import flightline.corpus.ContentHash;
import flightline.model.Embedder;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps in a file what another embedder computed, so that a library is embedded once however often it is measured. The file
 * grows; its place is beside what is measured, never in the project. Safe for use by several threads.
 */
public final class KeptVectors implements Embedder {
    private final Embedder behind;
    private final Path file;
    private final Map<String, float[]> known = new HashMap<>();

    /** @param file need not exist; holds vectors of this embedder and no other */
    public KeptVectors(Embedder behind, Path file) throws IOException {
        this.behind = behind;
        this.file = file;
        if (Files.exists(file)) read();
    }

    private void read() throws IOException {
        try (var in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String key = in.readUTF();
                float[] vector = new float[behind.dimension()];
                for (int i = 0; i < vector.length; i++) vector[i] = in.readFloat();
                known.put(key, vector);
            }
        } catch (EOFException end) {
            // All is read; what a killed run left half written is computed again.
        }
    }

    @Override
    public String name() {
        return behind.name();
    }

    @Override
    public int dimension() {
        return behind.dimension();
    }

    @Override
    public double chance() {
        return behind.chance();
    }

    @Override
    public synchronized List<float[]> passages(List<String> texts) {
        List<String> missing = texts.stream()
                .filter(text -> !known.containsKey(key("p", text)))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            List<float[]> computed = behind.passages(missing);
            for (int i = 0; i < missing.size(); i++) known.put(key("p", missing.get(i)), computed.get(i));
            append(missing.stream().map(text -> key("p", text)).toList());
        }
        var vectors = new ArrayList<float[]>();
        for (String text : texts) vectors.add(vector(key("p", text)));
        return vectors;
    }

    @Override
    public synchronized float[] query(String text) {
        String key = key("q", text);
        if (!known.containsKey(key)) {
            known.put(key, behind.query(text));
            append(List.of(key));
        }
        return vector(key);
    }

    private float[] vector(String key) {
        float[] held = known.get(key);
        if (held == null) throw new IllegalStateException("no vector under " + key);
        return held.clone();
    }

    private void append(List<String> keys) {
        try (var out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (String key : keys) {
                out.writeUTF(key);
                for (float value : vector(key)) out.writeFloat(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("vectors cannot be kept in " + file, e);
        }
    }

    private static String key(String kind, String text) {
        return kind + ContentHash.of(text).hex();
    }

    @Override
    public void close() {
        behind.close();
    }
}
