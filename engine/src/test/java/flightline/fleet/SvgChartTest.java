package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

final class SvgChartTest {
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
}
