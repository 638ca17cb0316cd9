package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DocumentIdTest {
    private static final DocumentId TASK = new DocumentId("DMC-LT46-A-32-41-00-00A-520A-A");
    private static final DocumentId FRENCH = new DocumentId("DMC-LT46-A-32-41-00-00A-520A-A_fr-FR");
    private static final DocumentId OTHER = new DocumentId("DMC-LT46-A-32-31-00-00A-040A-A");

    @Test
    void language_isThatOfATranslation() {
        assertThat(FRENCH.language()).isEqualTo("fr-FR");
        assertThat(TASK.language()).isEmpty();
        assertThat(new DocumentId("AMM notes_fr-FR").language()).isEmpty();
    }

    @Test
    void referringTo_ofATranslation_isItsOwnLanguageFirst() {
        assertThat(FRENCH.referringTo(OTHER)).containsExactly(new DocumentId(OTHER + "_fr-FR"), OTHER);
        assertThat(FRENCH.referringTo(TASK)).containsExactly(TASK);
        assertThat(FRENCH.referringTo(new DocumentId(OTHER + "_de-DE")))
                .containsExactly(new DocumentId(OTHER + "_de-DE"));
        assertThat(TASK.referringTo(OTHER)).containsExactly(OTHER);
    }
}
