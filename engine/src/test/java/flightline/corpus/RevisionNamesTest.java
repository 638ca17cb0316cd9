package flightline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RevisionNamesTest {
    private static final HeldDocument JANUARY = held("Rev 1", LocalDate.of(2025, 1, 10));
    private static final HeldDocument OCTOBER = held("Rev 1", LocalDate.of(2025, 10, 10));
    private static final HeldDocument UNDATED = held("Rev 1", null);
    private static final HeldDocument ELEVENTH = held("Rev 11", LocalDate.of(2026, 1, 1));
    private static final List<HeldDocument> ALL = List.of(JANUARY, OCTOBER, UNDATED, ELEVENTH);

    @Test
    void letterAlone_isTheRevisionOfThatLetter() {
        HeldDocument lettered = held("Rev B", LocalDate.of(2025, 5, 1));
        assertThat(RevisionNames.meant("B", List.of(lettered, ELEVENTH))).containsExactly(lettered);
        assertThat(RevisionNames.meant("b", List.of(lettered, ELEVENTH))).containsExactly(lettered);
    }

    @Test
    void exactName_meansOneOfThoseDisplayedAlike() {
        for (HeldDocument one : ALL)
            assertThat(RevisionNames.meant(one.header().revision().exact(), ALL))
                    .containsExactly(one);
    }

    @Test
    void displayedName_meansAllThatBearIt() {
        assertThat(RevisionNames.meant("Rev 1", ALL)).containsExactly(JANUARY, OCTOBER, UNDATED);
        assertThat(RevisionNames.meant("rev 11", ALL)).containsExactly(ELEVENTH);
        assertThat(RevisionNames.meant("11", ALL)).containsExactly(ELEVENTH);
        assertThat(RevisionNames.meant("2", ALL)).isEmpty();
        assertThat(RevisionNames.meant("", ALL)).isEmpty();
    }

    @Test
    void shownName_hasTheDateOnlyWhereAnotherIsDisplayedAlike() {
        assertThat(ALL.stream().map(RevisionNames.of(ALL)::of))
                .containsExactly("Rev 1/2025-01-10", "Rev 1/2025-10-10", "Rev 1/undated", "Rev 11");
    }

    private static HeldDocument held(String label, @Nullable LocalDate issued) {
        return new HeldDocument(
                new DocumentHeader(
                        new DocumentId("SB 32-1"),
                        "Axle nut",
                        new Revision(label, Optional.ofNullable(issued)),
                        DocumentKind.SERVICE_BULLETIN,
                        DocumentStatus.FINAL,
                        Marking.UNMARKED,
                        Applicability.ALL,
                        List.of(),
                        List.of(),
                        "text",
                        0),
                "main",
                ContentHash.of(label + issued),
                "a.txt",
                Instant.EPOCH,
                1,
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
