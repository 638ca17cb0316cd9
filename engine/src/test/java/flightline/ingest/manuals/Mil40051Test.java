package flightline.ingest.manuals;

import static flightline.ingest.manuals.Desk.document;
import static flightline.ingest.manuals.Desk.outline;
import static flightline.ingest.manuals.Desk.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentStatus;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample library's technical manual, and small ones for what it does not have. */
final class Mil40051Test {
    private static ParseOutcome.Parsed manual() {
        return Desk.sample("mil-std-40051/TM-LT46-23.xml");
    }

    private static ParseOutcome.Parsed wp(String attributes, String content) {
        return parsed(
                "M1.xml",
                "<maintwp wpno='M1' chngno='0' %s><wpidinfo><title>T</title></wpidinfo>%s</maintwp>"
                        .formatted(attributes, content));
    }

    @Test
    void manual_isCutIntoWorkPackages_andItsFrontMatter() {
        var parsed = manual();
        assertThat(parsed.notes()).isEmpty();
        assertThat(parsed.documents().stream().map(d -> d.header().id().value()))
                .containsExactly(
                        "WP G0001-1-LT46-23",
                        "WP T0002-1-LT46-23",
                        "WP M0003-1-LT46-23",
                        "WP M0004-1-LT46-23",
                        "WP R0005-1-LT46-23",
                        "WP S0006-1-LT46-23",
                        "TM 1-LT46-23");
    }

    @Test
    void header_hasTheChangeAndItsDateWhereThatIsKnown() {
        var latest = document(manual(), "WP M0003-1-LT46-23").header().revision();
        assertThat(latest.label()).isEqualTo("Change 2");
        assertThat(latest.issued()).contains(LocalDate.of(2025, 7, 1));
        var earlier = document(manual(), "WP T0002-1-LT46-23").header().revision();
        assertThat(earlier.label()).isEqualTo("Change 1");
        assertThat(earlier.issued()).isEmpty();
        assertThat(earlier.compareTo(latest)).isNegative();
    }

    @Test
    void footnote_standsInBracketsInItsLine_alsoWhereItIsOnlyReferredTo() {
        var parsed = Desk.parsed("tm.xml", """
                <production date="20230301" pin="1"><paper.manual pubno="1-X" maintitl="X" revno="0"><mim revno="0" chngno="0">
                <maintwp wpno="M0001-1-X" chngno="0" wpseq="0001"><wpidinfo><title>PUMP</title></wpidinfo><maintsk><remove><proc>
                <title>Removal</title><step1><para>Torque to 42<ftnote id="n1"><ftnpara>Dry only.</ftnpara></ftnote> N·m.</para></step1>
                <step1><para>Then to 37<ftnref xrefid="n1"/> N·m.</para></step1></proc></remove></maintsk></maintwp></mim></paper.manual>
                </production>""");
        assertThat(parsed.documents().getFirst().sourceText())
                .contains("Torque to 42 (Dry only.) N·m.", "Then to 37 (Dry only.) N·m.");
    }

    @Test
    void deletedWorkPackage_isADeletedDocument() {
        assertThat(document(manual(), "WP M0004-1-LT46-23").header().status()).isEqualTo(DocumentStatus.DELETED);
    }

