package flightline.acceptance.leak;

import static flightline.app.http.OpenHouse.encoded;

import flightline.app.http.OpenHouse.Answer;
import java.util.List;
import java.util.function.BiFunction;

/** Ways to name a document or record, of which nobody may learn whether it is held. */
final class Namings {
    private Namings() {}

    static List<BiFunction<Visitor, String, String>> all() {
        return List.of(
                (v, id) -> shape(v.get("/api/v1/show?document=" + encoded(id))),
                (v, id) -> shape(v.get("/api/v1/show?start=0&end=5&document=" + encoded(id))),
                (v, id) -> shape(v.get("/api/v1/show?record=" + encoded(id))),
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
}
