package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.Samples;
import flightline.audit.AuditEntry;
import flightline.flow.Answer;
import flightline.flow.Early;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An answer comes part by part, in the order in which it is read, and never before its entry in the log. */
@ExtendWith(ApiStand.Shared.class)
final class PartsTest {
    private static final String COMPLAINT =
            "{\"complaint\": \"L/H main gear green light flickers on approach\", \"aircraft\": \"QQ-KAA\"}";
    private static final List<String> WITHOUT_A_MODEL =
            List.of("warnings", "causes", "checks", "statement", "conflicts", "precedents", "answer");

    private final ApiStand stand;

    PartsTest(ApiStand stand) {
        this.stand = stand;
    }

    private record Event(String name, String data) {
        JsonNode json() throws Exception {
            return ApiStand.JSON.readTree(data);
        }
    }

    private static Event next(Iterator<String> lines) {
        String name = lines.next().replaceFirst("^event: ", "");
        var data = new StringBuilder();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next())
            data.append(line.replaceFirst("^data: ", "")).append('\n');
        return new Event(name, data.toString());
    }

    private static List<Event> all(Iterator<String> lines) {
        var events = new ArrayList<Event>();
        while (lines.hasNext()) events.add(next(lines));
        return events;
    }

    /** Names, each once though it came several times in a row. */
    private static List<String> names(List<Event> events) {
        var names = new ArrayList<String>();
        for (Event event : events) if (names.isEmpty() || !names.getLast().equals(event.name)) names.add(event.name);
        return names;
    }

    private Iterator<String> asked(ApiStand of, String path, String body) throws Exception {
        return of.lines(path, body, "Accept", "text/event-stream");
    }

    @Test
    void withoutAModel_partsComeInOrder_andAreTheAnswersOwn() throws Exception {
        List<Event> events = all(asked(stand, "/api/v1/diagnose", COMPLAINT));
        JsonNode answer = events.getLast().json();

        assertThat(names(events)).first().isEqualTo("warnings");
        assertThat(WITHOUT_A_MODEL)
                .containsSubsequence(names(events).stream()
                        .filter(name -> !name.equals("repeats"))
                        .toList());
        assertThat(names(events)).contains("causes", "checks", "statement", "precedents", "answer");
        Map<String, JsonNode> parts = new TreeMap<>();
        for (Event event : events) parts.put(event.name, event.json());
        for (String same : List.of("warnings", "causes", "checks", "precedents"))
            assertThat(Objects.requireNonNull(parts.get(same), same).path(same))
                    .isEqualTo(answer.path(same))
                    .isNotEmpty();
        assertThat(events.stream().filter(event -> event.name.equals("statement")))
                .hasSize(answer.path("statements").size());
        for (Event event : events.subList(0, events.size() - 1)) everyMarkHasItsPlace(event.json(), answer);
    }

    private static void everyMarkHasItsPlace(JsonNode part, JsonNode answer) {
        var held = new ArrayList<String>();
        part.path("citations").forEach(one -> held.add(one.path("id").asText()));
        for (String place : List.of("warnings", "checks", "statements"))
            for (JsonNode one : part.path(place)) {
                if (one.has("citation"))
                    assertThat(held).contains(one.path("citation").asText());
                one.path("citations").forEach(mark -> assertThat(held).contains(mark.asText()));
            }
        part.path("citations")
                .forEach(one -> assertThat(answer.path("citations")).contains(one));
    }

    @Test
    void whileAModelWrites_allButItsOwnWordsIsThere_andStandsInTheLogBefore() throws Exception {
        try (var pen = new HeldPen();
                var writing = stand.writing(pen.settings())) {
            Iterator<String> lines = asked(writing, "/api/v1/diagnose", COMPLAINT);
            var early = new ArrayList<Event>();
            do {
                early.add(next(lines));
            } while (!early.getLast().name.equals("precedents"));
            // The model has not said a word yet.
            AuditEntry entry = writing.wiring().audit().latest(1).getLast();
            assertThat(entry.event().outcome()).isEqualTo("extracts");
            assertThat(entry.event().details()).containsEntry("model", "llama-x");
            assertThat(names(early)).first().isEqualTo("warnings");
            assertThat(names(early)).containsSubsequence("warnings", "causes", "checks", "extracts", "precedents");
            JsonNode extracts = early.stream()
                    .filter(event -> event.name.equals("extracts"))
                    .findFirst()
                    .orElseThrow()
                    .json();

            pen.quote(extracts.path("statements").get(0).path("text").asText());
            List<Event> late = all(lines);

            assertThat(names(late)).isEqualTo(List.of("statement", "answer"));
            JsonNode answer = late.getLast().json();
            assertThat(answer.path("engine").path("writer").asText()).isEqualTo("llama");
            for (Event event : early)
                if (answer.has(event.name))
                    assertThat(event.json().path(event.name)).isEqualTo(answer.path(event.name));
        }
    }

    @Test
    void whatConcludesNothing_comesWhole() throws Exception {
        String nothing = "{\"complaint\": \"the flux capacitor hums zwork\"}";

        assertThat(names(all(asked(stand, "/api/v1/diagnose", nothing)))).containsExactly("answer");
        assertThat(names(all(
                        asked(stand, "/api/v1/ask", "{\"question\": \"Sign off the check that was never done.\"}"))))
                .containsExactly("answer");
    }

    @Test
    void page_isGivenTheSameParts_asPiecesOfIt() throws Exception {
        String form =
                "text=" + URLEncoder.encode("L/H main gear green light flickers on approach", StandardCharsets.UTF_8)
                        + "&aircraft=QQ-KAA";
        List<Event> events = all(stand.lines(
                "/", form, "Accept", "text/event-stream", "Content-Type", "application/x-www-form-urlencoded"));

        assertThat(names(events))
                .containsSubsequence("warnings", "causes", "checks", "statement", "precedents", "answer");
        assertThat(events.getFirst().data).contains("class=\"notice warning\"").doesNotContain("<h3>Likely causes");
        assertThat(events.getLast().data).contains("<article class=\"answer\"", "<h3>Likely causes");
    }

    @Test
    void everyOutcome_isSaidOnThePage_withItsReason() {
        var printer = new Printer(stand.wiring());
        var frame = new Frame("/", List.of(), "somebody", false, "", "", "");
        for (Answer answer : Samples.all()) {
            String page = printer.print(
                    "answer.jte",
                    Map.of(
                            "frame",
                            frame,
                            "answer",
                            AnswerJson.of(answer),
                            "verb",
                            "diagnose",
                            "text",
                            "x",
                            "aircraft",
                            ""));
            switch (answer) {
                case Answer.Brief brief -> assertThat(page).doesNotContain("class=\"notice outcome\"");
                case Answer.NotEnoughEvidence(var head, var why, var leads) ->
                    assertThat(page).contains("<strong>Not enough evidence</strong><p>" + why);
                case Answer.Refused(var head, var clause, var category, var why) ->
                    assertThat(page).contains("<strong>Refused under clause " + clause + "</strong><p>" + why);
                case Answer.OutOfScope(var head, var why) ->
                    assertThat(page).contains("<strong>Not for this system</strong><p>" + why);
                case Answer.Withheld(var head, var why) ->
                    assertThat(page).contains("<strong>Withheld</strong><p>" + why, "Tell the administrator");
            }
            assertThat(page).contains("Log entry A-000042");
        }
    }

    @Test
    void partsOfExtracts_areToldOnce_andStatementsAfterThem() {
        Answer.Brief answer = (Answer.Brief) Samples.brief();
        var told = new ArrayList<String>();
        var parts = new Parts((name, part) -> told.add(name));
        parts.sees(new Early.Sight.Extracts(answer.brief()));
        parts.sees(new Early.Sight.Written(answer.brief()));
        parts.rest(AnswerJson.of(answer));

        assertThat(told)
                .containsExactly("warnings", "causes", "checks", "extracts", "conflicts", "precedents", "statement");
        told.clear();
        new Parts((name, part) -> told.add(name)).rest(AnswerJson.of(answer));
        assertThat(told).containsExactly("warnings", "causes", "checks", "statement", "conflicts", "precedents");
    }
}
