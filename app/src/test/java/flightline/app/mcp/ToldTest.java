package flightline.app.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class ToldTest {
    @Test
    void markedAnswer_tellsItsMarkingFirst_andTheColumnsOfARowAsWordsOfTheDocument() throws Exception {
        var answer = new ObjectMapper().readTree("""
                {"outcome": "brief", "marking": "SECRET", "statements": [{"text": "Bolt\\t12.5 N·m", "citations": ["c1"], "verdict": "quoted"}],
                 "citations": [{"id": "c1", "document": "limits.md", "revision": "1", "start": 0, "end": 9, "inForce": true,
                                "marking": "SECRET", "columns": ["Part", "Torque"]}]}
                """);

        assertThat(Told.answer(answer))
                .startsWith("Marking: SECRET\n")
                .contains("under the columns:\n> Part | Torque\n", "marked SECRET");
    }
}
