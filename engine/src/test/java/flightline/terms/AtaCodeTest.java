package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class AtaCodeTest {
    @Test
    void everyUsualForm_isRead() {
        for (String text : List.of("3241", "32-41", "32-41-00", "ATA 32-41", "ata 3241", "32-41-00-400-801"))
            assertThat(AtaCode.parse(text).orElseThrow().dashed()).as(text).isEqualTo("32-41");
        for (String text : List.of("32", "ATA 32", "Chapter 32", "ata32"))
            assertThat(AtaCode.parse(text).orElseThrow()).as(text).isEqualTo(AtaCode.ofChapter(32));
        assertThat(AtaCode.parse("32-41-07").orElseThrow().subject()).isEqualTo(OptionalInt.of(7));
    }

    @Test
    void dataModuleCode_givesItsSystem() {
        assertThat(AtaCode.parse("DMC-TWINPROP-A-32-41-00-00A-520A-A").orElseThrow())
                .hasToString("32-41-00");
        assertThat(AtaCode.parse("DMC-BRAKE-AAA-DA1-00-00-00AA-041A-A")).isEmpty();
    }

    @Test
    void otherText_isNoCode() {
        for (String text : List.of("", "3", "324", "brake", "2023-02-30", "32/41"))
            assertThat(AtaCode.parse(text)).as(text).isEmpty();
    }

    @Test
    void forms_keepLeadingZeros() {
        assertThat(AtaCode.of(5, 1).fourDigits()).isEqualTo("0501");
        assertThat(AtaCode.of(5, 1).dashed()).isEqualTo("05-01");
        assertThat(AtaCode.ofChapter(5).fourDigits()).isEqualTo("0500");
        assertThat(AtaCode.ofChapter(5).chapterCode()).isEqualTo("05");
    }

    @Test
    void outOfRange_isRefusedWithTheNumber() {
        assertThatThrownBy(() -> AtaCode.ofChapter(100)).hasMessageContaining("100");
    }
}
