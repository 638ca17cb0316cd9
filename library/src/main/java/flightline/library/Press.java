package flightline.library;

import flightline.library.figure.Drawing;
import flightline.library.page.Typesetter;
import flightline.library.source.Block;
import flightline.library.source.Manuscript;
import flightline.library.source.ManuscriptReader;
import flightline.library.source.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints the papers of the sample library. An edition is a manuscript whose settings name its target file, its revision and the further manuscripts
 * ({@code @body}) that follow its own text.
 */
public final class Press {

    /** One paper: where it stands beneath the library's folder, and how many pages it has. */
    public record Printed(String target, int pages) {}

    /** Prints every edition of the catalogue into {@code folder}, which need not exist. */
    public List<Printed> printAll(Path folder) throws IOException {
        List<Printed> printed = new ArrayList<>();
        for (String edition : text("catalogue.txt").split("\n", -1)) {
            if (!edition.isBlank()) {
                printed.add(print(edition.strip(), folder));
            }
        }
        return printed;
    }

    private Printed print(String edition, Path folder) throws IOException {
        String source = text(edition);
        Settings settings = new ManuscriptReader("", "").read(edition, source).settings();
        String revision = settings.optional("revision").orElse("");
        String marked = settings.optional("marked").orElse("");
        List<Block> front =
                new ManuscriptReader(revision, marked).read(edition, source).blocks();
        List<Block> body = new ArrayList<>();
        for (String part : settings.all("body")) {
            Manuscript manuscript = new ManuscriptReader(revision, marked).read(part, text(part));
            body.addAll(manuscript.blocks());
        }
        String target = settings.one("target");
        Path file = folder.resolve(target);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            return new Printed(target, new Typesetter(Press::drawing).set(settings, front, body, out));
        }
    }

    private static Drawing drawing(String name) {
        String file = "figures/" + name + ".txt";
        return Drawing.read(file, text(file));
    }

    private static String text(String name) {
        try (InputStream in = Press.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("the library's resources have no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Prints everything into the folder named by the one argument. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "expected the folder to print into, got " + arguments.length + " arguments");
        }
        for (Printed paper : new Press().printAll(Path.of(arguments[0]))) {
            System.out.println(paper.target() + "  " + paper.pages() + " pages");
        }
    }
}
