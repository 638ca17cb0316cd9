package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RevisionTest {
    @Test
    void labels_compareTheirNumbersAsNumbers() {
        assertThat(revision("002-00")).isGreaterThan(revision("001-00"));
        assertThat(revision("Rev 12")).isGreaterThan(revision("Rev 4"));
        assertThat(revision("001-01")).isGreaterThan(revision("001-00"));
        assertThat(revision("R1")).isGreaterThan(revision("R"));
    }

    @Test
    void sameLabel_isOrderedByDate() {
        var dated = new Revision("4", Optional.of(LocalDate.of(2024, 5, 1)));
        assertThat(dated).isGreaterThan(revision("4"));
    }

    private static Revision revision(String label) {
        return new Revision(label, Optional.empty());
    }
}
