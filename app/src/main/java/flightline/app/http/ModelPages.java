package flightline.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.archive.ModelBook;
import flightline.archive.ModelBook.Held;
import flightline.evaluation.DriftReport;
import flightline.flow.ModelFlow;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which models are held and which one writes; what takes long is begun as a job. And whether what people ask is still what it was. */
final class ModelPages implements PageRoutes {
    /** Months beside which one is held, where nobody says otherwise; as on the command line. */
    private static final int AGAINST = 3;

    private static final int MOST_MONTHS = 24;

    private final Desk desk;
    private final Printer printer;

    ModelPages(Desk desk, Printer printer) {
        this.desk = desk;
        this.printer = printer;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get(
                        "/administration/models",
                        wrapping.of((request, response) -> show(request, response, "", Optional.empty())))
                .post("/administration/models/add", wrapping.of(this::add))
                .post("/administration/models/evaluate", wrapping.of(this::evaluate))
                .post("/administration/models/promote", wrapping.of(this::promote))
                .post("/administration/models/verify", wrapping.of(this::verify))
                .post("/administration/models/rollback", wrapping.of(this::rollback))
                .post("/administration/models/remove", wrapping.of(this::remove))
                .post("/administration/models/drift", wrapping.of(this::drift));
    }

    /** @param said what was done */
    private void show(ServerRequest request, ServerResponse response, String said, Optional<DriftReport> drift) {
        printer.allowed(request, Act.MODEL_CHANGE);
        Held held = desk.wiring().models().held();
        printer.page(
                request,
                response,
                "/administration",
                "models.jte",
                Map.of(
                        "held",
                        held,
                        "files",
                        files(held),
                        "evaluated",
                        evaluated(held),
                        "objections",
                        objections(held),
                        "said",
                        said,
                        "month",
                        YearMonth.from(desk.today().get()).toString(),
                        "against",
                        AGAINST,
                        "drift",
                        drift));
    }

    /** How the last evaluation of each went, by its name, in words. */
    private Map<String, String> evaluated(Held held) {
        var words = new LinkedHashMap<String, String>();
        for (ModelBook.Entry entry : held.models())
            words.put(
                    entry.name(),
                    desk.wiring()
                            .models()
                            .lastTrial(entry)
                            .map(trial -> (trial.passed()
                                            ? "no worse than " + trial.other()
                                            : "worse: " + String.join("; ", trial.faults()))
                                    + ", " + trial.day())
                            .orElse("not yet"));
        return words;
    }

    /** Why each may not write, by its name; those that may are not in it. */
    private Map<String, String> objections(Held held) {
        var words = new LinkedHashMap<String, String>();
        for (ModelBook.Entry entry : held.models())
            desk.wiring().models().objection(entry, held).ifPresent(why -> words.put(entry.name(), why));
        return words;
    }

    /** Names of what lies in the models' folder and is not held yet. */
    private List<String> files(Held held) {
        Path folder = desk.wiring().modelStand().folder();
        if (!Files.isDirectory(folder)) return List.of();
        var known = new HashSet<String>();
        held.models().forEach(entry -> known.add(entry.file()));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .filter(file ->
                            !known.contains(file.toAbsolutePath().normalize().toString()))
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".gguf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the models' folder: " + e.getMessage(), e);
        }
    }

    private void add(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.MODEL_CHANGE);
        Form form = Form.posted(request);
        begin(
                request,
                response,
                asker,
                ModelPlaces.ADD,
                ModelPlaces.addition(
                        desk,
                        form.required("file"),
                        form.word("name"),
                        form.word("licence"),
                        form.word("accept").equals("yes"),
                        form.word("sha256")));
    }

    private void evaluate(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.MODEL_CHANGE);
        String name = held(Form.posted(request));
        begin(request, response, asker, ModelPlaces.EVALUATE, ModelPlaces.evaluation(name));
    }

    private void promote(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.MODEL_CHANGE);
        Form form = Form.posted(request);
        begin(request, response, asker, ModelPlaces.PROMOTE, ModelPlaces.promotion(held(form), form.word("despite")));
    }

    private void verify(ServerRequest request, ServerResponse response) {
        begin(request, response, printer.allowed(request, Act.MODEL_CHANGE), ModelPlaces.VERIFY, ModelPlaces.order());
    }

    private void begin(ServerRequest request, ServerResponse response, Principal asker, String kind, ObjectNode order) {
        String id = desk.jobs()
                .begin(new Task(kind, asker, order, Optional.empty()))
                .json()
                .path("id")
                .asText();
        show(request, response, "Begun as job " + id + ".", Optional.empty());
    }

    private void rollback(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.MODEL_CHANGE);
        tell(request, response, desk.wiring().models().rollback(asker));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.MODEL_CHANGE);
        tell(request, response, desk.wiring().models().remove(held(Form.posted(request)), asker));
    }

    private void tell(ServerRequest request, ServerResponse response, ModelFlow.Outcome outcome) {
        String said = switch (outcome) {
            case ModelFlow.Outcome.InService(var entry, var before, var passedOver) ->
                entry.name() + " writes from now on." + passed(passedOver);
            case ModelFlow.Outcome.NoneInService(var before, var passedOver) ->
                "No model writes; answers are quoted." + passed(passedOver);
            case ModelFlow.Outcome.Removed(var entry, var gone) ->
                entry.name() + " is forgotten; its file stays where it lies."
                        + (gone.wrote()
                                ? " It wrote until now; " + gone.now().orElse("none") + " does from now on."
                                : "");
            case ModelFlow.Outcome.Added added -> added.entry().name() + " is held.";
            case ModelFlow.Outcome.AlreadyHeld(var entry) -> entry.name() + " is held already.";
            case ModelFlow.Outcome.LicenceToAccept(var licence) -> licence;
            case ModelFlow.Outcome.Unsound(var why) -> why;
            case ModelFlow.Outcome.Refused(var why) -> why;
            case ModelFlow.Outcome.Unknown(var name) -> "No model '" + name + "' is held.";
        };
        show(request, response, said, Optional.empty());
    }

    private static String passed(List<String> over) {
        return over.isEmpty() ? "" : " Passed over: " + String.join("; ", over) + ".";
    }

    private String held(Form form) {
        String name = form.required("name");
        if (desk.wiring().models().held().named(name).isEmpty())
            throw new Problem(Status.NOT_FOUND_404, "No model '" + name + "' is held.");
        return name;
    }

    private void drift(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.EVALUATE);
        Form form = Form.posted(request);
        int against = form.number("against");
        if (against < 1 || against > MOST_MONTHS)
            throw new Problem(
                    Status.BAD_REQUEST_400, "'against' must be 1.." + MOST_MONTHS + " months, got " + against);
        show(
                request,
                response,
                "",
                Optional.of(desk.wiring().modelStand().drift().run(month(form.required("month")), against, asker)));
    }

    private static YearMonth month(String given) {
        try {
            return YearMonth.parse(given);
        } catch (DateTimeException e) {
            throw new Problem(Status.BAD_REQUEST_400, "'month' must be like 2026-07, got '" + given + "'");
        }
    }
}
