package flightline.library.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The fonts of one document: standard PDF fonts, so that nothing is embedded and the file stays small. Measures and wraps text, in points. */
final class Faces {
    private final Map<Face, PDType1Font> fonts;

    private Faces(Map<Face, PDType1Font> fonts) {
        this.fonts = fonts;
    }

    static Faces named(String name) {
        return switch (name) {
            case "helvetica" ->
                new Faces(Map.of(
                        Face.PLAIN, new PDType1Font(Standard14Fonts.FontName.HELVETICA),
                        Face.BOLD, new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD),
                        Face.SLANTED, new PDType1Font(Standard14Fonts.FontName.HELVETICA_OBLIQUE),
                        Face.MONO, new PDType1Font(Standard14Fonts.FontName.COURIER)));
            case "times" ->
                new Faces(Map.of(
                        Face.PLAIN, new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN),
                        Face.BOLD, new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD),
                        Face.SLANTED, new PDType1Font(Standard14Fonts.FontName.TIMES_ITALIC),
                        Face.MONO, new PDType1Font(Standard14Fonts.FontName.COURIER)));
            default -> throw new IllegalArgumentException("@faces must be helvetica or times, got " + name);
        };
    }

    PDType1Font font(Face face) {
        PDType1Font font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("no font for " + face);
        }
        return font;
    }

    /** Replaces what the standard fonts cannot show by what technicians write instead. */
    static String printable(String text) {
        return text.replace("k\u2126", "kohm")
                .replace("M\u2126", "Mohm")
                .replace("k\u03a9", "kohm")
                .replace("M\u03a9", "Mohm")
                .replace("\u2126", "ohm")
                .replace("\u03a9", "ohm")
                .replace('\u2212', '-');
    }

    double width(Face face, double size, String text) {
        try {
            return font(face).getStringWidth(printable(text)) / 1000 * size;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("cannot be set in a standard font: " + text, unknown);
        }
    }

    /** Breaks at spaces; a word wider than the measure is broken after a hyphen, slash or comma, or stands out. Never empty. */
    List<String> wrap(Face face, double size, double measure, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : breakable(face, size, measure, text)) {
            String joined =
                    line.isEmpty() ? word : line + (line.charAt(line.length() - 1) == '\u0001' ? "" : " ") + word;
            if (!line.isEmpty() && width(face, size, joined.replace("\u0001", "")) > measure) {
                lines.add(line.toString().replace("\u0001", ""));
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(joined.replace("\u0001", word.endsWith("\u0001") ? "\u0001" : ""));
            }
        }
        lines.add(line.toString().replace("\u0001", ""));
        return lines;
    }

    /** Words; the parts of an overlong word end in U+0001, which joins them without a space. */
    private List<String> breakable(Face face, double size, double measure, String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            if (width(face, size, word) <= measure) {
                words.add(word);
                continue;
            }
            String[] parts = word.split("(?<=[-/,])");
            for (int i = 0; i < parts.length; i++) {
                words.add(i < parts.length - 1 ? parts[i] + "\u0001" : parts[i]);
            }
        }
        return words;
    }
}
