package flightline.acceptance.leak;

import static flightline.acceptance.leak.Door.COMPLAINT;
import static flightline.acceptance.leak.Door.QUESTION;
import static flightline.acceptance.leak.Door.quiet;
import static flightline.acceptance.leak.Door.telling;

import flightline.acceptance.leak.Item.Kind;
import java.util.List;

/** Where questions and complaints are answered, once and in dialogues and sessions. */
final class AnswerDoors {
    private AnswerDoors() {}

    static List<Door> all() {
        return List.of(
                telling(
                        "POST /api/v1/ask",
                        v -> v.json("/api/v1/ask", "question", QUESTION).text()),
                telling(
                        "POST /api/v1/ask",
                        v -> v.events("/api/v1/ask", "question", QUESTION).text()),
                telling(
                        "POST /api/v1/ask",
                        v -> v.json("/api/v1/ask", "question", "and what torque?", "session", "d1")
                                .text()),
                telling(
                        "POST /api/v1/ask/batch",
                        v -> v.lines("/api/v1/ask/batch", "question", QUESTION).text()),
                telling(
                        "POST /api/v1/diagnose",
                        v -> v.json("/api/v1/diagnose", "complaint", COMPLAINT, "aircraft", MarkedLibrary.AIRCRAFT)
                                .text()),
                telling(
                        "POST /api/v1/diagnose",
                        v -> v.events("/api/v1/diagnose", "complaint", COMPLAINT)
                                .text()),
                telling(
                        "POST /api/v1/diagnose/batch",
                        v -> v.lines("/api/v1/diagnose/batch", "complaint", COMPLAINT)
                                .text()),
                telling(
                        "POST /api/v1/search",
                        v -> v.json("/api/v1/search", "query", COMPLAINT, "top", "100")
                                .text(),
                        Kind.MANUAL),
                telling(
                        "POST /api/v1/search",
                        v -> v.json("/api/v1/search", "query", COMPLAINT, "top", "100", "allRevisions", "true")
                                .text()),
                telling(
                        "POST /api/v1/search/batch",
                        v -> v.lines("/api/v1/search/batch", "query", COMPLAINT, "top", "100")
                                .text(),
                        Kind.MANUAL),
                telling(
                        "POST /api/v1/sessions",
                        v -> v.json("/api/v1/sessions", "complaint", COMPLAINT).text()),
                telling("POST /api/v1/sessions", v -> again(v)),
                quiet("GET /api/v1/sessions", v -> v.get("/api/v1/sessions").text()),
                telling(
                        "GET /api/v1/sessions/{id}",
                        v -> v.get("/api/v1/sessions/" + v.session()).text()),
                quiet(
                        "POST /api/v1/sessions/{id}/answer",
                        v -> v.json(of(v, "/answer"), "check", "k99", "result", "pass")
                                .text()),
                quiet(
                        "POST /api/v1/sessions/{id}/back",
                        v -> v.json(of(v, "/back")).text()),
                quiet(
                        "POST /api/v1/sessions/{id}/stop",
                        v -> v.json(of(v, "/stop")).text()),
                quiet(
                        "POST /api/v1/sessions/{id}/close",
                        v -> v.json(of(v, "/close")).text()),
                quiet(
                        "POST /api/v1/sessions/{id}/hand-over",
                        v -> v.json(of(v, "/hand-over"), "note", "see to it").text()),
                quiet("GET /api/v1/dialogues", v -> v.get("/api/v1/dialogues").text()),
                telling(
                        "GET /api/v1/dialogues/{id}",
                        v -> v.get("/api/v1/dialogues/d1").text()),
                quiet(
                        "DELETE /api/v1/dialogues/{id}",
                        v -> v.who().equals(Who.EVERYTHING)
                                ? ""
                                : v.house()
                                        .send("DELETE", "/api/v1/dialogues/d2", "")
                                        .text()));
    }

    /** One and the same write, sent by whoever comes: it was answered first to one who may see everything. */
    private static String again(Visitor v) {
        return v.house()
                .send(
                        "POST",
                        "/api/v1/sessions",
                        Visitor.object("complaint", COMPLAINT).toString(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        "the same for all")
                .text();
    }

    /** A step in the session of one who may see everything; where they are at work themselves, in none, so that it goes on. */
    private static String of(Visitor v, String step) {
        boolean own = v.who().equals(Who.EVERYTHING) && !step.equals("/answer");
        return "/api/v1/sessions/" + (own ? "s20260701-98" : v.session()) + step;
    }
}
