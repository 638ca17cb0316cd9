package flightline.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flightline.corpus.SafetyKind;
import flightline.eval.PageContent.Cell;
import flightline.eval.PageContent.Danger;
import flightline.eval.PageContent.Title;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageScoreTest {
    private static final PageContent LABEL = new PageContent(
            List.of("a", "b", "c", "d"),
            List.of(new Title("1general", 2), new Title("2test", 2)),
            List.of(List.of(cell(0, 0, "Item"), cell(0, 1, "Limit"), cell(1, 0, "Oil"), cell(1, 1, "4 L"))),
            List.of("1", "2", "a"),
            List.of(new Danger(SafetyKind.WARNING, List.of("hot", "oil"))),
            List.of(List.of("page", "1")));

    @Test
    void samePage_scoresOneThroughout() {
        PageScore score = PageScore.of(LABEL, LABEL);
        assertThat(score.overall()).isEqualTo(1);
        assertThat(score.running().hits()).isZero();
    }

    @Test
    void order_swappedHalves_keepsTheLongerCommonSequence() {
        PageScore score = PageScore.of(LABEL, words("c", "d", "a", "b"));
        assertThat(score.order().f1()).isEqualTo(0.5);
    }

    @Test
    void order_addedWord_costsLessThanALostOne() {
        assertThat(PageScore.of(LABEL, words("a", "b", "c", "d", "e")).order().f1())
                .isCloseTo(8 / 9.0, within(1e-9));
        assertThat(PageScore.of(LABEL, words("a", "b", "c")).order().f1()).isCloseTo(6 / 7.0, within(1e-9));
    }

    @Test
    void headings_oneFoundOneInvented_countsBoth() {
        var found = new PageContent(
                List.of(),
                List.of(new Title("1general", 3), new Title("oil", 1)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        PageScore score = PageScore.of(LABEL, found);
        assertThat(score.headings()).isEqualTo(new Tally(1, 2, 2));
        assertThat(score.levels()).isEqualTo(Tally.NONE);
    }

    @Test
    void headings_levelsCountedFromAnotherTop_keepTheirRank_andOneOutOfRankDoesNot() {
        var label = headings(new Title("a", 1), new Title("b", 2), new Title("c", 2), new Title("d", 1));
        var found = headings(new Title("a", 3), new Title("b", 5), new Title("c", 6), new Title("d", 2));
        assertThat(PageScore.of(label, found).levels()).isEqualTo(new Tally(2, 3, 3));
    }

    private static PageContent headings(Title... titles) {
        return new PageContent(List.of(), List.of(titles), List.of(), List.of(), List.of(), List.of());
    }

    @Test
    void steps_oneMissing_lowersRecallOnly() {
        var found = new PageContent(List.of(), List.of(), List.of(), List.of("1", "a"), List.of(), List.of());
        assertThat(PageScore.of(LABEL, found).steps()).isEqualTo(new Tally(2, 2, 3));
    }

    @Test
    void dangers_otherKindOrCut_areMissed() {
        assertThat(dangers(new Danger(SafetyKind.CAUTION, List.of("hot", "oil"))))
                .isZero();
        assertThat(dangers(new Danger(SafetyKind.WARNING, List.of("hot")))).isZero();
        assertThat(dangers(new Danger(SafetyKind.WARNING, List.of("hot", "oil", "burns"))))
                .isEqualTo(1);
    }

    @Test
    void runningHead_inTheText_isCountedAsKept() {
        assertThat(PageScore.of(LABEL, words("a", "page", "1", "b")).running().hits())
                .isEqualTo(1);
    }

    @Test
    void tables_captionReadAsRow_failExactlyAndHoldShifted() {
        var down = List.of(List.of(
                cell(0, 0, "Table 1"), cell(1, 0, "Item"), cell(1, 1, "Limit"), cell(2, 0, "Oil"), cell(2, 1, "4 L")));
        assertThat(TableScore.exact(LABEL.tables(), down).hits()).isZero();
        assertThat(TableScore.shifted(LABEL.tables(), down)).isEqualTo(new Tally(4, 5, 4));
    }

    @Test
    void tables_spanWrittenAgain_isNeitherRightNorWrong() {
        var label = List.of(List.of(new Cell(0, 0, 2, 1, "No oil"), cell(0, 1, "Leak"), cell(1, 1, "Level")));
        var found =
                List.of(List.of(cell(0, 0, "No oil"), cell(0, 1, "Leak"), cell(1, 0, "No oil"), cell(1, 1, "Level")));
        assertThat(TableScore.exact(label, found)).isEqualTo(new Tally(3, 3, 3));
    }

    @Test
    void fold_leadersAndBullets_areNoWords() {
        assertThat(Fold.words("• Fuel ........2-1 high-pressure")).containsExactly("fuel", "21", "highpressure");
    }

    private static int dangers(Danger danger) {
        var found = new PageContent(List.of(), List.of(), List.of(), List.of(), List.of(danger), List.of());
        return PageScore.of(LABEL, found).dangers().hits();
    }

    private static PageContent words(String... words) {
        return new PageContent(List.of(words), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Cell cell(int row, int column, String text) {
        return new Cell(row, column, 1, 1, text);
    }
}
