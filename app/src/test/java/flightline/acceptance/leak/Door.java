package flightline.acceptance.leak;

import static flightline.acceptance.leak.Visitor.besides;
import static flightline.app.http.OpenHouse.encoded;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.acceptance.leak.Item.Kind;
import flightline.app.http.OpenHouse.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A place of the server, asked in one way.
 *
 * @param place method and path, as the server lists it
 * @param tells whether it says something marked to one who may see everything
 * @param shows of these kinds, all that somebody may see must come
 */
record Door(String place, boolean tells, Set<Kind> shows, Asking asking) {
    private static final String QUESTION = "What must be done if the hydraulic pump pressure is low?";
    private static final String COMPLAINT = MarkedLibrary.COMPLAINT;

    interface Asking {
        String said(Visitor visitor) throws IOException;
    }

    private static Door telling(String place, Asking asking, Kind... shows) {
        return new Door(place, true, Set.of(shows), asking);
    }

    private static Door quiet(String place, Asking asking) {
        return new Door(place, false, Set.of(), asking);
    }

    static List<Door> all() {
        var all = new ArrayList<Door>();
        all.addAll(answers());
        all.addAll(held());
        all.addAll(work());
        all.addAll(others());
        all.addAll(dialects());
        all.addAll(pages());
        return all;
    }

