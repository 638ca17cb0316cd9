package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.DocumentId;
import flightline.corpus.Marking;
import flightline.corpus.SharedEntry;
import flightline.corpus.SharedEntry.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommonInformationTest {
    private static final DocumentId REPOSITORY = new DocumentId("DMC-LT46-A-00-00-00-00A-0A4A-D");
    private static final DocumentId FRENCH_REPOSITORY = new DocumentId(REPOSITORY + "_fr-FR");
    private static final DocumentId TASK = new DocumentId("DMC-LT46-A-32-41-00-00A-520A-A");
    private static final DocumentId FRENCH_TASK = new DocumentId(TASK + "_fr-FR");

    private static final CommonInformation BOTH = new CommonInformation(
            List.of(entry(REPOSITORY, "Hot surface."), entry(FRENCH_REPOSITORY, "Surface chaude.")));

    private static SharedEntry entry(DocumentId repository, String words) {
        return new SharedEntry(Kind.WARNING, "W-1", words, repository, "001-00", Marking.UNMARKED);
    }

    private static String found(CommonInformation common, DocumentId asking, Optional<DocumentId> repository) {
        return common.find(Kind.WARNING, "W-1", repository, asking, 1)
                .found()
                .map(SharedEntry::words)
                .orElse("");
    }

    @Test
    void find_isInTheLanguageOfTheAskingModule() {
        for (Optional<DocumentId> repository : List.of(Optional.<DocumentId>empty(), Optional.of(REPOSITORY))) {
            assertThat(found(BOTH, TASK, repository)).isEqualTo("Hot surface.");
            assertThat(found(BOTH, FRENCH_TASK, repository)).isEqualTo("Surface chaude.");
        }
    }

    @Test
    void find_whereTheOwnLanguageIsNotHeld_isThePlainModule() {
        var english = new CommonInformation(List.of(entry(REPOSITORY, "Hot surface.")));
        assertThat(found(english, FRENCH_TASK, Optional.of(REPOSITORY))).isEqualTo("Hot surface.");
        assertThat(found(english, FRENCH_TASK, Optional.empty())).isEqualTo("Hot surface.");
    }

    @Test
    void find_byProduct_agreesWithWhatWasFoundBefore() {
        var two = new CommonInformation(List.of(
                entry(REPOSITORY, "Hot surface."), entry(new DocumentId("DMC-XX-A-00-00-00-00A-0A4A-D"), "Other.")));
        assertThat(found(two, TASK, Optional.empty())).isEqualTo("Hot surface.");
    }
}
