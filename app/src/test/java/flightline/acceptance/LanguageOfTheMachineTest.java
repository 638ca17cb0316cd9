package flightline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine set to another language the program does the same: Turkish has another small i, Arabic other digits. */
final class LanguageOfTheMachineTest {
    private static final String RECORDS = """
            record_id,date,registration,complaint,action,part_removed_name
            R1,2026-01-01,QQ-KAA,PACK OVHT,REPLACED VALVE,pack valve
            R2,2026-01-02,QQ-KAA,PACK OVHT,REPLACED VALVE,pack valve
            """;

    @TempDir
    private Path temp = Path.of("unused");

    @Test
    void turkish_rulesAreRead() throws Exception {
        List<String> machine = List.of("user.language=tr", "user.country=TR");

        assertThat(run(temp.resolve("data"), machine, "policy", "check", "The INDICATION of the oil pressure IS LOW"))
                .startsWith("allow");
    }

    @Test
    void arabic_recordsAreCounted() throws Exception {
        Path data = temp.resolve("data");
        List<String> machine = List.of("user.language=ar", "user.country=SA");
        Path records = Files.writeString(temp.resolve("records.csv"), RECORDS);

        run(data, machine, "import-records", "--analysis-only", "--mapping", "sample", records.toString());
        assertThat(run(data, machine, "fleet", "top causes")).contains("pack valve has 2");
    }

    private static String run(Path data, List<String> machine, String... words) throws Exception {
        Child child = Child.start(Main.class, data, machine, List.of(words));
        assertThat(child.await()).as(child.said()).isZero();
        return child.said();
    }
}
