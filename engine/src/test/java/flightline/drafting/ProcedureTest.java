package flightline.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Applicability;
import flightline.corpus.Block;
import flightline.corpus.HeldDocument;
import flightline.corpus.PlacedBlock;
import flightline.corpus.SourceTextWriter;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A manual that has no pages, written as text or as SGML, is no more one procedure than a printed one. */
final class ProcedureTest {
    private final SourceTextWriter source = new SourceTextWriter();
    private final List<PlacedBlock> blocks = new ArrayList<>();

    private void part(String heading, int steps) {
        List<String> path = List.of("Manual", heading);
        blocks.add(placed(List.of("Manual"), new Block.Heading(2, "", heading, source.write(heading))));
        for (int i = 1; i <= steps; i++) {
            String step = "Turn screw " + i + " of " + heading + ".";
            blocks.add(placed(path, new Block.Step(i + ".", 0, step, source.write(step))));
        }
    }

    private static PlacedBlock placed(List<String> path, Block block) {
        return new PlacedBlock(path, Applicability.ALL, block);
    }

    /** Headings and steps of the procedure that the last step of a part is of, in the format given. */
    private List<String> around(String format, String last) {
        HeldDocument held = Shelved.manual("AMM", "Manual", format);
        String text = source.toString();
        return Procedure.around(held, new StructuredDocument(held.header(), text, blocks), text.indexOf(last)).stream()
                .flatMap(procedure -> procedure.blocks().stream())
                .map(placed -> placed.block().text())
                .toList();
    }

    @Test
    void pageOfText_isOneProcedure_withAllThatStandsBesideItsSteps() {
        part("Before you begin", 0);
        part("Steps", 2);

        assertThat(around("Markdown", "Turn screw 2 of Steps"))
                .containsExactly("Before you begin", "Steps", "Turn screw 1 of Steps.", "Turn screw 2 of Steps.");
    }

    @Test
    void manualOfSeveralTasks_givesTheTaskAroundThePassage() {
        part("TASK 32-41-01 Remove", 2);
        part("TASK 32-41-02 Install", 1);

        assertThat(around("iSpec 2200", "Turn screw 1 of TASK 32-41-02"))
                .containsExactly("TASK 32-41-02 Install", "Turn screw 1 of TASK 32-41-02 Install.");
    }

    @Test
    void longManual_givesWhatStandsUnderTheHeading_aModuleIsWhole() {
        part("Wheels", 119);
        part("Brakes", 2);

        assertThat(around("Word", "Turn screw 2 of Brakes")).hasSize(3).startsWith("Brakes");
        assertThat(around("S1000D 4.1", "Turn screw 2 of Brakes")).hasSize(123);
    }
}
