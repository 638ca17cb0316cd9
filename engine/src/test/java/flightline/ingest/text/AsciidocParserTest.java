package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.corpus.Revision;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reads AsciiDoc as manuals are written in it. */
final class AsciidocParserTest {
    private static final String PAGE = """
            = Brake Manual
            :revnumber: 3

            == Removal

            WARNING: Chock the wheels.

            . Release the pressure.
            +
            [CAUTION]
            ====
            Fluid is hot.
            ====
            . Remove the *caliper*.
            .. Loosen the bolt.
            .. Lift it off.
            . Clean it.

            * a tool
            * a rag

            .Torques
            [cols="1,1,1",options="header"]
            |===
            |Bolt |Size |Torque

            .2+|A |M6 |10 Nm
            |M8 |25 Nm
            2+|all others |by hand
            |===

            include::parts.adoc[]
            """;

    @Test
    void parse_struckText_isLeftOut() {
        var read = Outline.parse(
                new AsciidocParser(),
                "a.adoc",
                "= A\n\n[.line-through]#Set 35 bar.# Set 42 bar. [line-through]##Cut## it.\n");
        assertThat(read.sourceText()).contains("Set 42 bar.").doesNotContain("35", "Cut");
    }

    @Test
    void page_givesStepsWarningsAndTables_asTheyStand() {
        var parsed = read(PAGE);
        var blocks = parsed.documents().getFirst().blocks().stream()
                .map(b -> b.block())
                .toList();
        assertThat(blocks.stream().map(AsciidocParserTest::shown).limit(11).toList())
                .containsExactly(
                        "Heading 1 Brake Manual",
                        "Heading 2 Removal",
                        "WARNING Chock the wheels.",
                        "CAUTION Fluid is hot.",
                        "1. 0 Release the pressure.",
                        "2. 0 Remove the *caliper*.",
                        "a. 1 Loosen the bolt.",
                        "b. 1 Lift it off.",
                        "3. 0 Clean it.",
                        "* 1 a tool",
                        "* 1 a rag");
        assertThat(blocks.getLast()).isInstanceOfSatisfying(Block.Table.class, t -> {
            assertThat(t.caption()).isEqualTo("Torques");
            assertThat(t.header()).containsExactly("Bolt", "Size", "Torque");
            assertThat(t.rows().stream().map(Block.Row::cells).toList())
                    .containsExactly(
                            List.of("A", "M6", "10 Nm"),
                            List.of("A", "M8", "25 Nm"),
                            List.of("all others", "all others", "by hand"));
        });
        assertThat(parsed.notes()).singleElement().asString().contains("includes parts.adoc");
    }

    @Test
    void step_afterAnAttachedWarning_isAStep() {
        assertThat(shown("""
                . Open the door.
                +
                WARNING: The door is heavy.
                +
                CAUTION: It swings.
                . Read the sight glass.
                """))
                .containsExactly(
                        "WARNING The door is heavy.",
                        "CAUTION It swings.",
                        "1. 0 Open the door.",
                        "2. 0 Read the sight glass.");
    }

    @Test
    void titleOfABlock_isWritten() {
        assertThat(shown("""
                .Tools
                * Wrench

                .Procedure
                . Open the door.

                .Fan case
                image::fan.png[]

                .High voltage
                [WARNING]
                ====
                600 V at the terminals.
                ====

                .Stiff latch
                NOTE: Pull it twice.
                """))
                .containsExactly(
                        "Paragraph Tools",
                        "* 0 Wrench",
                        "Paragraph Procedure",
                        "1. 0 Open the door.",
                        "Figure Fan case",
                        "WARNING High voltage",
                        "WARNING 600 V at the terminals.",
                        "NOTE Stiff latch",
                        "NOTE Pull it twice.");
    }

    @Test
    void header_givesRevisionAndDate() {
        var expected = new Revision("Rev 2.2", Optional.of(LocalDate.of(2026, 3, 2)));
        for (String header : List.of(
                "= Valve\nA. Writer\nv2.2, 2026-03-02: seals\n\nText.\n",
                ":toc:\n= Valve\nA. Writer <a@example.org>\n2.2, 2 March 2026\n\nText.\n",
                "= Valve\n:revnumber: 2.2\n:revdate: 2026-03-02\n\nText.\n"))
            assertThat(read(header).documents().getFirst().header().revision()).isEqualTo(expected);
        assertThat(read("= Valve\n\nv2.2 of the seal fits.\n")
                        .documents()
                        .getFirst()
                        .header()
                        .revision())
                .isEqualTo(Revision.unstated());
    }

    private static List<String> shown(String text) {
        return read(text).documents().getFirst().blocks().stream()
                .map(b -> shown(b.block()))
                .toList();
    }

    private static String shown(Block block) {
        return switch (block) {
            case Block.Heading h -> "Heading " + h.level() + " " + h.text();
            case Block.Safety s -> s.kind() + " " + s.text();
            case Block.Step s -> s.number() + " " + s.depth() + " " + s.text();
            case Block.ListItem i -> i.label() + " " + i.depth() + " " + i.text();
            default -> block.getClass().getSimpleName() + " " + block.text();
        };
    }

    private static ParseOutcome.Parsed read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return (ParseOutcome.Parsed) new AsciidocParser()
                .parse(new SourceFile(Path.of("a.adoc"), ContentHash.of(bytes), FileKind.ASCIIDOC, bytes));
    }
}
