package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.corpus.Block;
import org.junit.jupiter.api.Test;

final class FaultTest {
    private static final String REFERENCE = """
            <dmRef><dmRefIdent><dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="32" subSystemCode="4" subSubSystemCode="1"
            assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="420" infoCodeVariant="A" itemLocationCode="A"/></dmRefIdent></dmRef>""";

    @Test
    void observedFault_keepsCodeDescriptionAndWhereItIsIsolated() {
        var fault = Bench.blocks("""
                <faultReporting><observedFault faultCode="32410001"><faultDescr><descr>ANTISKID caution on</descr></faultDescr>
                <contextAndIsolationInfo><isolationInfo><refs>%s</refs></isolationInfo></contextAndIsolationInfo></observedFault></faultReporting>""".formatted(REFERENCE), Block.Fault.class).getFirst();
        assertThat(fault.code()).isEqualTo("32410001");
        assertThat(fault.isolation()).containsExactly("DMC-LT46-A-32-41-00-00A-420A-A");
        assertThat(fault.text()).contains("ANTISKID caution on");
    }

    @Test
    void isolation_stepsBranchAndEndInARemedy() {
        var content = """
                <faultIsolation><faultIsolationProcedure><fault faultCode="32410001"/><faultDescr><descr>ANTISKID caution on</descr></faultDescr>
                <isolationProcedure><isolationMainProcedure>
                <isolationStep id="s1"><caution><warningAndCautionPara>Chock first.</warningAndCautionPara></caution>
                <action>Measure the resistance</action><isolationStepQuestion>Is it 900 ohm or more?</isolationStepQuestion>
                <isolationStepAnswer><yesNoAnswer><yesAnswer nextActionRefId="e1"/><noAnswer nextActionRefId="s2"/></yesNoAnswer></isolationStepAnswer></isolationStep>
                <isolationStep id="s2"><isolationStepQuestion>Which lamp?</isolationStepQuestion><isolationStepAnswer><listOfChoices>
                <choice nextActionRefId="e1">Left</choice><choice nextActionRefId="e1">Right</choice></listOfChoices></isolationStepAnswer></isolationStep>
                <isolationProcedureEnd id="e1"><action>Replace the sensor (%s)</action></isolationProcedureEnd>
                </isolationMainProcedure></isolationProcedure></faultIsolationProcedure></faultIsolation>""".formatted(REFERENCE);
        var blocks = Bench.blocks(content);
        assertThat(blocks)
                .extracting(b -> b.getClass().getSimpleName())
                .containsExactly("Fault", "Heading", "Safety", "IsolationStep", "IsolationStep", "IsolationEnd");
        var steps = Bench.blocks(content, Block.IsolationStep.class);
        assertThat(steps.getFirst().text()).isEqualTo("Measure the resistance. Is it 900 ohm or more?");
        assertThat(steps.getFirst().branches())
                .extracting(Block.Branch::answer, Block.Branch::next)
                .containsExactly(tuple("Yes", "e1"), tuple("No", "s2"));
        assertThat(steps.getLast().branches()).extracting(Block.Branch::answer).containsExactly("Left", "Right");
        var end = Bench.blocks(content, Block.IsolationEnd.class).getFirst();
        assertThat(end.id()).isEqualTo("e1");
        assertThat(end.references()).containsExactly("DMC-LT46-A-32-41-00-00A-420A-A");
        assertThat(((Block.Fault) blocks.getFirst()).isolation()).containsExactly("DMC-LT46-A-32-41-00-00A-520A-A");
    }

    @Test
    void partsList_lineBecomesAPart_inBothWaysOfWritingIt() {
        var parts = Bench.blocks("""
                <illustratedPartsCatalog>
                <catalogSeqNumber figureNumber="01" figureNumberVariant="A" item="010" indenture="2"><itemSeqNumber itemSeqNumberValue="00A">
                <quantityPerNextHigherAssy>2</quantityPerNextHigherAssy><partRef manufacturerCodeValue="K0001" partNumberValue="WB-4410-3"/>
                <partSegment><itemIdentData><descrForPart>Bearing, wheel</descrForPart></itemIdentData></partSegment></itemSeqNumber></catalogSeqNumber>
                <catalogSeqNumber catalogSeqNumberValue="324100-01 020"><itemSequenceNumber itemSeqNumberValue="00A">
                <quantityPerNextHigherAssy>AR</quantityPerNextHigherAssy><partNumber>NAS1149</partNumber><manufacturerCode>K0002</manufacturerCode>
                <partIdentSegment><descrForPart>Washer</descrForPart></partIdentSegment></itemSequenceNumber></catalogSeqNumber>
                </illustratedPartsCatalog>""", Block.Part.class);
        assertThat(parts)
                .extracting(Block.Part::item, Block.Part::partNumber, Block.Part::name, Block.Part::quantity)
                .containsExactly(
                        tuple("01A-010", "WB-4410-3", "Bearing, wheel", "2"),
                        tuple("324100-01 020", "NAS1149", "Washer", "AR"));
    }

    @Test
    void actionsOfOtherApplicability_sayForWhichTheyHold() {
        var blocks = Bench.blocks("""
                <referencedApplicGroup><applic id="a1"><assert applicPropertyIdent="model" applicPropertyValues="K7-100"/></applic>
                <applic id="a2"><assert applicPropertyIdent="model" applicPropertyValues="K7-200"/></applic></referencedApplicGroup>
                <faultIsolation><faultIsolationProcedure><isolationProcedure><isolationMainProcedure>
                <isolationStep id="s1"><action applicRefId="a1">Set switch 7GA to OVERRIDE.</action><action applicRefId="a2">Set switch 9GA to MANUAL.</action>
                <isolationStepQuestion>Is the pressure 3000 psi?</isolationStepQuestion></isolationStep>
                <isolationProcedureEnd id="e1"><action applicRefId="a1">Replace relay K12.</action><action applicRefId="a2">Replace relay K77.</action></isolationProcedureEnd>
                </isolationMainProcedure></isolationProcedure></faultIsolationProcedure></faultIsolation>""");
        assertThat(Bench.texts(blocks))
                .contains(
                        "[model k7-100] Set switch 7GA to OVERRIDE. [model k7-200] Set switch 9GA to MANUAL. Is the pressure 3000 psi?",
                        "[model k7-100] Replace relay K12. [model k7-200] Replace relay K77.");
    }

    @Test
    void partThatIsNotDrawn_saysSo() {
        assertThat(Bench.texts(Bench.blocks("""
                <illustratedPartsCatalog><catalogSeqNumber figureNumber="01" item="010"><itemSeqNumber itemSeqNumberValue="00A">
                <partRef manufacturerCodeValue="K0001" partNumberValue="WB-4410-3"/><partLocationSegment><notIllustrated/></partLocationSegment></itemSeqNumber>
                </catalogSeqNumber></illustratedPartsCatalog>"""))).singleElement().asString().endsWith("; not illustrated");
    }
}
