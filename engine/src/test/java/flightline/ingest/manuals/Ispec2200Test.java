package flightline.ingest.manuals;

import static flightline.ingest.manuals.Desk.document;
import static flightline.ingest.manuals.Desk.outline;
import static flightline.ingest.manuals.Desk.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.AircraftConfiguration;
import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentKind;
import flightline.corpus.DocumentStatus;
import flightline.corpus.Passage;
import flightline.corpus.PlacedBlock;
import flightline.ingest.ParseOutcome;
import flightline.ingest.PassageCutter;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample library's manuals, and small ones for what they do not have. */
final class Ispec2200Test {
    private static ParseOutcome.Parsed amm() {
        return Desk.sample("ispec2200/LT46-AMM-32.sgm");
    }

    private static String amm(String task) {
        String sgml = """
                <amm model=LT46 revdate=20250101><pgblk chapnbr=32 sectnbr=41 subjnbr=0 pgblknbr=401>
                <task chapnbr=32 sectnbr=41 subjnbr=0 func=400 seq=801><title>Install</title>%s</task></pgblk></amm>
                """.formatted(task);
        return outline(document(parsed("amm.sgm", sgml), "AMM LT46 TASK 32-41-00-400-801"));
    }

    @Test
    void manual_isCutIntoWhatATechnicianCites() {
        var parsed = amm();
        assertThat(parsed.notes()).isEmpty();
        assertThat(parsed.documents().stream().map(d -> d.header().id().value()))
                .containsExactly(
                        "AMM LT46 PB 32-41-00-001",
                        "AMM LT46 TASK 32-41-00-000-801-A",
                        "AMM LT46 TASK 32-41-00-400-801-A",
                        "AMM LT46 TASK 32-41-00-400-802",
                        "AMM LT46 TASK 32-31-05-820-801-A",
                        "AMM LT46 TASK 32-31-05-820-801-B",
                        "AMM LT46");
    }

    @Test
    void header_ofATask_hasItsOwnDateSubjectAndAta() {
        var header = document(amm(), "AMM LT46 TASK 32-41-00-000-801-A").header();
        assertThat(header.title()).isEqualTo("Main wheel - Remove the main wheel");
        assertThat(header.revision().issued()).contains(LocalDate.of(2024, 1, 10));
        assertThat(header.ata()).containsExactly("32-41-00");
        assertThat(header.format()).isEqualTo("iSpec 2200 AMM");
    }

    @Test
    void deletedTask_isADeletedDocument() {
        assertThat(document(amm(), "AMM LT46 TASK 32-41-00-400-802").header().status())
                .isEqualTo(DocumentStatus.DELETED);
    }

    @Test
    void task_isReadInOrder_withToolsBreakersStepsAndWarnings() {
        assertThat(outline(document(amm(), "AMM LT46 TASK 32-41-00-000-801-A"))).isEqualTo("""
                        #1 32-41-00-000-801-A|TASK 32-41-00-000-801-A - Remove the main wheel
                        !! WARNING DO NOT STAND IN LINE WITH THE WHEEL WHEN YOU DEFLATE THE TYRE. A TYRE THAT BREAKS CAN KILL YOU.
                        #2 1|Fixtures, tools, test and support equipment
                        T Fixtures, tools, test and support equipment|[Reference, Designation, Remark][[LKT-32-01, Gear safety pins, 3 off], [LKT-32-11, Axle jack, ], [LKT-32-12, Wheel dolly, ]]
                        #2 2|Consumable materials
                        T Consumable materials|[Reference, Designation][[LKS-G2, Bearing grease]]
                        #2 3|Referenced information
                        -0 A|AMM TASK 32-41-00-400-801-A Install the main wheel
                        #2 4|Job set-up
                        #3 32-41-00-010-001|SUBTASK 32-41-00-010-001
                        S0 A|Install the safety pins LKT-32-01 in the three gears.
                        S0 B|Open, safety and tag these circuit breakers:
                        T Circuit breakers|[Panel, Position, Name][[21VU-L, H3, PSEU], [21VU-R, H4, ANTISKID]]
                        ! WARNING MAKE SURE THAT THE AIRCRAFT IS STABLE ON THE JACK.
                        S0 C|Lift the axle with the jack LKT-32-11 until the wheel turns freely (zone 147 or 148).
                        #2 5|Procedure
                        #3 32-41-00-020-001|SUBTASK 32-41-00-020-001
                        S0 A|Remove the wheel:
                        S1 (1)|Deflate the tyre fully.
                        S1 (2)|Remove the hub cap and disconnect the wheel speed transducer drive clip.
                        S1 (3)|Remove the lock bolt DM3241-61 and the axle nut (Figure 401).
                        ! CAUTION KEEP THE WEIGHT OF THE WHEEL OFF THE AXLE THREADS.
                        ! NOTE The outer bearing comes off with the wheel.
                        S1 (4)|Pull the wheel off with the dolly LKT-32-12.""");
    }

