package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The table of an answer over records, as it is taken away. */
final class FleetShownTest {
    private static String csv(String json) throws IOException {
        return FleetShown.csv(new ObjectMapper().readTree(json));
    }

    @Test
    void markedTable_tellsItsMarkingInEachRow() throws IOException {
        assertThat(
                        csv(
                                "{\"marking\": \"CUI//SP-CTI\", \"columns\": [\"tail\", \"records\"], \"rows\": [[\"QQ-AAA\", 2]]}"))
                .isEqualTo("tail,records,marking\r\nQQ-AAA,2,CUI//SP-CTI\r\n");
        assertThat(csv("{\"columns\": [\"tail\"], \"rows\": [[\"=1\"]]}")).isEqualTo("tail\r\n'=1\r\n");
    }

    @Test
    void columnOfTenths_showsThemAll_andWordsAreNoFigures() throws IOException {
        var answer = new ObjectMapper()
                .readTree("{\"columns\": [\"chapter\", \"share\", \"rate\"],"
                        + " \"rows\": [[\"32\", 47.1, 1.25], [\"24\", 52, 2], [\"12\", null, 3.5]]}");
        var columns = FleetShown.columns(answer);
        assertThat(columns.stream().map(FleetShown.Column::figures)).containsExactly(false, true, true);
        var row = answer.path("rows").path(1);
        assertThat(columns.get(0).shown(row.path(0))).isEqualTo("24");
        assertThat(columns.get(1).shown(row.path(1))).isEqualTo("52.0");
        assertThat(columns.get(2).shown(row.path(2))).isEqualTo("2");
        assertThat(columns.get(1).shown(answer.path("rows").path(2).path(1))).isEmpty();
    }
}
