package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.DocumentId;
import flightline.corpus.SafetyKind;
import flightline.corpus.StructuredDocument;
import flightline.drafting.Procedure;
import flightline.drafting.datamodule.DataModule;
import flightline.drafting.datamodule.ModuleCode;
import flightline.drafting.datamodule.ReadBack;
import flightline.drafting.datamodule.WrittenModule;
import flightline.flow.DataModuleFlow.Order;
import flightline.flow.DataModuleFlow.Outcome;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import flightline.ingest.s1000d.S1000dParser;
import flightline.ingest.xml.XmlDocuments;
import flightline.policy.Principal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A procedure in another form becomes a data module that says what it said, and nothing else. */
final class DataModuleFlowTest {
    private static final String REPLACE = """
            # Replacement of the boost pump

            The pump is in the collector tank.

            ## Tools

            - Torque wrench, 5 to 50 N·m
            - Container of 5 L

            ## Procedure

            **WARNING:** Fuel vapour can explode. Ground the aircraft.

            1. Drain the tank until the level is below 20 L.
            2. Remove the four bolts.
               1. Hold the pump; it weighs 3.4 kg.
               2. Pull it straight out.
            3. Do steps 1 to 2 again if fuel comes out.

            **CAUTION:** Do not use the old packing.

            4. Install the pump and torque the bolts to 12 N·m.

            | Bolt | Torque |
            | --- | --- |
            | Upper | 12 N·m |
            | Lower | 14 N·m |
            """;

    /** A file's name with its folder's. */
    private static final String PUMP = "manual/pump.md";

    @TempDir
    private Path temp = Path.of("unused");

