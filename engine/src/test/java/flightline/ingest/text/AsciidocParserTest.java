package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Block;
import flightline.corpus.ContentHash;
import flightline.ingest.FileKind;
import flightline.ingest.ParseOutcome;
import flightline.ingest.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