    @Test
    void maintenance_isReadInOrder_withSetupWarningsStepsAndFigures() {
        assertThat(outline(document(manual(), "WP M0003-1-LT46-23"))).isEqualTo("""
                        #1 0003|DOWNLOCK PROXIMITY SENSOR - REPLACEMENT
                        #2 |Initial setup
                        T Tools and special tools|[Name][[Tool kit, general]]
                        ! NOTE Applicability: LT-46-300 @ LT-46-300
                        T Tools and special tools|[Name][[Gap gauge, long]] @ LT-46-300
                        T Materials and parts|[Name, Quantity, Reference][[Lockwire, AR, item 2, WP 0098]]
                        T Personnel required|[Name, MOS, Quantity][[Aircraft structural repairer, 15G, 2]]
                        T References|[Reference][[TM 1-LT46-23P]]
                        T Equipment conditions|[Condition, Reference][[Gear safety pins installed, WP G0001-1-LT46-23 (DESCRIPTION OF THE MAIN WHEELS)]]
                        P Estimated time to complete: 1.5 h
                        !! WARNING Electrical power must be off. A short circuit can burn you.
                        #2 |Removal
                        #3 |Remove the sensor
                        ! WARNING Install the gear safety pins before you go into a gear bay. The gear can move and kill you.
                        S0 1|Disconnect the connector of the sensor.
                        ! CAUTION The face of the sensor is brittle.
                        S0 2|Loosen the two jam nuts.
                        S1 a|Count the turns.
                        S1 b|Write the count down.
                        S0 3|Remove the sensor (figure, Sensor on the side brace).
                        F LT46-0003-01|Sensor on the side brace
                        -0 |1: Sensor
                        -0 |2: Jam nut
                        #2 |Installation
                        #3 |Install the sensor
                        ! NOTE Applicability: LT-46-200 @ LT-46-200
                        S0 1|Set the gap to 1.0 to 1.5 mm with shims. @ LT-46-200
                        ! NOTE Applicability: LT-46-300 or aircraft with MWO 32-0117 @ LT-46-300 or aircraft with MWO 32-0117
                        S0 1|Set the gap to 2.0 to 2.5 mm with the jam nuts. @ LT-46-300 or aircraft with MWO 32-0117
                        S0 2|Torque the jam nuts to 14 N·m.
                        ! NOTE Applicability: aircraft without ski gear @ aircraft without ski gear
                        S0 3|Install the bay cover. @ aircraft without ski gear
                        #2 |Follow-on maintenance
                        S0 1|Remove the safety pins.
                        S0 2|Do an operational check.""");
    }

    @Test
    void warningOfAWorkPackage_isWithEachOfItsSteps() {
        var passages = new PassageCutter().cut(document(manual(), "WP M0003-1-LT46-23"));
        var loosen = passages.stream()
                .filter(p -> p.text().startsWith("Loosen"))
                .findFirst()
                .orElseThrow();
        assertThat(loosen.safety().stream().map(s -> s.text().substring(0, 10)))
                .containsExactly("Electrical", "The face o");
    }

    @Test
    void troubleshooting_isFaultsWithStepsAndEnds() {
        assertThat(outline(document(manual(), "WP T0002-1-LT46-23"))).contains("""
                        #2 |No green light
                        !! WARNING The gear can move when hydraulic pressure is on.
                        FAULT F3231-11|[WP T0002-1-LT46-23]|L/H main gear shows no green light after gear down.
                        ? m1|Harness W3231L is broken inside the bend.|[Branch[answer=Yes, next=end-42], Branch[answer=No, next=m2]]|F3231-11 Harness W3231L is broken inside the bend.
                        ! CAUTION Do not pull at the harness.
                        END end-42|[WP M0003-1-LT46-23]|1. Measure the continuity while a second person moves the side brace. 2. If it opens, replace the harness (WP M0003-1-LT46-23 (DOWNLOCK PROXIMITY SENSOR - REPLACEMENT).).
                        ? m2|The sensor gap is not in limits.|[Branch[answer=Yes, next=end-45]]|The sensor gap is not in limits.
                        END end-45|[WP M0003-1-LT46-23]|Refer to WP M0003-1-LT46-23 (DOWNLOCK PROXIMITY SENSOR - REPLACEMENT)""", """
                        ? b1|Is it 95 to 125 Ω?|[Branch[answer=Yes, next=b2], Branch[answer=No, next=b3]]|1. Measure the coil resistance of the wheel speed transducer. Is it 95 to 125 Ω?
                        ! WARNING Keep clear of the turning wheel.
                        ? b2|Is there a signal?|[Branch[answer=No, or less than 0.5 V, next=b4], Branch[answer=Yes, next=b5]]|1. Turn the wheel by hand. Is there a signal?
                        END b3|[]|Transducer coil. Replace the transducer DM3244-1.""");
    }

    @Test
    void operationalCheck_isStepsAndWhatTheyShow() {
        assertThat(outline(Desk.sample("mil-std-40051/T0007-1-LT46-23.xml")
                        .documents()
                        .getFirst()))
                .contains("""
                        !! WARNING Keep persons away from the nose wheel. It can turn without warning.
                        S0 1|Set hydraulic system 1 to on.
                        S0 2|Turn the steering wheel fully to the left.
                        ? line-13|The NWS light comes on.|[Branch[answer=Abnormal, next=malfunction-14]]|The NWS light comes on.
                        ? malfunction-14|Feedback potentiometer track worn.|[Branch[answer=Yes, next=end-15]]|F3251-01 Feedback potentiometer track worn.
                        END end-15|[]|Replace the potentiometer DM3251-4 and rig it.""");
    }

