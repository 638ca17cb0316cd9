package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AdapterJson;
import flightline.app.view.BadRequest;
import flightline.app.view.ModelJson;
import flightline.app.view.TrialJson;
import flightline.app.wiring.ModelEvaluation;
import flightline.app.wiring.ModelEvaluation.Questions;
import flightline.flow.ModelFlow;
import flightline.policy.Act;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Language models over HTTP: which are held, which one writes. Files are named where they lie in the models' own folder, and never by a path. */
final class ModelPlaces {
    static final String ADD = "model add";
    static final String VERIFY = "model verify";
    static final String PROMOTE = "model promote";
    static final String EVALUATE = "model evaluate";
    private static final int MOST_CASES = 2000;
    private static final String PLACE = "/api/v1/models";
    private static final Parameter NAME = Parameter.path("name", "of the model");

    private final Desk desk;
    private final JobPlaces jobs;

    ModelPlaces(Desk desk, JobPlaces jobs) {
        this.desk = desk;
        this.jobs = jobs;
        desk.workshop().learn(ADD, this::added);
        desk.workshop().learn(VERIFY, this::verified);
        desk.workshop().learn(PROMOTE, this::promoted);
        desk.workshop().learn(EVALUATE, this::evaluated);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(PLACE, "The language models that are held, and which one writes", this::list)
                        .by(Act.SHOW)
                        .gives(Endpoint.JSON, "Models"),
                job(PLACE, "Takes a file of the models' folder in as a model, as a job", this::add)
                        .with(Endpoint.ONCE)
                        .reads(Endpoint.JSON, "ModelAddition"),
                job(PLACE + "/verify", "Hashes every model's file anew, as a job", this::verify)
                        .with(Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Nothing"),
                job(
                                PLACE + "/{name}/evaluate",
                                "Has a model answer cases beside what answers now, as a job; without cases, questions drawn"
                                        + " from the headings of what is held",
                                this::evaluate)
                        .with(NAME, Endpoint.ONCE)
                        .reads(Endpoint.JSON, "ModelCases"),
                job(
                                PLACE + "/{name}/promote",
                                "Lets a model write that its evaluation found no worse, once its file is found to be what was"
                                        + " added, as a job",
                                this::promote)
                        .with(NAME, Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Despite"),
                Endpoint.post(
                                PLACE + "/rollback",
                                "Takes the model that writes out of service; the one before it writes again, or none",
                                this::rollback)
                        .by(Act.MODEL_CHANGE)
                        .with(Endpoint.ONCE)
                        .reads(Endpoint.JSON, "Nothing")
                        .gives(Endpoint.JSON, "ModelChanged"),
                Endpoint.delete(PLACE + "/{name}", "Forgets a model; its file stays where it lies", this::remove)
                        .by(Act.MODEL_CHANGE)
                        .with(NAME, Endpoint.ONCE)
                        .gives(Endpoint.JSON, "ModelChanged"));
    }

    private static Endpoint job(String path, String summary, Endpoint.Answering handler) {
        return Endpoint.post(path, summary, handler)
                .by(Act.MODEL_CHANGE)
                .answering(202)
                .gives(Endpoint.JSON, "Job");
    }

    private void list(ServerRequest request, ServerResponse response) {
        Reply.json(
                response,
                ModelJson.withoutPlaces(AdapterJson.put(
                        ModelJson.of(desk.wiring().models().held()),
                        desk.wiring().llama().adapters())));
    }

    private void add(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        ObjectNode order = addition(
                desk,
                Body.needed(body, "file"),
                Body.word(body, "name"),
                Body.word(body, "licence"),
                body.path("acceptLicence").asBoolean(),
                Body.word(body, "sha256"));
        begin(request, response, body, ADD, order);
    }

    /** What {@link #ADD} is to do; throws {@link Problem} where no such file lies in the models' folder. */
    static ObjectNode addition(Desk desk, String named, String name, String licence, boolean accepted, String hash) {
        String file = FileName.checked(named);
        if (!Files.isRegularFile(inFolder(desk, file)))
            throw new Problem(
                    Status.NOT_FOUND_404, "no file '" + Query.shown(file) + "' lies in the folder of the models");
        if (!hash.matches("([0-9a-f]{64})?"))
            throw new BadRequest(
                    "'sha256' must be 64 hexadecimal digits in lower case, got '" + Query.shown(hash) + "'");
        return order().put("file", file)
                .put("name", name.isEmpty() ? file.replaceFirst("(?i)\\.gguf$", "") : name)
                .put("licence", licence)
                .put("accepted", accepted)
                .put("sha256", hash);
    }

    /** What {@link #PROMOTE} is to do. */
    static ObjectNode promotion(String name, String despite) {
        return order().put("name", name).put("despite", despite);
    }

    /** Only what is no link, so that nothing outside is read. */
    private static Path inFolder(Desk desk, String file) {
        Path path = desk.wiring().modelStand().folder().resolve(file);
        if (Files.isSymbolicLink(path))
            throw new BadRequest("'file' must be a file itself, '" + Query.shown(file) + "' is a link");
        return path;
    }

    private JsonNode added(Task task, Effort effort) {
        JsonNode order = task.order();
        String licence = order.path("licence").asText();
        return ModelJson.withoutPlaces(ModelJson.of(desk.wiring()
                .models()
                .add(
                        new ModelFlow.Addition(
                                inFolder(desk, order.path("file").asText()),
                                order.path("name").asText(),
                                new ModelFlow.Licence(
                                        licence.lines().findFirst().orElse(""), licence),
                                order.path("accepted").asBoolean(),
                                Optional.of(order.path("sha256").asText()).filter(hash -> !hash.isEmpty()),
                                "file"),
                        task.asker(),
                        effort.orStopped())));
    }

    private void verify(ServerRequest request, ServerResponse response) {
        begin(request, response, Body.json(request), VERIFY, order());
    }

    /** Where it is stopped, those that were hashed by then. */
    private JsonNode verified(Task task, Effort effort) {
        var flow = desk.wiring().models();
        var all = new ArrayList<ModelFlow.Verified>();
        try {
            for (var entry : flow.held().models())
                all.add(new ModelFlow.Verified(entry, flow.files().standing(entry, effort.orStopped())));
        } catch (Stopped byNow) {
            return ModelJson.withoutPlaces(ModelJson.of(all));
        }
        return ModelJson.withoutPlaces(ModelJson.of(all));
    }

    private void evaluate(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        String name = held(request);
        JsonNode cases = body.path("cases");
        if (!cases.isMissingNode() && (!cases.isArray() || cases.isEmpty() || cases.size() > MOST_CASES))
            throw new BadRequest("'cases' must be a list of 1 to " + MOST_CASES + " cases");
        for (JsonNode one : cases)
            if (!one.isObject()) throw new BadRequest("each of 'cases' must be an object as 'eval answers' reads it");
        ObjectNode order = evaluation(name);
        if (cases.isArray()) order.set("cases", cases);
        begin(request, response, body, EVALUATE, order);
    }

    /** What {@link #EVALUATE} is to do, with questions drawn from the library. */
    static ObjectNode evaluation(String name) {
        return order().put("name", name);
    }

    private JsonNode evaluated(Task task, Effort effort) {
        var cases = new ArrayList<JsonNode>();
        task.order().path("cases").forEach(cases::add);
        ModelEvaluation evaluation = desk.wiring().evaluation();
        Optional<Questions> questions =
                cases.isEmpty() ? evaluation.drawn() : Optional.of(ModelEvaluation.given(cases));
        if (questions.isEmpty())
            return untried("nothing-to-ask", "the library holds no heading to ask about; give 'cases'");
        return switch (evaluation.run(
                task.order().path("name").asText(), questions.get(), task.asker(), effort.orStopped())) {
            case ModelEvaluation.Outcome.Done(var report, var drawn) -> TrialJson.of(report, drawn);
            case ModelEvaluation.Outcome.Unready(var why) -> untried("unready", why);
            case ModelEvaluation.Outcome.Unknown(var name) -> untried("unknown", "no model '" + name + "' is held");
        };
    }

    private static ObjectNode untried(String outcome, String why) {
        return order().put("outcome", outcome).put("why", why);
    }

    private void promote(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        String name = held(request);
        begin(request, response, body, PROMOTE, promotion(name, Body.word(body, "despite")));
    }

    private JsonNode promoted(Task task, Effort effort) {
        Optional<String> despite =
                Optional.of(task.order().path("despite").asText()).filter(why -> !why.isEmpty());
        return ModelJson.withoutPlaces(ModelJson.of(desk.wiring()
                .models()
                .promote(task.order().path("name").asText(), despite, task.asker(), effort.orStopped())));
    }

    private void rollback(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        var asker = Asker.of(request);
        once(request, response, body.toString(), () -> desk.wiring().models().rollback(asker));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        String name = held(request);
        var asker = Asker.of(request);
        once(request, response, "", () -> desk.wiring().models().remove(name, asker));
    }

    /** The name in the path, of a model that is held. */
    private String held(ServerRequest request) {
        String name = Query.of(request).part("name");
        if (desk.wiring().models().held().named(name).isEmpty())
            throw new Problem(Status.NOT_FOUND_404, "no model '" + Query.shown(name) + "' is held");
        return name;
    }

    private void once(ServerRequest request, ServerResponse response, String body, Supplier<ModelFlow.Outcome> change) {
        desk.once()
                .answer(
                        request,
                        response,
                        Digest.of(body),
                        () -> new Once.Given(Status.OK_200, ModelJson.withoutPlaces(ModelJson.of(change.get()))));
    }

    private void begin(ServerRequest request, ServerResponse response, JsonNode body, String kind, ObjectNode order) {
        var asker = Asker.of(request);
        desk.once()
                .answer(
                        request,
                        response,
                        Digest.of(body.toString()),
                        () -> jobs.begin(new Task(kind, asker, order, Optional.empty())));
    }

    /** What a kind that needs nothing is to do. */
    static ObjectNode order() {
        return JsonNodeFactory.instance.objectNode();
    }
}
