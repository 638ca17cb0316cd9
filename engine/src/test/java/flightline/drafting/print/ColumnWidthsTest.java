package flightline.drafting.print;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.drafting.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ColumnWidthsTest {
    private static List<Words> cell(String text) {
        return text.isEmpty() ? List.of() : List.of(new Words.Given(text));
    }

    private static List<List<Words>> row(String... cells) {
        return List.of(cells).stream().map(ColumnWidthsTest::cell).toList();
    }

    @Test
    void columnThatIsEmptyInMostRows_holdsItsLongestWord() {
        List<Double> widths = ColumnWidths.of(
                List.of(new Words.Ours("Directive"), new Words.Ours("Required"), new Words.Ours("Done")),
                List.of(
                        row("AD 2024-07", "Do a detailed inspection of the harness. ".repeat(20), ""),
                        row("AD 2025-03", "Replace it.", "AD 2024-07 on 2025-11-20 record SKW-25-0377")),
                100);

        assertThat(widths).hasSize(3).allMatch(width -> width >= 10);
        assertThat(widths.get(1)).isGreaterThan(widths.get(0) * 3);
        assertThat(widths.stream().mapToDouble(Double::doubleValue).sum()).isBetween(99.0, 101.0);
        assertThat(widths.get(2)).as("SKW-25-0377 in one line").isGreaterThanOrEqualTo(11);
    }

    @Test
    void moreThanFits_isSharedByTheLongestWords() {
        List<Double> widths = ColumnWidths.of(List.of(), List.of(row("x".repeat(300), "y".repeat(100))), 100);

        assertThat(widths).containsExactly(74.6, 25.4);
    }

    @Test
    void gridOfNothing_hasNoWidths() {
        assertThat(ColumnWidths.of(List.of(), List.of(), 100)).isEmpty();
    }
}