    private Outcome make(String text, String part, String code) throws Exception {
        try (var hangar = new Hangar(temp.resolve("data"))) {
            hangar.ingest(file(text));
            return flow(hangar).make(order(PUMP, part, code, Hangar.ANYBODY));
        }
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createDirectories(temp.resolve("manual")).resolve("pump.md"), text);
    }

    private static DataModuleFlow flow(Hangar hangar) {
        return new DataModuleFlow(hangar.gate, hangar.index, hangar.archive, hangar.audit);
    }

    private static Order order(String document, String part, String code, Principal asker) {
        return new Order(new DocumentId(document), part, ModuleCode.parse(code), Hangar.TODAY, asker);
    }

    private static Outcome.Made made(Outcome outcome) {
        assertThat(outcome).as(outcome.toString()).isInstanceOf(Outcome.Made.class);
        return (Outcome.Made) outcome;
    }

    private static StructuredDocument read(String xml) {
        byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
        var file = new SourceFile(Path.of("m.xml"), ContentHash.of(bytes), FileKind.XML, bytes);
        var parsed = new XmlDocuments(List.of(new S1000dParser())).parse(file);
        assertThat(parsed).isInstanceOf(ParseOutcome.Parsed.class);
        return ((ParseOutcome.Parsed) parsed).documents().getFirst();
    }

    private static List<Block> blocks(Outcome.Made made) {
        return read(made.xml()).blocks().stream().map(placed -> placed.block()).toList();
    }

    @Test
    void steps_keepTheirWords_theirOrder_andTheirDepth() throws Exception {
        var steps = blocks(made(make(REPLACE, "", ""))).stream()
                .filter(block -> block instanceof Block.Step)
                .map(block -> (Block.Step) block)
                .toList();

        assertThat(steps)
                .extracting(Block.Step::text)
                .containsSubsequence(
                        "Drain the tank until the level is below 20 L.",
                        "Remove the four bolts.",
                        "Hold the pump; it weighs 3.4 kg.",
                        "Pull it straight out.",
                        "Do steps 1 to 2 again if fuel comes out.",
                        "Install the pump and torque the bolts to 12 N·m.");
        assertThat(steps)
                .filteredOn(step -> step.text().startsWith("Hold"))
                .extracting(Block.Step::depth)
                .allMatch(depth -> depth > 0);
    }

    @Test
    void warnings_standBeforeTheStepTheyBelongTo() throws Exception {
        List<Block> blocks = blocks(made(make(REPLACE, "", "")));

        for (int i = 0; i < blocks.size(); i++)
            if (blocks.get(i) instanceof Block.Safety safety && safety.kind() == SafetyKind.CAUTION)
                assertThat(blocks.get(i + 1).text()).startsWith("Install the pump");
        assertThat(blocks)
                .filteredOn(block -> block instanceof Block.Safety safety && safety.kind() == SafetyKind.WARNING)
                .extracting(Block::text)
                .containsExactly("Fuel vapour can explode. Ground the aircraft.");
    }

    @Test
    void tools_areRequirements_whatTheSourceDoesNotState_isMarked_notMadeUp() throws Exception {
        Outcome.Made made = made(make(REPLACE, "", ""));

        assertThat(made.xml())
                .contains("<name>Torque wrench, 5 to 50 N·m</name>", "<reqQuantity></reqQuantity>", "PLACEHOLDER");
        assertThat(made.doubts())
                .extracting(DataModuleFlow.Question::why)
                .contains(
                        "the data module code is a placeholder: nobody gave one",
                        "no quantity is stated",
                        "the source has no section on spares; the standard wants a word, so the module says there are none");
        assertThat(made.xml()).contains("<?flightline-uncertain no quantity is stated?>");
    }

    @Test
    void everyElement_tellsItsSource_inTheFile_andBesideIt() throws Exception {
        Outcome.Made made = made(make(REPLACE, "", "LT46-A-28-21-01-00A-720A-A"));

        assertThat(made.name()).isEqualTo("DMC-LT46-A-28-21-01-00A-720A-A_000-01_EN-US");
        for (DataModuleFlow.Sourced trace : made.traces()) {
            String quote = trace.citation().quote();
            assertThat(REPLACE.substring(
                            trace.citation().place().start(),
                            trace.citation().place().end()))
                    .isEqualTo(quote);
            assertThat(made.xml()).contains("<?flightline-source id=\"" + trace.id() + "\" document=\"" + PUMP + "\"");
        }
    }

    @Test
    void code_isAPlaceholder_thatNobodyTakesForARealOne() throws Exception {
        assertThat(made(make(REPLACE, "", "")).name())
                .startsWith("DMC-PLACEHOLDER-A-")
                .contains("-XXXA-");
        assertThat(ModuleCode.parse("LT46-29")).isEmpty();
    }

    @Test
    void changedModule_isNotWritten() throws Exception {
        try (var hangar = new Hangar(temp.resolve("data"))) {
            hangar.ingest(file(REPLACE));
            var held = hangar.index.documents().getFirst();
            var document =
                    hangar.archive.document(held.source(), held.header().id()).orElseThrow();
            var module = DataModule.of(new Procedure(held, document, document.blocks()), Optional.empty());
            String xml = WrittenModule.of(module, Hangar.TODAY).xml();

            assertThat(ReadBack.fault(module, read(xml))).isEmpty();
            for (String[] change : new String[][] {
                {"to 12 N·m.", "to 21 N·m."},
                {"<para>Pull it straight out.</para>", "<para/>"},
                {"Do not use the old packing.", "Use the old packing."},
                {"<warning id", "<caution id"},
                {"below 20 L.</para>", "below 20 L.</para><para>Then fill it.</para>"},
            })
                assertThat(ReadBack.fault(
                                module,
                                read(xml.replace(change[0], change[1])
                                        .replace(
                                                "</warning>",
                                                change[0].startsWith("<warning") ? "</caution>" : "</warning>"))))
                        .as(change[1])
                        .isPresent();
        }
    }

    @Test
    void aircraftItHoldsFor_areSaidInItsHead() {
        try (var hangar = new Hangar(temp.resolve("data"))) {
            hangar.shelve(new Paper("T-1", "Rig")
                    .holdsFor(new Applicability.Unread("LT-46 before MOD 32-0117"))
                    .step("Set the gap to 2.5 mm."));
            var outcome = flow(hangar).make(order("T-1", "", "", Hangar.ANYBODY));

            assertThat(made(outcome).xml()).contains("<simplePara>LT-46 before MOD 32-0117</simplePara>");
        }
    }

    @Test
    void document_withoutSteps_orNotToBeSeen_orNotInForce_makesNoModule() throws Exception {
        assertThat(make("# Pump\n\nThe pump is red.\n", "", "").toString())
                .contains(PUMP + " holds no steps to do: nothing to make a procedure from");
        assertThat(make(REPLACE, "wing", "").toString())
                .contains("no heading of " + PUMP + " with steps beneath it says 'wing'")
                .contains("'Replacement of the boost pump'");
        try (var hangar = new Hangar(temp.resolve("other"))) {
            hangar.shelve(new Paper("SECRET-1", "Rig").marked("RESTRICTED").step("Set it to 7 mm."))
                    .shelve(new Paper("OLD-1", "Rig")
                            .revision("1", LocalDate.of(2024, 1, 1))
                            .status(flightline.corpus.DocumentStatus.WITHDRAWN)
                            .step("Set it."));
            var flow = flow(hangar);
            Outcome unseen = flow.make(order("SECRET-1", "", "", Hangar.ANYBODY));
            Outcome unheld = flow.make(order("NONE-1", "", "", Hangar.ANYBODY));
            Outcome.Made seen = made(flow.make(order("SECRET-1", "", "", Hangar.CLEARED)));

            assertThat(((Outcome.NotPossible) unseen).why())
                    .isEqualTo(((Outcome.NotPossible) unheld).why().replace("NONE-1", "SECRET-1"));
            assertThat(seen.marking().label()).isEqualTo("RESTRICTED");
            assertThat(seen.xml()).contains("<dataHandling>RESTRICTED</dataHandling>");
            assertThat(read(seen.xml()).header().marking().label()).contains("RESTRICTED");
            assertThat(flow.make(order("OLD-1", "", "", Hangar.ANYBODY)).toString())
                    .contains("no revision of OLD-1 may be worked to");
            assertThat(hangar.audit.latest(9))
                    .extracting(entry -> entry.event().kind())
                    .containsOnly("generate");
        }
    }

    /** The sample data of the standard's makers tell which element may stand in which, as far as they use them. */
    @Test
    void elements_standInOneAnother_asInTheStandardsOwnSamples() throws Exception {
        Path samples =
                Path.of(System.getProperty("flightline.root", "..")).resolve("../shared/data/s1000d-bike/issue-4.1");
        assumeThat(samples).as("the sample data set is not here").isDirectory();
        var seen = new HashSet<String>();
        try (var files = Files.list(samples)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".XML")).toList())
                pairs(Files.readString(file), seen);
        }
        var own = new HashSet<String>();
        pairs(made(make(REPLACE, "", "")).xml(), own);

        own.removeAll(seen);
        // Their procedures have cautions and figures in steps, but no warning and no table; the standard has all four
        // there.
        own.removeAll(Set.of("proceduralStep > warning", "proceduralStep > table"));
        assertThat(own).isEmpty();
    }

    private static void pairs(String xml, Set<String> pairs) {
        var open = new java.util.ArrayDeque<String>();
        var tags = Pattern.compile(
                        "<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA.*?]]>|<(/?)([A-Za-z][A-Za-z0-9:]*)[^>]*?(/?)>",
                        Pattern.DOTALL)
                .matcher(xml);
        while (tags.find()) {
            if (tags.group(2) == null) continue;
            if (!tags.group(1).isEmpty()) open.poll();
            else {
                if (!open.isEmpty()) pairs.add(open.peek() + " > " + tags.group(2));
                if (tags.group(3).isEmpty()) open.push(tags.group(2));
            }
        }
    }
}
