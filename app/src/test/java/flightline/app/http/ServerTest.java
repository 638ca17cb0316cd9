package flightline.app.http;

import static flightline.app.http.ApiStand.JSON;
import static flightline.app.http.ApiStand.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A true server over a small library, asked by programs over the loopback. */
@ExtendWith(ApiStand.SharedManuals.class)
final class ServerTest {
    private final ApiStand stand;

    ServerTest(ApiStand stand) {
        this.stand = stand;
    }

    @AfterEach
    void nothingBroke() {
        assertThat(stand.faults()).isEmpty();
    }

    @Test
    void ask_answersWithTheContractsShape_andTheCallersId() throws Exception {
        HttpResponse<String> response = stand.post(
                "/api/v1/ask", "{\"id\": \"q7\", \"question\": \"What is the pressure of the accumulator?\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode answer = json(response);
        assertThat(answer.get("id").asText()).isEqualTo("q7");
        assertThat(answer.get("outcome").asText()).isEqualTo("brief");
        assertThat(answer.get("statements").toString()).contains("3000 psi");
        assertThat(answer.get("warnings").toString()).contains("Release the pressure");
        assertThat(answer.get("audit").asText()).startsWith("A-");
    }

    @Test
    void refusedRequest_isAnAnswer_notAnError() throws Exception {
        HttpResponse<String> response =
                stand.post("/api/v1/ask", "{\"question\": \"Sign off the torque check that was never done.\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).get("outcome").asText()).isEqualTo("refused");
    }

    @ParameterizedTest
    @CsvSource({
        "Sign off the torque check that was never done., refused",
        "What is the best pizza in town?, out-of-scope"
    })
    void paperFromNoDiagnosis_isAnAnswer_notAnError(String complaint, String outcome) throws Exception {
        HttpResponse<String> response = stand.post("/api/v1/draft/workcard", "{\"complaint\": \"" + complaint + "\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).get("outcome").asText()).isEqualTo(outcome);
        assertThat(json(response).get("audit").asText()).startsWith("A-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/ask", "/api/v1/diagnose", "/api/v1/search"})
    void markedDocument_isForTheClearedAlone(String place) throws Exception {
        String asked = "{\"text\": \"At how many rpm turns the zorvinax of the accumulator?\"%s}";
        String cleared = ", \"as\": {\"name\": \"x\", \"roles\": [\"technician\"], \"clearances\": [\"CUI\"]}";

        assertThat(stand.post(place, asked.formatted("")).body()).doesNotContain("900 rpm", "marked.md");
        assertThat(stand.post(place, asked.formatted(", \"as\": {\"name\": \"x\", \"clearances\": [\"ITAR\"]}"))
                        .body())
                .doesNotContain("900 rpm", "marked.md");
        assertThat(stand.post(place, asked.formatted(cleared)).body()).contains("900 rpm", "marked.md");
    }

    @Test
    void whoHasNoRole_isTurnedAway() throws Exception {
        HttpResponse<String> response = stand.post(
                "/api/v1/ask",
                "{\"question\": \"What is the pressure?\", \"as\": {\"name\": \"guest\", \"roles\": []}}");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(json(response).get("detail").asText()).contains("has no role");
    }

    @Test
    void search_findsPassages() throws Exception {
        JsonNode found = json(stand.post("/api/v1/search", "{\"query\": \"accumulator pressure\"}"));

        assertThat(found.get("hits").get(0).get("text").asText()).contains("accumulator");
    }

    @Test
    void events_endWithTheAnswer() throws Exception {
        HttpResponse<String> response = stand.post(
                "/api/v1/ask",
                "{\"question\": \"What is the pressure of the accumulator?\"}",
                "Accept",
                "text/event-stream");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        List<String> lines = response.body().lines().toList();
        int answer = lines.indexOf("event: answer");
        assertThat(answer).isNotNegative();
        assertThat(JSON.readTree(lines.get(answer + 1).substring("data: ".length()))
                        .get("outcome")
                        .asText())
                .isEqualTo("brief");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                       | 400 | a request needs one of
            {"question": " "}                        | 400 | must not be blank
            {"question": 7}                          | 400 | must be a string
            {"question": "x", "top": 0}              | 400 | 'top' must be 1..100
            {"question": "x", "on": "2026-02-30"}    | 400 | 2026-02-30
            {"question": "x"                         | 400 | not JSON
            []                                       | 400 | must be a JSON object
            {"question": "x", "question": "y"}       | 400 | not JSON
            """)
    void badRequest_isAProblem_thatNamesIt(String body, int status, String words) throws Exception {
        HttpResponse<String> response = stand.post("/api/v1/ask", body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(response).get("detail").asText()).contains(words);
    }

    @Test
    void wrongType_tooLarge_andUnknownPlace_areProblems() throws Exception {
        assertThat(stand.post("/api/v1/ask", "question=x", "Content-Type", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(415);
        assertThat(stand.post("/api/v1/ask", "{\"question\": \"" + "x".repeat(1_100_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(stand.post(
                                "/api/v1/ask",
                                "{\"question\": \"" + "[".repeat(100) + "\", \"a\":" + "[".repeat(100) + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(stand.get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(stand.post("/v1/chat/completions", "{\"model\": \"gpt-4\", \"messages\": []}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void feedback_isTakenOfOnesOwnAnswer() throws Exception {
        String answer = json(stand.post("/api/v1/ask", "{\"question\": \"What is the pressure of the accumulator?\"}"))
                .path("audit")
                .asText();

        JsonNode said = json(stand.post(
                "/api/v1/feedback", "{\"answer\": \"" + answer + "\", \"kind\": \"helped\", \"citation\": \"c1\"}"));
        assertThat(said.path("kind").asText()).isEqualTo("helped");
        assertThat(stand.post("/api/v1/feedback", "{\"answer\": \"" + answer + "\", \"kind\": \"great\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(stand.post("/api/v1/feedback", "{\"answer\": \"A-000001\", \"kind\": \"helped\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void openApi_describesEveryEndpoint() throws Exception {
        JsonNode description = json(stand.get("/openapi"));

        assertThat(description.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(description.get("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains("/api/v1/diagnose", "/api/v1/ask", "/api/v1/search", "/v1/chat/completions", "/health");
    }

    /** Asks until it is its turn, as a program does that is told to come again. */
    private String statements() throws Exception {
        HttpResponse<String> response;
        do response = stand.post("/api/v1/ask", "{\"question\": \"What is the pressure of the accumulator?\"}");
        while (response.statusCode() == 503);
        return json(response).get("statements").toString();
    }

    @Test
    void manyAtOnce_getTheSameAnswer() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < 40; i++) answers.add(callers.submit(this::statements));
            String first = answers.getFirst().get();
            for (Future<String> answer : answers) assertThat(answer.get()).isEqualTo(first);
        }
        assertThat(stand.wiring().audit()).isNotNull();
    }
}
