package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.BadRequest;
import io.helidon.http.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed in, and doing once what is sent twice. */
@ExtendWith(ApiStand.Shared.class)
final class WritesTest {
    private static final Bounds SMALL = new Bounds(1, 1, 100, 300, 2, Duration.ofSeconds(5));

    private final ApiStand stand;

    @TempDir
    private Path temp = Path.of("unused");

    WritesTest(ApiStand stand) {
        this.stand = stand;
    }

    private Upload upload(String type, Optional<String> name, String body) {
        return Upload.of(
                type,
                name,
                Upload.USUAL,
                new Patient(
                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
                        SMALL.bytes(),
                        SMALL.patience(),
                        System::nanoTime),
                temp,
                SMALL);
    }

    @Test
    void fileThatCannotBeKept_isNoFaultOfWhoeverSentIt() {
        byte[] form = (part("a.md", "words") + "--xyz--\r\n").getBytes(StandardCharsets.UTF_8);
        var body = new ByteArrayInputStream(form) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
                Upload.sweep(temp);
                return super.read(bytes, from, length);
            }
        };
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Upload.of(
                        "multipart/form-data; boundary=xyz", Optional.empty(), Upload.USUAL, body, temp, SMALL))
                .withMessageContaining("cannot be kept here")
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(Status.SERVICE_UNAVAILABLE_503));
    }

    private static String part(String name, String content) {
        return "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../manual.md",
                "..\\manual.md",
                "/etc/passwd",
                "C:\\boot.ini",
                "a.md:stream",
                "..",
                ".hidden",
                "ends.",
                "NUL",
                "com1.md",
                "lpt¹.txt",
                "a\u0000.md",
                "a\n.md",
                "invoice\u202Efdp.exe",
                "a\u200Bb.md",
            })
    void fileName_thatLeadsElsewhereOrLooksLikeAnother_isRefused(String name) {
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> FileName.checked(name))
                .withMessageContaining("the file name");
        assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> FileName.checked("x".repeat(300)));
        assertThat(FileName.checked("AMM 32-41 (rev 57) Größe.pdf")).isEqualTo("AMM 32-41 (rev 57) Größe.pdf");
    }

    @Test
    void form_givesFilesByteForByte_alsoWithHalfABoundaryInThem() throws Exception {
        String tricky = "one\r\n--xy\r\n\r\n--xyzz is none\r";

        try (Upload upload = upload(
                "multipart/form-data; boundary=\"xyz\"",
                Optional.empty(),
                part("a.md", tricky.replace("--xyzz", "-xyzz"))
                        + "--xyz\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\nsample\r\n--xyz--\r\n")) {
            assertThat(upload.files()).hasSize(1);
            assertThat(Files.readString(upload.files().getFirst())).isEqualTo(tricky.replace("--xyzz", "-xyzz"));
            assertThat(upload.field("mapping")).contains("sample");
        }
        assertThat(temp.resolve(Upload.FOLDER)).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multipart/form-data                | a boundary
            multipart/form-data; boundary=xyz  | must begin with its boundary
            application/x-www-form-urlencoded  | content type must be
            application/octet-stream           | ?name=
            """)
    void form_thatIsNone_isRefused_andNothingStays(String type, String words) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> upload(type, Optional.empty(), "content"))
                .withMessageContaining(words);
        assertThat(temp.resolve(Upload.FOLDER)).isEmptyDirectory();
    }

    @Test
    void form_withTooMuch_isRefused_andNothingStays() {
        String type = "multipart/form-data; boundary=xyz";
        for (String body : new String[] {
            part("a.md", "x".repeat(101)) + "--xyz--\r\n",
            part("a.md", "") + part("b.md", "") + part("c.md", "") + "--xyz--\r\n",
            part("a.md", "x".repeat(90)) + part("b.md", "x".repeat(90)) + "x".repeat(200),
        })
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> upload(type, Optional.empty(), body))
                    .matches(problem -> problem.status().equals(Status.REQUEST_ENTITY_TOO_LARGE_413));
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> upload(type, Optional.empty(), part("a.md", "x") + part("A.md", "y") + "--xyz--\r\n"))
                .withMessageContaining("two files");
        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> upload(type, Optional.empty(), part("a.md", "cut off")))
                .withMessageContaining("ended before");
        assertThat(temp.resolve(Upload.FOLDER)).isEmptyDirectory();
    }

    @Test
    void slowBody_isCutOff_whenPatienceEnds() {
        var clock = new AtomicLong();
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                clock.addAndGet(1_000_000_000L);
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                into[from] = (byte) read();
                return 1;
            }
        };
        var body = new Patient(dripping, 1 << 20, Duration.ofSeconds(5), clock::get);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(body::readAllBytes)
                .withMessageContaining("not there after 5 s")
                .matches(problem -> problem.status().equals(Status.REQUEST_TIMEOUT_408));
    }

    @Test
    void sameWord_isDoneOnce_otherBodyIsRefused() throws Exception {
        String place = "/api/v1/sessions";
        String body = "{\"complaint\": \"Brake temperature high on the left main gear\"}";

        HttpResponse<String> first = stand.post(place, body, "Idempotency-Key", "k1");
        HttpResponse<String> again = stand.post(place, body, "Idempotency-Key", "k1");
        HttpResponse<String> other = stand.post(place, body.replace("left", "right"), "Idempotency-Key", "k1");
        HttpResponse<String> anew = stand.post(place, body, "Idempotency-Key", "k2");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(ApiStand.json(anew).path("session").path("id"))
                .isNotEqualTo(ApiStand.json(first).path("session").path("id"));
        assertThat(stand.post(place, body, "Idempotency-Key", "x".repeat(201)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void upload_sentTwice_isOneJob_andNothingStays() throws Exception {
        byte[] body = "# Lamp\n\nThe lamp has 28 V.\n".getBytes(StandardCharsets.UTF_8);
        String place = "/api/v1/ingest?name=lamp.md&dry-run=true";
        String[] headers = {"Content-Type", "text/markdown", "Idempotency-Key", "up1"};

        JsonNode first = ApiStand.json(stand.bytes(place, body, headers));
        JsonNode again = ApiStand.json(stand.bytes(place, body, headers));

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(stand.bytes(place, "# Other".getBytes(StandardCharsets.UTF_8), headers)
                        .statusCode())
                .isEqualTo(422);
        JsonNode done =
                stand.settled(stand.get("/api/v1/jobs/" + first.path("id").asText()));
        assertThat(done.path("result").path("taken").asInt()).isEqualTo(1);
        assertThat(stand.terminal().data().resolve(Upload.FOLDER)).isEmptyDirectory();
    }

    @Test
    void job_tellsItsProgressAsEvents_andOfNobodyElses() throws Exception {
        HttpResponse<String> begun = stand.post("/api/v1/policy/replay", "{}");
        String place = "/api/v1/jobs/" + ApiStand.json(begun).path("id").asText();

        String events = stand.get(place, "Accept", "text/event-stream").body();

        assertThat(events).contains("event: job\ndata: {").contains("\"state\":\"done\"");
        assertThat(stand.get("/api/v1/jobs/j999").statusCode()).isEqualTo(404);
    }

    @Test
    void pages_leadOneToTheNext_withoutGapOrTwice() throws Exception {
        JsonNode whole = ApiStand.json(stand.get("/api/v1/library"));
        var met = new java.util.ArrayList<String>();
        String after = "";
        do {
            JsonNode page = ApiStand.json(stand.get("/api/v1/library?limit=7" + after));
            page.path("documents")
                    .forEach(one -> met.add(
                            one.path("document").asText() + one.path("revision").asText()));
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());

        assertThat(met).doesNotHaveDuplicates().hasSize(whole.path("documents").size());
        assertThat(stand.get("/api/v1/library?after=abc").statusCode()).isEqualTo(400);
    }

    @Test
    void otherMethod_isToldWhatMayBeDone() throws Exception {
        HttpResponse<String> wrong = stand.send("DELETE", "/api/v1/ask", "");
        HttpResponse<String> asked = stand.send("OPTIONS", "/api/v1/library", "");
        HttpResponse<String> head = stand.send("HEAD", "/api/v1/library", "");

        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("OPTIONS, POST");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(stand.get("/api/v1/library?colour=red").body()).contains("no parameter 'colour'", "in-force");
    }

    @Test
    void documentName_thatCanBeNone_isRefused_withItsRule() throws Exception {
        String name = "x".repeat(1_100);

        for (String page : new String[] {"/show?start=1&end=2&document=", "/library/differences?document="})
            assertThat(stand.get(page + name, "Accept", "text/html").statusCode())
                    .as(page)
                    .isEqualTo(400);
        HttpResponse<String> made = stand.post("/api/v1/generate/s1000d", "{\"document\": \"" + name + "\"}");
        assertThat(made.statusCode()).isEqualTo(400);
        assertThat(made.body()).contains("document id must have at most 1000 characters, got 1100");
        assertThat(stand.faults()).isEmpty();
    }

    @Test
    void pace_givesBackWithTime_andKnowsWhoAsks() {
        var clock = new AtomicLong();
        var pace = new Pace(2, 3, clock::get);
        for (int i = 0; i < 3; i++) assertThat(pace.take("one")).isZero();

        assertThat(pace.take("one")).isEqualTo(1);
        assertThat(pace.take("other")).isZero();
        clock.addAndGet(500_000_000L);
        assertThat(pace.take("one")).isZero();
        assertThat(pace.take("one")).isEqualTo(1);
    }
}
