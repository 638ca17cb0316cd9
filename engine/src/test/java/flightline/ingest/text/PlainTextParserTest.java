package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextParserTest {
    @Test
    void parse_headings_areCapitalsOrNumbersOrUnderlined() {
        assertThat(
                        outline(
                                "HYDRAULIC SYSTEM\n\n2 Removal\n\n2.1 Pump removal\n\nStorage\n-------\nKeep it dry.\n\nThis is a sentence.\n"))
                .containsExactly(
                        "h1 HYDRAULIC SYSTEM",
                        "h1#2 2 Removal",
                        "h2#2.1 2.1 Pump removal",
                        "h2 Storage",
                        "p Keep it dry.",
                        "p This is a sentence.");
    }

    @Test
    void parse_labels_areSafetyTexts() {
        assertThat(outline("WARNING: HOT OIL\nBURNS.\n\nCAUTION\n\nDo not bend.\n\nNote: keep the seal.\n"))
                .contains("WARNING HOT OIL/BURNS.", "CAUTION Do not bend.", "NOTE keep the seal.");
    }

    @Test
    void parse_steps_areAsDeepAsTheirLabels() {
        assertThat(
                        outline(
                                "1. Open.\n   a. Latch.\n      (1) Turn it\n          left.\n   b. Pull.\n2. Close.\n\n3. Check.\n"))
                .containsExactly(
                        "step0[1.] Open.",
                        "step1[a.] Latch.",
                        "step2[(1)] Turn it/          left.",
                        "step1[b.] Pull.",
                        "step0[2.] Close.",
                        "step0[3.] Check.");
    }

    @Test
    void parse_warningInAList_goesBeforeTheNextStep() {
        assertThat(outline("1. Open.\nWARNING: HOT.\n2. Close.\n"))
                .containsExactly("step0[1.] Open.", "WARNING HOT.", "step0[2.] Close.");
    }

    @Test
    void parse_columns_areATable() {
        assertThat(outline("Trouble        Remedy\n-------------  ------\nNo pressure    Bleed\nLow pressure   Fill\n"))
                .containsExactly("table  [Trouble, Remedy] [[No pressure, Bleed], [Low pressure, Fill]]");
    }

    @Test
    void parse_linesBelowTheNamesOfColumns_areATableWithoutARule() {
        assertThat(outline("Symptom       Probable cause  Remedy\n" + "No pressure   Worn shoes      Replace the pump\n"
                        + "Noise         Air in line     Bleed it\n"))
                .containsExactly(
                        "table  [Symptom, Probable cause, Remedy] [[No pressure, Worn shoes, Replace the pump], [Noise, Air in line, Bleed it]]");
        assertThat(outline("Some words    stand apart\nby accident   in a text\nwith gaps     in it.\n"))
                .noneMatch(block -> block.startsWith("table"));
    }

    @Test
    void parse_bulletsWithTabs_areNoTable() {
        assertThat(outline("a.\tOne\nb.\tTwo\nc.\tThree\n"))
                .containsExactly("step0[a.] One", "step0[b.] Two", "step0[c.] Three");
    }

    @Test
    void parse_labelAlone_keepsItsWordAndTakesTheListBehindIt() {
        assertThat(
                        outline(
                                "CAUTION:\n\n- Do not use solvent.\n- Do not use water.\n\n1. Open the flap.\n\nWARNING\n\nHOT OIL BURNS\n\nNOTE:\n1. Dry it.\n2. Weigh it.\n\nCaution\n"))
                .containsExactly(
                        "CAUTION - Do not use solvent./- Do not use water.",
                        "step0[1.] Open the flap.",
                        "WARNING HOT OIL BURNS",
                        "NOTE 1. Dry it./2. Weigh it.",
                        "p Caution");
    }

    @Test
    void parse_textBelowALabel_standsOnce() {
        assertThat(outline("CAUTION\n\nDo not bend.\n\nText.\n")).containsExactly("CAUTION Do not bend.", "p Text.");
    }

    @Test
    void parse_warningInAFrameOrBehindAGap_isASafetyText() {
        assertThat(
                        outline(
                                "Text.\n\n**************************\n*        WARNING         *\n* KEEP CLEAR OF THE PROP *\n**************************\n\n"
                                        + "==========\nCAUTION: SHARP.\n==========\n\nWARNING   HOT SURFACES BURN.\n\n*****\nLOOSE TITLE\n*****\n"))
                .startsWith("p Text.", "WARNING KEEP CLEAR OF THE PROP", "CAUTION SHARP.", "WARNING HOT SURFACES BURN.")
                .hasSize(5);
    }

    private static List<String> outline(String text) {
        return Outline.of(new PlainTextParser(), "a.txt", text);
    }
}
