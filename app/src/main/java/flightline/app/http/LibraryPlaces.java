package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.DiffJson;
import flightline.app.view.DirectivesJson;
import flightline.app.view.LibraryJson;
import flightline.app.view.PlaceName;
import flightline.app.view.RecordJson;
import flightline.app.view.ReferencesJson;
import flightline.app.view.RunsJson;
import flightline.app.view.ShowJson;
import flightline.corpus.DocumentId;
import flightline.corpus.DocumentKind;
import flightline.corpus.HeldDocument;
import flightline.corpus.RecordId;
import flightline.flow.DiffFlow;
import flightline.flow.DirectiveRegister;
import flightline.flow.Followed;
import flightline.flow.QuarantineFlow;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is held, over HTTP: listing, showing, comparing, deciding on what waits, taking out. */
final class LibraryPlaces {
    private static final String PLACE = "/api/v1/library";
    private static final Parameter ON =
            Parameter.query("on", "date", "the day for which it is told what is in force; today if nothing is said");
    private static final Parameter ID = Parameter.path("id", "of the document; a '/' in it is written %2F");

    private final Desk desk;

    LibraryPlaces(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                                "/api/v1/show",
                                "A place in a document, what a whole document states, or a record",
                                this::show)
                        .by(Act.SHOW)
                        .with(
                                Parameter.query(
                                        "citation", "string", "DOCUMENT@REVISION#START-END or DOCUMENT@REVISION"),
                                Parameter.query("document", "string", "instead of 'citation': its id"),
                                Parameter.query(
                                        "revision", "string", "as displayed; the one in force if nothing is said"),
                                Parameter.query("start", "integer", "0-based; the whole document if nothing is said"),
                                Parameter.query("end", "integer", "the first character after the place"),
                                Parameter.query(
                                        "record",
                                        "string",
                                        "instead of a place: id of a record, as precedents name it"),
                                ON)
                        .gives(Endpoint.JSON, "Place"),
                Endpoint.get(PLACE, "Revisions that are held, and what waits in quarantine", this::list)
                        .by(Act.SHOW)
                        .with(
                                Cursor.AFTER,
                                Cursor.LIMIT,
                                ON,
                                Parameter.query("library", "string", "only of this collection"),
                                Parameter.query("kind", "string", "only such, for example data-module"),
                                Parameter.query("in-force", "boolean", "only those in force, or only the others"),
                                Parameter.query("quarantined", "boolean", "only what waits, or only what does not"))
                        .gives(Endpoint.JSON, "Library"),
                Endpoint.get(PLACE + "/directives", "The register of airworthiness directives", this::directives)
                        .by(Act.SHOW)
                        .with(
                                Parameter.query("product", "string", "maker or model, 737-800"),
                                Parameter.query("due-before", "date", "only with a deadline before this day"),
                                Parameter.query(
                                        "status",
                                        String.join("|", DirectiveRegister.Question.STANDINGS),
                                        "in-force if nothing is said"),
                                ON)
                        .gives(Endpoint.JSON, "[Directive]"),
                Endpoint.get(PLACE + "/references", "What documents refer to, and where that leads", this::references)
                        .by(Act.SHOW)
                        .with(
                                Parameter.query(
                                        "document", "string", "of this one; of all in force if nothing is said"),
                                Parameter.query("unresolved", "boolean", "only those that lead nowhere"))
                        .gives(Endpoint.JSON, "References"),
                Endpoint.get(PLACE + "/diff", "What changed between two revisions", this::diff)
                        .by(Act.SHOW)
                        .with(
                                Parameter.needed("document", "string", "its id"),
                                Parameter.query("from", "string", "the older revision; both or neither"),
                                Parameter.query("to", "string", "the newer revision"))
                        .gives(Endpoint.JSON, "Diff"),
                Endpoint.get(PLACE + "/quarantine", "What waits for a second person", this::waiting)
                        .by(Act.SHOW)
                        .gives(Endpoint.JSON, "Waiting"),
                Endpoint.get("/api/v1/runs", "What the last ingests did", this::runs)
                        .by(Act.SHOW)
                        .with(Parameter.query("limit", "integer(1..1000)", "how many, 10 if nothing is said"))
                        .gives(Endpoint.JSON, "Runs"),
                Endpoint.get(PLACE + "/{id}", "All revisions of a document", this::document)
                        .by(Act.SHOW)
                        .with(ID, ON)
                        .gives(Endpoint.JSON, "Library"),
                Endpoint.delete(PLACE + "/{id}", "Takes a document out with all its revisions", this::remove)
                        .by(Act.LIBRARY_REMOVE)
                        .with(ID, Endpoint.ONCE)
                        .gives(Endpoint.JSON, "[Document]"),
                Endpoint.post(PLACE + "/{id}/approve", "Lets a document out of quarantine", this::approve)
                        .by(Act.QUARANTINE_RELEASE)
                        .with(ID, Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Ruling")
                        .gives(Endpoint.JSON, "Ruled"),
                Endpoint.post(PLACE + "/{id}/reject", "Takes out a document that waits in quarantine", this::reject)
                        .by(Act.QUARANTINE_RELEASE)
                        .with(ID, Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Ruling")
                        .gives(Endpoint.JSON, "Ruled"));
    }