    private static List<Door> answers() {
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

    private static List<Door> held() {
        return List.of(
                telling("GET /api/v1/show", v -> book(v, "/api/v1/show?document=")),
                telling(
                        "GET /api/v1/show",
                        v -> besides(
                                v.hidden(Kind.DIRECTIVE).id(),
                                v.get("/api/v1/show?start=0&end=9&document="
                                        + encoded(v.hidden(Kind.DIRECTIVE).id())))),
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

    private static String book(Visitor v, String path) {
        String id = v.hidden(Kind.BOOK).id();
        return besides(id, v.get(path + encoded(id)));
    }

    private interface Naming {
        Answer ask(String id) throws IOException;
    }

    /** Only what this one may not see: it must stay. */
    private static String unseen(Visitor v, Kind kind, Naming naming) throws IOException {
        Item item = v.hidden(kind);
        return v.sees(item) ? "" : besides(item.id(), naming.ask(item.id()));
    }

    private static List<Door> work() {
        return List.of(
                quiet("POST /api/v1/ingest", Door::bytesAgain),
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

    private static String settled(Visitor v, Answer begun) {
        String id = begun.status() == 202 ? begun.json().path("id").asText() : "";
        if (id.isEmpty()) return begun.text();
        var events = v.house().send("GET", "/api/v1/jobs/" + id, "", "Accept", "text/event-stream");
        return begun.text() + events.text() + v.get("/api/v1/jobs/" + id).text();
    }

    private static List<Door> others() {
        var all = new ArrayList<Door>();
        all.add(quiet(
                "POST /api/v1/fleet",
                v -> v.json("/api/v1/fleet", "question", "top 5 causes of hydraulic defects")
                        .text()));
        for (String kind : List.of("workcard", "discrepancy", "difficulty-report", "handover", "open-items"))
            for (String format : kind.equals("workcard") ? List.of("json", "pdf", "docx") : List.of("pdf"))
                all.add(quiet(
                        "POST /api/v1/draft/{kind}",
                        v -> v.json(
                                        "/api/v1/draft/" + kind,
                                        "complaint",
                                        COMPLAINT,
                                        "aircraft",
                                        MarkedLibrary.AIRCRAFT,
                                        "format",
                                        format)
                                .text()));
        all.add(telling(
                "POST /api/v1/draft/{kind}",
                v -> v.json("/api/v1/draft/workcard", "session", v.session()).text()));
        all.add(quiet(
                "POST /api/v1/feedback",
                v -> v.json("/api/v1/feedback", "answer", "A-000001", "kind", "helped")
                        .text()));
        all.add(quiet(
                "POST /api/v1/generate/query",
                v -> v.json("/api/v1/generate/query", "question", "top 5 causes of hydraulic defects")
                        .text()));
        all.add(quiet(
                "POST /api/v1/generate/s1000d",
                v -> unseen(v, Kind.MANUAL, id -> v.json("/api/v1/generate/s1000d", "document", id))));
        all.add(quiet("GET /api/v1/people", v -> v.get("/api/v1/people").text()));
        all.add(quiet(
                "POST /api/v1/people",
                v -> v.json("/api/v1/people", "name", "somebody").text()));
        all.add(quiet(
                "DELETE /api/v1/people/{name}",
                v -> v.house().send("DELETE", "/api/v1/people/somebody", "").text()));
        for (String what : List.of("password", "keys"))
            all.add(quiet(
                    "POST /api/v1/people/{name}/" + what,
                    v -> v.json("/api/v1/people/somebody/" + what).text()));
        all.add(quiet(
                "DELETE /api/v1/keys/{id}",
                v -> v.house().send("DELETE", "/api/v1/keys/ffffffff", "").text()));
        for (String path : List.of(
                "/metrics",
                "/health",
                "/health/ready",
                "/api/v1/me",
                "/api/v1/models",
                "/api/v1/policy",
                "/api/v1/policy/test",
                "/api/v1/audit",
                "/api/v1/audit/export",
                "/api/v1/audit/verify",
                "/api/v1/check",
                "/openapi")) all.add(quiet("GET " + path, v -> v.get(path).text()));
        all.add(quiet(
                "POST /api/v1/policy/check",
                v -> v.json("/api/v1/policy/check", "text", QUESTION).text()));
        all.add(quiet(
                "POST /api/v1/policy/check/batch",
                v -> v.lines("/api/v1/policy/check/batch", "text", QUESTION).text()));
        all.add(quiet(
                "GET /api/v1/policy/explain/{entry}",
                v -> v.get("/api/v1/policy/explain/A-000070").text()));
        all.add(quiet("POST /api/v1/policy/replay", v -> settled(v, v.json("/api/v1/policy/replay"))));
        return all;
    }

    private static List<Door> dialects() {
        return List.of(
                telling("POST /v1/chat/completions", v -> chat(v, "flightline-ask", QUESTION, false)),
                telling("POST /v1/chat/completions", v -> chat(v, "flightline-ask", QUESTION, true)),
                telling("POST /v1/chat/completions", v -> chat(v, "flightline-diagnose", COMPLAINT, false)),
                quiet(
                        "POST /v1/embeddings",
                        v -> v.json("/v1/embeddings", "model", "flightline-embed", "input", COMPLAINT)
                                .text()),
                quiet("GET /v1/models", v -> v.get("/v1/models").text()),
                quiet(
                        "GET /v1/models/{model}",
                        v -> v.get("/v1/models/flightline-ask").text()),
                telling(
                        "POST /mcp",
                        v -> v.tool("search", "query", COMPLAINT, "top", "100").text(),
                        Kind.MANUAL),
                telling("POST /mcp", v -> v.tool("ask", "question", QUESTION).text()),
                telling(
                        "POST /mcp",
                        v -> v.tool("diagnose", "complaint", COMPLAINT).text()),
                quiet(
                        "POST /mcp",
                        v -> v.tool("fleet", "question", "top 5 causes of hydraulic defects")
                                .text()),
                telling(
                        "POST /mcp",
                        v -> v.tool("library", "top", "200", "allRevisions", "true")
                                .text(),
                        Kind.MANUAL,
                        Kind.BOOK,
                        Kind.DIRECTIVE),
                telling(
                        "POST /mcp",
                        v -> besides(
                                v.hidden(Kind.BOOK).id(),
                                v.tool("show", "citation", v.hidden(Kind.BOOK).id() + "@2#0-5"))),
                telling(
                        "POST /mcp",
                        v -> besides(
                                v.hidden(Kind.RECORD).id(),
                                v.tool("show", "record", v.hidden(Kind.RECORD).id()))),
                telling(
                        "POST /mcp",
                        v -> v.message("resources/list", JsonNodeFactory.instance.objectNode())
                                .text()),
                telling(
                        "POST /mcp",
                        v -> besides(
                                v.hidden(Kind.BOOK).id(),
                                v.message(
                                        "resources/read",
                                        Visitor.object(
                                                "uri",
                                                "flightline://document/"
                                                        + v.hidden(Kind.BOOK).id())))));
    }

    private static String chat(Visitor v, String model, String text, boolean stream) {
        var body = JsonNodeFactory.instance.objectNode().put("model", model).put("stream", stream);
        body.putArray("messages").addObject().put("role", "user").put("content", text);
        return v.house()
                .send("POST", "/v1/chat/completions", body.toString(), "Content-Type", "application/json")
                .text();
    }

    private static List<Door> pages() {
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
                        v -> v.form("/administration/check", "x", "x").text()));
    }

    /** Ways to name a document or record, of which nobody may learn whether it is held. */
    static List<BiFunction<Visitor, String, String>> naming() {
        return List.of(
                (v, id) -> shape(v.get("/api/v1/show?document=" + encoded(id))),
                (v, id) -> shape(v.get("/api/v1/show?start=0&end=5&document=" + encoded(id))),
                (v, id) -> shape(v.get("/api/v1/library/" + encoded(id))),
                (v, id) -> shape(v.get("/api/v1/library/diff?document=" + encoded(id))),
                (v, id) -> shape(v.get("/api/v1/library/diff?from=1&to=2&document=" + encoded(id))),
                (v, id) -> shape(v.get("/api/v1/library/references?document=" + encoded(id))),
                (v, id) -> shape(v.house().send("DELETE", "/api/v1/library/" + encoded(id), "")),
                (v, id) -> shape(v.json("/api/v1/library/" + encoded(id) + "/approve", "reason", "seen")),
                (v, id) -> shape(v.json("/api/v1/library/" + encoded(id) + "/reject", "reason", "seen")),
                (v, id) -> shape(v.get("/show?start=0&end=5&document=" + encoded(id))),
                (v, id) -> shape(v.get("/original?document=" + encoded(id))),
                (v, id) -> shape(v.get("/graphic?name=x&document=" + encoded(id))),
                (v, id) -> shape(v.get("/record?id=" + encoded(id))),
                (v, id) -> shape(v.get("/library/differences?document=" + encoded(id))),
                (v, id) -> shape(v.get("/library?words=" + encoded(id))),
                (v, id) ->
                        shape(v.form("/library/quarantine", "document", id, "decision", "approve", "reason", "seen")),
                (v, id) -> shape(v.tool("show", "citation", id)),
                (v, id) -> shape(v.tool("show", "record", id)),
                (v, id) -> shape(v.tool("library", "words", id)),
                (v, id) -> shape(v.message("resources/read", Visitor.object("uri", "flightline://document/" + id))));
    }

    private static String shape(Answer answer) {
        return answer.status() + " " + answer.text();
    }

    private static String manual(Visitor v, String path) {
        String id = v.hidden(Kind.MANUAL).id();
        return besides(id, v.get(path + encoded(id)));
    }
}