    @Test
    void warningOfATask_isWithEachOfItsSteps() {
        var passages = new PassageCutter().cut(document(amm(), "AMM LT46 TASK 32-41-00-000-801-A"));
        Passage pull = passages.stream()
                .filter(p -> p.text().startsWith("Pull the wheel off"))
                .findFirst()
                .orElseThrow();
        assertThat(pull.safety().stream().map(s -> s.kind() + " " + s.text().substring(0, 12)))
                .containsExactly("WARNING DO NOT STAND", "CAUTION KEEP THE WEI", "NOTE The outer be");
    }

    @Test
    void effectivity_isComputedOnTheBlockThatItHoldsFor() {
        assertThat(outline(document(amm(), "AMM LT46 TASK 32-41-00-400-801-A")))
                .contains(
                        "S2 (a)|Wheel DM3241-5 with brake unit DM3242-3. @ effectivity lt46 001 to 003",
                        "S2 (b)|Wheel DM3241-9 with brake unit DM3242-6. @ effectivity lt46 004 and on",
                        "S1 (4)|Loosen the nut, then torque it to 68 N·m (602 lbf·in) ± 5 %.",
                        "P Change in this revision: Torque sequence of the axle nut made clear.");
    }

    @Test
    void bulletin_decidesWithinItsRangeAndNotOutside() {
        var parsed = amm();
        assertThat(document(parsed, "AMM LT46 TASK 32-31-05-820-801-A")
                        .header()
                        .applicability()
                        .display())
                .isEqualTo("effectivity lt46 001 to 005 and sb lt46-32-017 pre");
        assertThat(document(parsed, "AMM LT46 TASK 32-31-05-820-801-B")
                        .header()
                        .applicability()
                        .display())
                .isEqualTo("effectivity lt46 006 and on or sb lt46-32-017 post");
    }

    @Test
    void crossReference_tellsEachAircraftsCode() {
        var manual = document(amm(), "AMM LT46");
        assertThat(manual.header().kind()).isEqualTo(DocumentKind.PUBLICATION_MODULE);
        var kad = AircraftConfiguration.in(manual).stream()
                .filter(a -> a.key().equals("qq-kad"))
                .findFirst()
                .orElseThrow();
        assertThat(kad.properties())
                .containsEntry("effectivity lt46", "004")
                .containsEntry("serialno", "1066")
                .containsEntry("model", "lt-46-300");
        assertThat(document(amm(), "AMM LT46 TASK 32-31-05-820-801-A")
                        .header()
                        .applicability()
                        .appliesTo(kad.configuration()))
                .hasToString("UNKNOWN");
    }

    @Test
    void faultTable_isFaultsWithTheTasksThatIsolateThem() {
        assertThat(outline(document(Desk.sample("ispec2200/LT46-FIM-32.sgm"), "FIM LT46 FAULT CODES")))
                .contains(
                        "FAULT 323 110 11, F3231-11|[FIM LT46 TASK 32-31-00-810-801]|323 110 11; L GEAR, no green light"
                                + " after gear down comes on after the gear is cycled; flight deck message GEAR UNSAFE; maintenance"
                                + " message F3231-11 L downlock sensor elements disagree; isolated by FIM TASK 32-31-00-810-801"
                                + " @ effectivity lt46 001 to 005");
    }

    @Test
    void actionTable_isIsolationStepsAndTheirEnds_eachBehindItsWarning() {
        assertThat(outline(document(Desk.sample("ispec2200/LT46-FIM-32.sgm"), "FIM LT46 TASK 32-31-00-810-801"))
                        .replace(" @ effectivity lt46 001 to 005", ""))
                .contains("""
                        END A1-1|[AMM LT46 TASK 32-31-05-000-801]|Not in limits: replace the sensor, AMM TASK 32-31-05-000-801.
                        ! WARNING KEEP YOUR HANDS CLEAR OF THE SIDE BRACE WHEN A SECOND PERSON MOVES IT.
                        ? A2||[Branch[answer=Opens: replace""");
    }

