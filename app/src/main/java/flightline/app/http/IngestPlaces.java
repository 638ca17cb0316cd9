package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import flightline.app.view.BadRequest;
import flightline.app.view.ImportJson;
import flightline.app.view.IngestJson;
import flightline.app.wiring.RecordsIn;
import flightline.corpus.Marking;
import flightline.flow.IngestRequest;
import flightline.policy.Act;
import flightline.policy.Principal;
import flightline.records.MappingOutcome;
import flightline.records.RecordMapping;
import flightline.records.RecordMappings;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** Documents and maintenance records in, over HTTP: what was sent is a job, and goes the same way as on the command line. */
final class IngestPlaces {
    private static final String FORM = "multipart/form-data";
    private static final String BYTES = "application/octet-stream";

    private final Desk desk;
    private final JobPlaces jobs;
    private final LoadingBay bay;

    IngestPlaces(Desk desk, JobPlaces jobs) {
        this.desk = desk;
        this.jobs = jobs;
        this.bay = new LoadingBay(desk);
        desk.workshop().learn("ingest", this::ingested);
        desk.workshop().learn("import-records", this::imported);
    }

    List<Endpoint> endpoints() {
        Parameter name = Parameter.query("name", "string", "of the file, where it is the body itself");
        Parameter marking = Parameter.query("marking", "string", "protective marking; never lowers one");
        return List.of(
                Endpoint.post("/api/v1/ingest", "Takes documents in, as a job", this::ingest)
                        .by(Act.INGEST)
                        .with(
                                name,
                                Parameter.query(
                                        "folder",
                                        "string",
                                        "a document that names itself nowhere is known by folder and file; '"
                                                + Upload.USUAL + "' if nothing is said"),
                                Parameter.query(
                                        "library", "string", "collection to put them into; main if nothing is said"),
                                marking,
                                Parameter.query(
                                        "lower-marking", "boolean", "lets 'marking' take the place of a stricter one"),
                                Parameter.query("dry-run", "boolean", "reads and reports, changes nothing"),
                                Endpoint.ONCE)
                        .reads(FORM, "Files")
                        .reads(BYTES, "bytes")
                        .answering(202)
                        .gives(Endpoint.JSON, "Job"),
                Endpoint.post("/api/v1/import-records", "Takes maintenance records in, as a job", this::importing)
                        .by(Act.IMPORT_RECORDS)
                        .with(
                                name,
                                Parameter.query(
                                        "mapping",
                                        "string",
                                        "of those built in; or the form's field 'mapping', as YAML"),
                                marking,
                                Parameter.query("no-learning", "boolean", "does not learn from the records"),
                                Parameter.query(
                                        "analysis-only",
                                        "boolean",
                                        "counts them in fleet alone, without an index; many a second"),
                                Endpoint.ONCE)
                        .reads(FORM, "Files")
                        .reads(BYTES, "bytes")
                        .answering(202)
                        .gives(Endpoint.JSON, "Job"),
                Endpoint.post(
                                "/api/v1/import-records/preview",
                                "The first rows of a file as a mapping reads them; nothing is taken in",
                                this::preview)
                        .by(Act.IMPORT_RECORDS)
                        .with(
                                name,
                                Parameter.query(
                                        "mapping",
                                        "string",
                                        "of those built in; or the form's field 'mapping', as YAML"),
                                Parameter.query("limit", "integer(1..100)", "how many rows, 10 if nothing is said"))
                        .reads(FORM, "Files")
                        .reads(BYTES, "bytes")
                        .gives(Endpoint.JSON, "Preview"));
    }

    private void ingest(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        Optional<Marking> marking = marking(query);
        boolean lowering = query.flag("lower-marking");
        boolean dry = query.flag("dry-run");
        if (lowering && marking.isEmpty()) throw new BadRequest("'lower-marking' needs 'marking' to say to what");
        String library = query.word("library").orElse("main");
        Principal asker = Asker.of(request);
        bay.sent(request, response, upload -> {
            ObjectNode order = order(marking)
                    .put("library", library)
                    .put("lowering", lowering)
                    .put("dry", dry);
            return jobs.begin(new Task("ingest", asker, order, Optional.of(upload)));
        });
    }