    private LocalDate day(Query query) {
        return query.date("on").orElseGet(desk.today());
    }

    private void show(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        LocalDate day = day(query);
        Principal asker = Asker.of(request);
        Optional<String> record = query.word("record");
        if (record.isPresent()) {
            for (String other : List.of("citation", "document", "revision", "start", "end"))
                if (query.word(other).isPresent())
                    throw new BadRequest("give 'record' or a place, not both: got '" + other + "' too");
            Reply.json(
                    response,
                    desk.wiring()
                            .show()
                            .record(new RecordId(record.get()), asker)
                            .map(RecordJson::of)
                            .orElseThrow(() -> absent("nothing is held, or may be shown, at that place")));
            return;
        }
        PlaceName place = place(query);
        var flow = desk.wiring().show();
        Optional<ObjectNode> shown = place.range()
                .map(range -> flow.show(place.document(), place.revision(), range.start(), range.end(), day, asker)
                        .map(found -> ShowJson.of(found, day)))
                .orElseGet(() -> flow.sheet(place.document(), place.revision(), day, asker)
                        .map(sheet -> ShowJson.of(sheet, day)));
        Reply.json(
                response,
                shown.map(LibraryPlaces::withoutPaths)
                        .orElseThrow(() -> absent("nothing is held, or may be shown, at that place")));
    }

    /** Where the bytes lie on this machine is nobody's business who asks from another. */
    private static ObjectNode withoutPaths(ObjectNode shown) {
        shown.remove("original");
        shown.path("references").forEach(one -> ((ObjectNode) one).remove("graphic"));
        return shown;
    }

    private static PlaceName place(Query query) {
        Optional<String> citation = query.word("citation");
        if (citation.isPresent()) {
            if (query.word("document").isPresent()) throw new BadRequest("give 'citation' or 'document', not both");
            return PlaceName.read(citation.get());
        }
        DocumentId document = PlaceName.document(
                query.word("document").orElseThrow(() -> new BadRequest("give 'citation', 'document' or 'record'")));
        boolean range = query.word("start").isPresent() || query.word("end").isPresent();
        if (range && (query.word("start").isEmpty() || query.word("end").isEmpty()))
            throw new BadRequest("give both 'start' and 'end', or neither for the whole document");
        return new PlaceName(
                document,
                query.word("revision").orElse(""),
                range
                        ? Optional.of(new PlaceName.Range(
                                query.number("start", 0, 0, Integer.MAX_VALUE),
                                query.number("end", 0, 0, Integer.MAX_VALUE)))
                        : Optional.empty());
    }