    @Test
    void partsCatalogue_isParts() {
        assertThat(outline(document(Desk.sample("ispec2200/LT46-IPC-32.xml"), "IPC LT46 32-31-05-01")))
                .contains(
                        "PART 01-010|DM4410-1|SENSOR, PROXIMITY, DOWNLOCK|2|Item 01-010; SENSOR, PROXIMITY, DOWNLOCK; part number"
                                + " DM4410-1; manufacturer DOI05; units per assembly 2; indenture 1; PRE SB LT46-32-017 (for"
                                + " effectivity lt46 001 to 005); interchangeability replaced by 010A together with item 030A"
                                + " @ effectivity lt46 001 to 005",
                        "PART 01-025|DM4411-2|TARGET, DOWNLOCK|2|Item 01-025; TARGET, DOWNLOCK; part number DM4411-2;"
                                + " manufacturer DOI05; units per assembly 2; indenture 2; usage code A");
    }

    @Test
    void incrementalRevision_bringsItsTasksAndLeavesTheManualAlone() {
        assertThat(Desk.sample("ispec2200/LT46-AMM-24.xml").documents().stream()
                        .map(d -> d.header().id().value()))
                .containsExactly("AMM LT46 TASK 24-31-01-210-801");
    }

    @Test
    void temporaryRevision_isADocumentOfItsOwn_andEndsTheOneItReplaces() {
        var parsed = parsed("tr.sgm", """
                <amm model=LT46 revdate=20250101><tr><trfmatr trnbr="32-045" trrepl="32-040" issdate=20250911>
                <title>Axle nut torque</title><trreason>Cracked nuts.</trreason></trfmatr>
                <task chapnbr=32 sectnbr=41 subjnbr=00 func=400 seq=801><title>Install</title>
                <topic><title>Procedure</title><subtask><list1><l1item><para>Torque to 70 N&middot;m.</list1></topic></task>
                </tr></amm>""");
        var document = document(parsed, "AMM LT46 TR 32-045");
        assertThat(document.header().supersedes()).containsExactly("AMM LT46 TR 32-040");
        assertThat(document.header().revision().issued()).contains(LocalDate.of(2025, 9, 11));
        assertThat(outline(document)).contains("Cracked nuts.", "S0 A|Torque to 70 N·m.");
        assertThat(parsed.documents()).hasSize(1);
    }

    @Test
    void effectivityThatCannotBeComputed_isKeptAsWords() {
        assertThat(amm("<effect effrg='12345'><topic><title>T</title><subtask><list1><l1item>"
                        + "<effect efftext='WITH SKI GEAR'><para>Do it.</list1></topic>"))
                .contains(
                        "!! NOTE Applicability: 12345 @ 12345",
                        "! NOTE Applicability: WITH SKI GEAR @ 12345 and WITH SKI GEAR\nS0 A|Do it. @ 12345 and WITH SKI GEAR");
    }

    @Test
    void effectivityInWords_leavesOpenWhatTheCodesAllow_unlessItRepeatsThem() {
        assertThat(applies("effrg='001005' efftext='WITH SKI GEAR'", "003")).isEqualTo(Applicability.Verdict.UNKNOWN);
        assertThat(applies("effrg='001005' efftext='WITH SKI GEAR'", "006")).isEqualTo(Applicability.Verdict.NO);
        assertThat(applies("effrg='001005' efftext='ON A/C 001 THRU 005'", "003"))
                .isEqualTo(Applicability.Verdict.YES);
        assertThat(applies("effrg='001005 010999'", "2000")).isEqualTo(Applicability.Verdict.YES);
        assertThat(applies("effrg='001005 010999'", "007")).isEqualTo(Applicability.Verdict.NO);
        assertThat(applies("effrg='001999'", "007")).isEqualTo(Applicability.Verdict.YES);
        assertThat(applies("efftext='ALL'", "007")).isEqualTo(Applicability.Verdict.YES);
    }

    private static Applicability.Verdict applies(String effect, String code) {
        var parsed =
                parsed("a.sgm", "<amm model=LT46><pgblk pgblknbr=1><effect " + effect + "><para>Text.</pgblk></amm>");
        return document(parsed, "AMM LT46 PB 1")
                .header()
                .applicability()
                .appliesTo(new Configuration(Map.of("effectivity lt46", code)));
    }

    @Test
    void contentUnknownToTheReader_isKept() {
        assertThat(
                        amm(
                                "<newthing>Seen <deep>once</deep>.</newthing><topic><title>T</title><subtask><list1><l1item>"
                                        + "<para>Turn H<sub>2</sub>O<odd>valve</odd> on.<txtgrphc><txtline>a  b<txtline>c</txtgrphc></list1>"))
                .contains("P Seen once.", "S0 A|Turn H2O", "valve on.", "P a b\nP c");
    }

