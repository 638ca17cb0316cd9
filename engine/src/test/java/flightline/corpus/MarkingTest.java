package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class MarkingTest {
    @Test
    void label_isWrittenInOneWay() {
        assertThat(marking("cui // sp-cti/ SP-EXPT").label()).isEqualTo("CUI//SP-CTI//SP-EXPT");
        assertThat(marking("NOFORN//secret")).isEqualTo(marking("SECRET//NOFORN"));
        assertThat(marking("Unclassified")).isEqualTo(Marking.UNMARKED);
        assertThat(Marking.UNMARKED.parts()).isEmpty();
        assertThatThrownBy(() -> marking(" ")).hasMessageContaining("UNMARKED");
    }

    @Test
    void and_sameLadder_keepsTheStricter() {
        assertThat(marking("RESTRICTED").and(marking("SECRET"))).isEqualTo(marking("SECRET"));
        assertThat(marking("SECRET").and(Marking.UNMARKED)).isEqualTo(marking("SECRET"));
        assertThat(Marking.UNMARKED.and(Marking.UNMARKED)).isEqualTo(Marking.UNMARKED);
    }

    @Test
    void and_incomparable_keepsBoth() {
        assertThat(marking("CUI").and(marking("ITAR")).label()).isEqualTo("CUI//ITAR");
        assertThat(marking("NATO SECRET").and(marking("RESTRICTED")).label()).isEqualTo("RESTRICTED//NATO SECRET");
    }

    @Test
    void clearedBy_needsEveryPart() {
        var secretNoForeigners = marking("SECRET//NOFORN");
        assertThat(secretNoForeigners.clearedBy(Set.of(marking("SECRET")))).isFalse();
        assertThat(secretNoForeigners.clearedBy(Set.of(marking("SECRET"), marking("NOFORN"))))
                .isTrue();
        assertThat(secretNoForeigners.clearedBy(Set.of(marking("TOP SECRET//NOFORN"))))
                .isTrue();
        assertThat(marking("RESTRICTED").clearedBy(Set.of(secretNoForeigners))).isTrue();
        assertThat(marking("NATO RESTRICTED").clearedBy(Set.of(secretNoForeigners)))
                .isFalse();
        assertThat(Marking.UNMARKED.clearedBy(Set.of())).isTrue();
    }

    private static Marking marking(String label) {
        return new Marking(label);
    }
}
