package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal;
import flightline.model.HashingEmbedder;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP allows and few send, or what it does not allow: each is answered in its form. */
@ExtendWith(ApiStand.SharedManuals.class)
final class OddRequestsTest {
    private final ApiStand stand;

    OddRequestsTest(ApiStand stand) {
        this.stand = stand;
    }

    @AfterEach
    void nothingBroke() {
        assertThat(stand.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/library", "/openapi", "/assets/style.css", "/sign-in"})
    void head_isAnswered_whereverThereIsSomethingToGet(String place) throws Exception {
        HttpResponse<String> whole = stand.get(place);
        HttpResponse<String> head = stand.send("HEAD", place, "");

        assertThat(head.statusCode()).isEqualTo(whole.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(whole.headers().firstValue("Content-Type"));
    }

    @Test
    void whereNothingIs_thePlaceIsNamed() throws Exception {
        assertThat(stand.get("/api/v1/nothing").body())
                .contains("nothing answers GET at '/api/v1/nothing'", "/openapi");
    }

    @Test
    void sessionThatThereIsNot_isNotFound_whateverItIsAskedToDo() throws Exception {
        for (String verb : new String[] {"answer", "back", "stop", "hand-over", "close"}) {
            HttpResponse<String> said = stand.post(
                    "/api/v1/sessions/nope/" + verb, "{\"check\": \"k1\", \"result\": \"pass\", \"note\": \"n\"}");
            assertThat(said.statusCode()).as(verb + ": " + said.body()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        kind=torque | 'kind' must be one of data-module, directive,
        kind=Directive | got 'Directive'
        in-force=perhaps | 'in-force' must be true or false, got 'perhaps'
        quarantined=1 | 'quarantined' must be true or false, got '1'
        """)
    void libraryThatCannotBeMeant_isABadRequest_notAnEmptyOne(String asked, String said) throws Exception {
        HttpResponse<String> answer = stand.get("/api/v1/library?" + asked);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ata | xx | the filter 'ata' must be a chapter or what is beneath it, such as 32, 32-41 or 324100, got 'xx'
        ata | ~~ | the filter 'ata' must be more than blanks, got ''
        kind | torque | the filter 'kind' must be one of data-module, directive,
        colour | red | a filter may name ata, document, format, kind, library, status, got 'colour'
        """)
    void filterThatCannotHold_isABadRequest(String name, String value, String said) throws Exception {
        String body = "{\"query\": \"brake\", \"filter\": {\"%s\": \"%s\"}}".formatted(name, value);
        HttpResponse<String> alone = stand.post("/api/v1/search", body);

        assertThat(alone.statusCode()).as(alone.body()).isEqualTo(400);
        assertThat(ApiStand.json(alone).path("detail").asText()).startsWith(said);
    }

    @Test
    void bodyThatIsPacked_andAddressThatIsNone_areProblems() throws Exception {
        HttpResponse<String> packed = stand.post("/api/v1/ask", "{}", "Content-Encoding", "br");
        assertThat(packed.statusCode()).isEqualTo(400);
        assertThat(packed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(ApiStand.json(packed).path("detail").asText()).contains("br");

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stand.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/library/% HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"status\":400");
        }
    }

    @Test
    void takenPort_isSaid_beforeAnythingIsBegun(@TempDir Path temp) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            var said = new Terminal(temp.resolve("other"), new HashingEmbedder()).run("serve", "--port", port);

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err())
                    .startsWith("flightline: cannot serve on 127.0.0.1:" + port + ": Address already in use")
                    .contains("--port")
                    .doesNotContain("Serving on", "Exception");
        }
    }
}
