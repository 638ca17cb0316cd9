package flightline.ingest.s1000d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.Configuration;
import flightline.corpus.DocumentStatus;
import flightline.corpus.PlacedBlock;
import flightline.corpus.Reference;
import flightline.corpus.SafetyKind;
import flightline.corpus.SharedEntry;
import flightline.corpus.StructuredDocument;
import flightline.ingest.CommonInformation;
import flightline.ingest.ParseOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The issues of which no public sample is at hand, on modules written for a fictitious aircraft from the published structure. */
final class IssuesTest {
    private static byte[] bytes(String name) {
        try (InputStream in =
                Objects.requireNonNull(IssuesTest.class.getResourceAsStream("/s1000d/" + name + ".xml"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static StructuredDocument read(String name) {
        return switch (Bench.read(bytes(name))) {
            case ParseOutcome.Parsed parsed -> parsed.documents().getFirst();
            case ParseOutcome other -> throw new AssertionError(name + ": " + other);
        };
    }

    private static <B extends Block> List<B> blocks(String name, Class<B> kind) {
        return read(name).blocks().stream()
                .map(p -> p.block())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2-3/descript",
                "2-3/proced",
                "2-3/afr",
                "2-3/afi",
                "2-3/ipc",
                "2-3/wrngdata",
                "2-3/acrw",
                "2-3/schedul",
                "2-3/pm",
                "3-0/afi",
                "3-0/proced",
                "3-0/process",
                "3-0/act",
                "3-0/pct",
                "3-0/warnings",
                "4-2/frontmatter",
                "4-2/lois",
                "4-2/checklist",
                "4-2/warnings",
                "4-2/proced",
                "4-2/container",
                "4-2/sco",
                "5-0/sb",
                "5-0/schedul",
                "5-0/ipd",
                "5-0/fault",
                "5-0/wiring",
                "6-0/proced",
                "6-0/descript",
                "6-0/isolation",
                "6-0/deleted"
            })
    void everyModule_saysItsIssue_andLosesNoWord(String name) throws Exception {
        var document = read(name);
        assertThat(document.header().format())
                .isEqualTo("S1000D " + name.substring(0, 3).replace('-', '.'));
        assertThat(document.header().id().value()).matches("(DMC-LT46-A-|PMC-LT46-).*");
        assertThat(document.header().revision().label()).isEqualTo("002-00");
        assertThat(new ContentWords(bytes(name), document).missing()).isEmpty();
    }

    @Test
    void issue23_description_keepsHeadingsListsTablesAndEachSheet() {
        var document = read("2-3/descript");
        assertThat(document.header()
                        .applicability()
                        .appliesTo(new Configuration(
                                Map.of("type", "aeroplane", "model", "LT46", "version", "300", "versrank", "21"))))
                .isEqualTo(Applicability.Verdict.NO);
        assertThat(blocks("2-3/descript", Block.Heading.class))
                .extracting(Block.Heading::number, Block.Heading::text)
                .contains(tuple("1", "General"), tuple("1.1", "Units"));
        assertThat(blocks("2-3/descript", Block.ListItem.class))
                .extracting(Block.ListItem::depth, Block.ListItem::text)
                .contains(tuple(0, "six pistons"), tuple(1, "inboard"));
        assertThat(blocks("2-3/descript", Block.Table.class).getFirst().rows())
                .extracting(Block.Row::cells)
                .containsExactly(List.of("Inboard", "2 mm"), List.of("Outboard", "3 mm"));
        assertThat(blocks("2-3/descript", Block.Figure.class)).hasSize(2);
        assertThat(document.sourceText()).contains("See Fig 1 and Table 1");
        assertThat(document.links().references())
                .extracting(Reference::kind, Reference::target)
                .contains(
                        tuple(Reference.Kind.DATA_MODULE, "DMC-LT46-A-32-41-00-00A-520A-A"),
                        tuple(Reference.Kind.EXTERNAL, "LT-TP-77"),
                        tuple(Reference.Kind.INTERNAL, "f1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-3/proced", "3-0/proced"})
    void oldProcedure_keepsRequirementsStepsAndDangers(String name) {
        var texts = read(name).blocks().stream().map(p -> p.block().text()).toList();
        assertThat(texts)
                .contains(
                        "Aircraft on jacks",
                        "Wheel dolly; manufacturer L0046; part number LT-4410; quantity 1 EA",
                        "Grease; manufacturer S0001; part number G-77; quantity AR",
                        "Aircraft off jacks");
        assertThat(blocks(name, Block.Step.class))
                .extracting(Block.Step::number, Block.Step::text)
                .contains(
                        tuple("1", "Remove the wheel: Remove the axle nut."),
                        tuple("1.1", "Pull the wheel onto the Wheel dolly."),
                        tuple("1.1.1", "Hold the bearing."));
        assertThat(blocks(name, Block.Safety.class))
                .filteredOn(s -> !s.text().startsWith("Applicability"))
                .extracting(Block.Safety::kind, Block.Safety::general)
                .containsExactly(
                        tuple(SafetyKind.WARNING, true),
                        tuple(SafetyKind.WARNING, false),
                        tuple(SafetyKind.NOTE, false));
    }

    @Test
    void issue3_stepsOfOtherApplicability_holdForOtherAircraft() {
        var document = read("3-0/proced");
        var pre = new Configuration(Map.of("model", "lt-46-300", "serialno", "1044", "sb32017", "pre"));
        assertThat(document.blocks())
                .filteredOn(p -> p.block().text().startsWith("Put the nut"))
                .allMatch(p -> p.applicability().appliesTo(pre) == Applicability.Verdict.YES);
        assertThat(document.blocks())
                .filteredOn(p -> p.block().text().startsWith("Hold the bearing"))
                .allMatch(p -> p.applicability().appliesTo(pre) == Applicability.Verdict.NO);
    }

    @Test
    void oldFaults_keepCodesAndWhereTheyAreIsolated() {
        assertThat(blocks("2-3/afr", Block.Fault.class))
                .extracting(Block.Fault::code)
                .containsExactly("32410001", "32410002", "32410003", "32410001");
        assertThat(blocks("2-3/afr", Block.Fault.class).get(1).isolation())
                .containsExactly("DMC-LT46-A-32-41-00-00A-421A-A");
        assertThat(blocks("2-3/afr", Block.Fault.class).getFirst().text())
                .contains("Brake pressure below 90 bar", "Brake control unit", "Pressure sensor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-3/afi", "3-0/afi"})
    void oldIsolation_asksAnswersAndEnds(String name) {
        var steps = blocks(name, Block.IsolationStep.class);
        assertThat(steps)
                .extracting(Block.IsolationStep::question)
                .containsExactly("Is it 90 bar or more?", "Which hose leaks?");
        assertThat(steps.getFirst().branches())
                .extracting(Block.Branch::answer, Block.Branch::next)
                .containsExactly(tuple("Yes", "e1"), tuple("No", "i2"));
        assertThat(steps.getLast().branches())
                .extracting(Block.Branch::answer)
                .containsExactly("Left hose", "Right hose");
        assertThat(blocks(name, Block.IsolationEnd.class))
                .extracting(Block.IsolationEnd::id, Block.IsolationEnd::references)
                .containsExactly(
                        tuple(
                                "e1",
                                List.of("DMC-LT46-A-32-41-00-00A-720A-A").stream()
                                        .map(c -> c.replace("32-41-00", "32-43-00"))
                                        .toList()),
                        tuple("e2", List.of()));
        assertThat(blocks(name, Block.Fault.class).getFirst().code()).isEqualTo("32410001");
        assertThat(blocks(name, Block.Safety.class))
                .extracting(Block.Safety::kind)
                .containsExactly(SafetyKind.CAUTION, SafetyKind.WARNING);
    }

    @Test
    void oldParts_wiresDrillsTasksAndEntries_areReadAsWhatTheyAre() {
        assertThat(blocks("2-3/ipc", Block.Part.class))
                .extracting(Block.Part::item, Block.Part::partNumber, Block.Part::name, Block.Part::quantity)
                .containsExactly(
                        tuple("32410001A001", "WH-10", "Wheel, main", "1"),
                        tuple("32410001A002", "BE-4410-3", "Bearing, wheel", "2"));
        assertThat(blocks("2-3/wrngdata", Block.Paragraph.class))
                .anySatisfy(p -> assertThat(p.text()).contains("W3241-001", "Pressure sensor"));
        assertThat(blocks("2-3/acrw", Block.Step.class))
                .extracting(Block.Step::text)
                .containsExactly("Brake pedals – Release", "Emergency brake – Pull");
        assertThat(blocks("2-3/schedul", Block.Paragraph.class))
                .anySatisfy(p -> assertThat(p.text()).contains("T-32-01", "Measure the wear pins", "250"));
        assertThat(read("2-3/pm").blocks())
                .extracting(p -> p.path(), p -> p.block().text())
                .contains(
                        tuple(List.of("Landing gear"), "DMC-LT46-A-32-41-00-00A-040A-A"),
                        tuple(List.of("Landing gear", "Procedures"), "DMC-LT46-A-32-41-00-00A-520A-A"));
    }

    @Test
    void issue3_productsAreKnownByTheirProperties() {
        assertThat(flightline.corpus.AircraftConfiguration.in(read("3-0/pct")))
                .extracting(a -> a.key(), a -> a.properties().get("sb32017"))
                .containsExactly(tuple("1044", "pre"), tuple("1099", "post"));
    }

    @Test
    void repositories_ofOldAndNewIssues_offerTheirEntries() {
        assertThat(read("3-0/warnings").links().entries())
                .extracting(SharedEntry::kind, SharedEntry::ident, SharedEntry::words)
                .containsExactly(
                        tuple(SharedEntry.Kind.WARNING, "w-cold", "Liquid nitrogen freezes skin."),
                        tuple(SharedEntry.Kind.CAUTION, "c-paint", "Keep solvent off painted panels."));
        var entries = read("4-2/warnings").links().entries();
        var drain = (ParseOutcome.Parsed) Bench.read(bytes("4-2/proced"), new CommonInformation(entries));
        assertThat(drain.documents().getFirst().blocks())
                .filteredOn(p -> p.block() instanceof Block.Safety)
                .extracting(p -> p.block().text())
                .anySatisfy(
                        t -> assertThat(t).startsWith("Fuel vapour explodes. No flames within 15 m. (W-1, DMC-LT46-"))
                .anySatisfy(t -> assertThat(t).startsWith("See caution gone."));
        assertThat(drain.notes()).singleElement().asString().contains("caution gone");
    }

    @Test
    void newIssues_checklistBulletinFaultsAndSteps_areReadAsWhatTheyAre() {
        assertThat(blocks("4-2/checklist", Block.Step.class))
                .extracting(Block.Step::text)
                .containsExactly("Examine the propeller blades.", "Check the tyre pressure: 4.5 bar.");
        assertThat(blocks("5-0/sb", Block.Step.class))
                .extracting(Block.Step::text)
                .containsExactly("Replace the six seals.");
        assertThat(blocks("5-0/fault", Block.Fault.class))
                .extracting(Block.Fault::code)
                .containsExactly("28410001", "28410002");
        assertThat(blocks("5-0/ipd", Block.Part.class))
                .extracting(Block.Part::partNumber)
                .containsExactly("DC-2811");
        assertThat(blocks("6-0/isolation", Block.IsolationStep.class)).hasSize(1);
        assertThat(blocks("6-0/proced", Block.Step.class))
                .extracting(Block.Step::number, Block.Step::text)
                .containsExactly(
                        tuple("1", "Connect: Connect the positive cable with the Insulated spanner."),
                        tuple("1.1", "Torque the nut to 12 N.m ±1."));
        assertThat(read("6-0/deleted").header().status()).isEqualTo(DocumentStatus.DELETED);
    }

    private static final String OLD_MODULE = """
            <dmodule><idstatus><dmaddres><dmc><avee><modelic>K7</modelic><sdc>A</sdc><chapnum>32</chapnum><section>4</section><subsect>1</subsect>
            <subject>00</subject><discode>00</discode><discodev>A</discodev><incode>131</incode><incodev>A</incodev><itemloc>A</itemloc></avee></dmc>
            <dmtitle><techname>Wheel</techname></dmtitle><issno issno="001"/><issdate year="2010" month="05" day="20"/></dmaddres>
            <status><security class="01"/></status></idstatus><content>%s</content></dmodule>""";

    @Test
    void oldDrill_keepsElseAndWhatIsDoneFromMemory() {
        var document = Bench.document(OLD_MODULE.formatted("""
                <acrw><frc><drill><title>Fire</title><step memorize="1"><chalresp><challeng><para>Throttle</para></challeng><respons><para>IDLE</para>
                </respons></chalresp></step><if><casecond>Fire persists</casecond><step><para>Land.</para></step></if>
                <elseif><casecond>Fire out</casecond><step><para>Continue.</para></step></elseif></drill></frc></acrw>"""));
        assertThat(Bench.texts(
                        document.blocks().stream().map(PlacedBlock::block).toList()))
                .contains("Memory item: Throttle – IDLE", "If: Fire persists", "Else, if: Fire out");
    }

    @Test
    void oldDescription_numbersParagraphsOfIssue3_andKnowsInlineApplicabilityOfIssue23() {
        var document = Bench.document(OLD_MODULE.formatted("""
                <inapplics><inapplic id="a1"><model model="K7-100"/></inapplic></inapplics><descript><levelledpara><title>General</title>
                <para>All.</para><levelledpara refapplic="a1"><title>Tyre</title><para>One.</para></levelledpara></levelledpara></descript>"""));
        assertThat(document.blocks().stream()
                        .filter(p -> p.block() instanceof Block.Heading)
                        .map(p -> ((Block.Heading) p.block()).number() + " "
                                + p.block().text() + " " + p.applicability().canonical()))
                .containsExactly("1 General *", "1.1 Tyre model=k7-100");
    }

    @Test
    void crewMemberInAChallenge_isSaid() {
        assertThat(Bench.blocks(
                        "<crew><crewRefCard><crewDrill><crewDrillStep><challengeAndResponse><challenge><para>Bottle</para></challenge><response>"
                                + "<para>FIRE</para></response><crewMemberGroup><crewMember crewMemberType='cm03'/></crewMemberGroup>"
                                + "</challengeAndResponse></crewDrillStep></crewDrill></crewRefCard></crew>",
                        Block.Step.class))
                .extracting(Block::text)
                .containsExactly("Co-pilot: Bottle – FIRE");
    }
}