    private void list(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        LocalDate day = day(query);
        Principal asker = Asker.of(request);
        List<HeldDocument> held = new ArrayList<>(desk.wiring().library().list(asker));
        held.addAll(desk.wiring().library().quarantined(asker));
        Predicate<HeldDocument> wanted = wanted(query, day);
        held.removeIf(one -> !wanted.test(one));
        if (query.word("after").isEmpty() && query.word("limit").isEmpty() && held.size() <= Cursor.USUAL) {
            Reply.json(response, LibraryJson.of(held, day));
            return;
        }
        held.sort(java.util.Comparator.comparing(LibraryPlaces::name));
        var slice = Cursor.slice(held, LibraryPlaces::name, query);
        Reply.json(response, slice.onto(LibraryJson.of(slice.items(), day)));
    }

    /** A key alone may be held twice: in force and in quarantine. */
    private static String name(HeldDocument held) {
        return held.key() + "\n" + held.quarantined() + held.source().hex();
    }

    /** Read before anything is looked at, so that what cannot be is refused of an empty library too. */
    private static Predicate<HeldDocument> wanted(Query query, LocalDate day) {
        Optional<String> library = query.word("library");
        Optional<DocumentKind> kind = query.oneOf("kind", DocumentKind.class);
        Optional<Boolean> force = query.word("in-force").map(said -> query.flag("in-force"));
        Optional<Boolean> waits = query.word("quarantined").map(said -> query.flag("quarantined"));
        return held -> library.map(held.library()::equals).orElse(true)
                && kind.map(held.header().kind()::equals).orElse(true)
                && force.map(wanted -> wanted == held.inForceOn(day)).orElse(true)
                && waits.map(wanted -> wanted == held.quarantined()).orElse(true);
    }

    private void document(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        LocalDate day = day(query);
        DocumentId id = PlaceName.document(query.part("id"));
        Principal asker = Asker.of(request);
        List<HeldDocument> held = new ArrayList<>(desk.wiring().library().list(asker));
        held.addAll(desk.wiring().library().quarantined(asker));
        held.removeIf(one -> !one.header().id().equals(id));
        if (held.isEmpty()) throw absent("the library holds no document '" + Query.shown(id.value()) + "'");
        Reply.json(response, LibraryJson.of(held, day));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        DocumentId id = PlaceName.document(Query.of(request).part("id"));
        Principal asker = Asker.of(request);
        desk.once().answer(request, response, Digest.of(""), () -> {
            List<HeldDocument> removed = desk.wiring().library().remove(id, asker);
            if (removed.isEmpty()) throw absent("the library holds no document '" + Query.shown(id.value()) + "'");
            return new Once.Given(Status.OK_200, LibraryJson.removed(removed));
        });
    }

    private void directives(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        LocalDate day = day(query);
        String status = query.word("status").orElse("in-force");
        if (!DirectiveRegister.Question.STANDINGS.contains(status))
            throw new BadRequest("'status' must be one of " + String.join(", ", DirectiveRegister.Question.STANDINGS)
                    + ", got '" + Query.shown(status) + "'");
        var question =
                new DirectiveRegister.Question(query.word("product").orElse(""), query.date("due-before"), status, day);
        List<HeldDocument> held = desk.wiring().library().list(Asker.of(request));
        Reply.json(response, DirectivesJson.of(DirectiveRegister.rows(held, question), held, day));
    }

    private void references(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        boolean unresolved = query.flag("unresolved");
        List<Followed> found = desk.wiring()
                .references()
                .follow(
                        query.word("document").map(PlaceName::document),
                        desk.today().get(),
                        Asker.of(request))
                .orElseThrow(() -> absent("the library holds no document '"
                        + Query.shown(query.word("document").orElse("")) + "'"));
        Reply.json(response, withoutPaths(ReferencesJson.of(found, unresolved)));
    }

