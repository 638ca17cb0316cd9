package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class AtaTableTest {
    private final AtaTable table = AtaTable.standard();

    @Test
    void standard_coversTheChaptersAndTheirSystems() {
        assertThat(table.codes()).hasSizeGreaterThan(350).allMatch(code -> code.matches("\\d{4}"));
        assertThat(table.chapters()).contains("05", "12", "21", "32", "49", "57", "61", "72", "85", "92");
        assertThat(table.codes())
                .allSatisfy(code -> assertThat(table.chapters()).contains(code.substring(0, 2)));
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
        assertThat(table.title("3242")).hasValue("Brakes");
        assertThat(table.title("32-42")).hasValue("Brakes");
        assertThat(table.words("32-42")).contains("worn brake");
    }

    @Test
    void unknownCode_hasNoTitleButANearest() {
        assertThat(table.title("3299")).isEmpty();
        assertThat(table.words("3299")).isEmpty();
        assertThat(table.nearestTitle(AtaCode.of(32, 99))).hasValue("Landing gear");
    }

    @Test
    void brokenLine_isNamed() {
        assertThatThrownBy(() -> AtaTable.of(List.of("324|Brakes|x"))).hasMessageContaining("324|Brakes|x");
    }
}
