package flightline.acceptance.leak;

import static flightline.acceptance.leak.Door.COMPLAINT;
import static flightline.acceptance.leak.Door.QUESTION;
import static flightline.acceptance.leak.Door.quiet;
import static flightline.acceptance.leak.Door.settled;
import static flightline.acceptance.leak.Door.telling;
import static flightline.acceptance.leak.Door.unseen;

import flightline.acceptance.leak.Item.Kind;
import java.util.ArrayList;
import java.util.List;

/** Questions over all records, papers, accounts, and what is looked after. */
final class OfficeDoors {
    private OfficeDoors() {}

    static List<Door> all() {
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
        for (String path : List.of("/api/v1/fleet/export", "/api/v1/backups"))
            all.add(quiet("GET " + path, v -> v.get(path).text()));
        all.add(quiet(
                "DELETE /api/v1/fleet/records/{file}",
                v -> v.house()
                        .send("DELETE", "/api/v1/fleet/records/none.csv", "")
                        .text()));
        all.add(quiet(
                "GET /api/v1/backups/{name}",
                v -> v.get("/api/v1/backups/none.zip").text()));
        all.add(quiet(
                "DELETE /api/v1/backups/{name}",
                v -> v.house().send("DELETE", "/api/v1/backups/none.zip", "").text()));
        all.add(quiet(
                "DELETE /api/v1/models/{name}",
                v -> v.house().send("DELETE", "/api/v1/models/none", "").text()));
        for (String change : List.of("evaluate", "promote"))
            all.add(quiet(
                    "POST /api/v1/models/{name}/" + change,
                    v -> v.json("/api/v1/models/none/" + change).text()));
        all.add(quiet(
                "POST /api/v1/policy/install",
                v -> settled(v, v.file("/api/v1/policy/install?name=bundle.json", "{}"))));
        for (String path : List.of(
                "/api/v1/models",
                "/api/v1/models/verify",
                "/api/v1/models/rollback",
                "/api/v1/policy/rollback",
                "/api/v1/backups"))
            all.add(quiet("POST " + path, v -> v.json(path).text()));
        return all;
    }
}
