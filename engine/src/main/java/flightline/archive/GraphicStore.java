package flightline.archive;

import flightline.corpus.ContentHash;
import flightline.state.Cabinet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps graphics under the number that documents call them by (an ICN, or a file's name without its extension). A graphic
 * is no document: whoever may see a document that shows it may see it too. Safe for several threads and processes.
 */
public final class GraphicStore {
    private final Cabinet cabinet;
    private final String folder;

    /** @param folder beginning of all its keys */
    GraphicStore(Cabinet cabinet, String folder) {
        this.cabinet = cabinet;
        this.folder = folder;
    }

    /**
     * A graphic kept.
     *
     * @param number upper case
     * @param fileName name of the file it came from, without folders
     * @param place where its bytes lie, for people to read; encrypted where the data folder is
     */
    public record KeptGraphic(String number, String fileName, ContentHash hash, String place) {}

    /** Keeps a graphic under its file's name, in place of one of the same name. */
    public KeptGraphic keep(String fileName, ContentHash hash, byte[] bytes) {
        String number = number(fileName);
        cabinet.write(bytes(number), bytes);
        cabinet.write(label(number), (hash.hex() + "\n" + fileName + "\n").getBytes(StandardCharsets.UTF_8));
        return new KeptGraphic(number, fileName, hash, cabinet.place(bytes(number)));
    }

    /** @param reference as a document writes it, with or without an extension */
    public Optional<KeptGraphic> find(String reference) {
        return read(number(reference)).or(() -> read(safe(reference)));
    }

    /** Its bytes; throws {@link NoSuchFileException} where it was removed meanwhile. */
    public byte[] read(KeptGraphic graphic) throws IOException {
        return cabinet.read(bytes(graphic.number())).orElseThrow(() -> new NoSuchFileException(graphic.place()));
    }

    /** Copies its bytes to where others can read them. Replaces what is there. */
    public void copyOut(KeptGraphic graphic, Path target) throws IOException {
        Files.write(target, read(graphic));
    }

    /** Forgets a graphic; does nothing where none of that name is kept. */
    public void remove(String reference) {
        for (String number : new String[] {number(reference), safe(reference)}) {
            if (number.isEmpty()) continue;
            for (String key : List.of(label(number), bytes(number))) {
                var ignored = cabinet.delete(key);
            }
        }
    }

    private Optional<KeptGraphic> read(String number) {
        if (number.isEmpty()) return Optional.empty();
        return cabinet.read(label(number)).map(label -> {
            String[] lines = new String(label, StandardCharsets.UTF_8).split("\n", -1);
            return new KeptGraphic(number, lines[1], new ContentHash(lines[0]), cabinet.place(bytes(number)));
        });
    }

    private String label(String number) {
        return folder + number + ".label";
    }

    private String bytes(String number) {
        return folder + number + ".bytes";
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
