package flightline.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the parser to the floors in {@code eval/structure/expected.yaml}; skipped where {@code ../shared/data} is absent. */
final class StructureFloorTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void parser_onLabelledPages_staysAboveItsFloors() throws IOException {
        assumeTrue(
                Files.isDirectory(DATA), "skipped: the labelled public pages lie in ../shared/data, which is absent");
        var pages = new StructureRun(REPOSITORY, DATA).score(List.of("tune", "held-out"));
        JsonNode floors = YAMLMapper.builder()
                .build()
                .readTree(Files.readAllBytes(REPOSITORY.resolve("eval/structure/expected.yaml")));
        for (String split : List.of("tune", "held-out")) {
            PageScore total = StructureRun.total(
                    pages.stream().filter(p -> p.page().split().equals(split)).toList());
            var figures = Map.of(
                    "reading-order", total.order().f1(),
                    "heading-f1", total.headings().f1(),
                    "table-cell-f1", total.cells().f1(),
                    "step-f1", total.steps().f1(),
                    "warnings-recall", total.dangers().recall());
            figures.forEach((name, value) -> assertThat(value)
                    .as("%s on %s", name, split)
                    .isGreaterThanOrEqualTo(
                            floors.required(split).required(name).asDouble()));
            assertThat(total.running().hits())
                    .as("running heads kept on %s", split)
                    .isLessThanOrEqualTo(
                            floors.required(split).required("running-kept").asInt());
        }
    }
}
