package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestructuredTextParserTest {
    @Test
    void parse_raisedLettersOfCells_keepTheValue_andStruckTextIsLeftOut() {
        var table = Outline.parse(new RestructuredTextParser(), "a.rst", """
                .. list-table:: Life
                   :header-rows: 1

                   * - Part
                     - Cycles
                   * - Pin
                     - 10\\ :sup:`4`
                   * - H\\ :sub:`2`\\ O
                     - :strike:`50` 60
                """).blocks().stream()
                .map(PlacedBlock::block)
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(table.rows().stream().map(Block.Row::cells))
                .containsExactly(List.of("Pin", "10^4"), List.of("H2O", "60"));
    }

    @Test
    void parse_titles_areAsDeepAsTheirStyleFirstCameUp() {
        assertThat(outline("""
                ====
                Fuel
                ====

                Pump
                ====

                Removal
                -------

                Words.

                Tank
                ====
                """)).containsExactly("h1 Fuel", "h2 Pump", "h3 Removal", "p Words.", "h2 Tank");
    }

    @Test
    void parse_directives_areSafetyTexts() {
        assertThat(outline("""
                .. warning:: Hot oil.
                   It burns.

                .. note::

                   One.

                   Two.

                .. important:: Three.
                Text.
                """))
                .containsExactly("WARNING Hot oil./   It burns.", "NOTE One.//   Two.", "CAUTION Three.", "p Text.");
    }

    @Test
    void parse_warningInsideAStep_standsBeforeThatStep() {
        assertThat(outline("""
                #. First.
                #. Second
                   goes on.

                   .. warning:: Hot.

                #. Third.
                """))
                .containsExactly(
                        "step0[#.] First.", "WARNING Hot.", "step0[#.] Second/   goes on.", "step0[#.] Third.");
    }

    @Test
    void parse_lists_areStepsAndItemsByDepth() {
        assertThat(outline("1. One\n\n   a) Inner\n   b) More\n\n- item\n\n  - nested\n"))
                .containsExactly("step0[1.] One", "step1[a)] Inner", "step1[b)] More", "li0 item", "li1 nested");
    }

    @Test
    void parse_initialAtTheMargin_isNoItem() {
        assertThat(outline("A. Smith wrote this\nand went on.\n"))
                .containsExactly("p A. Smith wrote this/and went on.");
    }

    @Test
    void parse_simpleTable_joinsLinesOfOneRow() {
        assertThat(outline("""
                =====  ======
                Part   Torque
                =====  ======
                B1     12 Nm
                       dry
                B2     14 Nm
                =====  ======
                """)).containsExactly("table  [Part, Torque] [[B1, 12 Nm dry], [B2, 14 Nm]]");
    }

    @Test
    void parse_gridTable_isReadByItsRules() {
        assertThat(outline("""
                +------+--------+
                | Part | Torque |
                +======+========+
                | B1   | 12 Nm  |
                |      | dry    |
                +------+--------+
                | B2   | 14 Nm  |
                +------+--------+
                """)).containsExactly("table  [Part, Torque] [[B1, 12 Nm dry], [B2, 14 Nm]]");
    }

    @Test
    void parse_gridTable_repeatsCellsThatSpan() {
        assertThat(outline("""
                +-------+---------------+-------+
                | Tank  | Usable fuel   | Notes |
                |       +-------+-------+       |
                |       | kg    | lb    |       |
                +=======+=======+=======+=======+
                | Left  | 1200  | 2646  | see   |
                +-------+-------+-------+ below |
                | Right | 1210  | 2668  |       |
                +-------+-------+-------+-------+
                | Aft   | not fitted            |
                +-------+-----------------------+
                """))
                .containsExactly("table  [Tank, Usable fuel kg, Usable fuel lb, Notes] [[Left, 1200, 2646, see below],"
                        + " [Right, 1210, 2668, see below], [Aft, not fitted, not fitted, not fitted]]");
    }

    @Test
    void parse_commaTable_hasItsHeaderAndNoQuotes() {
        assertThat(outline("""
                .. csv-table:: Filters
                   :header: "Filter", "Interval,
                      hours"
                   :widths: 20, 10

                   "F-1, main", "600 ""FH""\"
                   "F-2
                   aft", 1200
                """))
                .containsExactly("table Filters [Filter, Interval, hours] [[F-1, main, 600 \"FH\"], [F-2 aft, 1200]]");
    }

    @Test
    void parse_commaTable_takesHeaderRowsAndItsDelimiter() {
        assertThat(outline("""
                .. csv-table::
                   :header-rows: 1
                   :delim: ;

                   Part; Torque
                   B1; 12,5 Nm
                """)).containsExactly("table  [Part, Torque] [[B1, 12,5 Nm]]");
    }

    @Test
    void parse_listTable_hasCaptionAndHeader() {
        assertThat(outline("""
                .. list-table:: Torques
                   :header-rows: 1

                   * - Part
                     - Torque
                   * - B1
                     - 12 Nm
                       dry
                """)).containsExactly("table Torques [Part, Torque] [[B1, 12 Nm dry]]");
    }

    @Test
    void parse_figure_isItsCaption() {
        assertThat(outline("""
                .. figure:: pump.png
                   :width: 400px

                   Pump, left side

                .. image:: alone.png
                   :alt: nothing
                """)).containsExactly("figure[pump.png] Pump, left side");
    }

    @Test
    void parse_unknownDirective_keepsItsText() {
        assertThat(
                        outline(
                                ".. tab:: Linux\n\n   Words stay.\n\n.. toctree::\n\n   gone\n\n.. _label:\n\n.. a comment\n   of two lines\n"))
                .containsExactly("p Linux", "p Words stay.");
    }

    @Test
    void parse_literalBlock_isKeptVerbatim() {
        assertThat(outline("Type::\n\n    set A 1\n      set B 2\n\nThen go.\n"))
                .containsExactly("p Type::", "p set A 1/      set B 2", "p Then go.");
    }

    @Test
    void parse_roleAtTheBeginning_isNoField() {
        assertThat(outline(":orphan:\n\n:ref:`Radio <radio>` first.\n"))
                .containsExactly("p :ref:`Radio <radio>` first.");
    }

    @Test
    void parse_path_isInPlainWords() {
        var document = Outline.parse(
                new RestructuredTextParser(),
                "a.rst",
                "Set ``A\\_B`` in :ref:`Radio <radio>`\n==================================\n\nx\n");

        assertThat(document.blocks().getLast().path()).containsExactly("Set A_B in Radio");
    }

    @Test
    void parse_rawHtml_isReadAsAPageIs() {
        assertThat(outline("""
                Fuel
                ====

                .. raw:: html

                   <h2>Limits</h2>
                   <table><tr><th>Item</th><th>Limit</th></tr>
                   <tr><td>Pump</td><td>24 psi</td></tr></table>
                   <div class="warning">Fuel burns.</div>

                After it.

                .. raw:: latex

                   \\newpage
                """))
                .containsExactly(
                        "h1 Fuel",
                        "h2 Limits",
                        "table  [Item, Limit] [[Pump, 24 psi]]",
                        "WARNING Fuel burns.",
                        "p After it.");
    }

    @Test
    void parse_tableOfSeveralRawParts_keepsEachCodeWithItsSystem() {
        assertThat(outline("""
                .. raw:: html

                   <table><tr><th>System</th><th>Code</th></tr>
                   <tr><td>2 = Radio</td><td>

                - 0 = Resolved
                - 2 = Late frame: none for
                  two seconds, see :ref:`FS <FS_THR>`

                .. raw:: html

                   </td></tr><tr><td>3 = Compass</td><td>

                - 4 = Unhealthy

                .. raw:: html

                   </td></tr></table>

                After it.
                """))
                .containsExactly(
                        "table  [System, Code] [[2 = Radio, 0 = Resolved; 2 = Late frame: none for two seconds, see FS],"
                                + " [3 = Compass, 4 = Unhealthy]]",
                        "p After it.");
    }

    @Test
    void parse_rawHtmlInsideOfAStep_leavesTheStepWhole() {
        assertThat(outline("""
                #. First.

                   .. raw:: html

                      <p>One.</p>
                      <div class="caution">Hot.</div>

                   Still the first.

                #. Second.
                """))
                .containsExactly(
                        "CAUTION Hot.", "step0[#.] First.", "p One.", "p Still the first.", "step0[#.] Second.");
    }

    @Test
    void parse_tableThatIsNeverClosed_takesNothingAlong() {
        assertThat(outline("""
                .. raw:: html

                   <table><tr><td>24 psi</td></tr>

                Between.

                .. raw:: html

                   <p>Later.</p>
                """)).containsExactly("table  [] [[24 psi]]", "p Between.", "p Later.");
    }

    private static List<String> outline(String text) {
        return Outline.of(new RestructuredTextParser(), "a.rst", text);
    }
}
