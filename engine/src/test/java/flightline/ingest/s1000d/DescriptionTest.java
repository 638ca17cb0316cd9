package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.corpus.AircraftConfiguration;
import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.SafetyKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DescriptionTest {
    @Test
    void levelledParagraphs_titlesBecomeNumberedHeadings() {
        var document = Bench.withContent("""
                <description><levelledPara><title>General</title><para>One.</para>
                <levelledPara><title>Seals</title><para>Two.</para></levelledPara></levelledPara>
                <levelledPara><title>Operation</title><para>Three.</para></levelledPara></description>""");
        assertThat(document.blocks().stream()
                        .map(p -> p.block())
                        .filter(Block.Heading.class::isInstance)
                        .map(Block.Heading.class::cast))
                .extracting(Block.Heading::level, Block.Heading::number, Block.Heading::text)
                .containsExactly(tuple(1, "1", "General"), tuple(2, "1.1", "Seals"), tuple(1, "2", "Operation"));
        assertThat(document.blocks().get(3).path()).containsExactly("General", "Seals");
    }

    @Test
    void whiteSpace_isReduced_andReferencesReadAsCodesAndNames() {
        var blocks = Bench.blocks("""
                <description><figure id="f1"><title>Strut</title><graphic infoEntityIdent="ICN-LT46-1"/></figure>
                <para>See   <internalRef internalRefId="f1"/>
                   and <dmRef><dmRefIdent><dmCode modelIdentCode="LT46" systemDiffCode="A" systemCode="32" subSystemCode="1" subSubSystemCode="0"
                   assyCode="00" disassyCode="00" disassyCodeVariant="A" infoCode="040" infoCodeVariant="A" itemLocationCode="A"/></dmRefIdent></dmRef>,
                   the <acronym><acronymTerm>MLG</acronymTerm><acronymDefinition><para>main landing gear</para></acronymDefinition></acronym>
                   with H<subScript>2</subScript>O.</para></description>""");
        assertThat(blocks.getFirst())
                .isInstanceOfSatisfying(
                        Block.Figure.class, f -> assertThat(f.reference()).isEqualTo("ICN-LT46-1"));
        assertThat(blocks.getLast().text())
                .isEqualTo("See Fig 1 and DMC-LT46-A-32-10-00-00A-040A-A, the MLG (main landing gear) with H2O.");
    }

    @Test
    void rangesOfLimits_sayWhichEndIsWhich() {
        assertThat(Bench.blocks("""
                <maintPlanning><taskDefinition taskIdent="29-001"><limit limitTypeValue="lt02"><limitRange>
                <limitRangeFrom><threshold thresholdUnitOfMeasure="th01"><thresholdValue>300</thresholdValue></threshold></limitRangeFrom>
                <limitRangeTo><threshold thresholdUnitOfMeasure="th01"><thresholdValue>500</thresholdValue></threshold></limitRangeTo>
                </limitRange></limit></taskDefinition></maintPlanning>"""))
                .anySatisfy(block -> assertThat(block.text())
                        .contains("from: threshold value 300 flight hours; to: threshold value 500 flight hours"));
    }

    @Test
    void crewDrill_tellsBranchesApart_andWhatIsDoneFromMemory() {
        assertThat(Bench.blocks("""
                <crew><crewRefCard><title>Low pressure</title><crewDrill><crewDrillStep memorizeStepsFlag="1"><para>Pump off</para></crewDrillStep>
                <if><caseCond>It stays on</caseCond><crewDrillStep><para>Land</para></crewDrillStep></if>
                <elseIf><caseCond>It goes off</caseCond><crewDrillStep><para>Continue</para></crewDrillStep></elseIf>
                </crewDrill></crewRefCard></crew>"""))
                .extracting(Block::text)
                .containsSubsequence(
                        "Memory item: Pump off", "If: It stays on", "Land", "Else, if: It goes off", "Continue");
    }

    @Test
    void lists_nestAndCount_andDefinitionsKeepTheirTerm() {
        var items = Bench.blocks("""
                <description><para><sequentialList><listItem><para>Pump</para><randomList><listItem><para>gear</para></listItem></randomList></listItem>
                <listItem><para>Valve</para></listItem></sequentialList></para>
                <definitionList><definitionListItem><listItemTerm>EDP</listItemTerm><listItemDefinition><para>engine driven pump</para></listItemDefinition></definitionListItem></definitionList>
                </description>""", Block.ListItem.class);
        assertThat(items)
                .extracting(Block.ListItem::label, Block.ListItem::depth, Block.ListItem::text)
                .containsExactly(
                        tuple("1", 0, "Pump"),
                        tuple("-", 1, "gear"),
                        tuple("2", 0, "Valve"),
                        tuple("", 0, "EDP: engine driven pump"));
    }

    @Test
    void table_spansAreLaidOut_valuesStayUnderTheirColumn() {
        var table = Bench.blocks("""
                <description><table><title>Limits</title><tgroup cols="3"><colspec colname="c1"/><colspec colname="c2"/><colspec colname="c3"/>
                <thead><row><entry morerows="1">Item</entry><entry namest="c2" nameend="c3">Pressure</entry></row>
                <row><entry colname="c2">min</entry><entry colname="c3">max</entry></row></thead>
                <tbody><row><entry morerows="1"><para>Tire</para></entry><entry>10</entry><entry>12</entry></row>
                <row><entry colname="c3">13</entry></row>
                <row><entry namest="c1" nameend="c3">See note</entry></row></tbody></tgroup></table></description>""", Block.Table.class).getFirst();
        assertThat(table.caption()).isEqualTo("Limits");
        assertThat(table.header()).containsExactly("Item", "Pressure / min", "Pressure / max");
        assertThat(table.rows())
                .extracting(Block.Row::cells)
                .containsExactly(List.of("Tire", "10", "12"), List.of("Tire", "", "13"), List.of("See note", "", ""));
    }

    /** Found by fuzzing. */
    @Test
    void columnWithTheNumberNought_isTheFirst() {
        var table = Bench.blocks("""
                <description><table><tgroup cols="2"><colspec colnum="0" colname="c1"/><colspec colnum="2" colname="c2"/>
                <thead><row><entry colname="c1">Item</entry><entry colname="c2">Pressure</entry></row></thead>
                <tbody><row><entry colname="c1">Tire</entry><entry colname="c2">10</entry></row></tbody></tgroup></table></description>""", Block.Table.class).getFirst();
        assertThat(table.header()).containsExactly("Item", "Pressure");
        assertThat(table.rows()).extracting(Block.Row::cells).containsExactly(List.of("Tire", "10"));
    }

    @Test
    void tableRows_ofOtherApplicability_becomeTheirOwnTable() {
        var tables = Bench.withContent("""
                <referencedApplicGroup><applic id="a"><assert applicPropertyIdent="model" applicPropertyValues="X"/></applic></referencedApplicGroup>
                <description><table><tgroup cols="1"><tbody><row><entry>all</entry></row><row applicRefId="a"><entry>only X</entry></row></tbody></tgroup></table></description>""").blocks();
        assertThat(tables)
                .extracting(p -> p.block().text(), p -> p.applicability().canonical())
                .containsExactly(tuple("all", "*"), tuple("only X", "model=x"));
    }

    @Test
    void warningInATableCell_isAWarningToo() {
        var blocks = Bench.blocks("""
                <description><table><tgroup cols="1"><tbody><row><entry><warning><warningAndCautionPara>Acid.</warningAndCautionPara></warning>
                <para>Rinse</para></entry></row></tbody></tgroup></table></description>""");
        assertThat(blocks.getFirst())
                .isInstanceOfSatisfying(
                        Block.Safety.class, s -> assertThat(s.kind()).isEqualTo(SafetyKind.WARNING));
        assertThat(blocks.getLast().text()).isEqualTo("WARNING: Acid. Rinse");
    }

    @Test
    void productTable_rowsTellEachAircraftsConfiguration() {
        var document = Bench.withContent("""
                <productCrossRefTable>
                <product><assign applicPropertyIdent="serialno" applicPropertyType="prodattr" applicPropertyValue="1012"/>
                <assign applicPropertyIdent="Registration" applicPropertyType="prodattr" applicPropertyValue="N412LT"/></product>
                <product><assign applicPropertyIdent="serialno" applicPropertyType="prodattr" applicPropertyValue="1013"/>
                <assign applicPropertyIdent="mod 32-0117" applicPropertyType="condition" applicPropertyValue="POST"/></product></productCrossRefTable>""");
        var table = (Block.Table) document.blocks().getFirst().block();
        assertThat(table.caption()).isEqualTo("Products");
        assertThat(table.header()).containsExactly("serialno", "registration", "mod 32-0117");
        assertThat(table.rows().getLast().cells()).containsExactly("1013", "", "POST");
        assertThat(AircraftConfiguration.in(document))
                .containsExactly(
                        new AircraftConfiguration("n412lt", Map.of("serialno", "1012", "registration", "n412lt")),
                        new AircraftConfiguration("1013", Map.of("serialno", "1013", "mod 32-0117", "post")));
    }

    @Test
    void productTable_tellsOfAircraftUnderWhateverNameTheyHave() {
        var document = Bench.withContent("""
                <productCrossRefTable>
                <product><assign applicPropertyIdent="regMark" applicPropertyType="prodattr" applicPropertyValue="QQ-KAA"/>
                <assign applicPropertyIdent="MSN" applicPropertyType="prodattr" applicPropertyValue="1012"/></product>
                <product><assign applicPropertyIdent="tail" applicPropertyType="prodattr" applicPropertyValue="QQ-KAB"/></product>
                <product><assign applicPropertyIdent="serial-no" applicPropertyType="prodattr" applicPropertyValue="1014"/></product>
                <product><assign applicPropertyIdent="gear" applicPropertyType="prodattr" applicPropertyValue="light"/></product>
                </productCrossRefTable>""");
        assertThat(AircraftConfiguration.in(document))
                .extracting(AircraftConfiguration::key)
                .containsExactly("qq-kaa", "qq-kab", "1014");
    }

    @Test
    void repository_warningsStandUnderTheirNumbers() {
        var document = Bench.withContent("""
                <commonRepository><warningRepository><warningSpec><warningIdent warningIdentNumber="warn-0001"/>
                <warningAndCautionPara>Stay clear of the propeller.</warningAndCautionPara></warningSpec></warningRepository></commonRepository>""");
        assertThat(document.blocks().getLast().path()).containsExactly("warn-0001");
        assertThat(document.blocks().getLast().block())
                .isInstanceOfSatisfying(
                        Block.Safety.class, s -> assertThat(s.text()).isEqualTo("Stay clear of the propeller."));
    }

    @Test
    void unknownElements_keepTheirTextAndTheFieldsInAttributes() {
        var texts = Bench.texts(Bench.blocks("""
                <newThing><pump pumpNumber="P-1"><flowRate unitOfMeasure="l/min">12</flowRate></pump>
                <pump pumpNumber="P-2"><flowRate>9</flowRate><note><notePara>Spare.</notePara></note></pump></newThing>"""));
        assertThat(texts)
                .containsExactly("pump number P-1; flow rate 12 l/min", "pump number P-2", "flow rate 9", "Spare.");
    }

    @Test
    void shortNamesOfOlderIssues_areReadToo() {
        var document = Bench.document("""
                <dmodule><idstatus><dmaddres><dmc><avee><modelic>LT46</modelic><sdc>A</sdc><chapnum>32</chapnum><section>4</section>
                <subsect>1</subsect><subject>00</subject><discode>00</discode><discodev>A</discodev><incode>520</incode><incodev>A</incodev>
                <itemloc>A</itemloc></avee></dmc><dmtitle><techname>Main wheel</techname><infoname>Remove</infoname></dmtitle>
                <issno issno="002" inwork="00" type="deleted"/><issdate year="2003" month="08" day="31"/></dmaddres>
                <status><security class="01"/></status></idstatus>
                <content><proced><prelreqs><reqconds><noconds/></reqconds></prelreqs><mainfunc><step1><para>Loosen.</para>
                <step2><para>Pull.</para></step2></step1></mainfunc></proced></content></dmodule>""");
        assertThat(document.header().id().value()).isEqualTo("DMC-LT46-A-32-41-00-00A-520A-A");
        assertThat(document.header().revision().label()).isEqualTo("002-00");
        assertThat(document.header().status().name()).isEqualTo("DELETED");
        assertThat(document.header().title()).isEqualTo("Main wheel - Remove");
        assertThat(document.blocks())
                .extracting(p ->
                        p.block().getClass().getSimpleName() + " " + p.block().text())
                .containsExactly("Heading Procedure", "Step Loosen.", "Step Pull.");
    }

    @Test
    void partsOfText_ofOtherApplicability_keepTheirOwn() {
        var blocks = Bench.withContent("""
                <referencedApplicGroup><applic id="a"><assert applicPropertyIdent="model" applicPropertyValues="X"/></applic></referencedApplicGroup>
                <description><randomList><listItem applicRefId="a"><para>only X</para></listItem><listItem><para>all</para></listItem></randomList>
                <tank tankNumber="2"><filler applicRefId="a"><cap>red</cap></filler></tank></description>""").blocks();
        assertThat(blocks)
                .extracting(p -> p.block().text(), p -> p.applicability().canonical())
                .containsExactly(
                        tuple("only X", "model=x"), tuple("all", "*"), tuple("tank number 2; cap red", "model=x"));
    }

    @Test
    void warningInAListItem_standsBeforeIt() {
        var blocks = Bench.blocks("""
                <description><randomList><listItem><para>First.</para></listItem>
                <listItem><para>Drain.</para><warning><warningAndCautionPara>Hot oil.</warningAndCautionPara></warning></listItem></randomList></description>""");
        assertThat(Bench.texts(blocks)).containsExactly("First.", "Hot oil.", "Drain.");
    }

    @Test
    void sectionHeading_holdsForMoreThanItsFirstItem() {
        var blocks = Bench.withContent("""
                <referencedApplicGroup><applic id="a"><assert applicPropertyIdent="model" applicPropertyValues="X"/></applic></referencedApplicGroup>
                <procedure><mainProcedure><proceduralStep applicRefId="a"><para>Only X.</para></proceduralStep></mainProcedure></procedure>""").blocks();
        assertThat(blocks.getFirst().applicability()).isEqualTo(Applicability.ALL);
        assertThat(blocks.getLast().applicability()).isNotEqualTo(Applicability.ALL);
    }

    private static final String SERIES = """
                <referencedApplicGroup>
                <applic id="a1"><displayText><simplePara>K7-100</simplePara></displayText><assert applicPropertyIdent="model" applicPropertyValues="K7-100"/></applic>
                <applic id="a2"><displayText><simplePara>K7-200</simplePara></displayText><assert applicPropertyIdent="model" applicPropertyValues="K7-200"/></applic>
                </referencedApplicGroup>""";

    @Test
    void deletedContent_isLeftOut_andCounted() {
        var parsed = Bench.parsed(Bench.module("""
                <description><para>Set it to <changeInline changeType="delete">40</changeInline><changeInline changeType="add">45</changeInline> psi.</para>
                <para changeType="delete">Old paragraph.</para><para changeType="modify">New paragraph.</para>
                <sequentialList><listItem changeType="delete"><para>gone</para></listItem><listItem><para>first</para></listItem></sequentialList>
                <warning changeType="DELETE"><warningAndCautionPara>Old danger.</warningAndCautionPara></warning></description>"""));
        assertThat(parsed.documents().getFirst().sourceText()).isEqualTo("Set it to 45 psi.\nNew paragraph.\nfirst");
        assertThat(parsed.documents().getFirst().blocks().getLast().block())
                .isInstanceOfSatisfying(
                        Block.ListItem.class, i -> assertThat(i.label()).isEqualTo("1"));
        long line = Bench.module("")
                        .lines()
                        .takeWhile(l -> !l.contains("<content>"))
                        .count()
                + 1;
        assertThat(parsed.notes())
                .containsExactly(
                        "line " + line + ": content marked as deleted is left out: 4 elements, the first one here");
    }

    @Test
    void deletedRows_areLeftOut_andSpansStayWhereTheyAre() {
        var table = Bench.blocks("""
                <description><table><tgroup cols="2"><tbody>
                <row><entry morerows="2">Upper</entry><entry>40 N.m</entry></row>
                <row changeType="delete"><entry>99 N.m<warning><warningAndCautionPara>Old.</warningAndCautionPara></warning></entry></row>
                <row><entry>42 N.m</entry></row>
                <row changeType="delete"><entry morerows="1">Lower</entry><entry>9 N.m</entry></row>
                <row><entry>45 N.m</entry></row>
                <row><entry changeType="delete">Side</entry><entry>47 N.m</entry></row></tbody></tgroup></table></description>""");
        assertThat(table)
                .singleElement()
                .isInstanceOfSatisfying(
                        Block.Table.class,
                        t -> assertThat(t.rows())
                                .extracting(Block.Row::cells)
                                .containsExactly(
                                        List.of("Upper", "40 N.m"),
                                        List.of("Upper", "42 N.m"),
                                        List.of("Lower", "45 N.m"),
                                        List.of("", "47 N.m")));
    }

    @Test
    void raisedAndLoweredText_keepsItsValue() {
        assertThat(Bench.texts(Bench.blocks("""
                <description><para>Life 5 x <emphasis>10<superScript>4</superScript></emphasis> cycles, gap 1<superScript>1</superScript>/2 in,
                3<superScript>+2</superScript><subScript>-1</subScript> mm, 5 mm<superScript>2</superScript> of H<subScript>2</subScript>O.</para>
                <tank><volume>10<superScript>3</superScript></volume></tank></description>""")))
                .containsExactly("Life 5 x 10^4 cycles, gap 1 1/2 in, 3 +2 -1 mm, 5 mm^2 of H2O.", "volume 10^3");
    }

    @Test
    void quantities_keepTheirSignsLimitsAndUnits() {
        assertThat(Bench.texts(Bench.blocks("""
                <description><para>Torque to <quantity><quantityGroup><quantityValue quantityUnitOfMeasure="N.m">40</quantityValue>
                <quantityTolerance quantityToleranceType="plus" quantityUnitOfMeasure="N.m">2</quantityTolerance>
                <quantityTolerance quantityToleranceType="minus" quantityUnitOfMeasure="N.m">0</quantityTolerance></quantityGroup></quantity>.</para>
                <para>Gap <quantity><quantityGroup quantityGroupType="minimum"><quantityValue quantityUnitOfMeasure="mm">1.1</quantityValue></quantityGroup>
                <quantityGroup quantityGroupType="maximum"><quantityValue quantityUnitOfMeasure="mm">1.3</quantityValue></quantityGroup></quantity>,
                <quantity><quantityGroup quantityUnitOfMeasure="V"><quantityValue>28</quantityValue>
                <quantityTolerance quantityToleranceType="plusorminus">0.5</quantityTolerance></quantityGroup></quantity>.</para>
                <weight id="w1"><quantity><quantityGroup><quantityValue quantityUnitOfMeasure="kg">+0.8</quantityValue>
                <quantityValue quantityUnitOfMeasure="lbm">+1.76</quantityValue></quantityGroup></quantity></weight>
                <para>Weight <internalRef internalRefId="w1"/>.</para></description>""")))
                .containsExactly(
                        "Torque to 40 N.m +2 N.m -0 N.m.",
                        "Gap min 1.1 mm, max 1.3 mm, 28 V ±0.5 V.",
                        "weight +0.8 kg +1.76 lbm",
                        "Weight +0.8 kg +1.76 lbm.");
    }

    @Test
    void footnoteReferences_readAsTheFootnote_besideTheValue() {
        var table = Bench.blocks("""
                <description><table><tgroup cols="2"><tbody><row><entry>Upper</entry><entry>4<footnote id="f1"><para>2 passes</para></footnote></entry></row>
                <row><entry>Lower</entry><entry>4<footnoteRef internalRefId="f1"/></entry></row>
                <row><entry>Side</entry><entry>5<footnoteRef internalRefId="f9"/></entry></row></tbody></tgroup></table></description>""", Block.Table.class).getFirst();
        assertThat(table.rows())
                .extracting(r -> r.cells().getLast())
                .containsExactly("4 (2 passes)", "4 (2 passes)", "5 (a footnote that is not in this module)");
    }

    @Test
    void neighbouringReferences_areParted_andNamedByWhatIdentifiesThem() {
        assertThat(Bench.texts(Bench.blocks("""
                <description><approval id="p1" approvalIdent="LT46-020A"/>
                <para>Open <accessPointRef accessPointNumber="731AL"/><accessPointRef accessPointNumber="731AR"/>
                in zones (<zoneRef zoneNumber="147"/><zoneRef zoneNumber="148"/>), approval <internalRef internalRefId="p1"/>.</para></description>"""))).endsWith("Open 731AL 731AR in zones (147 148), approval LT46-020A.");
    }

    @Test
    void referencesThatLeadInACircle_end() {
        assertThat(Bench.texts(Bench.blocks("""
                <description><thing id="x"><internalRef internalRefId="y"/></thing><thing id="y"><internalRef internalRefId="x"/></thing>
                <para>See <internalRef internalRefId="x"/>.</para></description>"""))).last().asString().startsWith("See ");
    }

    @Test
    void partsOfALine_ofOtherApplicability_sayForWhichTheyHold() {
        var blocks = Bench.blocks(SERIES + """
                <description><table><tgroup cols="2"><tbody><row><entry>Pressure</entry><entry><para applicRefId="a1">3000 psi</para>
                <para applicRefId="a2">5000 psi</para><para>Hot.</para></entry></row></tbody></tgroup></table></description>
                <preliminaryRqmts><reqSupportEquips><supportEquipDescrGroup><supportEquipDescr><name>Puller</name>
                <size applicRefId="a1">20 mm</size><size applicRefId="a2">25 mm</size></supportEquipDescr></supportEquipDescrGroup></reqSupportEquips></preliminaryRqmts>""");
        assertThat(((Block.Table) blocks.getFirst()).rows().getFirst().cells())
                .containsExactly("Pressure", "[K7-100] 3000 psi [K7-200] 5000 psi [all] Hot.");
        assertThat(blocks.getLast().text()).isEqualTo("Puller; [K7-100] size 20 mm; [K7-200] size 25 mm");
    }

    @Test
    void shortListOfRecords_isALineEach() {
        assertThat(Bench.texts(Bench.blocks("""
                <wiringData><wireGroup><wire><wireIdent><wireNumber wireNumberValue="W3231-12"/></wireIdent><wireInfo><wireCode>AWG22</wireCode>
                <wireColor>RED</wireColor></wireInfo></wire><wire><wireIdent><wireNumber wireNumberValue="W3231-13"/></wireIdent>
                <wireInfo><wireCode>AWG24</wireCode></wireInfo></wire></wireGroup></wiringData>""")))
                .containsExactly(
                        "wire number value W3231-12; wire code AWG22; wire color RED",
                        "wire number value W3231-13; wire code AWG24");
    }

    @Test
    void maintenancePlanning_keepsUnitsAndWhatTheTaskIs() {
        assertThat(Bench.texts(Bench.blocks("""
                <maintPlanning><taskDefinition taskIdent="32-31-01-220" worthinessLimit="1" reducedMaint="No"><task><taskDescr>Examine the actuator</taskDescr></task>
                <equipGroup><equip><name>Actuator</name></equip></equipGroup>
                <limit limitTypeValue="po"><threshold thresholdUnitOfMeasure="th01"><thresholdValue>600</thresholdValue><tolerance toleranceHighValue="60"/></threshold>
                <threshold thresholdUnitOfMeasure="th51"><thresholdValue>24</thresholdValue></threshold></limit>
                <remarks><simplePara>Sample every fourth aircraft of the fleet, beginning with the one that has most flight hours, and tell the
                maintenance centre of what is found; where wear is more than half of what is allowed, examine all of them within 50 flight hours.</simplePara></remarks>
                <taskDuration unitOfMeasure="h" procedureDuration="1.5"/><note><notePara>Two persons.</notePara></note>
                <relatedTask taskIdent="32-31-01-720"/></taskDefinition></maintPlanning>""")))
                .contains(
                        "task ident 32-31-01-220; worthiness limit 1; reduced maint No",
                        "limit type value po; threshold value 600 flight hours; tolerance high value 60 flight hours; threshold value 24 th51",
                        "procedure duration 1.5 h",
                        "related task: task ident 32-31-01-720");
    }
}
