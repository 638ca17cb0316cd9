package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.corpus.DocumentId;
import flightline.flow.Answer;
import flightline.flow.Early;
import flightline.flow.Request;
import flightline.flow.ShowFlow;
import flightline.policy.Act;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The page: one field, the answer under it, and each cited place in its document. Made here whole; it runs without scripts. */
final class Pages {
    private static final int MOST = 1 << 18;
    private static final int TOP = 8;

    private final Wiring wiring;
    private final Verbs verbs;
    private final Supplier<LocalDate> today;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    Pages(Wiring wiring, Verbs verbs, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.verbs = verbs;
        this.today = today;
    }

    void start(ServerRequest request, ServerResponse response) {
        start(request, response, "", "", "diagnose", "");
    }

    private void start(
            ServerRequest request, ServerResponse response, String text, String aircraft, String verb, String problem) {
        if (!problem.isEmpty()) response.status(Status.BAD_REQUEST_400);
        page(
                request,
                response,
                "start.jte",
                Map.of(
                        "text",
                        text,
                        "aircraft",
                        aircraft,
                        "verb",
                        verb,
                        "problem",
                        problem,
                        "documents",
                        wiring.library().list(Asker.of(request)).size()));
    }

    void answer(ServerRequest request, ServerResponse response) {
        Map<String, String> form = form(request);
        String text = form.getOrDefault("text", "").strip();
        String aircraft = form.getOrDefault("aircraft", "").strip();
        String verb = form.getOrDefault("verb", "diagnose").equals("ask") ? "ask" : "diagnose";
        if (text.isEmpty()) {
            start(request, response, text, aircraft, verb, "Write what is wrong, or what you want to know.");
            return;
        }
        ObjectNode asked = JsonNodeFactory.instance.objectNode().put("text", text);
        if (!aircraft.isEmpty()) asked.put("aircraft", aircraft);
        Answer answer;
        try {
            Request read = verbs.read(request, asked, TOP, verb.equals("ask") ? Act.ASK : Act.DIAGNOSE);
            answer = verb.equals("ask")
                    ? wiring.ask().ask(read, "", Early.NOBODY)
                    : wiring.diagnose().diagnose(read, Early.NOBODY);
        } catch (BadRequest e) {
            start(request, response, text, aircraft, verb, String.valueOf(e.getMessage()));
            return;
        }
        page(
                request,
                response,
                "answer.jte",
                Map.of("answer", AnswerJson.of(answer), "text", text, "aircraft", aircraft, "verb", verb));
    }

    void show(ServerRequest request, ServerResponse response) {
        LocalDate day = today.get();
        ShowFlow.Shown shown = wiring.show()
                .show(
                        new DocumentId(parameter(request, "document")),
                        request.query().first("revision").orElse(""),
                        number(request, "start"),
                        number(request, "end"),
                        day,
                        Asker.of(request))
                .orElseThrow(
                        () -> new Problem(Status.NOT_FOUND_404, "nothing is held, or may be shown, at this place"));
        var header = shown.document().header();
        page(
                request,
                response,
                "place.jte",
                Map.of(
                        "title",
                        header.title().isBlank() ? header.id().value() : header.title(),
                        "standing",
                        header.id().value() + ", revision " + header.revision().display() + ", "
                                + shown.document().standing(day),
                        "before",
                        shown.before(),
                        "text",
                        shown.text(),
                        "after",
                        shown.after()));
    }

    void style(ServerRequest request, ServerResponse response) {
        asset(response, "style.css", "text/css");
    }

    void icon(ServerRequest request, ServerResponse response) {
        asset(response, "icon.svg", "image/svg+xml");
    }

    private static void asset(ServerResponse response, String name, String type) {
        try (InputStream in = Pages.class.getResourceAsStream("/flightline/app/http/" + name)) {
            if (in == null) throw new IllegalStateException("the product lacks flightline/app/http/" + name);
            response.header(HeaderNames.CACHE_CONTROL, "max-age=3600");
            Reply.text(response, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private void page(ServerRequest request, ServerResponse response, String template, Map<String, Object> parts) {
        var out = new StringOutput();
        templates.render(template, parts, out);
        Reply.page(request, response, out.toString());
    }

    private static String parameter(ServerRequest request, String name) {
        Optional<String> value = request.query().first(name).asOptional();
        return value.filter(v -> !v.isBlank())
                .orElseThrow(() -> new Problem(Status.BAD_REQUEST_400, "'" + name + "' is missing"));
    }

    private static int number(ServerRequest request, String name) {
        String value = parameter(request, name);
        if (!value.matches("\\d{1,9}"))
            throw new Problem(Status.BAD_REQUEST_400, "'" + name + "' must be a whole number, got '" + value + "'");
        return Integer.parseInt(value);
    }

    private static Map<String, String> form(ServerRequest request) {
        byte[] bytes;
        try (InputStream in = request.content().inputStream()) {
            bytes = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the form ended early");
        }
        if (bytes.length > MOST)
            throw new Problem(Status.REQUEST_ENTITY_TOO_LARGE_413, "a form may have " + MOST + " bytes");
        var form = new HashMap<String, String>();
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return form;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(Status.BAD_REQUEST_400, "the form is not encoded as a form is");
        }
    }
}
