package flightline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SystemsReportTest {
    @Test
    void groupThatIsNotCovered_isMarked_andNamesCannotBreakThePage() {
        var details = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 40; i++) details.add(line("CESSNA <b>&", i % 2 == 0));
        for (int i = 0; i < 40; i++) details.add(line("PIPER", true));
        String page = SystemsReport.of(new Scorecard("systems", 80, Map.of("set coverage", 0.75), details));
        assertThat(page)
                .contains("<tr class=\"low\"><td>CESSNA &lt;b&gt;&amp;</td>")
                .contains("<tr><td>PIPER</td>");
        assertThat(page).contains("<svg").doesNotContain("<script").doesNotContain("NaN");
    }

    @Test
    void noCases_givesAPageWithoutNumbersThatAreNone() {
        assertThat(SystemsReport.of(new Scorecard("systems", 0, Map.of(), List.of())))
                .contains("0 cases")
                .doesNotContain("NaN");
    }

    @Test
    void calibrationError_isTheMeanDistance() {
        var reliability = new Reliability();
        for (int i = 0; i < 10; i++) reliability.add(0.85, i < 6);
        for (int i = 0; i < 10; i++) reliability.add(0.15, i < 1);
        assertThat(reliability.error()).isCloseTo((0.25 + 0.05) / 2, org.assertj.core.data.Offset.offset(1e-9));
        assertThatThrownBy(() -> reliability.add(Double.NaN, true)).hasMessageContaining("0..1, got NaN");
    }

    private static Map<String, Object> line(String make, boolean held) {
        return Map.of(
                "make",
                make,
                "rank",
                1,
                "inSet",
                held,
                "setSize",
                3,
                "confidence",
                0.6,
                "chapterRank",
                1,
                "chapterConfidence",
                0.9);
    }
}
