package flightline.acceptance.leak;

import static flightline.acceptance.leak.Door.book;
import static flightline.acceptance.leak.Door.quiet;
import static flightline.acceptance.leak.Door.telling;
import static flightline.acceptance.leak.Door.unseen;
import static flightline.acceptance.leak.Visitor.besides;
import static flightline.app.http.OpenHouse.encoded;

import flightline.acceptance.leak.Item.Kind;
import java.util.List;

/** Where what is held is listed, shown and changed. */
final class LibraryDoors {
    private LibraryDoors() {}

    static List<Door> all() {
        return List.of(
                telling("GET /api/v1/show", v -> book(v, "/api/v1/show?document=")),
                telling(
                        "GET /api/v1/show",
                        v -> besides(
                                v.hidden(Kind.DIRECTIVE).id(),
                                v.get("/api/v1/show?start=0&end=9&document="
                                        + encoded(v.hidden(Kind.DIRECTIVE).id())))),
                telling(
                        "GET /api/v1/show",
                        v -> besides(
                                v.hidden(Kind.RECORD).id(),
                                v.get("/api/v1/show?record="
                                        + encoded(v.hidden(Kind.RECORD).id())))),
                telling(
                        "GET /api/v1/library",
                        v -> v.get("/api/v1/library").text(),
                        Kind.MANUAL,
                        Kind.BOOK,
                        Kind.DIRECTIVE,
                        Kind.PROCEDURE,
                        Kind.WAITING),
                telling(
                        "GET /api/v1/library",
                        v -> v.get("/api/v1/library?limit=30").text()),
                quiet(
                        "GET /api/v1/library",
                        v -> v.house().send("HEAD", "/api/v1/library", "").text()),
                telling(
                        "GET /api/v1/library/export",
                        v -> v.get("/api/v1/library/export").text(),
                        Kind.MANUAL,
                        Kind.BOOK,
                        Kind.DIRECTIVE,
                        Kind.PROCEDURE),
                telling("GET /api/v1/library/{id}", v -> book(v, "/api/v1/library/")),
                telling("GET /api/v1/library/diff", v -> book(v, "/api/v1/library/diff?document=")),
                telling(
                        "GET /api/v1/library/directives",
                        v -> v.get("/api/v1/library/directives?status=all").text(),
                        Kind.DIRECTIVE),
                quiet(
                        "GET /api/v1/library/references",
                        v -> v.get("/api/v1/library/references").text()),
                quiet("GET /api/v1/library/references", v -> book(v, "/api/v1/library/references?document=")),
                telling(
                        "GET /api/v1/library/quarantine",
                        v -> v.get("/api/v1/library/quarantine").text(),
                        Kind.WAITING),
                quiet(
                        "DELETE /api/v1/library/{id}",
                        v -> unseen(
                                v, Kind.MANUAL, id -> v.house().send("DELETE", "/api/v1/library/" + encoded(id), ""))),
                quiet(
                        "POST /api/v1/library/{id}/approve",
                        v -> unseen(
                                v,
                                Kind.WAITING,
                                id -> v.json("/api/v1/library/" + encoded(id) + "/approve", "reason", "seen"))),
                quiet(
                        "POST /api/v1/library/{id}/reject",
                        v -> unseen(
                                v,
                                Kind.WAITING,
                                id -> v.json("/api/v1/library/" + encoded(id) + "/reject", "reason", "seen"))),
                telling(
                        "GET /api/v1/runs",
                        v -> v.get("/api/v1/runs?limit=1000").text(),
                        Kind.MANUAL,
                        Kind.BOOK,
                        Kind.DIRECTIVE));
    }
}
