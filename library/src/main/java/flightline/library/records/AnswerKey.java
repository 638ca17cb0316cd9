package flightline.library.records;

import java.util.List;
import java.util.stream.Collectors;

/** Writes down which records belong together and what was wrong all along. */
final class AnswerKey {
    private final List<Story> stories;
    private final List<Row> rows;

    AnswerKey(List<Story> stories, List<Row> rows) {
        this.stories = List.copyOf(stories);
        this.rows = List.copyOf(rows);
    }

    String markdown() {
        return """
                # Repeat-defect stories

                The answer key to `records.csv`, written by the same program. Each story is one defect on one tail: the first fix was wrong or
                none, the symptom came back, the last record has the true cause. FM is the failure mode in `../AIRCRAFT.md`.

                | Story | Tail | FM | Records | Days | True cause | Wrong first fix |
                | --- | --- | --- | --- | --- | --- | --- |
                """ + stories.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(Story story) {
        List<Row> told = rows.stream()
                .filter(row -> row.draft().story().equals(story.name()))
                .toList();
        Draft first = told.getFirst().draft();
        long days = told.getLast().draft().date().toEpochDay() - first.date().toEpochDay();
        return "| %s | %s | %s | %s | %d | %s | %s |\n"
                .formatted(
                        story.name(),
                        first.airframe().registration(),
                        first.mode(),
                        told.stream().map(Row::id).collect(Collectors.joining(", ")),
                        days,
                        story.cause(),
                        story.wrong());
    }
}