    @Test
    void wordsBetweenChapters_areKept() {
        assertThat(outline(document(
                        parsed("a.sgm", "<amm model=X>Words.<chapter chapnbr=32>More.</chapter></amm>"), "AMM X")))
                .contains("P Words.");
        assertThat(outline(document(
                        parsed("a.sgm", "<amm model=X>Words.<chapter chapnbr=32>More.</chapter></amm>"), "AMM X 32")))
                .contains("P More.");
    }

    @Test
    void sameTaskTwice_isKeptTwiceAndTold() {
        var parsed = parsed("amm.sgm", """
                <amm model=LT46><pgblk pgblknbr=401>
                <task chapnbr=32 sectnbr=41 subjnbr=00 func=400 seq=801 key=K1><title>One</task>
                <task chapnbr=32 sectnbr=41 subjnbr=00 func=400 seq=801 key=K2><title>Two</task></pgblk></amm>""");
        assertThat(parsed.documents().stream().map(d -> d.header().id().value()))
                .startsWith("AMM LT46 TASK 32-41-00-400-801", "AMM LT46 TASK 32-41-00-400-801 K2");
        assertThat(parsed.notes())
                .containsExactly("line 3: a second AMM LT46 TASK 32-41-00-400-801 in this file; kept as"
                        + " AMM LT46 TASK 32-41-00-400-801 K2");
    }

    @Test
    void bulletin_isOneDocument() {
        var parsed = parsed(
                "sb.sgm",
                "<sb sbnbr='LT46-32-017' revdate=20240901><title>Downlock sensor</title>"
                        + "<planinfo><title>Reason</title><para>Harness breaks.</planinfo></sb>");
        assertThat(parsed.documents()).hasSize(1);
        var header = parsed.documents().getFirst().header();
        assertThat(header.id().value()).isEqualTo("SB LT46-32-017");
        assertThat(header.kind()).isEqualTo(DocumentKind.SERVICE_BULLETIN);
        assertThat(outline(parsed.documents().getFirst())).contains("#2 |Reason\nP Harness breaks.");
    }

