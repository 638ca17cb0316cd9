package flightline.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordMappingsTest {
    private final RecordMappings mappings = new RecordMappings();

    @Test
    void everyBuiltInMapping_loads() {
        assertThat(mappings.builtIn()).containsExactlyInAnyOrder("sdr", "faa-incidents", "sample", "flightline");
        for (String name : mappings.builtIn())
            assertThat(mappings.named(name)).as(name).isPresent();
        assertThat(mappings.named("nosuch")).isEmpty();
    }

    @Test
    void values_areKeptAsTheyAreWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ours.yaml");
        Files.writeString(file, """
                fields: {narrative: text, serial: {constant: 0042}, part: {from: p, prefix: 3}}
                absent: [00, no]
                derive: false
                """);
        assertThat(mappings.read(file)).isInstanceOfSatisfying(MappingOutcome.Loaded.class, loaded -> {
            assertThat(loaded.mapping().rule(TargetField.SERIAL).orElseThrow().constant())
                    .hasValue("0042");
            assertThat(loaded.mapping().rule(TargetField.PART).orElseThrow().prefix())
                    .hasValue(3);
            assertThat(loaded.mapping().absent()).contains("00", "no");
            assertThat(loaded.mapping().derive()).isFalse();
        });
    }

    @Test
    void mappingFile_isRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ours.yaml");
        Files.writeString(file, """
                format: csv
                delimiter: semicolon
                fields:
                  id: WO
                  date: {from: closed, formats: [dd/MM/yyyy]}
                  model: [make, type]
                  aircraft: {constant: G-ABCD}
                  narrative: text
                absent: ["-"]
                keep: [station]
                """);
        assertThat(mappings.read(file)).isInstanceOfSatisfying(MappingOutcome.Loaded.class, loaded -> {
            assertThat(loaded.mapping().name()).isEqualTo("ours");
            assertThat(loaded.mapping().delimiter()).hasValue(';');
            assertThat(loaded.mapping().rule(TargetField.MODEL).orElseThrow().from())
                    .containsExactly("make", "type");
            assertThat(loaded.mapping().rule(TargetField.AIRCRAFT).orElseThrow().constant())
                    .hasValue("G-ABCD");
        });
    }

    @Test
    void everyFault_isNamedWithFileKeyAndWhatIsAllowed() {
        assertThat(problems("""
                format: xls
                colour: red
                fields:
                  narative: text
                  date: {from: d, formats: [qqqq]}
                  part: {from: p, constant: q}
                """))
                .hasSize(6)
                .allMatch(problem -> problem.startsWith("m.yaml: "))
                .anySatisfy(p -> assertThat(p).contains("format", "'xls'", "csv, tsv, jsonl"))
                .anySatisfy(p -> assertThat(p).contains("colour", "allowed: name, format"))
                .anySatisfy(p -> assertThat(p).contains("fields.narative", "narrative"))
                .anySatisfy(p -> assertThat(p).contains("fields.date.formats", "'qqqq'"))
                .anySatisfy(p -> assertThat(p).contains("fields.part", "either 'from' or 'constant'"))
                .anySatisfy(p -> assertThat(p).contains("names no text"));
    }

    @Test
    void whatIsNoYaml_isSaidWithItsPlace() {
        assertThat(problems("fields: [a\nb: c")).singleElement().asString().contains("m.yaml line", "not YAML");
        assertThat(problems("just words")).singleElement().asString().contains("allowed keys");
        assertThat(problems("name: a\nname: b\n")).singleElement().asString().contains("line 2");
    }

    @Test
    void missingFile_isSaid(@TempDir Path folder) {
        assertThat(mappings.read(folder.resolve("none.yaml"))).isInstanceOf(MappingOutcome.Faulty.class);
    }

    private List<String> problems(String yaml) {
        return switch (mappings.parse("m.yaml", yaml)) {
            case MappingOutcome.Loaded loaded -> throw new AssertionError("loaded " + loaded);
            case MappingOutcome.Faulty(var problems) -> problems;
        };
    }
}
