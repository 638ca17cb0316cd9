package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TradeBookTest {
    private final TradeBook book = TradeBook.standard();

    @Test
    void standard_speaksOfHundredsOfSystems_inChaptersThatTheTableHolds() {
        assertThat(book.codes())
                .hasSizeGreaterThan(550)
                .allSatisfy(code -> assertThat(AtaTable.standard().title(code.substring(0, 2)))
                        .as("chapter of %s", code)
                        .isPresent());
        assertThat(book.codes()).contains("2131", "2566", "3242", "3351", "5310", "7414", "8530");
    }

    @Test
    void everyPage_hasPartsAndComplaints_noneTwice() {
        for (String code : book.codes()) {
            var page = book.page(code);
            assertThat(page.parts()).as("parts of %s", code).isNotEmpty();
            assertThat(page.complaints())
                    .as("complaints of %s", code)
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void everyText_isShortAndInLowerCase() {
        for (String code : book.codes())
            assertThat(book.page(code).texts()).as("texts of %s", code).allSatisfy(text -> {
                assertThat(text).isLowerCase().doesNotContain("=", "*", "|", ";");
                assertThat(text.split(" ")).hasSizeLessThanOrEqualTo(14);
            });
    }

    @Test
    void lines_giveNamesAndComplaints() {
        var small = TradeBook.of(List.of(
                "3242",
                "* brake, brake unit, swivel",
                "brakes drag; hot brakes;",
                "brake fire",
                "2911",
                "no pressure"));
        assertThat(small.codes()).containsExactly("3242", "2911");
        assertThat(small.page("3242"))
                .isEqualTo(new TradeBook.Page(
                        List.of("brake", "brake unit", "swivel"), List.of("brakes drag", "hot brakes", "brake fire")));
        assertThat(small.page("7200").texts()).isEmpty();
    }

    @Test
    void brokenLines_areRefusedByName() {
        assertThatThrownBy(() -> TradeBook.of(List.of("hot brakes")))
                .hasMessageContaining("no code before 'hot brakes'");
        assertThatThrownBy(() -> TradeBook.of(List.of("3242", "3242")))
                .hasMessageContaining("code given twice: '3242'");
    }
}
