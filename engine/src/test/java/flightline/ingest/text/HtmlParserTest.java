package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlParserTest {
    @Test
    void parse_page_isItsWordsWithoutNavigationAndScripts() {
        assertThat(
                        outline(
                                "<title>T</title><nav>Home</nav><h1>Fuel <b>pump</b></h1><script>x()</script><p>One  <i>two</i>.<div>Three<p>four</div>"))
                .containsExactly("h1 Fuel pump", "p One two.", "p Three", "p four");
    }

    @Test
    void parse_headThatStatesRevisionAndDate_isBelieved() {
        var header = Outline.parse(
                        new HtmlParser(),
                        "valve.html",
                        "<head><title>Valve</title>"
                                + "<meta name=revision content=B><meta name=date content=2024-06-01></head><p>Words.</p>")
                .header();
        assertThat(header.revision().label()).isEqualTo("Rev B");
        assertThat(header.revision().issued()).contains(LocalDate.of(2024, 6, 1));
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

    @Test
    void parse_labelInAnElementOfItsOwn_makesASafetyTextOfTheNext() {
        assertThat(outline("<p class='warning-title'>WARNING</p><p>Keep your hands off the flap.</p>"
                        + "<div><b>Caution</b></div><div>Do not step here.</div><p><b>NOTE</b> Two persons.</p>"
                        + "<p class='caution'>CAUTION</p><p>Sharp edges.</p><p><i>Note</i> that it turns.</p>"))
                .containsExactly(
                        "WARNING Keep your hands off the flap.",
                        "CAUTION Do not step here.",
                        "NOTE Two persons.",
                        "CAUTION Sharp edges.",
                        "p Note that it turns.");
    }

    @Test
    void parse_listBehindALabel_isTheWarningsOwnText() {
        assertThat(
                        outline(
                                "<p><strong>WARNING:</strong></p><ol><li>Bleed the line.<li>Wait.</ol><ol><li>Open the valve.</ol>"
                                        + "<p>CAUTION</p><ul><li>No grease.<ul><li>A<li>B</ul><li>No oil.</ul><ul><li>Rag</ul>"))
                .containsExactly(
                        "WARNING 1. Bleed the line./2. Wait.",
                        "step0[1.] Open the valve.",
                        "CAUTION No grease./A/B/No oil.",
                        "li0 Rag");
    }

    @Test
    void parse_labelBeforeStepsThatGoOn_staysAWordOfItsOwn() {
        assertThat(outline("<ol><li>Open.</ol><p>NOTE:</p><ol start=2><li>Close.</ol><p>CAUTION</p>"))
                .containsExactly("step0[1.] Open.", "p NOTE:", "step0[2.] Close.", "p CAUTION");
    }

    @Test
    void parse_labelledItem_standsBeforeTheNextStep() {
        assertThat(outline("<ol><li>Open.<li>WARNING: Hot oil.<li>Close.</ol>"))
                .containsExactly("step0[1.] Open.", "WARNING Hot oil.", "step0[3.] Close.");
    }

    @Test
    void parse_boxedWarnings_areSafetyTexts() {
        assertThat(
                        outline(
                                "<table><tr><td><b>CAUTION</b><td>Do not step on the zone.</table><table><tr><td><b>WARNING</b><br>Hot.</table>"
                                        + "<table><tr><th>NOTE<tr><td>Weigh it dry.</table>"
                                        + "<table><tr><td>WARNING<td><ol><li>Bleed.<li>Wait.</ol><tr><td>CAUTION<td>Sharp.</table>"))
                .containsExactly(
                        "CAUTION Do not step on the zone.",
                        "WARNING Hot.",
                        "NOTE Weigh it dry.",
                        "WARNING 1. Bleed./2. Wait.",
                        "CAUTION Sharp.");
    }

    @Test
    void parse_tableOfAlertLevels_isData() {
        assertThat(outline("<table><tr><th>Level<th>Colour<tr><td>Warning<td>Red<tr><td>Caution<td>Amber</table>"
                        + "<table><tr><td>Warning<td>Red<tr><td>Advisory<td>White</table>"))
                .containsExactly(
                        "table  [Level, Colour] [[Warning, Red], [Caution, Amber]]",
                        "table  [] [[Warning, Red], [Advisory, White]]");
    }

    @Test
    void parse_rowsUnderASpannedCell_areQuotedWithItAndWithEveryColumn() {
        var table = (flightline.corpus.Block.Table) Outline.parse(
                        new HtmlParser(),
                        "a.html",
                        "<table><tr><th>Item<th>New<th>Min<tr><td rowspan=2>Disc<td>25<td>2<tr><td>24<td>3<tr><td>Pin"
                                + "<tr><td colspan=3>Rear<tr><td><td>9<td>8</table>")
                .blocks()
                .getFirst()
                .block();
        assertThat(table.rows())
                .extracting(flightline.corpus.Block.Row::text)
                .containsExactly("Disc\t25\t2", "Disc\t24\t3", "Pin\t\t", "Rear", "\t9\t8");
    }

    @Test
    void parse_tableWithAListOrATableInACell_staysATable() {
        assertThat(
                        outline(
                                "<table><tr><th>Trouble<th>Cause<th>Remedy<tr><td>No pressure<td>Air<td><ol><li>Bleed.<li>Test.</ol>"
                                        + "<tr><td>Leak<td><ul><li>seal<li>nut</ul><td><table><tr><th>Drops<th>Do<tr><td>5<td>Seal</table></table>"))
                .containsExactly("table  [Trouble, Cause, Remedy] [[No pressure, Air, 1. Bleed. 2. Test.],"
                        + " [Leak, seal; nut, Drops | Do; 5 | Seal]]");
    }

    @Test
    void parse_orderedLists_countAsTheyPrint() {
        assertThat(outline("<ol type=A><li>Open.<li value=5>Close.</ol><ol reversed><li>x<li>y</ol>"
                        + "<ol type=i start=4><li>z</ol><ol style='list-style-type: lower-alpha'><li>w</ol>"))
                .containsExactly(
                        "step0[A.] Open.",
                        "step0[E.] Close.",
                        "step0[2.] x",
                        "step0[1.] y",
                        "step0[iv.] z",
                        "step0[a.] w");
    }

    @Test
    void parse_raisedNumberOfANote_isNoPower() {
        assertThat(Outline.parse(
                                new HtmlParser(),
                                "a.html",
                                "<p>Torque to 42<sup><a href=\"#n1\">2</a></sup> Nm, 5<sup>2</sup> mm, 9<a href='#n2'><sup>[3]</sup></a>.</p>")
                        .blocks()
                        .getFirst()
                        .block()
                        .text())
                .isEqualTo("Torque to 42 [2] Nm, 5^2 mm, 9 [3].");
    }

    @Test
    void parse_struckText_isLeftOutAndNoted() {
        byte[] page = "<p>Torque <del>33 N·m</del> <ins>35 N·m</ins>.</p><p><s>Old <strike>step</strike>.</s></p>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var read = (ParseOutcome.Parsed)
                new HtmlParser().parse(new SourceFile(Path.of("a.html"), ContentHash.of(page), FileKind.HTML, page));
        assertThat(read.documents().getFirst().sourceText()).isEqualTo("Torque 35 N·m.");
        assertThat(read.notes()).containsExactly("has struck text: 2 pieces were left out");
    }

    @Test
    void parse_raisedLetters_doNotReadAsMoreDigits() {
        assertThat(outline(
                        "<p>2.5 x 10<sup>-3</sup> cm<sup>3</sup>, 12<sup>+0.5</sup><sub>-0.2</sub> mm, 1<sup>1</sup>/<sub>2</sub> in,"
                                + " the 2<sup>nd</sup> pump<sup>1</sup>, H<sub>2</sub>O, 10<b><sup>4</sup></b>"))
                .containsExactly("p 2.5 x 10^-3 cm^3, 12 +0.5 -0.2 mm, 1 1/2 in, the 2nd pump1, H2O, 10^4");
    }

    @Test
    void parse_lettersThatAStyleRaises_areRaised() {
        assertThat(outline(
                        "<p>10<span style='vertical-align: super'>5</span> Pa, 12<span style='vertical-align:super'>+0.1</span>"
                                + "<span style='vertical-align:sub'>-0.2</span> mm"))
                .containsExactly("p 10^5 Pa, 12 +0.1 -0.2 mm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<mfrac><mn>3</mn><mn>8</mn></mfrac>|3/8",
                "<mn>1</mn><mfrac><mn>3</mn><mn>8</mn></mfrac>|1 3/8",
                "<mrow><mn>1</mn><mrow><mfrac><mn>3</mn><mn>8</mn></mfrac></mrow></mrow>|1 3/8",
                "<msup><mn>10</mn><mrow><mo>-</mo><mn>3</mn></mrow></msup>|10^-3",
                "<msub><mi>V</mi><mi>max</mi></msub><mo>&lt;</mo><mn>3</mn>|V_max<3",
                "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>|x_1^2",
                "<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>|(a+b)/2",
                "<msqrt><mn>2</mn><mi>g</mi></msqrt><mo>+</mo><mroot><mn>8</mn><mn>3</mn></mroot>|√2g+8^(1/3)",
                "<mfenced><mi>a</mi><mi>b</mi></mfenced>|(a, b)",
                "<munder><mo>lim</mo><mi>t</mi></munder><mphantom><mn>9</mn></mphantom>|lim_t",
                "<semantics><mrow><mn>7</mn></mrow><annotation encoding='application/x-tex'>7 x</annotation></semantics>|7",
                "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>2</mn></mtd></mtr></mtable>|[1, 0; 2]"
            })
    void parse_formula_isSetOnTheLine_andKeepsItsValue(String formula, String line) {
        assertThat(outline("<p>Gap <math>" + formula + "</math> in.")).containsExactly("p Gap " + line + " in.");
    }

    @Test
    void parse_formulaBehindANumber_orDrawnOnceMore_isReadOnce() {
        assertThat(
                        outline(
                                "<p>Turn 1<math><mfrac><mn>1</mn><mn>4</mn></mfrac></math> times, <span class=katex><span class=katex-mathml>"
                                        + "<math><msup><mn>10</mn><mn>6</mn></msup></math></span><span class=katex-html aria-hidden=true>106</span></span> cycles"))
                .containsExactly("p Turn 1 1/4 times, 10^6 cycles");
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
