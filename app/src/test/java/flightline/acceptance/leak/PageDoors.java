package flightline.acceptance.leak;

import static flightline.acceptance.leak.Door.COMPLAINT;
import static flightline.acceptance.leak.Door.QUESTION;
import static flightline.acceptance.leak.Door.book;
import static flightline.acceptance.leak.Door.quiet;
import static flightline.acceptance.leak.Door.telling;
import static flightline.acceptance.leak.Door.unseen;
import static flightline.acceptance.leak.Visitor.besides;
import static flightline.app.http.OpenHouse.encoded;

import flightline.acceptance.leak.Item.Kind;
import java.util.List;

/** The page. */
final class PageDoors {
    private PageDoors() {}

    static List<Door> all() {
        return List.of(
                quiet("GET /", v -> v.get("/").text()),
                telling(
                        "POST /",
                        v -> v.form("/", "text", COMPLAINT, "aircraft", MarkedLibrary.AIRCRAFT)
                                .text()),
                telling("POST /", v -> v.formEvents("/", "text", COMPLAINT).text()),
                telling("GET /ask", v -> v.get("/ask?dialogue=d1").text()),
                telling(
                        "POST /ask",
                        v -> v.form("/ask", "text", QUESTION, "dialogue", "d1").text()),
                telling(
                        "POST /ask",
                        v -> v.formEvents("/ask", "text", QUESTION, "dialogue", "d1")
                                .text()),
                telling("GET /ask/export", v -> v.get("/ask/export?dialogue=d1").text()),
                telling(
                        "GET /ask/export",
                        v -> v.get("/ask/export?form=json&dialogue=d1").text()),
                quiet(
                        "POST /ask/forget",
                        v -> v.who().equals(Who.EVERYTHING)
                                ? ""
                                : v.form("/ask/forget", "dialogue", "d2").text()),
                telling("GET /session", v -> v.get("/session?id=" + v.session()).text()),
                quiet(
                        "POST /session",
                        v -> v.form("/session", "session", v.session(), "step", "hand-over", "note", "see to it")
                                .text()),
                telling("GET /library", v -> v.get("/library").text()),
                quiet(
                        "POST /library/quarantine",
                        v -> unseen(
                                v,
                                Kind.WAITING,
                                id -> v.form(
                                        "/library/quarantine",
                                        "document",
                                        id,
                                        "decision",
                                        "approve",
                                        "reason",
                                        "seen"))),
                telling("GET /library/differences", v -> book(v, "/library/differences?from=1&to=2&document=")),
                quiet(
                        "GET /fleet",
                        v -> v.get("/fleet?question=" + encoded("top 5 causes of hydraulic defects"))
                                .text()),
                quiet(
                        "GET /fleet/table",
                        v -> v.get("/fleet/table?question=" + encoded("top 5 causes of hydraulic defects"))
                                .text()),
                telling(
                        "GET /record",
                        v -> besides(
                                v.hidden(Kind.RECORD).id(),
                                v.get("/record?id="
                                        + encoded(v.hidden(Kind.RECORD).id())))),
                telling("GET /show", v -> book(v, "/show?start=0&end=5&document=")),
                telling("GET /original", v -> manual(v, "/original?document=")),
                quiet("GET /graphic", v -> manual(v, "/graphic?name=x&document=")),
                quiet(
                        "POST /draft",
                        v -> v.form("/draft", "kind", "workcard", "text", COMPLAINT)
                                .text()),
                quiet("GET /records", v -> v.get("/records").text()),
                quiet("GET /feedback", v -> v.get("/feedback").text()),
                quiet(
                        "POST /feedback",
                        v -> v.form("/feedback", "answer", "A-000001", "kind", "helped")
                                .text()),
                quiet("GET /audit", v -> v.get("/audit").text()),
                quiet(
                        "POST /audit/verify",
                        v -> v.form("/audit/verify", "x", "x").text()),
                quiet("GET /policy", v -> v.get("/policy").text()),
                quiet(
                        "POST /policy/check",
                        v -> v.form("/policy/check", "text", QUESTION).text()),
                quiet(
                        "GET /policy/explain",
                        v -> v.get("/policy/explain?entry=A-000070").text()),
                quiet(
                        "POST /policy/replay",
                        v -> v.form("/policy/replay", "since", "2026-06-01", "until", "2026-07-01")
                                .text()),
                quiet("GET /administration", v -> v.get("/administration").text()),
                quiet(
                        "POST /administration/check",
                        v -> v.form("/administration/check", "x", "x").text()),
                quiet(
                        "POST /administration/stop",
                        v -> v.form("/administration/stop", "job", v.job()).text()),
                quiet(
                        "POST /administration/backup",
                        v -> v.form("/administration/backup", "x", "x").text()),
                quiet(
                        "POST /administration/backup/remove",
                        v -> v.form("/administration/backup/remove", "name", "none")
                                .text()),
                quiet(
                        "POST /administration/models/add",
                        v -> v.form("/administration/models/add", "name", "none", "file", "none.gguf")
                                .text()),
                quiet(
                        "POST /administration/models/verify",
                        v -> v.form("/administration/models/verify", "name", "none")
                                .text()),
                quiet(
                        "POST /administration/models/evaluate",
                        v -> v.form("/administration/models/evaluate", "name", "none")
                                .text()),
                quiet(
                        "POST /administration/models/promote",
                        v -> v.form("/administration/models/promote", "name", "none")
                                .text()),
                quiet(
                        "POST /administration/models/rollback",
                        v -> v.form("/administration/models/rollback", "x", "x").text()),
                quiet(
                        "POST /administration/models/remove",
                        v -> v.form("/administration/models/remove", "name", "none")
                                .text()),
                quiet(
                        "POST /administration/models/drift",
                        v -> v.form("/administration/models/drift", "x", "x").text()),
                quiet(
                        "POST /api/v1/models/rollback",
                        v -> v.json("/api/v1/models/rollback").text()));
    }

    private static String manual(Visitor v, String path) {
        String id = v.hidden(Kind.MANUAL).id();
        return besides(id, v.get(path + encoded(id)));
    }
}
