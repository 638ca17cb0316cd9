package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Revision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownParserTest {
    @Test
    void parse_headings_loseTheirMarksAndKeepTheirNumbers() {
        assertThat(outline("# Fuel system {#fuel}\n\nMain\n====\n\n## 2.1 Pump *A* ##\n"))
                .containsExactly("h1 Fuel system", "h1 Main", "h2#2.1 2.1 Pump *A*");
    }

    @Test
    void parse_paragraph_standsUnderItsHeadingsInPlainWords() {
        var document = Outline.parse(new MarkdownParser(), "a.md", "# [Fuel](x.md) `P1`\n\nWords.");

        assertThat(document.blocks().getLast().path()).containsExactly("Fuel P1");
    }

    @Test
    void parse_orderedList_isAProcedure() {
        assertThat(outline("""
                1. Open the panel.
                   It is heavy.
                   1. Turn the latch.
                   - Look behind it.
                2. Remove the pump.

                   Keep the seal.
                """))
                .containsExactly(
                        "step0[1.] Open the panel./   It is heavy.",
                        "step1[1.] Turn the latch.",
                        "li1 Look behind it.",
                        "step0[2.] Remove the pump.//   Keep the seal.");
    }

    @Test
    void parse_hintBlock_isASafetyText() {
        assertThat(outline(":::warning\nRemove propellers.\n:::\n\nText.\n\n:::tip Hot\n\n- a\n- b\n  :::\n\nEnd.\n"))
                .containsExactly("WARNING Remove propellers.", "p Text.", "NOTE Hot//- a/- b", "p End.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**WARNING: Hot oil < 5 s.**",
                "__Warning: Hot oil < 5 s.__",
                "*WARNING: Hot oil < 5 s.*",
                "***WARNING: Hot oil < 5 s.***",
                "**WARNING - Hot oil < 5 s.**",
                "**WARNING\nHot oil < 5 s.**",
                "***WARNING:*** Hot oil < 5 s.",
                "*WARNING:* Hot oil < 5 s.",
                "_Warning_: Hot oil < 5 s.",
                "⚠️ WARNING: Hot oil < 5 s.",
                "⚠️ **WARNING:** Hot oil < 5 s.",
                "**⚠ WARNING: Hot oil < 5 s.**",
                "<b>WARNING:</b> Hot oil < 5 s.",
                "<b>WARNING: Hot oil < 5 s.</b>",
                "<strong>WARNING</strong> Hot oil < 5 s.",
                "<span style=\"color: red\"><b>Warning</b>: Hot oil < 5 s.</span>",
                "> **WARNING: Hot oil < 5 s.**"
            })
    void parse_labelWithinAMark_makesAWarning(String written) {
        assertThat(outline("1. Open.\n\n" + written + "\n\n2. Close.\n"))
                .containsExactly("step0[1.] Open.", "WARNING Hot oil < 5 s.", "step0[2.] Close.");
    }

    @Test
    void parse_markThatClosesBeforeTheEnd_isKept() {
        assertThat(outline("**WARNING: Hot oil.** It burns.\n\n**WARNING: Hot.** It **burns**\n"))
                .containsExactly("WARNING Hot oil.** It burns.", "WARNING Hot.** It **burns**");
        assertThat(outline("*Tip* of the blade\n\n**Notes** are kept.\n\n*Note that* it is hot.\n"))
                .noneMatch(line -> line.startsWith("WARNING") || line.startsWith("CAUTION"));
    }

    @Test
    void parse_hintInsideAStep_standsBeforeThatStep() {
        assertThat(outline("1. First.\n2. Second.\n\n   :::warning\n   Hot.\n   :::\n\n3. Third.\n"))
                .containsExactly("step0[1.] First.", "WARNING Hot.", "step0[2.] Second.", "step0[3.] Third.");
    }

    @Test
    void parse_hintLeftOpen_endsWhereTheNextBegins() {
        assertThat(outline(":::note\nOne.\n\n:::warning\nTwo.\n:::\n\nText.\n"))
                .containsExactly("NOTE One.", "WARNING Two.", "p Text.");
    }

    @Test
    void parse_hintOfAnotherKind_isReadAsText() {
        assertThat(outline("::: details More\nWords.\n:::\n")).containsExactly("p More", "p Words.");
    }

    @Test
    void parse_quotedOrLabelledWarning_isASafetyText() {
        assertThat(
                        outline(
                                "> **Warning** Hot oil.\n> It burns.\n\n> [!CAUTION]\n> Do not bend.\n\n**Note:** Short.\n\n> Quote.\n"))
                .containsExactly("WARNING Hot oil./  It burns.", "CAUTION Do not bend.", "NOTE Short.", "p Quote.");
    }

    @Test
    void parse_table_hasHeaderAndRowsOfItsOwnLines() {
        var document =
                Outline.parse(new MarkdownParser(), "a.md", "| Part | Torque |\n|---|---|\n| **B1** | [12 Nm](x) |\n");
        var table = (Block.Table) document.blocks().getFirst().block();

        assertThat(table.header()).containsExactly("Part", "Torque");
        assertThat(table.rows().getFirst().cells()).containsExactly("B1", "12 Nm");
        assertThat(table.rows().getFirst().text()).isEqualTo("| **B1** | [12 Nm](x) |");
    }

    @Test
    void parse_imageAlone_isAFigureAndTagsAloneAreNothing() {
        assertThat(
                        outline(
                                "![Pump, left side](pump.png)\n\n<a id=\"x\"></a>\n\n<img src=\"a.png\"/>\n\n<!-- hidden -->\n"))
                .containsExactly("figure[pump.png] Pump, left side");
    }

    @Test
    void parse_listing_losesItsFences() {
        assertThat(outline("```sh\nls -l\n```\n")).containsExactly("p ls -l");
    }

    @Test
    void parse_frontMatter_isPassedOverAndGivesTheTitle() {
        var document = Outline.parse(new MarkdownParser(), "a.md", "---\ntitle: Fuel pump\ntags: [a]\n---\n\nWords.\n");

        assertThat(document.header().title()).isEqualTo("Fuel pump");
        assertThat(document.sourceText()).startsWith("---");
        assertThat(document.blocks()).extracting(b -> b.block().text()).containsExactly("Words.");
    }

    @Test
    void parse_alertOfSeveralLines_losesTheMarksOfItsLines() {
        assertThat(outline("> [!WARNING]\n> Hot oil.\n> It burns.\n>\n> > Wait.\n> - Wear gloves.\n"))
                .containsExactly("WARNING Hot oil./  It burns./ /    Wait./  - Wear gloves.");
    }

    @Test
    void parse_frontMatter_givesRevisionAndDate() {
        var document = Outline.parse(
                new MarkdownParser(), "pump.md", "---\ntitle: Pump\nrevision: 4\ndate: 2026-03-02\n---\n\n# Pump\n");
        assertThat(document.header().revision())
                .isEqualTo(new Revision("Rev 4", Optional.of(LocalDate.of(2026, 3, 2))));
    }

    @Test
    void parse_productInTheName_keepsTheRevisionThatTheTextGives() {
        var document = Outline.parse(new MarkdownParser(), "pump_r2.md", "---\nrevision: 4\n---\n\n# Pump\n");
        assertThat(document.header().id().value()).isEqualTo("manual/pump_r2.md");
        assertThat(document.header().revision().label()).isEqualTo("Rev 4");
    }

    @Test
    void parse_revisionInTheName_isOneWhereThePageSaysItToo() {
        var document = Outline.parse(new MarkdownParser(), "pump-r04.md", "---\nrevision: 4\n---\n\n# Pump\n");
        assertThat(document.header().id().value()).isEqualTo("manual/pump.md");
        assertThat(document.header().revision().label()).isEqualTo("Rev 4");
    }

    @Test
    void parse_ruleAtTheTop_isNoFrontMatter() {
        assertThat(outline("---\n\nWords stay.\n\n---\n\nMore.\n")).containsExactly("p Words stay.", "p More.");
    }

    @Test
    void parse_windowsLineEnds_keepEveryPlaceTrue() {
        assertThat(outline("# A\r\n\r\n1. One\r\n2. Two\r\n\r\n:::note\r\nHot.\r\n:::\r\n"))
                .containsExactly("h1 A", "step0[1.] One", "step0[2.] Two", "NOTE Hot.");
    }

    @Test
    void parse_pagesOfOneNameInTwoFolders_areTwoDocuments() {
        assertThat(Outline.parse(new MarkdownParser(), "hold.md", "x")
                        .header()
                        .id()
                        .value())
                .isEqualTo("manual/hold.md");
        assertThat(Outline.parse(new MarkdownParser(), "gps_r2.md", "x")
                        .header()
                        .id()
                        .value())
                .isEqualTo("manual/gps_r2.md");
    }

    @Test
    void parse_emptyText_hasNoBlocks() {
        assertThat(Outline.parse(new MarkdownParser(), "a.md", "\n").blocks()).isEqualTo(List.<PlacedBlock>of());
    }

    @Test
    void parse_admonitionWithIndentedText_isASafetyText() {
        assertThat(
                        outline(
                                "!!! warning\n    Keep clear.\n\n    Stay out.\n\n!!! danger \"High voltage\"\n    600 V.\n\n"
                                        + "??? note inline\n    Folded.\n\nText.\n\n1. Open.\n\n    !!! caution\n        Hot.\n\n2. Close.\n"))
                .containsExactly(
                        "WARNING Keep clear.//    Stay out.",
                        "WARNING \"High voltage\"/    600 V.",
                        "NOTE Folded.",
                        "p Text.",
                        "CAUTION Hot.",
                        "step0[1.] Open.",
                        "step0[2.] Close.");
    }

    @Test
    void parse_labelAlone_makesASafetyTextOfTheNextParagraphOrList() {
        assertThat(
                        outline(
                                "**CAUTION:**\n\n- No grease A.\n- No grease B.\n\n1. Open.\n\nWARNING\n\nHot oil.\n\nNOTE:\n\n2. Close.\n"))
                .containsExactly(
                        "CAUTION - No grease A./- No grease B.",
                        "step0[1.] Open.",
                        "WARNING Hot oil.",
                        "p NOTE:",
                        "step0[2.] Close.");
    }

    @Test
    void parse_labelAndListInsideAStep_standBeforeThatStep() {
        assertThat(outline("1. Open.\n\n   **WARNING**\n\n   - Hot.\n   - Sharp.\n\n2. Close.\n"))
                .containsExactly("WARNING - Hot./   - Sharp.", "step0[1.] Open.", "step0[2.] Close.");
    }

    @Test
    void parse_rawHtmlBlocks_areReadAsAPageIs() {
        var document = Outline.parse(new MarkdownParser(), "a.md", """
                # Limits

                <table>
                <tr><th>Item</th><th>Limit</th></tr>

                <tr><td rowspan="2">Brake disc</td><td>2.5 mm</td></tr><tr><td>3.5 mm</td></tr>
                </table>

                <div class="warning">
                Hot &amp; sharp.
                </div>

                <h2>Pins</h2>

                Words of the pins.

                <div class="caution">

                Do not bend **it**.

                </div>
                """);
        assertThat(Outline.lines(document))
                .containsExactly(
                        "h1 Limits",
                        "table  [Item, Limit] [[Brake disc, 2.5 mm], [Brake disc, 3.5 mm]]",
                        "WARNING Hot & sharp.",
                        "h2 Pins",
                        "p Words of the pins.",
                        "CAUTION Do not bend **it**.");
        assertThat(document.blocks().get(4).path()).containsExactly("Limits", "Pins");
    }

    @Test
    void parse_raisedNumberOfANote_isNoPower() {
        assertThat(outline("Torque to 42<sup><a href=\"#n1\">2</a></sup> Nm.\n"))
                .containsExactly("p Torque to 42 [2] Nm.");
    }

    @Test
    void parse_raisedLettersAndNamedCharacters_readAsTheyAreShown() {
        assertThat(outline(
                        "The life is **10**<sup>4</sup> cycles, 1<sup>1</sup>/<sub>2</sub> in, H<sub>2</sub>O, 25 &deg;C"
                                + " &plusmn;2, a &lt; b, `10<sup>4</sup>`.\n"))
                .containsExactly("p The life is **10**^4 cycles, 1 1/2 in, H2O, 25 °C ±2, a &lt; b, `10<sup>4</sup>`.");
        var rows = Outline.parse(
                        new MarkdownParser(),
                        "a.md",
                        "| Part | Limit (10<sup>3</sup> h) |\n| --- | --- |\n| Pump | 10<sup>**4**</sup> m<sup>2</sup>/s |\n")
                .blocks()
                .stream()
                .map(PlacedBlock::block)
                .map(Block.Table.class::cast)
                .toList();
        assertThat(rows.getFirst().header()).containsExactly("Part", "Limit (10^3 h)");
        assertThat(rows.getFirst().rows().getFirst().cells()).containsExactly("Pump", "10^4 m^2/s");
    }

    @Test
    void parse_struckText_isBlankAndNoted() {
        byte[] text = "Torque ~~33 N·m~~ 35 N·m, <del>dry</del>.\n\n`~~kept~~` H~2~O\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var read = (flightline.ingest.ParseOutcome.Parsed) new MarkdownParser()
                .parse(new flightline.ingest.SourceFile(
                        java.nio.file.Path.of("a.md"),
                        flightline.corpus.ContentHash.of(text),
                        flightline.ingest.FileKind.MARKDOWN,
                        text));
        assertThat(read.documents().getFirst().sourceText())
                .doesNotContain("33", "dry")
                .contains("35 N·m", "~~kept~~", "H~2~O");
        assertThat(read.notes()).containsExactly("has struck text: 2 pieces were left out");
    }

    @Test
    void parse_partThatUnfolds_keepsItsTitle() {
        assertThat(outline("""
                :::details Notes on the test methods
                Run it twice.
                :::

                ??? abstract "In short"
                    Run it once.

                ::: code-group bash
                Words.
                :::
                """))
                .containsExactly(
                        "p Notes on the test methods", "p Run it twice.", "p In short", "p Run it once.", "p Words.");
    }

    private static List<String> outline(String text) {
        return Outline.of(new MarkdownParser(), "a.md", text);
    }
}