    private void diff(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        DocumentId document = PlaceName.document(query.needed("document"));
        Optional<String> from = query.word("from");
        Optional<String> to = query.word("to");
        if (from.isPresent() != to.isPresent())
            throw new BadRequest("give both revisions, or neither for the last two");
        Principal asker = Asker.of(request);
        List<String> revisions = from.isPresent() && to.isPresent()
                ? List.of(from.get(), to.get())
                : desk.wiring()
                        .diff()
                        .newest(document, asker)
                        .orElseThrow(() -> absent("the library does not hold two revisions of '"
                                + Query.shown(document.value()) + "' that you may see"));
        Reply.json(
                response,
                switch (desk.wiring()
                        .diff()
                        .compare(document, revisions.getFirst(), revisions.getLast(), List.of(), asker)) {
                    case DiffFlow.Outcome.Compared compared -> DiffJson.of(compared);
                    case DiffFlow.Outcome.NotHeld(var revision, var held) ->
                        throw absent("no revision '" + Query.shown(revision) + "' of '" + Query.shown(document.value())
                                + "' is held" + (held.isEmpty() ? "" : "; held are " + String.join(", ", held)));
                });
    }

    private void waiting(ServerRequest request, ServerResponse response) {
        Reply.json(response, LibraryJson.waiting(desk.wiring().library().quarantined(Asker.of(request))));
    }

    private void runs(ServerRequest request, ServerResponse response) {
        int count = Query.of(request).number("limit", 10, 1, 1000);
        Reply.json(response, RunsJson.of(desk.wiring().runsSeen().latest(count, Asker.of(request))));
    }

    private void approve(ServerRequest request, ServerResponse response) {
        Principal asker = Asker.of(request);
        rule(request, response, ruling -> desk.wiring().quarantine().approve(ruling, asker));
    }

    private void reject(ServerRequest request, ServerResponse response) {
        Principal asker = Asker.of(request);
        rule(request, response, ruling -> desk.wiring().quarantine().reject(ruling, asker));
    }

    private interface Deciding {
        QuarantineFlow.Outcome on(QuarantineFlow.Ruling ruling);
    }

    private void rule(ServerRequest request, ServerResponse response, Deciding deciding) {
        JsonNode body = Body.json(request);
        DocumentId id = PlaceName.document(Query.of(request).part("id"));
        var ruling = new QuarantineFlow.Ruling(
                id, Body.word(body, "revision"), Body.word(body, "source"), Body.needed(body, "reason"));
        desk.once()
                .answer(
                        request,
                        response,
                        Digest.of(body.toString()),
                        () -> new Once.Given(Status.OK_200, ruled(deciding.on(ruling))));
    }

    private static JsonNode ruled(QuarantineFlow.Outcome outcome) {
        return switch (outcome) {
            case QuarantineFlow.Outcome.Approved(var document, var superseded) ->
                LibraryJson.of(document).put("outcome", "approved");
            case QuarantineFlow.Outcome.Rejected(var document) ->
                LibraryJson.of(document).put("outcome", "rejected");
            case QuarantineFlow.Outcome.Refused(var why) ->
                JsonNodeFactory.instance.objectNode().put("outcome", "refused").put("why", why);
            case QuarantineFlow.Outcome.NotWaiting() -> throw absent("nothing waits in quarantine under that name");
            case QuarantineFlow.Outcome.Ambiguous(var waiting) ->
                throw new Problem(
                        Status.CONFLICT_409,
                        "several wait under that name; say which with 'revision' or 'source': "
                                + waiting.stream()
                                        .map(d -> d.header().revision().display() + " (" + d.fileName() + ", "
                                                + d.source().brief() + ")")
                                        .collect(Collectors.joining(", ")));
        };
    }

    private static Problem absent(String what) {
        return new Problem(Status.NOT_FOUND_404, what);
    }
}
