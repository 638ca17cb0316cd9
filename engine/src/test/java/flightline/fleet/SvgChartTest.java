package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

final class SvgChartTest {
    private static final Pattern TEXT = Pattern.compile(
            "<text x=\"([0-9.]+)\" y=\"[0-9.]+\" text-anchor=\"(\\w+)\" font-size=\"(\\d+)\" fill=\"[^\"]+\">([^<]*)</text>");

    private static Chart chart(Chart.Kind kind, double value) {
        var point = new Chart.Point(
                "<script>alert('x')</script>\u0000&\uFFFE",
                value,
                OptionalDouble.of(0),
                OptionalDouble.of(value * 2),
                OptionalDouble.of(value),
                true);
        return new Chart(kind, "which \"parts\" <fail>", "part", "removals", List.of(point, point, point), 1, "n = 3");
    }

    @ParameterizedTest
    @EnumSource(Chart.Kind.class)
    void chart_isWellFormed_withoutScript_whateverARecordSays(Chart.Kind kind) throws Exception {
        String svg = SvgChart.of(chart(kind, 4));
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        var read = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(read.getElementsByTagName("script").getLength()).isZero();
        assertThat(read.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("which \"parts\" <fail>");
        assertThat(svg).contains("n = 3", "removals").doesNotContain("style=", "href", "NaN", "Infinity");
    }

    @ParameterizedTest
    @EnumSource(Chart.Kind.class)
    void chartOfNothingButZero_isDrawn(Chart.Kind kind) {
        assertThat(SvgChart.of(chart(kind, 0))).doesNotContain("NaN", "Infinity");
    }

    @Test
    void chart_isTheSameEveryTime() {
        assertThat(SvgChart.of(chart(Chart.Kind.BARS, 2))).isEqualTo(SvgChart.of(chart(Chart.Kind.BARS, 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QQ-KAA  Hydraulic power, auxiliary and emergency (29-21)",
                "MAIN LANDING GEAR DOWNLOCK PROXIMITY SENSOR WWWWWWWWWWWWWWWWWWWWW",
                "actuatorassemblynumberonewithoutanyblankinitsnameatallthatgoesonandon",
                "pump"
            })
    void longLabel_isBrokenOrShortened_soThatItFitsBesideItsBar(String label) {
        Chart chart = Chart.bars(
                "t".repeat(200), "part ".repeat(30), "times", List.of(Chart.Point.of(label, 3, true)), "n = 1");
        for (var text : TEXT.matcher(SvgChart.of(chart)).results().toList()) {
            double width = Lettering.width(text.group(4).replace("&#39;", "'"), Integer.parseInt(text.group(3)));
            double at = Double.parseDouble(text.group(1));
            assertThat(text.group(2).equals("end") ? at - width : at)
                    .as(text.group())
                    .isNotNegative();
            assertThat(text.group(2).equals("start") ? at + width : at)
                    .as(text.group())
                    .isLessThanOrEqualTo(1200);
        }
        assertThat(SvgChart.of(chart)).contains("◆", label.substring(0, 4));
    }

    @Test
    void label_thatNeedsTwoLines_losesNoWord() {
        assertThat(Lettering.lines("QQ-KAA  Hydraulic power, auxiliary and emergency (29-21)", 18, 380, 2))
                .containsExactly("QQ-KAA  Hydraulic power, auxiliary", "and emergency (29-21)");
        assertThat(Lettering.lines("a 😀😀😀", 10, 31, 1)).containsExactly("a 😀…");
    }
}
