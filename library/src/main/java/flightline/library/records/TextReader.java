package flightline.library.records;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the hand-made texts. A line begins with its kind: {@code =} sets the words for the texts below it, {@code *} opens a
 * text, {@code C} is the complaint, {@code A} the action, {@code P} the part, {@code T} and {@code W} the true cause and the
 * wrong first fix of a story, {@code #} a remark.
 */
final class TextReader {
    private final List<Story> stories = new ArrayList<>();
    private final List<Text> singles = new ArrayList<>();
    private final List<Text> pending = new ArrayList<>();
    private Attributes section = Attributes.of("");
    private Attributes head = Attributes.of("");
    private String key = "";
    private String complaint = "";
    private String action = "";
    private String cause = "";
    private String wrong = "";
    private PartLine part = PartLine.NONE;

    /** The texts of the named resources beside this class. */
    static Texts read(List<String> names) {
        TextReader reader = new TextReader();
        for (String name : names) {
            int number = 0;
            for (String line : lines(name)) {
                number++;
                reader.take(name + ":" + number, line);
            }
            reader.endSection();
        }
        return new Texts(reader.stories, reader.singles);
    }

    /** The lines of one resource beside this class. */
    static List<String> lines(String name) {
        InputStream bytes = TextReader.class.getResourceAsStream(name);
        if (bytes == null) {
            throw new IllegalStateException("texts " + name + " are not beside " + TextReader.class.getName());
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read texts " + name, e);
        }
    }

    private void take(String place, String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        String rest = line.substring(1).strip();
        switch (line.charAt(0)) {
            case '=' -> {
                endSection();
                section = Attributes.of(rest);
            }
            case '*' -> {
                endText();
                key = place;
                head = Attributes.of(rest);
            }
            case 'C' -> complaint = rest;
            case 'A' -> action = rest;
            case 'P' -> part = PartLine.of(rest);
            case 'T' -> cause = rest;
            case 'W' -> wrong = rest;
            default -> throw new IllegalStateException(place + ": a line begins with = * C A P T W or #, got " + line);
        }
    }

    private void endText() {
        if (key.isEmpty()) {
            return;
        }
        if (complaint.isEmpty()) {
            throw new IllegalStateException(key + ": a text needs a complaint");
        }
        pending.add(new Text(key, section.overlaidWith(head), complaint, action, part));
        key = "";
        complaint = "";
        action = "";
        part = PartLine.NONE;
    }

    private void endSection() {
        endText();
        if (section.marks("story")) {
            stories.add(new Story(section.text("story").orElseThrow(), section, cause, wrong, pending));
        } else {
            singles.addAll(pending);
        }
        pending.clear();
        section = Attributes.of("");
        cause = "";
        wrong = "";
    }
}
