package flightline.ingest.manuals;

import static flightline.ingest.manuals.Desk.document;
import static flightline.ingest.manuals.Desk.outline;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Manuals as they are written: end tags left out, numbers given once, statements on the cover. */
class IspecDialectsTest {
    @Test
    void warningsInAndAfterAnUnclosedWarning_leaveTheStepsToThemselves() {
        var parsed = Desk.parsed("a.sgm", """
                <!DOCTYPE AMM><AMM MODEL="X1"><TASK CHAPNBR="32" SECTNBR="11" SUBJNBR="11" FUNC="000" SEQ="001"><TITLE>Removal<TFMATR>
                <WARNING><PARA>PUT THE LOCKS IN.<CAUTION><PARA>NO CROSSWIND.<PRETOPIC><TITLE>Reason<PARA>Wear.</TFMATR><TOPIC><TITLE>Procedure
                <LIST1><L1ITEM><PARA>Prepare:<WARNING><PARA>HOT.<LIST2><L2ITEM><PARA>Wait.<L2ITEM><PARA>Pull.</LIST2></LIST1></TOPIC></TASK></AMM>""");
        assertThat(outline(document(parsed, "AMM X1 TASK 32-11-11-000-001"))).isEqualTo("""
                #1 32-11-11-000-001|TASK 32-11-11-000-001 - Removal
                !! WARNING PUT THE LOCKS IN.
                !! CAUTION NO CROSSWIND.
                #2 1|Reason
                P Wear.
                #2 2|Procedure
                ! WARNING HOT.
                S0 A|Prepare:
                S1 (1)|Wait.
                S1 (2)|Pull.""");
    }

    @Test
    void itemsWithoutEndTags_andNumbersGivenOnceEach_areRead() {
        var parsed = Desk.parsed("i.sgm", """
                <!DOCTYPE AIPC><AIPC MODEL="X1"><CHAPTER CHAPNBR="32"><SECTION SECTNBR="11"><SUBJECT SUBJNBR="5"><FIGURE FIGNBR="01"><TITLE>LEG
                <PRTLIST><ITEMDATA ITEMNBR="001"><PNR>D23-5<MFR>V0654<KWD>LEG ASSY<ADT>LH<NHA>32-11-00<UPA>2<SBC CHGTYPE="SB" CHGNBR="32-1"></ITEMDATA>
                </PRTLIST></FIGURE></SUBJECT></SECTION></CHAPTER></AIPC>""");
        assertThat(document(parsed, "IPC X1 32-11-05-01").sourceText())
                .contains(
                        "Item 01-001; LEG ASSY, LH; part number D23-5; manufacturer V0654; units per assembly 2; next higher assembly 32-11-00");
    }

    @Test
    void exportControlInTheFrontMatter_marksEveryTask() {
        var parsed = Desk.parsed("a.xml", """
                <AMM MODEL="X1"><MFMATR><PARA>DISTRIBUTION STATEMENT D</PARA></MFMATR><TASK CHAPNBR="32" SECTNBR="11" SUBJNBR="11" FUNC="000" SEQ="001">
                <TITLE>T</TITLE><TOPIC><TITLE>P</TITLE><LIST1><L1ITEM><PARA>Do.</PARA></L1ITEM></LIST1></TOPIC></TASK></AMM>""");
        assertThat(parsed.documents())
                .allSatisfy(d -> assertThat(d.header().marking().label()).isEqualTo("DISTRIBUTION D"));
    }
}
