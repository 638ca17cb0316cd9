package flightline.acceptance;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** A folder into which a test puts what a librarian might find. */
public record Papers(Path folder) {
    /** The sample library of the source tree. */
    public static final Path LIBRARY = Path.of("../library");

    Path text(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path bytes(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document that nothing is wrong with. */
    Path sound() {
        return text("sound.md", "# Brake wear\n\nReplace the brake when the pin is flush.\n");
    }

    /** The first part of a real file. */
    Path cut(String name, Path whole, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        return bytes(name, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    Path encrypted(String name) throws IOException {
        Path file = folder.resolve(name);
        try (var document = new PDDocument()) {
            page(document, "Torque the nut to 90 in-lb.");
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    /** Lines drawn, no letter printed. */
    Path drawn(String name, int pages) throws IOException {
        Path file = folder.resolve(name);
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) page(document, "");
            document.save(file.toFile());
        }
        return file;
    }

    /** One line that is read, and beneath it one in the colour of the paper. */
    Path whiteOnWhite(String name, String seen, String unseen) throws IOException {
        Path file = folder.resolve(name);
        try (var document = new PDDocument()) {
            page(document, seen);
            try (var more = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, false)) {
                more.setNonStrokingColor(Color.WHITE);
                line(more, unseen, 640);
            }
            document.save(file.toFile());
        }
        return file;
    }

    /** A sound page, and a script that starts when the file is opened. */
    public Path scripted(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (var document = new PDDocument()) {
            page(document, text);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('zap');"));
            document.save(file.toFile());
        }
        return file;
    }

    private static void page(PDDocument document, String text) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.addRect(100, 100, 200, 200);
            content.stroke();
            if (text.isEmpty()) return;
            line(content, text, 700);
        }
    }

    private static void line(PDPageContentStream content, String text, float y) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, y);
        content.showText(text);
        content.endText();
    }
}
