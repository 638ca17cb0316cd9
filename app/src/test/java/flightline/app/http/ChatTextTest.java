package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

final class ChatTextTest {
    @Test
    void markedAnswer_bearsItsMarkingAboveAndBelow_andTheColumnsOfARow() throws Exception {
        var answer = (ObjectNode) new ObjectMapper().readTree("""
                {"outcome": "brief", "marking": "SECRET", "statements": [{"text": "Bolt\\t12.5 N·m", "citations": ["c1"]}],
                 "citations": [{"id": "c1", "document": "limits.md", "marking": "SECRET", "columns": ["Part", "Torque"]}]}
                """);

        assertThat(ChatText.of(answer))
                .startsWith("SECRET\n\n")
                .endsWith("\nSECRET\n")
                .contains("Bolt\t12.5 N·m [c1]\n(columns: Part | Torque)", "[c1] limits.md, SECRET");
    }
}
