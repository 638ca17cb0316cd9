package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlParserTest {
    @Test
    void parse_page_isItsWordsWithoutNavigationAndScripts() {
        assertThat(
                        outline(
                                "<title>T</title><nav>Home</nav><h1>Fuel <b>pump</b></h1><script>x()</script><p>One  <i>two</i>.<div>Three<p>four</div>"))
                .containsExactly("h1 Fuel pump", "p One two.", "p Three", "p four");
    }

    @Test
    void parse_lists_areStepsAndItems() {
        assertThat(outline("<ol><li><p>Open.</p><ul><li>latch</ul><li>Close <b>it</b>.</ol>"))
                .containsExactly("step0[1.] Open.", "li1 latch", "step0[2.] Close it.");
    }

    @Test
    void parse_admonitions_areSafetyTexts() {
        assertThat(outline("<div class='admonition warning'><p class='admonition-title'>Warning</p><p>Hot.</p></div>"
                        + "<div role=note>Keep.</div><p>Caution: sharp.</p><p class='error'>Not one.</p>"))
                .containsExactly("WARNING Hot.", "NOTE Keep.", "CAUTION sharp.", "p Not one.");
    }

    @Test
    void parse_warningInsideAStep_standsBeforeThatStep() {
        assertThat(outline("<ol><li>Open.<div class=warning>Hot.</div><li>Close.</ol>"))
                .containsExactly("WARNING Hot.", "step0[1.] Open.", "step0[2.] Close.");
    }

    @Test
    void parse_tableWithSpans_repeatsTheSpannedCell() {
        assertThat(
                        outline(
                                "<table><caption>Torques<tr><th>Part<th>Nm<tr><td rowspan=2>Bolt<td>12<tr><td>14<tr><td colspan=2>dry</table>"))
                .containsExactly("table Torques [Part, Nm] [[Bolt, 12], [Bolt, 14], [dry, dry]]");
    }

    @Test
    void parse_raisedAndLoweredText_keepsItsValue() {
        assertThat(
                        outline(
                                "<p>5 x 10<sup>4</sup> cycles at 1<sup>1</sup>/<sub>2</sub> in of H<sub>2</sub>O, 3<sup>+2</sup>"
                                        + "<sub>-1</sub> mm, the 2<sup>nd</sup> in 4 cm<sup>2</sup>.<table><tr><td>a<td>10<sup>-3</sup></table>"))
                .containsExactly(
                        "p 5 x 10^4 cycles at 1 1/2 in of H2O, 3 +2 -1 mm, the 2nd in 4 cm^2.",
                        "table  [] [[a, 10^-3]]");
    }

    @Test
    void parse_hugeSpan_isBounded() {
        assertThat(outline("<table><tr><td colspan=999999999 rowspan=9999>x<td>y</table>"))
                .hasSize(1);
    }

    @Test
    void parse_layoutTable_isReadThrough() {
        assertThat(outline("<table><tr><td><h2>A</h2><p>b<table><tr><td>1<td>2</table></table>"))
                .containsExactly("h2 A", "p b", "table  [] [[1, 2]]");
    }

    @Test
    void parse_figure_isItsCaption() {
        assertThat(outline("<figure><img src='p.png'><figcaption>Pump</figcaption></figure>"))
                .containsExactly("figure[p.png] Pump");
    }

    @Test
    void parse_declaredAndUndeclaredEncodings_areBothRead() {
        assertThat(text("<meta charset=windows-1252><p>90°")).isEqualTo("90°");
        assertThat(text("<p>90°")).isEqualTo("90°");
    }

    private static String text(String html) {
        byte[] bytes = html.getBytes(Charset.forName("windows-1252"));
        var outcome =
                new HtmlParser().parse(new SourceFile(Path.of("a.html"), ContentHash.of(bytes), FileKind.HTML, bytes));
        return ((ParseOutcome.Parsed) outcome).documents().getFirst().sourceText();
    }

    private static List<String> outline(String html) {
        return Outline.of(new HtmlParser(), "a.html", html);
    }
}
