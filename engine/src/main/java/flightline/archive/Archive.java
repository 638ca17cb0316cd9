package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentLinks;
import flightline.corpus.StructuredDocument;
import flightline.vault.Vault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The archive's front door. Safe for several threads and processes: a file once there never changes. */
public final class Archive {
    private static final TypeReference<List<StructuredDocument>> DOCUMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, DocumentLinks>> LINKS = new TypeReference<>() {};

    private final Path originals;
    private final Path parsed;
    private final GraphicStore graphics;
    private final Vault vault;
    private final ObjectMapper json = DocumentJson.mapper();

    /** One that keeps its files in the clear. */
    public Archive(Path folder) {
        this(folder, Vault.clear());
    }

    public Archive(Path folder, Vault vault) {
        this.vault = vault;
        this.originals = folder.resolve("originals");
        this.parsed = folder.resolve("documents");
        this.graphics = new GraphicStore(folder.resolve("graphics"), vault);
    }

    /** Keeps the bytes under their hash; does nothing when they are there already. */
    public void keepOriginal(ContentHash hash, byte[] bytes) {
        write(original(hash), bytes);
    }

    /** The graphics that documents refer to. */
    public GraphicStore graphics() {
        return graphics;
    }

    /** Keeps what was read from the file with this hash. */
    public void keepDocuments(ContentHash source, List<StructuredDocument> documents) {
        keep(source, documents, this::write);
    }

    /** Keeps what was read from the file with this hash when it was read again, in place of what was read before. */
    public void replaceDocuments(ContentHash source, List<StructuredDocument> documents) {
        keep(source, documents, vault::write);
    }

    private void keep(ContentHash source, List<StructuredDocument> documents, BiConsumer<Path, byte[]> put) {
        var texts = new LinkedHashMap<String, String>();
        var shared = new LinkedHashMap<String, DocumentLinks>();
        for (StructuredDocument document : documents) {
            String id = document.header().id().value();
            texts.put(id, document.sourceText());
            var links = document.links();
            if (!links.wants().isEmpty() || !links.entries().isEmpty())
                shared.put(id, new DocumentLinks(List.of(), links.wants(), links.entries()));
        }
        put.accept(textsFile(source), zipped(source, texts));
        if (shared.isEmpty()) delete(sharedFile(source));
        else put.accept(sharedFile(source), zipped(source, shared));
        put.accept(documentsFile(source), zipped(source, documents));
    }

    /**
     * What the document takes from common information repositories, and what it holds for others; without its references.
     * Kept beside the documents because an ingest asks it of every document held.
     */
    public DocumentLinks shared(ContentHash source, DocumentId id) {
        return read(sharedFile(source), LINKS).orElse(Map.of()).getOrDefault(id.value(), DocumentLinks.NONE);
    }

    /** All documents read from the file with this hash; empty when the archive does not hold it. */
    public List<StructuredDocument> documents(ContentHash source) {
        return read(documentsFile(source), DOCUMENTS).orElse(List.of());
    }

    private byte[] zipped(ContentHash source, Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            json.writeValue(gzip, value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write documents of " + source.brief(), e);
        }
        return bytes.toByteArray();
    }

    /**
     * Source texts of the documents read from the file with this hash, by document id; empty when the archive does not
     * hold it. Kept beside the documents because quotations are compared with them all the time.
     */
    public Map<String, String> sourceTexts(ContentHash source) {
        return read(textsFile(source), TEXTS).orElse(Map.of());
    }

    /** The original bytes; throws {@link NoSuchFileException} where they are not kept. */
    public byte[] originalBytes(ContentHash hash) throws IOException {
        return vault.read(original(hash));
    }

    /** Copies a file of the archive to where others can read it. Replaces what is there. */
    public void copyOut(Path kept, Path target) throws IOException {
        vault.copyOut(kept, target);
    }

    /** Where the original lies, encrypted where the data folder is; the file need not exist. */
    public Path original(ContentHash hash) {
        return originals.resolve(hash.hex().substring(0, 2)).resolve(hash.hex());
    }

    /** The document read from the file with this hash, absent when the archive does not hold it. */
    public Optional<StructuredDocument> document(ContentHash source, DocumentId id) {
        return documents(source).stream()
                .filter(d -> d.header().id().equals(id))
                .findFirst();
    }

    private <T> Optional<T> read(Path file, TypeReference<T> type) {
        try (var gzip = new GZIPInputStream(vault.open(file), 1 << 16)) {
            return Optional.of(json.readValue(gzip, type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Forgets the original and what was read from it. */
    public void remove(ContentHash source) {
        try {
            Files.deleteIfExists(original(source));
            Files.deleteIfExists(documentsFile(source));
            Files.deleteIfExists(textsFile(source));
            Files.deleteIfExists(sharedFile(source));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot remove " + source.brief() + " from the archive: " + e.getMessage(), e);
        }
    }

    /**
     * Forgets one document of a file that holds several: the others stay as they were read, the original goes, for the
     * document stands in it.
     */
    public void remove(ContentHash source, DocumentId id) {
        var left = read(documentsFile(source), DOCUMENTS).orElse(List.of()).stream()
                .filter(d -> !d.header().id().equals(id))
                .toList();
        if (left.isEmpty()) {
            remove(source);
            return;
        }
        replaceDocuments(source, left);
        try {
            Files.deleteIfExists(original(source));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot remove " + source.brief() + " from the archive: " + e.getMessage(), e);
        }
    }

    /** Removes what a killed process left half written; returns how many files. Call it only while nobody else writes. */
    public int sweep() {
        int swept = 0;
        for (Path file : files(Vault.PART)) {
            try {
                if (Files.deleteIfExists(file)) swept++;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + file + ": " + e.getMessage(), e);
            }
        }
        return swept;
    }

    /** Names every original whose bytes no longer have the hash that they are kept under. */
    public List<String> damaged() {
        var damaged = new ArrayList<String>();
        if (!Files.isDirectory(originals)) return damaged;
        try (Stream<Path> walk = Files.walk(originals)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                String name = String.valueOf(file.getFileName());
                if (!name.endsWith(Vault.PART) && !sound(file, name))
                    damaged.add(file + ": the bytes are not those that were taken in");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the archive: " + e.getMessage(), e);
        }
        return damaged;
    }

    private boolean sound(Path file, String hash) throws IOException {
        try {
            return ContentHash.of(vault.read(file)).hex().equals(hash);
        } catch (IOException e) {
            // What was changed under encryption cannot even be read.
            if (vault.isClear()) throw e;
            return false;
        }
    }

    private List<Path> files(String suffix) {
        var found = new ArrayList<Path>();
        for (Path root : List.of(originals, parsed, graphics.folder())) {
            if (!Files.isDirectory(root)) continue;
            try (Stream<Path> walk = Files.walk(root)) {
                walk.filter(f -> f.toString().endsWith(suffix)).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the archive: " + e.getMessage(), e);
            }
        }
        return found;
    }

    private Path documentsFile(ContentHash source) {
        return parsed.resolve(source.hex().substring(0, 2)).resolve(source.hex() + ".json.gz");
    }

    private Path textsFile(ContentHash source) {
        return parsed.resolve(source.hex().substring(0, 2)).resolve(source.hex() + ".texts.json.gz");
    }

    private Path sharedFile(ContentHash source) {
        return parsed.resolve(source.hex().substring(0, 2)).resolve(source.hex() + ".shared.json.gz");
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(Path target, byte[] bytes) {
        if (!Files.exists(target)) vault.write(target, bytes);
    }
}
