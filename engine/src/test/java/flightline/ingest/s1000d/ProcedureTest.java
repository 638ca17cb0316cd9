package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import org.junit.jupiter.api.Test;

final class ProcedureTest {
    private static String procedure(String steps) {
        return "<procedure><mainProcedure>" + steps + "</mainProcedure></procedure>";
    }

    @Test
    void steps_nested_areNumberedWithTheirDepth() {
        var steps = Bench.blocks(procedure("""
                <proceduralStep><para>Jack the aircraft.</para></proceduralStep>
                <proceduralStep><para>Remove the wheel.</para>
                  <proceduralStep><para>Remove the nut.</para></proceduralStep>
                  <proceduralStep><para>Pull the wheel.</para></proceduralStep></proceduralStep>"""), Block.Step.class);
        assertThat(steps)
                .extracting(Block.Step::number, Block.Step::depth, Block.Step::text)
                .containsExactly(
                        tuple("1", 0, "Jack the aircraft."),
                        tuple("2", 0, "Remove the wheel."),
                        tuple("2.1", 1, "Remove the nut."),
                        tuple("2.2", 1, "Pull the wheel."));
    }

    @Test
    void step_manyParagraphs_areOneStep_andWhatFollowsItsListIsAParagraph() {
        var blocks = Bench.blocks(procedure("""
                <proceduralStep><title>Bleed</title><para>Open the valve.</para><para>Wait for:
                <randomList><listItem><para>no bubbles</para></listItem></randomList>then close it.</para></proceduralStep>"""));
        assertThat(Bench.texts(blocks))
                .containsExactly("Procedure", "Bleed: Open the valve. Wait for:", "no bubbles", "then close it.");
        assertThat(blocks.get(2)).isInstanceOf(Block.ListItem.class);
    }

    @Test
    void warningInAStep_standsBeforeIt_alsoANoteBelowItsWords() {
        var blocks = Bench.blocks(procedure("""
                <proceduralStep><warning><warningAndCautionPara>Hot brake.</warningAndCautionPara></warning>
                <para>Remove the wheel.</para><note><notePara>Use a dolly.</notePara></note></proceduralStep>
                <proceduralStep><para>Next.</para></proceduralStep>"""));
        assertThat(Bench.texts(blocks))
                .containsExactly("Procedure", "Hot brake.", "Use a dolly.", "Remove the wheel.", "Next.");
        assertThat(blocks.get(1)).isInstanceOfSatisfying(Block.Safety.class, s -> {
            assertThat(s.kind()).isEqualTo(SafetyKind.WARNING);
            assertThat(s.general()).isFalse();
        });
    }

    @Test
    void stepThatOnlyHoldsSteps_isThereWhenItCarriesAWarning() {
        var blocks = Bench.blocks(procedure("""
                <proceduralStep><warning><warningAndCautionPara>Hot.</warningAndCautionPara></warning>
                <proceduralStep><para>A.</para></proceduralStep><proceduralStep><para>B.</para></proceduralStep></proceduralStep>"""));
        assertThat(Bench.texts(blocks)).containsExactly("Procedure", "Hot.", "Step 1", "A.", "B.");
    }

    @Test
    void alternatives_shareANumberAndDifferInApplicability() {
        var document = Bench.withContent("""
                <referencedApplicGroup>
                <applic id="pre"><assert applicPropertyIdent="Mod 32-0117" applicPropertyValues="PRE"/></applic>
                <applic id="post"><assert applicPropertyIdent="Mod 32-0117" applicPropertyValues="POST"/></applic></referencedApplicGroup>""" + procedure("""
                <proceduralStepAlts><proceduralStep applicRefId="pre"><para>Old way.</para></proceduralStep>
                <proceduralStep applicRefId="post"><para>New way.</para></proceduralStep></proceduralStepAlts>
                <proceduralStep><para>Both.</para></proceduralStep>"""));
        var steps = document.blocks().stream()
                .filter(p -> p.block() instanceof Block.Step)
                .toList();
        assertThat(steps)
                .extracting(
                        p -> ((Block.Step) p.block()).number(),
                        p -> p.applicability().canonical())
                .containsExactly(
                        tuple("1", "mod+32-0117=pre"),
                        tuple("1", "mod+32-0117=post"),
                        tuple("2", Applicability.ALL.canonical()));
    }

    @Test
    void applicabilityOfAPart_isNarrowerThanThatOfTheModule() {
        var status = "<applic><assert applicPropertyIdent=\"model\" applicPropertyValues=\"LT46-300\"/></applic>";
        var content =
                "<referencedApplicGroup><applic id=\"a\"><assert applicPropertyIdent=\"serialno\" applicPropertyValues=\"1001~1020\"/></applic></referencedApplicGroup>"
                        + procedure("<proceduralStep applicRefId=\"a\"><para>Early ones.</para></proceduralStep>");
        var last = Bench.document(Bench.module("new", "01", status, content))
                .blocks()
                .getLast();
        assertThat(last.applicability().canonical()).isEqualTo("&(model=lt46-300;serialno=1001~1020)");
    }

