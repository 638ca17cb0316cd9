package flightline.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.flow.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AnswerJsonTest {
    static List<Answer> everyOutcome() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("everyOutcome")
    void of_hasEveryFieldOfTheContract(Answer answer) {
        JsonNode node = AnswerJson.of(answer);
        assertThat(names(node))
                .contains(
                        "id",
                        "outcome",
                        "complaint",
                        "systems",
                        "systemSet",
                        "causes",
                        "checks",
                        "warnings",
                        "statements",
                        "conflicts",
                        "precedents",
                        "citations",
                        "engine",
                        "audit",
                        "millis");
        assertThat(node.path("outcome").asText()).isEqualTo(answer.outcome());
        assertThat(node.has("why")).isEqualTo(!(answer instanceof Answer.Brief));
        assertThat(names(node.path("complaint")))
                .containsExactly(
                        "text",
                        "normalised",
                        "ata",
                        "faultCodes",
                        "partNumbers",
                        "observed",
                        "positions",
                        "phases",
                        "quantities",
                        "absent",
                        "tried",
                        "products",
                        "conditions");
        assertThat(names(node.path("systemSet"))).containsExactly("coverage", "codes", "reviewRequired");
        assertThat(names(node.path("engine"))).containsExactly("writer", "model", "modelSha256", "seed");
        assertThat(names(node.path("millis"))).containsExactly("total", "retrieve", "rank", "write", "verify");
        for (String list : List.of(
                "systems", "causes", "checks", "warnings", "statements", "conflicts", "precedents", "citations"))
            assertThat(node.path(list).isArray()).as(list).isTrue();
        assertThat(node.path("id").asText()).isEqualTo("q1");
        assertThat(node.path("audit").asText()).isEqualTo("A-000042");
    }

    @Test
    void of_brief_namesEveryPartAsTheContractDoes() {
        JsonNode node = AnswerJson.of(Samples.brief());
        assertThat(names(node.path("systems").get(0))).contains("scheme", "code", "title", "probability");
        assertThat(names(node.path("causes").get(0)))
                .containsExactly("part", "condition", "probability", "evidence", "why");
        assertThat(names(node.path("checks").get(0)))
                .containsExactly("id", "text", "expected", "minutes", "for", "citations", "why", "cost", "answers");
        assertThat(names(node.path("warnings").get(0))).containsExactly("kind", "text", "citation");
        assertThat(names(node.path("statements").get(0))).containsExactly("text", "citations", "verdict");
        assertThat(names(node.path("conflicts").get(0))).containsExactly("text", "citations");
        assertThat(names(node.path("precedents").get(0)))
                .containsExactly("id", "record", "date", "aircraft", "complaint", "action", "part", "similarity");
        assertThat(names(node.path("citations").get(0)))
                .contains(
                        "id",
                        "document",
                        "revision",
                        "inForce",
                        "standing",
                        "effectivity",
                        "effectivityKnown",
                        "title",
                        "path",
                        "page",
                        "box",
                        "quote",
                        "start",
                        "end");
        assertThat(node.at("/warnings/0/kind").asText()).isEqualTo("warning");
        assertThat(node.at("/statements/0/verdict").asText()).isEqualTo("quoted");
        assertThat(node.at("/citations/0/box").toString()).isEqualTo("[72.0,100.3,300.0,120.0]");
        assertThat(node.at("/citations/2/page").isNull()).isTrue();
        assertThat(node.at("/millis/total").asDouble()).isEqualTo(12.3);
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
