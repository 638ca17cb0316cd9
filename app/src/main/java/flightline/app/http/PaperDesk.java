package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.view.DraftBasis;
import flightline.app.wiring.Wiring;
import flightline.drafting.PaperKind;
import flightline.drafting.print.PaperFormat;
import flightline.flow.DraftOrder;
import flightline.flow.DraftOutcome;
import flightline.flow.Request;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws paper up for whoever asks over HTTP: from a complaint, or from a session as it stands. */
final class PaperDesk {
    private static final Map<PaperFormat, String> TYPES = Map.of(
            PaperFormat.PDF,
            "application/pdf",
            PaperFormat.DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            PaperFormat.JSON,
            Endpoint.JSON);

    private final Wiring wiring;

    PaperDesk(Wiring wiring) {
        this.wiring = wiring;
    }

    static PaperKind kind(String word) {
        return PaperKind.of(word)
                .filter(kind -> kind != PaperKind.DIRECTIVE_MATRIX)
                .orElseThrow(() -> new BadRequest("the kind must be one of "
                        + Stream.of(PaperKind.values())
                                .filter(kind -> kind != PaperKind.DIRECTIVE_MATRIX)
                                .map(PaperKind::word)
                                .collect(Collectors.joining(", "))
                        + ", got '" + Query.shown(word) + "'; a directive-matrix is for the command line"));
    }

    static PaperFormat format(String word) {
        return PaperFormat.of(word)
                .orElseThrow(
                        () -> new BadRequest("'format' must be pdf, docx or json, got '" + Query.shown(word) + "'"));
    }

    /** Whether it follows from a diagnosis; else from an aircraft's records and sessions. */
    static boolean needsDiagnosis(PaperKind kind) {
        return switch (kind) {
            case WORKCARD, DISCREPANCY, DIFFICULTY_REPORT -> true;
            case HANDOVER, OPEN_ITEMS, DIRECTIVE_MATRIX -> false;
        };
    }

    /** @param session empty for a paper from the complaint itself */
    DraftOutcome draft(PaperKind kind, PaperFormat format, Request asked, String session) {
        DraftOrder.Basis basis;
        try {
            basis = needsDiagnosis(kind)
                    ? (session.isEmpty()
                            ? ofComplaint(asked)
                            : DraftBasis.ofSession(wiring.sessions().show(session, asked.asker()), session))
                    : DraftBasis.ofTail(asked);
        } catch (DraftBasis.NoDiagnosis none) {
            return none.outcome();
        }
        return wiring.drafting()
                .draft(new DraftOrder(kind, format, basis, List.of(), asked.on(), asked.asker(), List.of()));
    }

    private DraftOrder.Basis ofComplaint(Request asked) {
        if (asked.text().isBlank()) throw new BadRequest("give a complaint, or a session");
        JsonNode answer = DraftBasis.asked(AnswerJson.of(wiring.diagnose().diagnose(asked)), asked);
        return DraftBasis.of(DraftBasis.diagnosed(answer), "");
    }

    /** The paper itself, as a file that a browser shows or keeps. */
    static void send(DraftOutcome.Drafted drafted, PaperFormat format, ServerResponse response) {
        response.header(HeaderNames.CONTENT_TYPE, TYPES.getOrDefault(format, "application/octet-stream"));
        if (format != PaperFormat.JSON)
            response.header(
                    HeaderNames.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + drafted.name().replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
        response.send(drafted.printed().bytes());
    }
}
