package flightline.acceptance.leak;

import static flightline.acceptance.leak.Door.quiet;
import static flightline.acceptance.leak.Door.settled;
import static flightline.acceptance.leak.Door.telling;

import flightline.acceptance.leak.Item.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Where files come in, and the jobs that take them. */
final class WorkDoors {
    private WorkDoors() {}

    static List<Door> all() {
        return List.of(
                quiet("POST /api/v1/ingest", WorkDoors::bytesAgain),
                quiet(
                        "POST /api/v1/import-records",
                        v -> settled(
                                v,
                                v.file("/api/v1/import-records?name=r.jsonl&mapping=sample&no-learning=true", "{}\n"))),
                quiet(
                        "POST /api/v1/import-records/preview",
                        v -> v.file(
                                        "/api/v1/import-records/preview?name=r.csv&mapping=sample",
                                        "id,complaint\n1,tyre worn\n")
                                .text()),
                quiet(
                        "GET /api/v1/jobs",
                        v -> v.who().equals(Who.EVERYTHING)
                                ? ""
                                : v.get("/api/v1/jobs").text()),
                telling(
                        "GET /api/v1/jobs/{id}",
                        v -> v.get("/api/v1/jobs/" + v.job()).text()),
                telling(
                        "GET /api/v1/jobs/{id}",
                        v -> v.house()
                                .send("GET", "/api/v1/jobs/" + v.job(), "", "Accept", "text/event-stream")
                                .text()),
                telling(
                        "DELETE /api/v1/jobs/{id}",
                        v -> v.house()
                                .send("DELETE", "/api/v1/jobs/" + v.job(), "")
                                .text()));
    }

    /** Whoever has a file that is held already learns nothing of the one that is: not its name, not its place. */
    private static String bytesAgain(Visitor v) throws IOException {
        Item item = v.hidden(Kind.MANUAL);
        if (v.sees(item)) return "";
        String held = Files.readString(v.library().folder().resolve(item.id()));
        return settled(v, v.file("/api/v1/ingest?name=copy.md", held));
    }
}