    @Test
    void applicabilityThatIsNotDefined_isToldAndNotGuessed() {
        var parsed = Bench.parsed(
                Bench.module(procedure("<proceduralStep applicRefId=\"gone\"><para>Do.</para></proceduralStep>")));
        assertThat(parsed.notes()).singleElement().asString().contains("gone").startsWith("line ");
        assertThat(parsed.documents().getFirst().sourceText()).contains("Applicability: see gone");
    }

    @Test
    void requirements_eachKindHasItsHeading_noneWhereThereIsNone() {
        var document = Bench.withContent("""
                <procedure><preliminaryRqmts>
                <reqCondGroup><reqCondNoRef><reqCond>Aircraft on jacks</reqCond></reqCondNoRef></reqCondGroup>
                <reqPersons><person man="A"><personCategory personCategoryCode="Mechanic"/><trade>Airframe</trade>
                <estimatedTime unitOfMeasure="h">0.5</estimatedTime></person></reqPersons>
                <reqSupportEquips><supportEquipDescrGroup><supportEquipDescr id="t1"><name>Torque wrench</name>
                <identNumber><manufacturerCode>K0001</manufacturerCode><partAndSerialNumber><partNumber>TW-200</partNumber></partAndSerialNumber></identNumber>
                <reqQuantity unitOfMeasure="EA">1</reqQuantity></supportEquipDescr></supportEquipDescrGroup></reqSupportEquips>
                <reqSupplies><noSupplies/></reqSupplies><reqSpares><noSpares/></reqSpares>
                <reqSafety><safetyRqmts><warning><warningAndCautionPara>Release the pressure.</warningAndCautionPara></warning></safetyRqmts></reqSafety>
                </preliminaryRqmts><mainProcedure><proceduralStep><para>Use the <internalRef internalRefId="t1"/>.</para></proceduralStep></mainProcedure>
                <closeRqmts><reqCondGroup><noConds/></reqCondGroup></closeRqmts></procedure>""");
        var blocks = document.blocks().stream().map(p -> p.block()).toList();
        assertThat(blocks)
                .extracting(Block::text)
                .containsExactly(
                        "Preliminary requirements",
                        "Required conditions",
                        "Aircraft on jacks",
                        "Required persons",
                        "man A; Mechanic; Airframe; estimated time 0.5 h",
                        "Support equipment",
                        "Torque wrench; manufacturer K0001; part number TW-200; quantity 1 EA",
                        "Safety conditions",
                        "Release the pressure.",
                        "Procedure",
                        "Use the Torque wrench.");
        assertThat(document.blocks().get(2).path()).containsExactly("Preliminary requirements", "Required conditions");
        assertThat(blocks.get(8))
                .isInstanceOfSatisfying(
                        Block.Safety.class, s -> assertThat(s.general()).isTrue());
    }

    @Test
    void warningReference_isResolvedInTheModule_elseNamedWithItsModule() {
        var blocks = Bench.blocks(
                """
                <warningsAndCautions><warning id="w1"><warningAndCautionPara>High pressure.</warningAndCautionPara></warning></warningsAndCautions>
                <warningsAndCautionsRef><cautionRef id="c1" cautionIdentNumber="caut-0007"><dmRef><dmRefIdent>
                <dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="00" subSystemCode="0" subSubSystemCode="0" assyCode="00"
                disassyCode="00" disassyCodeVariant="A" infoCode="012" infoCodeVariant="A" itemLocationCode="D"/></dmRefIdent></dmRef></cautionRef></warningsAndCautionsRef>"""
                        + procedure(
                                "<proceduralStep warningRefs=\"w1\" cautionRefs=\"c1\"><para>Open.</para></proceduralStep>"),
                Block.Safety.class);
        assertThat(blocks)
                .extracting(Block.Safety::kind, Block.Safety::text)
                .containsExactly(
                        tuple(SafetyKind.WARNING, "High pressure."),
                        tuple(
                                SafetyKind.CAUTION,
                                "See caution caut-0007 in DMC-LT46-A-00-00-00-00A-012A-D. Its words are missing here: the library does not"
                                        + " hold DMC-LT46-A-00-00-00-00A-012A-D in force."));
    }

