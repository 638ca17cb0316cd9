package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that are slow, stop reading, hang up or lie cost nobody else anything. */
@ExtendWith(ApiStand.Shared.class)
final class UnrulyClientTest {
    private static final int MANY = 60;

    private final ApiStand stand;
    private final List<Socket> open = new ArrayList<>();

    UnrulyClientTest(ApiStand stand) {
        this.stand = stand;
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : open) socket.close();
    }

    private Socket say(String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), stand.port());
        open.add(socket);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String head(String line, String... more) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", more) + (more.length > 0 ? "\r\n" : "");
    }

    private void othersAreServed() throws Exception {
        String question = "{\"question\": \"What is the torque of the axle nut?\"}";
        for (int i = 0; i < 3; i++)
            assertThat(stand.post("/api/v1/ask", question).statusCode()).isEqualTo(200);
        assertThat(stand.get("/api/v1/audit?limit=1").statusCode()).isEqualTo(200);
        assertThat(stand.faults()).extracting(Throwable::toString).isEmpty();
    }

    @Test
    void headsThatNeverEnd_holdUpNobody() throws Exception {
        for (int i = 0; i < MANY; i++) say("POST /api/v1/ask HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

        othersAreServed();
    }

    @Test
    void bodiesThatNeverCome_holdUpNobody() throws Exception {
        for (int i = 0; i < MANY / 2; i++) {
            say(head("POST /api/v1/ask", "Content-Type: application/json", "Content-Length: 1000") + "\r\n{\"question");
            say(head("POST /api/v1/ingest?name=a.md", "Content-Type: text/markdown", "Content-Length: 100000")
                    + "\r\n# A");
        }

        othersAreServed();
    }

    @Test
    void whoStopsReading_holdsUpNobody() throws Exception {
        String question = "{\"question\": \"What is the torque of the axle nut?\"}";
        for (int i = 0; i < MANY / 6; i++) {
            // Many requests on one line, of whose answers not one byte is read.
            say(head("GET /api/v1/audit/export").concat("\r\n").repeat(4));
            say(head("GET /api/v1/library/references").concat("\r\n").repeat(4));
            say(head(
                            "POST /api/v1/ask",
                            "Content-Type: application/json",
                            "Accept: text/event-stream",
                            "Content-Length: " + question.length())
                    + "\r\n" + question);
        }

        othersAreServed();
    }

    @Test
    void whoHangsUp_isNoFaultOfOurs() throws Exception {
        String question = "{\"question\": \"What is the torque of the axle nut?\"}";
        for (int i = 0; i < MANY / 4; i++) {
            say(head("POST /api/v1/ask", "Content-Type: application/json", "Content-Length: 1000") + "\r\n{\"que")
                    .close();
            say(head("POST /api/v1/ingest?name=a.md", "Content-Type: text/markdown", "Content-Length: 9000")
                            + "\r\n# A")
                    .close();
            Socket asked = say(head(
                            "POST /api/v1/ask",
                            "Content-Type: application/json",
                            "Accept: text/event-stream",
                            "Content-Length: " + question.length())
                    + "\r\n" + question);
            asked.setSoLinger(true, 0);
            asked.close();
        }

        othersAreServed();
    }

    @Test
    void headerInAnAddress_doesNotGetIntoTheAnswer() throws Exception {
        Socket socket = say(head("GET /api/v1/library?kind=a%0d%0aSet-Cookie:%20x=y&on=a%0d%0ab") + "\r\n");

        String answer = one(socket);

        assertThat(answer).startsWith("HTTP/1.1 400");
        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n"))).doesNotContain("Set-Cookie");
    }

    @Test
    void lengthsThatContradict_areRefused_andNothingIsReadTwice() throws Exception {
        Socket socket = say(head(
                        "POST /api/v1/ask",
                        "Content-Type: application/json",
                        "Content-Length: 5",
                        "Transfer-Encoding: chunked",
                        "Connection: close")
                + "\r\n0\r\n\r\nGET /api/v1/audit HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(all(socket)).startsWith("HTTP/1.1 400").doesNotContain("\"entries\"");
    }

    @Test
    void headersWithoutEnd_andOfTooManyBytes_areRefused() throws Exception {
        assertThat(all(say(head("GET /health", "X-Long: " + "x".repeat(100_000), "Connection: close") + "\r\n")))
                .startsWith("HTTP/1.1 4");
        assertThat(all(say("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")))
                .startsWith("HTTP/1.1 4");
        othersAreServed();
    }

    /** An answer up to the end of its JSON. */
    private static String one(Socket socket) throws IOException {
        var answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            answer.append((char) next);
            if (next == '}') break;
        }
        return answer.toString();
    }

    private static String all(Socket socket) throws IOException {
        try (InputStream in = socket.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
