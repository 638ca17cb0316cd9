package flightline.library.figure;

import java.util.ArrayList;
import java.util.List;

/** A line drawing: its size in units and its strokes in order. */
public record Drawing(double width, double height, List<Stroke> strokes) {

    /** One stroke: a verb, its numbers and its text, which may be empty. */
    record Stroke(String verb, List<Double> numbers, String text) {
        double at(int index) {
            if (index >= numbers.size()) {
                throw new IllegalArgumentException("stroke " + verb + " needs more numbers than " + numbers);
            }
            return numbers.get(index);
        }
    }

    /** Reads a drawing: {@code size w h} first, then one stroke per line: verb, numbers, text. {@code file} is for messages. */
    public static Drawing read(String file, String text) {
        List<Stroke> strokes = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith("//")) {
                strokes.add(stroke(line.strip()));
            }
        }
        if (strokes.isEmpty() || !strokes.getFirst().verb().equals("size")) {
            throw new IllegalArgumentException(file + ": a drawing must begin with its size");
        }
        Stroke size = strokes.removeFirst();
        return new Drawing(size.at(0), size.at(1), List.copyOf(strokes));
    }

    private static Stroke stroke(String line) {
        String[] words = line.split(" +");
        List<Double> numbers = new ArrayList<>();
        int next = 1;
        int most = numbersOf(words[0]);
        while (next < words.length && numbers.size() < most && words[next].matches("-?\\d+(\\.\\d+)?")) {
            numbers.add(Double.valueOf(words[next++]));
        }
        String rest = String.join(" ", List.of(words).subList(next, words.length));
        return new Stroke(words[0], numbers, rest.startsWith("\"") ? rest.substring(1) : rest);
    }

    /** How many numbers a verb takes at most; what follows them is text, even where it looks like a number. */
    private static int numbersOf(String verb) {
        return switch (verb) {
            case "size", "text", "mid", "pump", "valve", "check", "filter", "coil", "ground", "switch", "accu" -> 2;
            case "pen" -> 1;
            case "circle" -> 3;
            case "box", "grey" -> 4;
            case "call" -> 5;
            default -> Integer.MAX_VALUE;
        };
    }
}
