package flightline.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextNormaliserTest {
    private final TextNormaliser normaliser = new TextNormaliser(Abbreviations.standard());

    @Test
    void shorthandAndPlainWords_meet() {
        assertThat(normaliser.text("R/R L/H HYD PRESS SW LIGHT, OPS CK GOOD"))
                .isEqualTo("removed and replaced left hydraulic pressure switch light, operational check good");
    }

    @Test
    void removedAndReplaced_isReadInEveryForm() {
        for (String form : new String[] {"R&R", "r & r", "R/R", "R AND R", "right & right", "rr"})
            assertThat(normaliser.text(form + " nr 3 actuator")).isEqualTo("removed and replaced number 3 actuator");
        assertThat(normaliser.text("left & right engine")).isEqualTo("left and right engine");
    }

    @Test
    void numbersOfThings_areWrittenOut() {
        for (String form : new String[] {"#2", "# 2", "no 2", "No. 2", "nr 2", "NR2", "number 2"})
            assertThat(normaliser.text(form + " engine")).as(form).isEqualTo("number 2 engine");
        assertThat(normaliser.text("no leaks found")).isEqualTo("no leaks found");
    }

    @Test
    void numbersAndReferences_keepTheirSigns() {
        assertThat(normaliser.text("IAW AMM 32-41-00-400-801, P/N 65-24608-17 at 1,500 PSI and 3.5 IN"))
                .isEqualTo("in accordance with amm 32-41-00-400-801, part number 65-24608-17 at 1,500 psi and 3.5 in");
    }

    @Test
    void ambiguousShortForm_followsItsNeighbourOrStays() {
        assertThat(normaliser.text("AC bus off")).isEqualTo("alternating current bus off");
        assertThat(normaliser.text("AC pack hot")).isEqualTo("air conditioning pack hot");
        assertThat(normaliser.text("ac noted")).isEqualTo("ac noted");
    }

    @Test
    void names_stayAsPeopleSayThem() {
        assertThat(normaliser.text("APU and EICAS msg")).isEqualTo("apu and eicas message");
    }

    @Test
    void sentencesRunTogether_areParted() {
        assertThat(normaliser.text("FOUND LEAK.REPLACED SEAL")).isEqualTo("found leak. replaced seal");
    }

    @Test
    void normalising_again_changesNothing() {
        String once = normaliser.text("CAPT'S P/N 12 ALT, R/R #2 ENG F/O SW INOP T/O");
        assertThat(normaliser.text(once)).isEqualTo(once);
    }

    @Test
    void offsets_leadBackToTheOriginalWord() {
        String original = "RT ENG  INOP on t/o";
        NormalisedText normalised = normaliser.normalise(original);
        assertThat(normalised.text()).isEqualTo("right engine inoperative on takeoff");
        assertThat(normalised.originalOffset(normalised.text().indexOf("inoperative")))
                .isEqualTo(original.indexOf("INOP"));
        assertThat(normalised.originalOffset(normalised.text().indexOf("operative")))
                .isEqualTo(original.indexOf("INOP"));
        assertThat(normalised.originalOffset(normalised.text().indexOf("takeoff")))
                .isEqualTo(original.indexOf("t/o"));
        assertThat(normalised.originalOffset(normalised.text().length())).isEqualTo(original.length());
    }

    @Test
    void empty_staysEmpty() {
        assertThat(normaliser.normalise(" ").text()).isEmpty();
        assertThat(normaliser.normalise("").originalOffset(0)).isZero();
    }

    @Test
    void misspeltWords_areMendedInPlace() {
        NormalisedText normalised = normaliser.normalise("ENGIN OILPRESSURE  FLUCTUATES");
        assertThat(normalised.text()).isEqualTo("engine oil pressure fluctuates");
        assertThat(normalised.originalOffset(normalised.text().indexOf("pressure")))
                .isEqualTo(6);
        assertThat(normalised.originalEnd("engine oil pressure".length())).isEqualTo("ENGIN OILPRESSURE".length());
    }

    @Test
    void oddText_staysAsItIs() {
        for (String text : new String[] {"7", "12 44", "🔥 🛬", "تسرب زيت", "ölleck am triebwerk"})
            assertThat(normaliser.text(text)).as(text).isEqualTo(text);
        assertThat(normaliser.text("pump\u0000 \u0007leak\u200f"))
                .startsWith("pump")
                .contains("leak");
    }
}
