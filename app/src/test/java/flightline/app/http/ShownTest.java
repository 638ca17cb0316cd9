package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class ShownTest {
    @Test
    void citationsWhoseLinesReadTheSame_areOneLine() throws Exception {
        JsonNode citations = new ObjectMapper().readTree("""
                [{"id": "c1", "document": "AMM 32", "revision": "4", "start": 1, "end": 2},
                 {"id": "r1", "document": "record"},
                 {"id": "c2", "document": "AMM 32", "revision": "4", "start": 5, "end": 9},
                 {"id": "c3", "document": "AMM 32", "revision": "3", "inForce": false, "standing": "superseded"},
                 {"id": "c4", "document": "AMM 32", "revision": "4", "effectivity": "MSN 1"},
                 {"id": "c5", "document": "AMM 32", "revision": "4"}]
                """);

        assertThat(Shown.alike(citations).stream()
                        .map(line -> line.stream()
                                .map(one -> one.path("id").asText())
                                .toList()
                                .toString()))
                .containsExactly("[c1, c2, c5]", "[c3]", "[c4]");
    }

    @Test
    void cellsOfARowThatIsQuotedAsALine_areParted() throws Exception {
        JsonNode check = new ObjectMapper().readTree("""
                {"text": "BRAKE TEMP\\tvalve out of rig\\tConnect a gauge"}
                """);

        assertThat(Shown.words(check)).isEqualTo("BRAKE TEMP · valve out of rig · Connect a gauge");
    }

    @Test
    void tableOfAnAnswer_isCsv_thatNoSpreadsheetReckons() throws Exception {
        JsonNode answer = new ObjectMapper().readTree("""
                {"columns": ["part", "rate", "stands_out"],
                 "rows": [["valve, \\"hot\\"", 0.123456789, true], ["=1+1", -3, false], [null, 2, null]]}
                """);

        assertThat(FleetShown.csv(answer))
                .isEqualTo("part,rate,stands_out\r\n\"valve, \"\"hot\"\"\",0.123456789,yes\r\n'=1+1,-3,no\r\n,2,\r\n");
    }

    @Test
    void one_isCountedAsOne() {
        assertThat(Shown.counted(1, "question")).isEqualTo("1 question");
        assertThat(Shown.counted(0, "question")).isEqualTo("0 questions");
    }
}
