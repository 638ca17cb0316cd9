package flightline.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.view.JsonFault;
import flightline.app.view.SessionJson;
import flightline.app.wiring.Wiring;
import flightline.archive.SessionBook.Session;
import flightline.flow.Request;
import flightline.flow.SessionFlow;
import flightline.flow.SessionOutcome;
import flightline.policy.Principal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step in a troubleshooting session, or all of them with a person who answers. */
final class SessionDesk {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LISTED = 50;

    private final Outside outside;
    private final CommonOptions common;
    private final SessionOptions options;
    private final Wiring wiring;
    private final SessionFlow flow;
    private final SessionPage page;

    SessionDesk(Outside outside, CommonOptions common, SessionOptions options, Wiring wiring) {
        this.outside = outside;
        this.common = common;
        this.options = options;
        this.wiring = wiring;
        this.flow = wiring.sessions();
        this.page = new SessionPage(new Paint(outside.colour()), outside.width());
    }

    /** @param request for a session that begins; its text is empty where no complaint was given */
    int run(Request request) {
        Principal asker = request.asker();
        boolean complaint = !request.text().isBlank();
        if (options.steps() > 1)
            throw new BadRequest("one step at a time: --answer, --back, --stop, --hand-over or --close");
        if (options.list) return list(asker);
        String id = options.session;
        if (id == null) {
            if (options.steps() > 0) throw new BadRequest("name the session that the step is in with --session ID");
            if (!complaint) throw new BadRequest("give a COMPLAINT in quotation marks, or go on with --session ID");
            return options.interactive ? interview(flow.open(request), asker) : show(flow.open(request));
        }
        if (complaint)
            throw new BadRequest("a session has its complaint already: give --session or a COMPLAINT, not both");
        if (options.interactive) {
            if (options.steps() > 0) throw new BadRequest("--interactive asks for its steps itself");
            return interview(flow.show(id, asker), asker);
        }
        return show(step(id, asker));
    }

    private SessionOutcome step(String id, Principal asker) {
        if (options.answer != null) {
            JsonNode answer = answer(options.answer);
            return flow.answer(id, word(answer, "check"), word(answer, "result"), asker);
        }
        if (options.back) return flow.back(id, asker);
        if (options.stop) return flow.stop(id, asker);
        if (options.handOver != null) return flow.handOver(id, options.handOver, asker);
        if (options.close) return flow.close(id, text(options.cause), text(options.action), asker);
        if (options.cause != null || options.action != null)
            throw new BadRequest("--cause and --action go with --close");
        return flow.show(id, asker);
    }

    private int interview(SessionOutcome begun, Principal asker) {
        if (common.json()) throw new BadRequest("--interactive talks to a person; programs use --begin and --session");
        return switch (begun) {
            case SessionOutcome.Stands stands -> new Interview(outside, flow, page, asker).run(stands);
            case SessionOutcome.Settled settled -> show(settled);
            case SessionOutcome.NoBrief none -> show(none);
            case SessionOutcome.NotPossible no -> show(no);
        };
    }

    private int show(SessionOutcome outcome) {
        return switch (outcome) {
            case SessionOutcome.Stands stands -> {
                put(SessionJson.of(stands), page.of(stands));
                yield Exit.DONE;
            }
            case SessionOutcome.Settled settled -> {
                put(SessionJson.of(settled), settled.said() + "\n");
                yield Exit.DONE;
            }
            case SessionOutcome.NoBrief(var answer) -> {
                put(AnswerJson.of(answer), new AnswerPage(new Paint(outside.colour()), outside.width()).of(answer));
                yield DiagnoseCommand.Answering.code(answer);
            }
            case SessionOutcome.NotPossible(var why) -> throw new BadRequest(why);
        };
    }

    private int list(Principal asker) {
        List<Session> sessions = flow.list(asker, LISTED);
        if (common.json()) outside.out().println(SessionJson.of(sessions).toPrettyString());
        else outside.out().print(page.of(sessions));
        return Exit.DONE;
    }

    private void put(ObjectNode json, String text) {
        if (json.has("citations")) new LastAnswer(wiring.keepsakes(), common.asker()).keep(json);
        if (common.json()) outside.out().println(json.toPrettyString());
        else outside.out().print(text);
    }

    private static JsonNode answer(String text) {
        try {
            JsonNode answer = JSON.readTree(text);
            if (!answer.isObject())
                throw new BadRequest("--answer must be a JSON object like {\"check\": \"k1\", \"result\": \"pass\"}");
            return answer;
        } catch (JsonProcessingException e) {
            throw new BadRequest("--answer is not JSON: " + JsonFault.of(e));
        }
    }

    private static String word(JsonNode answer, String name) {
        JsonNode value = answer.get(name);
        if (value == null || !value.isTextual() || value.asText().isBlank())
            throw new BadRequest("--answer needs '" + name + "' as a string");
        return value.asText().strip();
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