    @Test
    void stepThatDiffersByApplicability_isAStepForEach() {
        var steps = Bench.withContent("""
                <referencedApplicGroup><applic id="a1"><assert applicPropertyIdent="model" applicPropertyValues="K7-100"/></applic>
                <applic id="a2"><assert applicPropertyIdent="model" applicPropertyValues="K7-200"/></applic></referencedApplicGroup>""" + procedure("""
                <proceduralStep><para>Open the door.</para></proceduralStep>
                <proceduralStep><warning><warningAndCautionPara>Hot.</warningAndCautionPara></warning>
                <para applicRefId="a1">Torque the bolt to 40 N.m.</para><para applicRefId="a2">Torque the bolt to 52 N.m.</para><para>Lock it.</para></proceduralStep>
                <proceduralStep><para>Close the door.</para></proceduralStep>""")).blocks();
        assertThat(steps)
                .extracting(
                        p -> p.block() instanceof Block.Step s ? s.number() : "",
                        p -> p.block().text(),
                        p -> p.applicability().canonical())
                .containsExactly(
                        tuple("", "Procedure", "*"),
                        tuple("1", "Open the door.", "*"),
                        tuple("", "Hot.", "*"),
                        tuple("2", "Torque the bolt to 40 N.m.", "model=k7-100"),
                        tuple("2", "Torque the bolt to 52 N.m.", "model=k7-200"),
                        tuple("2", "Lock it.", "*"),
                        tuple("3", "Close the door.", "*"));
    }

    @Test
    void drillStep_saysWhoActs() {
        var steps = Bench.blocks("""
                <crew><crewRefCard><crewDrill><crewDrillStep><crewMemberGroup><crewMember crewMemberType="cm02"/><crewMember crewMemberType="cm71"/></crewMemberGroup>
                <challengeAndResponse><challenge><para>Throttle</para></challenge><response><para>IDLE</para></response></challengeAndResponse></crewDrillStep>
                <crewDrillStep><para>Wait 30 s.</para></crewDrillStep></crewDrill></crewRefCard></crew>""", Block.Step.class);
        assertThat(steps)
                .extracting(Block.Step::number, Block.Step::text)
                .containsExactly(tuple("1", "Pilot, cm71: Throttle – IDLE"), tuple("2", "Wait 30 s."));
    }

    @Test
    void deletedStep_takesNoNumber_andItsWarningIsGone() {
        assertThat(Bench.blocks(procedure("""
                <proceduralStep><para>Jack it.</para></proceduralStep>
                <proceduralStep changeType="delete"><warning><warningAndCautionPara>Old.</warningAndCautionPara></warning><para>Grease it.</para></proceduralStep>
                <proceduralStep><para>Pull it.</para></proceduralStep>""")))
                .extracting(b -> b instanceof Block.Step s ? s.number() + " " + s.text() : b.text())
                .containsExactly("Procedure", "1 Jack it.", "2 Pull it.");
    }

    @Test
    void stepThatASecondPersonChecks_hasANoteBeforeIt() {
        assertThat(Bench.texts(Bench.blocks(procedure("""
                <proceduralStep independentCheck="Inspector"><para>Connect the rod.</para></proceduralStep>
                <proceduralStep independentCheck="1"><para>Lock it.</para></proceduralStep>
                <proceduralStep independentCheck="0"><para>Close up.</para></proceduralStep>"""))))
                .containsExactly(
                        "Procedure",
                        "Independent check: Inspector",
                        "Connect the rod.",
                        "Independent check required",
                        "Lock it.",
                        "Close up.");
    }

    @Test
    void drillWithinAStep_countsOnBelowIt_underItsCondition() {
        var blocks = Bench.blocks("""
                <crew><crewRefCard><title>LOW PRESSURE</title><crewDrill>
                <crewDrillStep><para>Set the pump to OFF.</para></crewDrillStep>
                <crewDrillStep><if><caseCond>LO LVL is on</caseCond><crewDrill><crewDrillStep><para>Confirm X FEED off.</para></crewDrillStep></crewDrill></if></crewDrillStep>
                <crewDrillStep><para>Land.</para></crewDrillStep></crewDrill></crewRefCard></crew>""");
        assertThat(blocks.stream().map(b -> (b instanceof Block.Step s ? s.number() + " " : "") + b.text()))
                .containsExactly(
                        "LOW PRESSURE",
                        "1 Set the pump to OFF.",
                        "If: LO LVL is on",
                        "2.1 Confirm X FEED off.",
                        "3 Land.");
    }

    @Test
    void taskWithSeveralLimits_standsUnderItsNumberAndTitle() {
        var placed = Bench.withContent("""
                <maintPlanning><taskDefinition taskIdent="291100-01"><task><taskTitle>Inspect the reservoir</taskTitle></task>
                <preliminaryRqmts><reqCondGroup><reqCondNoRef><reqCond>Park brake set</reqCond></reqCondNoRef></reqCondGroup>
                <reqSafety><safetyRqmts><warning><warningAndCautionPara>Fluid burns.</warningAndCautionPara></warning></safetyRqmts></reqSafety></preliminaryRqmts>
                <limit limitTypeValue="oc"><threshold thresholdUnitOfMeasure="th01"><thresholdValue>500</thresholdValue></threshold></limit>
                <limit limitTypeValue="po"><threshold thresholdUnitOfMeasure="th01"><thresholdValue>600</thresholdValue></threshold></limit>
                </taskDefinition></maintPlanning>""").blocks();
        assertThat(placed.stream().filter(p -> p.block().text().contains("600")))
                .singleElement()
                .satisfies(p -> assertThat(p.path()).containsExactly("Inspect the reservoir"));
    }
}