    private JsonNode ingested(Task task, Effort effort) {
        JsonNode order = task.order();
        var request = new IngestRequest(
                task.files().files(),
                order.path("library").asText(),
                marking(order),
                order.path("lowering").asBoolean(),
                order.path("dry").asBoolean(),
                task.asker());
        return named(IngestJson.of(desk.wiring().ingest(effort).run(request, effort, effort)), task.files());
    }

    private static ObjectNode order(Optional<Marking> marking) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("marking", marking.map(Marking::label).orElse(""));
    }

    private static Optional<Marking> marking(JsonNode order) {
        return Optional.of(order.path("marking").asText())
                .filter(label -> !label.isEmpty())
                .map(Marking::new);
    }

    private void importing(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        Optional<Marking> marking = marking(query);
        boolean learning = !query.flag("no-learning");
        boolean analysis = query.flag("analysis-only");
        Principal asker = Asker.of(request);
        bay.sent(request, response, upload -> {
            String mapping = mapping(query, upload);
            var ignored = read(mapping);
            ObjectNode order = order(marking)
                    .put("mapping", mapping)
                    .put("learning", learning)
                    .put("analysis", analysis);
            return jobs.begin(new Task("import-records", asker, order, Optional.of(upload)));
        });
    }

    private JsonNode imported(Task task, Effort effort) {
        JsonNode order = task.order();
        var in = new RecordsIn.Order(
                task.files().files(),
                read(order.path("mapping").asText()),
                marking(order).orElse(Marking.UNMARKED),
                order.path("learning").asBoolean(),
                order.path("analysis").asBoolean(),
                task.asker());
        return named(ImportJson.of(desk.wiring().recordsIn().run(in, effort, effort, effort)), task.files());
    }

    private void preview(ServerRequest request, ServerResponse response) {
        Query query = Query.of(request);
        int limit = query.number("limit", 10, 1, 100);
        try (Upload upload = bay.received(request)) {
            if (upload.files().size() != 1)
                throw new BadRequest(
                        "one file is looked at, got " + upload.files().size());
            RecordMapping mapping = read(mapping(query, upload));
            Reply.json(
                    response,
                    named(
                            ImportJson.of(
                                    desk.wiring()
                                            .recordsIn()
                                            .first(upload.files().getFirst(), mapping, limit),
                                    mapping.name()),
                            upload));
        }
    }

    private static Optional<Marking> marking(Query query) {
        try {
            return query.word("marking").map(Marking::new);
        } catch (IllegalArgumentException wrong) {
            throw new BadRequest(String.valueOf(wrong.getMessage()));
        }
    }

    /** By name, or written out in the form. A name never leads to a file of this machine. */
    private static String mapping(Query query, Upload upload) {
        var mappings = new RecordMappings();
        Optional<String> name = query.word("mapping");
        Optional<String> written = upload.field("mapping");
        if (name.isPresent() && written.isPresent())
            throw new BadRequest("give 'mapping' as a parameter or as a field, not both");
        String asked = name.or(() -> written)
                .orElseThrow(() -> new BadRequest("say how the file is to be read: 'mapping', one of "
                        + String.join(", ", mappings.builtIn()) + ", or YAML as a field of the form"));
        if (mappings.named(asked).isEmpty() && written.isEmpty())
            throw new BadRequest("'mapping' must be one of " + String.join(", ", mappings.builtIn()) + ", got '"
                    + Query.shown(asked) + "'");
        return asked;
    }

    private static RecordMapping read(String asked) {
        var mappings = new RecordMappings();
        Optional<RecordMapping> builtIn = mappings.named(asked);
        if (builtIn.isPresent()) return builtIn.get();
        return switch (mappings.parse("mapping", asked)) {
            case MappingOutcome.Loaded(var loaded) -> loaded;
            case MappingOutcome.Faulty(var problems) -> throw new BadRequest(String.join("; ", problems));
        };
    }

    /** Files by the names they were sent with: the folder they lay in was ours, and is gone. */
    private static JsonNode named(JsonNode node, Upload upload) {
        String folder = upload.folder() + "/";
        return switch (node) {
            case ObjectNode object -> {
                for (var field : object.properties()) field.setValue(named(field.getValue(), upload));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) array.set(i, named(array.get(i), upload));
                yield array;
            }
            case TextNode text -> TextNode.valueOf(text.asText().replace(folder, ""));
            default -> node;
        };
    }
}
