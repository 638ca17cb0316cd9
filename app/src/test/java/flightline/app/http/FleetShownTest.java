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
}