    @Test
    void manualWithoutText_isNoDocument() {
        assertThat(Desk.read("a.sgm", "<amm model=X></amm>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(new ParseOutcome.NotADocument("iSpec 2200 AMM without any text"));
    }

    @Test
    void footnotes_standInTheLineThatTheyExplain_alsoWhereItOnlyRefersToOne() {
        assertThat(amm(
                        "<topic><title>T</title><subtask><list1><l1item><para>Torque it to 42<ftnote ftnoteid=N1><para>Dry threads only."
                                + "</ftnote> Nm.</para><l1item><para>Then to 37<ftnref refid=N1> Nm.</para><l1item><para>Or 38<ftnref"
                                + " refid=N9> Nm, 39<ftnref refid=N1>see 1</ftnref> Nm.</para></list1></topic>"))
                .contains(
                        "Torque it to 42 (Dry threads only.) Nm.",
                        "Then to 37 (Dry threads only.) Nm.",
                        "Or 38 (a footnote that is not in this file) Nm, 39 (see 1) Nm.");
    }

    @Test
    void variantsOfAnItem_arePartsOfTheirOwn() {
        var parts = Desk.parsed(
                        "a.sgm",
                        "<ipc model=LT46 docnbr=LT46-IPC revdate=20250815><chapter chapnbr=29><section chapnbr=29 sectnbr=11>"
                                + "<subject chapnbr=29 sectnbr=11 subjnbr=05><title>Pump</title><figure chapnbr=29 sectnbr=11 unitnbr=05 fignbr=01>"
                                + "<title>Pump</title><prtlist><itemdata itemnbr=001><pnr>P-1</pnr><upa>1</upa></itemdata>"
                                + "<itemdata itemnbr=001 itemvar=A><pnr>P-2</pnr><upa>1</upa><sbc sbnbr='29-1001'></itemdata></prtlist></figure>"
                                + "</subject></section></chapter></ipc>")
                .documents()
                .getFirst()
                .blocks()
                .stream()
                .map(PlacedBlock::block)
                .filter(Block.Part.class::isInstance)
                .map(Block.Part.class::cast)
                .toList();
        assertThat(parts).extracting(Block.Part::item).containsExactly("01-001", "01-001A");
        assertThat(parts.getLast().text()).contains("part number P-2", "service bulletin 29-1001");
    }

    @Test
    void deletedRowsAndBreakers_areLeftOut_andSpansStay() {
        assertThat(
                        amm(
                                "<topic><title>T</title><subtask><list1><l1item><para>Open:<cblst><cbsublst><pan>22VU</pan>"
                                        + "<cbdata><cb>2GX</cb><cbname>PUMP</cbname></cbdata><cbdata chg=D><cb>9GX</cb><cbname>GONE</cbname></cbdata>"
                                        + "</cbsublst></cblst><table><title>Bolts<tgroup cols=2><tbody><row><entry morerows=2>Upper<entry>40 N.m"
                                        + "<row chg=D><entry>99 N.m<warning><para>OLD.</warning><row><entry>42 N.m</table></list1></topic>"))
                .contains(
                        "T Circuit breakers|[Panel, Number, Name][[22VU, 2GX, PUMP]]",
                        "T Bolts|[][[Upper, 40 N.m], [Upper, 42 N.m]]")
                .doesNotContain("OLD", "GONE", "99");
    }

    @Test
    void breakersOfOtherEffectivity_areATableOfTheirOwn() {
        assertThat(
                        amm(
                                "<topic><title>T</title><subtask><list1><l1item><para>Open:<cblst><cbsublst><effect effrg='001005'><pan>21VU</pan>"
                                        + "<cbdata><cb>1GX</cb></cbdata></cbsublst><cbsublst><effect effrg='010099'><pan>22VU</pan><cbdata><cb>2GX</cb></cbdata>"
                                        + "<cbdata><effect effrg='050099'><cb>3GX</cb></cbdata></cbsublst></cblst></list1></topic>"))
                .contains(
                        "T Circuit breakers|[Panel, Number][[21VU, 1GX]] @ effectivity lt46 001 to 005\n"
                                + "T Circuit breakers|[Panel, Number][[22VU, 2GX]] @ effectivity lt46 010 to 099\n"
                                + "T Circuit breakers|[Panel, Number][[22VU, 3GX]] @ effectivity lt46 010 to 099 and effectivity lt46 050 to 099");
    }

    @Test
    void stepThatDiffersByEffectivity_isAStepForEach() {
        assertThat(
                        amm(
                                "<topic><title>T</title><subtask><list1><l1item><para>Open.<l1item><para><effect effrg='001005'>Torque to 40 N.m.</para>"
                                        + "<para><effect effrg='010099'>Torque to 52 N.m.</para><para>Lock it.<l1item><para>Close.</list1></topic>"))
                .contains("S0 A|Open.\nS0 B|Torque to 40 N.m. @ effectivity lt46 001 to 005\n"
                        + "S0 B|Torque to 52 N.m. @ effectivity lt46 010 to 099\nS0 B|Lock it.\nS0 C|Close.");
    }

    @Test
    void partsOfACell_ofOtherEffectivity_sayForWhichTheyHold() {
        assertThat(amm(
                        "<topic><title>T</title><para>See:<table><tgroup cols=2><tbody><row><entry>Pressure<entry><para><effect effrg='001005'>3000 psi</para>"
                                + "<para><effect effrg='010099'>5000 psi</para><para>Hot.</para></table></topic>"))
                .contains(
                        "T |[][[Pressure, [effectivity lt46 001 to 005] 3000 psi [effectivity lt46 010 to 099] 5000 psi [all] Hot.]]");
    }

    @Test
    void raisedText_keepsItsValue() {
        assertThat(
                        amm(
                                "<topic><title>T</title><para>5 x 10<super>4</super> cycles, 1<super>1</super>/2 in of H<sub>2</sub>O.</topic>"))
                .contains("P 5 x 10^4 cycles, 1 1/2 in of H2O.");
    }

    @Test
    void itemOfAPartsList_saysThatItAttaches_andThatItIsNotDrawn() {
        var parsed = parsed("ipc.sgm", """
                <aipc model=LT46 revdate=20250101><chapter chapnbr=32><section chapnbr=32 sectnbr=31><subject chapnbr=32 sectnbr=31 subjnbr=01>
                <figure chapnbr=32 sectnbr=31 subjnbr=01 fignbr=02><title>Actuator</title><prtlist>
                <itemdata itemnbr=001 indent=1 illusind=0><pnr>DM3</pnr><kwd>ACTUATOR</kwd></itemdata>
                <itemdata itemnbr=010 indent=2 attach=1 illusind=1><pnr>DM4</pnr><kwd>BOLT</kwd></itemdata></prtlist></figure></subject></section></chapter></aipc>""");
        assertThat(outline(document(parsed, "IPC LT46 32-31-01-02")))
                .contains("indenture 1; not illustrated", "indenture 2; attaching part")
                .doesNotContain("attaching part; not illustrated");
    }
}
