package flightline.archive;

import flightline.corpus.ContentHash;
import flightline.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps graphics under the number that documents call them by (an ICN, or a file's name without its extension). A graphic
 * is no document: whoever may see a document that shows it may see it too. Safe for several threads and processes.
 */
public final class GraphicStore {
    private final Path folder;
    private final Vault vault;

    GraphicStore(Path folder, Vault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    /**
     * A graphic kept.
     *
     * @param number upper case
     * @param fileName name of the file it came from, without folders
     * @param path where its bytes lie, encrypted where the data folder is
     */
    public record KeptGraphic(String number, String fileName, ContentHash hash, Path path) {}

    /** Keeps a graphic under its file's name, in place of one of the same name. */
    public KeptGraphic keep(String fileName, ContentHash hash, byte[] bytes) {
        String number = number(fileName);
        vault.write(bytes(number), bytes);
        vault.write(label(number), (hash.hex() + "\n" + fileName + "\n").getBytes(StandardCharsets.UTF_8));
        return new KeptGraphic(number, fileName, hash, bytes(number));
    }

    /** @param reference as a document writes it, with or without an extension */
    public Optional<KeptGraphic> find(String reference) {
        return read(number(reference)).or(() -> read(safe(reference)));
    }

    /** Its bytes. */
    public byte[] read(KeptGraphic graphic) throws IOException {
        return vault.read(graphic.path());
    }

    /** Forgets a graphic; does nothing where none of that name is kept. */
    public void remove(String reference) {
        try {
            for (String number : new String[] {number(reference), safe(reference)}) {
                Files.deleteIfExists(label(number));
                Files.deleteIfExists(bytes(number));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove graphic " + reference + ": " + e.getMessage(), e);
        }
    }

    Path folder() {
        return folder;
    }

    private Optional<KeptGraphic> read(String number) {
        if (number.isEmpty()) return Optional.empty();
        try {
            String[] lines = new String(vault.read(label(number)), StandardCharsets.UTF_8).split("\n", -1);
            return Optional.of(new KeptGraphic(number, lines[1], new ContentHash(lines[0]), bytes(number)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + label(number) + ": " + e.getMessage(), e);
        }
    }

    private Path label(String number) {
        return folder.resolve(number + ".label");
    }

    private Path bytes(String number) {
        return folder.resolve(number + ".bytes");
    }

    // An extension is what follows the last dot and has no more than four letters; the numbers themselves have no dots.
    private static String number(String name) {
        return safe(name.replaceFirst("\\.[A-Za-z0-9]{1,4}$", ""));
    }

    /** What may stand in a file's name anywhere; a reference comes from a document and may hold anything. */
    private static String safe(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT);
        if (plain.matches("[A-Z0-9_-]{1,120}") || plain.isEmpty()) return plain;
        // Two names that differ in what was taken out must not become one.
        String safe = plain.replaceAll("[^A-Z0-9_-]", "_");
        return safe.substring(0, Math.min(safe.length(), 100)) + "_"
                + ContentHash.of(plain).brief();
    }
}