    @Test
    void partsList_isPartsWithCodes() {
        assertThat(outline(document(manual(), "WP R0005-1-LT46-23")))
                .contains(
                        "PART 1|DM4410-1|SENSOR, PROXIMITY, downlock|2|Item 1; SENSOR, PROXIMITY, downlock; part number DM4410-1;"
                                + " CAGEC DOI05; SMR PAOZZ; NSN 1620 00-000-0001; quantity 2; usable on code 200 @ uoc 200",
                        "PART 2|DM4412-1|SHIM, 0.25 mm|4|Item 2; SHIM, 0.25 mm; part number DM4412-1; CAGEC DOI05; SMR PAFZZ;"
                                + " quantity 4; indenture 1",
                        "quantity 2; usable on serial number 1075 and on @ serialno");
    }

    @Test
    void classification_theStrictestWithinWins() {
        assertThat(wp("security='uc'", "<para security='cui'>A.</para>")
                        .documents()
                        .getFirst()
                        .header()
                        .marking())
                .hasToString("CUI");
    }

    @Test
    void applicabilityDefinedElsewhere_isKeptAsWords() {
        assertThat(outline(wp(
                                "",
                                "<maintsk><test><proc><step1 applicable='a9'><para>Do it.</para></step1></proc></test></maintsk>")
                        .documents()
                        .getFirst()))
                .contains(
                        "! NOTE Applicability: a9, which is not in this file @ a9, which is not in this file\nS0 1|Do it. @ a9,");
    }

    @Test
    void applicability_isComputedWithItsNegations() {
        var parsed = parsed(
                "p.xml",
                "<production><applic_ref_list><applic id='a1'><name>all but QQ-1</name><range><serialno>10"
                        + "</serialno><serialno>20</serialno></range><not/><single><serialno>12</serialno></single></applic>"
                        + "</applic_ref_list><maintwp wpno='M1' chngno='0' applicable='a1'><wpidinfo><title>T</title></wpidinfo>"
                        + "<para>Text.</para></maintwp></production>");
        var holds = document(parsed, "WP M1").header().applicability();
        assertThat(holds.appliesTo(serial("11"))).isEqualTo(Applicability.Verdict.YES);
        assertThat(holds.appliesTo(serial("12"))).isEqualTo(Applicability.Verdict.NO);
        assertThat(holds.appliesTo(serial("21"))).isEqualTo(Applicability.Verdict.NO);
        assertThat(holds.appliesTo(Configuration.UNKNOWN)).isEqualTo(Applicability.Verdict.UNKNOWN);
    }

    private static Configuration serial(String number) {
        return new Configuration(Map.of(Configuration.SERIAL, number));
    }

    @Test
    void contentUnknownToTheReader_isKept() {
        assertThat(outline(wp(
                                "",
                                "<newthing><title>New</title><para>One.</para><odd>Two <deep>three</deep>.</odd></newthing>")
                        .documents()
                        .getFirst()))
                .contains("#2 |New\nP One.\nP Two three.");
    }

