package flightline.library.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordBookTest {
    private static final Pattern MODE = Pattern.compile("(?m)^\\| (\\d\\d-\\d) \\|");

    private final RecordBook book = RecordBook.write(RecordBook.SEED);

    @Test
    void csv_ofTheCommittedSeed_isTheCommittedFile() {
        assertThat(book.csv()).isEqualTo(Committed.file("records/records.csv"));
        assertThat(book.stories()).isEqualTo(Committed.file("records/stories.md"));
        assertThat(book.truth()).isEqualTo(Committed.file("records/truth.jsonl"));
    }

    @Test
    void csv_ofAnotherSeed_isAnotherFile() {
        assertThat(RecordBook.write(RecordBook.SEED + 1).csv()).isNotEqualTo(book.csv());
    }

    @Test
    void texts_behindTheRecords_areManyHundred() {
        assertThat(book.textCount()).isGreaterThan(600);
    }

    @Test
    void modes_ofTheAircraft_occurWithAtLeastThreeWordings() {
        Set<String> modes = MODE.matcher(Committed.file("AIRCRAFT.md"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Long> records = book.recordsByMode();
        assertThat(modes).hasSizeGreaterThan(70);
        assertThat(records.keySet()).containsExactlyInAnyOrderElementsOf(modes);
        assertThat(book.wordingsByMode())
                .allSatisfy((mode, wordings) ->
                        assertThat(wordings).as("wordings of FM %s", mode).isGreaterThanOrEqualTo(3));
    }

    @Test
    void wordings_ofTwoRecords_areTheSameOnlyWherePeopleWriteThemAgain() {
        List<String> repeated = Committed.records().stream()
                .collect(Collectors.groupingBy(
                        record -> record.get("complaint") + " / " + record.get("action"), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
        Pattern daily = Pattern.compile("(?i)(ty?r?y?e|brake|oil low|check|a-chk|inop|carpet).*");
        assertThat(repeated).allSatisfy(words -> assertThat(words).containsPattern(daily));
    }
}
