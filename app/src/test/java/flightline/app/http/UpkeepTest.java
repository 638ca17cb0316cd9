package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.audit.AuditEntry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps a place going, over HTTP: everything out, backups, other rules, other models. */
@ExtendWith(ApiStand.Shared.class)
final class UpkeepTest {
    private final ApiStand stand;

    UpkeepTest(ApiStand stand) {
        this.stand = stand;
    }

    private List<String> names(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create(stand.base() + path)).build();
            byte[] bytes = client.send(request, BodyHandlers.ofByteArray()).body();
            var names = new ArrayList<String>();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    names.add(entry.getName());
            }
            return names;
        }
    }

    private AuditEntry last(String kind) {
        return stand.wiring().audit().latest(50).reversed().stream()
                .filter(entry -> entry.event().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void documents_comeOutAsOneArchive_andNothingIsLeftBehind() throws Exception {
        assertThat(names("/api/v1/library/export"))
                .anyMatch(name -> name.contains("DMC-LT46-A-32-"))
                .doesNotHaveDuplicates();
        assertThat(last("export").event().subject()).isEqualTo("over HTTP");
        Path uploads = stand.wiring().folder().root().resolve(Upload.FOLDER);
        try (var left = Files.list(uploads)) {
            assertThat(left.filter(one -> String.valueOf(one.getFileName()).startsWith("out-")))
                    .isEmpty();
        }
    }

    @Test
    void backup_isMadeFetchedAndTakenAway_andHoldsNoOther() throws Exception {
        JsonNode first = stand.settled(stand.post("/api/v1/backups", "{}"));
        String name = first.path("result").path("name").asText();

        assertThat(first.path("result").path("outcome").asText()).isEqualTo("done");
        assertThat(ApiStand.json(stand.get("/api/v1/backups")).toString()).contains(name);
        assertThat(names("/api/v1/backups/" + name)).isNotEmpty().noneMatch(one -> one.startsWith("backups/"));
        assertThat(last("backup").event().outcome()).isEqualTo("fetched");
        assertThat(stand.send("DELETE", "/api/v1/backups/" + name, "").statusCode())
                .isEqualTo(200);
        assertThat(stand.get("/api/v1/backups/" + name).statusCode()).isEqualTo(404);
        assertThat(stand.get("/api/v1/backups/..%2Fflightline-data.json").statusCode())
                .isEqualTo(404);
        assertThat(stand.get("/metrics").body())
                .contains(
                        "flightline_jobs_finished_total{kind=\"backup\"}",
                        "flightline_jobs_running{kind=\"backup\"} 0");
    }

    @Test
    void rules_thatAreIncomplete_areRefused_withTheReason() throws Exception {
        String form =
                "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bundle.json\"\r\n\r\n{}\r\n--xyz--\r\n";

        JsonNode job = stand.settled(
                stand.post("/api/v1/policy/install", form, "Content-Type", "multipart/form-data; boundary=xyz"));

        assertThat(job.path("result").path("outcome").asText()).isEqualTo("refused");
        assertThat(job.path("result").path("why").get(0).asText()).isNotBlank();
        assertThat(ApiStand.json(stand.post("/api/v1/policy/rollback", "{}"))
                        .path("why")
                        .get(0)
                        .asText())
                .contains("no rules were installed");
    }

    @Test
    void model_isTakenFromTheModelsFolderAlone() throws Exception {
        assertThat(stand.post("/api/v1/models", "{\"file\": \"../flightline-data.json\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(stand.post("/api/v1/models", "{\"file\": \"none.gguf\"}").statusCode())
                .isEqualTo(404);
        Path models = Files.createDirectories(stand.wiring().modelStand().folder());
        Path junk = Files.writeString(models.resolve("junk.gguf"), "no model");
        JsonNode job = stand.settled(stand.post("/api/v1/models", "{\"file\": \"junk.gguf\"}"));
        Files.delete(junk);

        assertThat(job.path("result").path("outcome").asText()).isEqualTo("unsound");
        assertThat(stand.post("/api/v1/models/none/promote", "{}").statusCode()).isEqualTo(404);
        assertThat(ApiStand.json(stand.post("/api/v1/models/rollback", "{}"))
                        .path("outcome")
                        .asText())
                .isEqualTo("none-in-service");
    }
}
