package flightline.library.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManuscriptReaderTest {
    private final ManuscriptReader reader = new ManuscriptReader("R12", "R12");

    @Test
    void read_lineOfAnotherRevision_isLeftOut() {
        assertThat(reader.read("a.txt", "{R11} * 22 N\n{R12} * 28 N\n* both").blocks())
                .containsExactly(new Block.Changed(new Block.Step(1, "28 N")), new Block.Step(1, "both"));
    }

    @Test
    void read_linesOfOneParagraph_areJoined() {
        assertThat(reader.read("a.txt", "one\ntwo\n\nthree").blocks())
                .containsExactly(new Block.Paragraph("one two"), new Block.Paragraph("three"));
    }

    @Test
    void read_table_keepsHeadAndRows() {
        assertThat(reader.read("a.txt", "[open 40 60 Limits]\n| Value | Limit |\n| Gap | 2 mm |")
                        .blocks())
                .containsExactly(new Block.Table(
                        Block.Table.Style.OPEN,
                        List.of(40, 60),
                        "Limits",
                        List.of(List.of("Value", "Limit"), List.of("Gap", "2 mm"))));
    }

    @Test
    void read_rowWithTooManyCells_namesFileAndLine() {
        assertThatThrownBy(() -> reader.read("a.txt", "[open 40 60]\n| a | b | c |"))
                .hasMessageContaining("a.txt, line 2")
                .hasMessageContaining("3 cells, the table 2");
    }

    @Test
    void read_widthsNotHundred_isRefused() {
        assertThatThrownBy(() -> reader.read("a.txt", "[ruled 40 50]")).hasMessageContaining("got 90");
    }

    @Test
    void read_unknownMark_isRefused() {
        assertThatThrownBy(() -> reader.read("a.txt", "[colums]")).hasMessageContaining("unknown mark [colums]");
    }

    @Test
    void settings_missingKey_namesEditionAndKey() {
        Settings settings = reader.read("a.txt", "@title T").settings();
        assertThat(settings.one("title")).isEqualTo("T");
        assertThatThrownBy(() -> settings.one("date"))
                .hasMessageContaining("a.txt")
                .hasMessageContaining("@date");
    }
}
