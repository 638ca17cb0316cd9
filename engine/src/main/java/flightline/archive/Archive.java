package flightline.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentLinks;
import flightline.corpus.StructuredDocument;
import flightline.state.Cabinet;
import flightline.state.FileCabinet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The archive's front door. Safe for several threads and processes: a value once there never changes. */
public final class Archive {
    private static final TypeReference<List<StructuredDocument>> DOCUMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, DocumentLinks>> LINKS = new TypeReference<>() {};

    private static final String SHARED = ".shared.json.gz";

    private final Cabinet cabinet;
    private final String folder;
    private final GraphicStore graphics;
    private final ObjectMapper json = DocumentJson.mapper();

    /** One that keeps its files in the clear, in a folder of its own. */
    public Archive(Path folder) {
        this(new FileCabinet(folder), "");
    }

    public Archive(Cabinet cabinet) {
        this(cabinet, "archive/");
    }

    private Archive(Cabinet cabinet, String folder) {
        this.cabinet = cabinet;
        this.folder = folder;
        this.graphics = new GraphicStore(cabinet, folder + "graphics/");
    }

    /** The graphics that documents refer to. */
    public GraphicStore graphics() {
        return graphics;
    }

    /** Keeps what was read from the file with this hash, in place of what was read before. */
    public void replaceDocuments(ContentHash source, List<StructuredDocument> documents) {
        cabinet.change(documents(source, documents));
    }

    /** Several files on their way in, which are written together. */
    public Consignment consignment() {
        return new Consignment(this, cabinet);
    }

    /** An original and what was read from it, as they are to be kept. */
    SequencedMap<String, Optional<byte[]>> whole(ContentHash hash, byte[] bytes, List<StructuredDocument> documents) {
        var values = new LinkedHashMap<String, Optional<byte[]>>();
        values.put(original(hash), Optional.of(bytes));
        values.putAll(documents(hash, documents));
        return values;
    }

    /** The documents last: where they are, the rest is. */
    private SequencedMap<String, Optional<byte[]>> documents(ContentHash source, List<StructuredDocument> documents) {
        var texts = new LinkedHashMap<String, String>();
        var shared = new LinkedHashMap<String, DocumentLinks>();
        for (StructuredDocument document : documents) {
            String id = document.header().id().value();
            texts.put(id, document.sourceText());
            var links = document.links();
            if (!links.wants().isEmpty() || !links.entries().isEmpty())
                shared.put(id, new DocumentLinks(List.of(), links.wants(), links.entries()));
        }
        var values = new LinkedHashMap<String, Optional<byte[]>>();
        values.put(texts(source), Optional.of(zipped(source, texts)));
        values.put(shared(source), shared.isEmpty() ? Optional.empty() : Optional.of(zipped(source, shared)));
        values.put(parsed(source), Optional.of(zipped(source, documents)));
        return values;
    }

    /** Sources whose documents share words with others, so that nothing need be asked of all the rest. */
    public Set<ContentHash> sharing() {
        return cabinet.keys(folder + "documents/").stream()
                .filter(key -> key.endsWith(SHARED))
                .map(key -> new ContentHash(key.substring(key.lastIndexOf('/') + 1, key.length() - SHARED.length())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What the document takes from common information repositories, and what it holds for others; without its references.
     * Kept beside the documents because an ingest asks it of every document held.
     */
    public DocumentLinks shared(ContentHash source, DocumentId id) {
        return read(shared(source), LINKS).orElse(Map.of()).getOrDefault(id.value(), DocumentLinks.NONE);
    }

    /** All documents read from the file with this hash; empty when the archive does not hold it. */
    public List<StructuredDocument> documents(ContentHash source) {
        return read(parsed(source), DOCUMENTS).orElse(List.of());
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
        return read(texts(source), TEXTS).orElse(Map.of());
    }

    /** The original bytes; throws {@link NoSuchFileException} where they are not kept. */
    public byte[] originalBytes(ContentHash hash) throws IOException {
        return cabinet.read(original(hash)).orElseThrow(() -> new NoSuchFileException(place(hash)));
    }

    /** Copies the original to where others can read it. Replaces what is there. */
    public void copyOut(ContentHash hash, Path target) throws IOException {
        try (InputStream in = cabinet.open(original(hash)).orElseThrow(() -> new NoSuchFileException(place(hash)))) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public boolean holdsOriginal(ContentHash hash) {
        return cabinet.holds(original(hash));
    }

    /** Where the original lies, for people to read; encrypted where the data folder is. It need not be there. */
    public String place(ContentHash hash) {
        return cabinet.place(original(hash));
    }

    /** The document read from the file with this hash, absent when the archive does not hold it. */
    public Optional<StructuredDocument> document(ContentHash source, DocumentId id) {
        return documents(source).stream()
                .filter(d -> d.header().id().equals(id))
                .findFirst();
    }

    private <T> Optional<T> read(String key, TypeReference<T> type) {
        Optional<InputStream> found = cabinet.open(key);
        if (found.isEmpty()) return Optional.empty();
        try (var gzip = new GZIPInputStream(found.get(), 1 << 16)) {
            return Optional.of(json.readValue(gzip, type));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + cabinet.place(key) + ": " + e.getMessage(), e);
        }
    }

    /** Forgets the original and what was read from it. */
    public void remove(ContentHash source) {
        forget(original(source));
        forget(parsed(source));
        forget(texts(source));
        forget(shared(source));
    }

    /**
     * Forgets one document of a file that holds several: the others stay as they were read, the original goes, for the
     * document stands in it.
     */
    public void remove(ContentHash source, DocumentId id) {
        var left = read(parsed(source), DOCUMENTS).orElse(List.of()).stream()
                .filter(d -> !d.header().id().equals(id))
                .toList();
        if (left.isEmpty()) {
            remove(source);
            return;
        }
        replaceDocuments(source, left);
        forget(original(source));
    }

    /** Removes what a killed process left half written; returns how many. Call it only while nobody else writes. */
    public int sweep() {
        return cabinet.sweep(folder);
    }

    /** Names every original whose bytes no longer have the hash that they are kept under. */
    public List<String> damaged() {
        var damaged = new ArrayList<String>();
        for (String key : cabinet.keys(folder + "originals/"))
            if (!sound(key)) damaged.add(cabinet.place(key) + ": the bytes are not those that were taken in");
        return damaged;
    }

    private boolean sound(String key) {
        Optional<InputStream> found = cabinet.open(key);
        if (found.isEmpty()) return true;
        MessageDigest digest = ContentHash.sha256();
        try (var in = new DigestInputStream(found.get(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException changed) {
            // What was changed under encryption cannot even be read.
            return false;
        }
        return key.endsWith("/" + ContentHash.of(digest).hex());
    }

    private String original(ContentHash hash) {
        return folder + "originals/" + hash.hex().substring(0, 2) + "/" + hash.hex();
    }

    private String parsed(ContentHash source) {
        return read(source, ".json.gz");
    }

    private String texts(ContentHash source) {
        return read(source, ".texts.json.gz");
    }

    private String shared(ContentHash source) {
        return read(source, SHARED);
    }

    private String read(ContentHash source, String ending) {
        return folder + "documents/" + source.hex().substring(0, 2) + "/" + source.hex() + ending;
    }

    private void forget(String key) {
        var ignored = cabinet.delete(key);
    }
}
