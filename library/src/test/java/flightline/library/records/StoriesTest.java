package flightline.library.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answer key against the records. */
class StoriesTest {
    private final List<List<String>> stories = Committed.file("records/stories.md")
            .lines()
            .filter(line -> line.contains("| SKW-") || line.contains("| QQ-"))
            .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
            .toList();

    @Test
    void stories_areAtLeastTwentyFiveAndEachIsOneTailInOrder() {
        Map<String, Map<String, String>> records = new HashMap<>();
        Committed.records().forEach(record -> records.put(record.getOrDefault("record_id", ""), record));
        assertThat(stories).hasSizeGreaterThanOrEqualTo(25);
        assertThat(stories).allSatisfy(story -> {
            List<String> ids = List.of(story.get(3).split(", "));
            assertThat(ids).hasSizeBetween(2, 5).isSorted();
            assertThat(ids)
                    .allSatisfy(id ->
                            assertThat(records.getOrDefault(id, Map.of())).containsEntry("registration", story.get(1)));
            assertThat(story.get(5)).isNotBlank();
            assertThat(story.get(6)).isNotBlank();
        });
    }

    @Test
    void stories_citeTheEntryBeforeThem() {
        assertThat(Committed.file("records/records.csv")).contains("REF SKW-").doesNotContain("{");
    }
}
