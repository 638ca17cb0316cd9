package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class AtaTableTest {
    private final AtaTable table = AtaTable.standard();

    @Test
    void standard_coversTheChaptersAndTheirSystems() {
        assertThat(table.codes()).hasSizeGreaterThan(1000).allMatch(code -> code.matches("\\d{4}"));
        assertThat(table.chapters()).contains("05", "12", "21", "32", "49", "57", "61", "72", "85", "92");
        assertThat(table.codes())
                .allSatisfy(code -> assertThat(table.chapters()).contains(code.substring(0, 2)));
    }

    @Test
    void everyPublishedCode_hasATitle() throws IOException {
        Path published = Path.of("../../shared/data/jasc/codes.json");
        assumeTrue(Files.exists(published), "skipped: the table of codes as published is not here");
        var numbers = Pattern.compile("\"Number\":\\s*\"(\\d{2,4}R?)\"");
        var codes = numbers.matcher(Files.readString(published))
                .results()
                .map(number -> "0".repeat(Math.max(0, 4 - number.group(1).length())) + number.group(1))
                .toList();
        assertThat(codes)
                .hasSizeGreaterThan(900)
                .allSatisfy(code ->
                        assertThat(table.title(code)).as("title of %s", code).isPresent());
    }

    @Test
    void codesForReciprocatingEnginesInTheChapterOfTurbines_haveATitleButAreNoSystems() {
        assertThat(table.title("7230R")).hasValue("Reciprocating engine cylinder section");
        assertThat(table.codes()).doesNotContain("7230R");
    }

    @Test
    void codeWithTwoMeanings_saysBoth() {
        assertThat(table.title("3442")).hasValue("Weather radar; ground proximity warning");
    }

    @Test
    void everyCode_hasTitleAndWords() {
        assertThat(table.codes()).allSatisfy(code -> {
            assertThat(table.title(code)).isPresent();
            assertThat(table.words(code)).isNotEmpty().noneMatch(String::isBlank);
        });
    }

    @Test
    void title_isFoundWithOrWithoutDash() {
        assertThat(table.title("3242")).hasValue("Brakes; antiskid and autobrake");
        assertThat(table.title("32-42")).hasValue("Brakes; antiskid and autobrake");
        assertThat(table.words("32-42")).contains("worn brake");
    }

    @Test
    void unknownCode_hasNoTitle() {
        assertThat(table.title("3299")).isEmpty();
        assertThat(table.words("3299")).isEmpty();
    }

    @Test
    void brokenLine_isNamed() {
        assertThatThrownBy(() -> AtaTable.of(List.of("324|Brakes|x"))).hasMessageContaining("324|Brakes|x");
    }
}
