package flightline.drafting;

import java.util.List;

/**
 * A part of a paper under a heading.
 *
 * @param heading starts a bookmark
 */
public record Section(List<Words> heading, List<Line> lines) {
    public Section {
        heading = List.copyOf(heading);
        lines = List.copyOf(lines);
    }

    static Section of(String heading, List<? extends Line> lines) {
        return new Section(List.of(new Words.Ours(heading)), List.copyOf(lines));
    }
}