    @Test
    void productionWithoutText_isNoDocument() {
        assertThat(Desk.read("a.xml", "<production/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(new ParseOutcome.NotADocument("MIL-STD-40051 without any text"));
    }

    @Test
    void rowsThatAChangeTookOut_areLeftOut_andRaisedTextKeepsItsValue() {
        assertThat(outline(document(wp("", """
                        <proc><title>P</title><para>3 x 10<supscrpt>3</supscrpt> psi.</para><table><title>Limits</title><tgroup cols="2"><tbody>
                        <row><entry morerows="1">Leak</entry><entry>5</entry></row><row delchlvl="2"><entry>50<warning><para>Old.</para></warning></entry></row>
                        <row><entry>Stroke</entry><entry>1<supscrpt>1</supscrpt>/2 in</entry></row></tbody></tgroup></table></proc>"""), "WP M1")))
                .contains("P 3 x 10^3 psi.", "T Limits|[][[Leak, 5], [Stroke, 1 1/2 in]]")
                .doesNotContain("Old");
    }

    @Test
    void checksAndServices_sayWhatOfAndWhenTheEquipmentIsNotReady() {
        var parsed = Desk.parsed("p.xml", """
                <pmcswp wpno="M2"><wpidinfo><title>PMCS</title></wpidinfo><pmcstable>
                <pmcs-entry><itemno>1</itemno><interval>Before</interval><manhours>0.2</manhours><checked><name>Engine oil</name></checked>
                <pmcsproc><warning><trim.para>Hot oil.</trim.para></warning><pmcsstep1><para>Check the level.</para></pmcsstep1></pmcsproc>
                <eqpnotavail>Oil is below ADD.</eqpnotavail></pmcs-entry>
                <pmcs-entry delchlvl="1"><itemno>2</itemno><checked><name>Horn</name></checked></pmcs-entry></pmcstable></pmcswp>""");
        assertThat(outline(parsed.documents().getFirst())).isEqualTo("""
                #1 M2|PMCS
                #2 1|1 Engine oil (Before)
                P Man-hours: 0.2
                !! WARNING Hot oil.
                S0 1|Check the level.
                P Equipment not ready or available if: Oil is below ADD.""");
    }

    @Test
    void hoursOfAMaintenanceChart_keepTheLetterOfTheirLevel() {
        var parsed = Desk.parsed("m.xml", """
                <macwp wpno="M3"><wpidinfo><title>MAC</title></wpidinfo><mac><mac-group-entry><groupno>07</groupno><compassem-group-entry>
                <compassem><name>Servo</name></compassem><qualify-2lvl><maintfunc func="replace"/><maintclass-2lvl><c>0.5</c><f/><h>2.5</h>
                </maintclass-2lvl><ter><teref>3</teref></ter></qualify-2lvl></compassem-group-entry></mac-group-entry></mac></macwp>""");
        assertThat(parsed.documents().getFirst().sourceText()).contains("replace C 0.5, H 2.5 tool 3");
    }

    @Test
    void deletedStep_isNotCounted() {
        assertThat(outline(wp("", """
                        <maintsk><remove><proc><step1 delchlvl="1"><para>Old.</para></step1><step1 inschlvl="1"><para>New.</para></step1>
                        <step1><para>Next.</para></step1></proc></remove></maintsk>""").documents().getFirst()))
                .contains("S0 1|New.", "S0 2|Next.")
                .doesNotContain("Old.");
    }

    @Test
    void stepMarkedForElectrostaticDischarge_saysSo() {
        assertThat(outline(wp("", """
                        <maintsk><remove><proc><step1 esds="1"><para>Connect P1.</para></step1><step1 esds="0"><para>Close.</para></step1>
                        </proc></remove></maintsk>""").documents().getFirst()))
                .contains("! NOTE Sensitive to electrostatic discharge (ESDS)\nS0 1|Connect P1.\nS0 2|Close.");
    }

    @Test
    void severalActionsForOneMalfunction_areOneEnd() {
        var parsed = Desk.parsed("t.xml", """
                <tswp wpno="T1"><wpidinfo><title>T</title></wpidinfo><tsproc><faultproc><symptom>Low.</symptom><malfunc id="m">Fluid low</malfunc>
                <action><para>Fill it.</para></action><action><warning><trim.para>Hot.</trim.para></warning><para>Look for leaks.</para></action>
                <malfunc id="n">Pump worn</malfunc><action><para>Replace it.</para></action></faultproc></tsproc></tswp>""");
        assertThat(outline(parsed.documents().getFirst()))
                .contains("! WARNING Hot.\nEND end-2|[]|Fill it. Look for leaks.", "END end-3|[]|Replace it.");
    }

    @Test
    void distributionStatementOnTheCover_marksEveryWorkPackage() {
        var parsed = Desk.parsed("tm.xml", """
                <paper.manual pubno="1-X"><paper.frnt><frntcover><tmtitle><tmno>TM 1-X</tmno></tmtitle>
                <dist>DISTRIBUTION STATEMENT D - Distribution authorized to the Department of Defense only.</dist></frntcover></paper.frnt><mim>
                <maintwp wpno="M1-1-X"><wpidinfo><title>T</title></wpidinfo><maintsk><remove><proc><step1><para>Do.</para></step1></proc></remove>
                </maintsk></maintwp></mim></paper.manual>""");
        assertThat(parsed.documents())
                .hasSize(2)
                .allSatisfy(d -> assertThat(d.header().marking().label()).isEqualTo("DISTRIBUTION D"));
    }
}
