package flightline.acceptance.leak;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal;
import flightline.model.HashingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How records come by their markings. */
final class RecordMarkingTest {
    private static final String COMPLAINT = "hydraulic pump pressure low in cruise";

    @TempDir
    private Path temp;

    @Test
    void marking_isAddedAndNeverLowered_andWhatWasLearnedBeforeGoes() throws IOException {
        var terminal = new Terminal(temp.resolve("data"), new HashingEmbedder());
        Path log = Files.writeString(temp.resolve("log.csv"), """
                record_id,date,registration,msn,model,complaint,action,part_removed_name,marking
                R-1,2026-05-01,QQ-AAA,1001,LT-46,hydraulic pump pressure low in cruise,replaced the filter,filter,
                R-2,2026-05-02,QQ-AAB,1002,LT-46,hydraulic pump pressure low in cruise,replaced the valve,valve,PROPRIETARY
                """);
        Path mapping = Files.writeString(temp.resolve("own.yaml"), """
                name: own
                fields: {id: record_id, date: date, aircraft: registration, complaint: complaint, action: action, part: part_removed_name, marking: marking}
                """);
        Path learned = temp.resolve("data/learned/systems.model");
        imported(terminal, log, mapping);
        assertThat(diagnosed(terminal)).contains("R-1").doesNotContain("R-2");
        Files.createDirectories(learned.getParent());
        Files.writeString(learned, "learned when it was unmarked");

        Terminal.Said marked = imported(terminal, log, mapping, "--marking", "CUI");
        assertThat(marked.json().path("files").get(0).path("marked").asInt()).isEqualTo(1);
        assertThat(marked.err()).contains("1 records have a marking that had none");
        assertThat(learned).doesNotExist();
        imported(terminal, log, mapping);
        assertThat(diagnosed(terminal)).doesNotContain("R-1", "R-2");
        Path cleared = Files.writeString(
                temp.resolve("cleared.json"), "{\"name\": \"cleared\", \"clearances\": [\"CUI\", \"PROPRIETARY\"]}");
        assertThat(diagnosed(terminal, "--as", cleared.toString())).contains("R-1", "R-2");
        Path half = Files.writeString(temp.resolve("half.json"), "{\"name\": \"half\", \"clearances\": [\"CUI\"]}");
        assertThat(diagnosed(terminal, "--as", half.toString())).contains("R-1").doesNotContain("R-2");
    }

    private static Terminal.Said imported(Terminal terminal, Path log, Path mapping, String... more) {
        var words = new ArrayList<>(List.of(
                "import-records",
                log.toString(),
                "--mapping",
                mapping.toString(),
                "--no-learning",
                "--quiet",
                "--json"));
        words.addAll(List.of(more));
        Terminal.Said said = terminal.run(words.toArray(String[]::new));
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        return said;
    }

    private static String diagnosed(Terminal terminal, String... more) {
        var words = new ArrayList<>(List.of("diagnose", COMPLAINT, "--json"));
        words.addAll(List.of(more));
        return terminal.run(words.toArray(String[]::new)).out();
    }
}
