package flightline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.view.DraftBasis;
import flightline.app.view.Unreadable;
import flightline.app.wiring.Wiring;
import flightline.drafting.PaperKind;
import flightline.drafting.compliance.FleetList;
import flightline.drafting.compliance.Tail;
import flightline.drafting.print.PaperFormat;
import flightline.flow.Answer;
import flightline.flow.DraftOrder;
import flightline.flow.DraftOutcome;
import flightline.flow.Request;
import flightline.policy.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "draft",
        description = {
            "Draws up the paper that follows a diagnosis, every word compared with its source before it is written.",
            "It advises; a licensed person decides and signs."
        })
final class DraftCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Mixin
    private final RequestOptions request = new RequestOptions();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "workcard, discrepancy, difficulty-report, handover, open-items or directive-matrix.")
    private String kind = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "COMPLAINT",
            description = "What was observed; without it, the last diagnosis counts.")
    private @Nullable String complaint;

    @Option(
            names = "--answer",
            paramLabel = "ID",
            description = "The last diagnosis, by the id of its audit entry; refuses when another came since.")
    private @Nullable String answer;

    @Option(names = "--session", paramLabel = "ID", description = "A troubleshooting session with its findings.")
    private @Nullable String session;

    @Option(
            names = "--task",
            paramLabel = "DOC",
            description =
                    "For a work card: the document with the procedure, of a manual with many \"DOC / HEADING\"; several are set one after the other. Needs no diagnosis.")
    private List<String> tasks = new ArrayList<>();

    @Option(
            names = "--fleet",
            paramLabel = "FILE",
            description = "For a directive matrix: the fleet list, CSV, YAML or JSON; see the engineer's guide.")
    private @Nullable Path fleet;

    @Option(names = "--format", paramLabel = "F", description = "pdf, docx or json (default: pdf).")
    private String format = "pdf";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where it is written (default: a name of its own here).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replaces a file of that name.")
    private boolean force;

    DraftCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        PaperKind what = PaperKind.of(kind)
                .orElseThrow(() -> new BadRequest("KIND must be one of "
                        + Stream.of(PaperKind.values()).map(PaperKind::word).collect(Collectors.joining(", "))
                        + ", got '" + kind + "'"));
        PaperFormat how = PaperFormat.of(format)
                .orElseThrow(() -> new BadRequest("--format must be pdf, docx or json, got '" + format + "'"));
        if (out != null) new NewFile(out, force).free();
        try (Wiring wiring = common.wireAnswering(outside, Act.DRAFT)) {
            Request asked = request.request(
                    complaint == null ? "" : complaint, 5, wiring.settings().today(), common.asker());
            DraftOrder.Basis basis = switch (what) {
                case WORKCARD, DISCREPANCY, DIFFICULTY_REPORT -> basis(what, wiring, asked);
                case HANDOVER, OPEN_ITEMS, DIRECTIVE_MATRIX -> tail(asked);
            };
            var order = new DraftOrder(what, how, basis, tasks, asked.on(), asked.asker(), tails(what));
            return told(wiring.drafting().draft(order));
        } catch (DraftBasis.NoDiagnosis none) {
            return told(none.outcome());
        }
    }

    private List<Tail> tails(PaperKind what) {
        if (what != PaperKind.DIRECTIVE_MATRIX) {
            if (fleet != null) throw new BadRequest("--fleet goes with a directive-matrix");
            return List.of();
        }
        if (fleet == null) throw new BadRequest("a directive-matrix needs the fleet list: --fleet FILE");
        try {
            return switch (FleetList.read(String.valueOf(fleet.getFileName()), Files.readString(fleet))) {
                case FleetList.Tails(var tails) -> tails;
                case FleetList.Bad(var why) -> throw new BadRequest(why);
            };
        } catch (IOException e) {
            throw new BadRequest("cannot read the fleet list '" + fleet + "': " + Unreadable.why(e));
        }
    }

    private DraftOrder.Basis tail(Request asked) {
        if (complaint != null || answer != null || session != null)
            throw new BadRequest(
                    "a " + kind + " follows from no diagnosis: name the tail with --aircraft, or none for all");
        return DraftBasis.ofTail(asked);
    }

    private DraftOrder.Basis basis(PaperKind what, Wiring wiring, Request asked) {
        int ways = (complaint == null ? 0 : 1) + (answer == null ? 0 : 1) + (session == null ? 0 : 1);
        if (ways > 1) throw new BadRequest("give one of COMPLAINT, --answer and --session");
        if (session != null) return DraftBasis.ofSession(wiring.sessions().show(session, asked.asker()), session);
        if (complaint != null) {
            Answer given = wiring.diagnose().diagnose(asked);
            var json = AnswerJson.of(given);
            new LastAnswer(wiring.keepsakes(), asked.asker()).keep(json, asked);
            return DraftBasis.of(DraftBasis.diagnosed(DraftBasis.asked(json, asked)), "");
        }
        // A procedure that is named needs no diagnosis, and the last one may be of another aircraft.
        if (what == PaperKind.WORKCARD && answer == null && !tasks.isEmpty()) return DraftBasis.ofTail(asked);
        JsonNode last = new LastAnswer(wiring.keepsakes(), asked.asker())
                .whole()
                .orElseThrow(
                        () -> new BadRequest("there is no answer to draft from: give a COMPLAINT or --session ID"));
        boolean other = answer != null
                && !answer.equals(last.path("audit").asText())
                && !answer.equals(last.path("id").asText());
        if (other)
            throw new BadRequest("only the last answer is kept, and that is "
                    + last.path("audit").asText("another") + ", not '" + answer + "'; ask again");
        return DraftBasis.of(
                DraftBasis.diagnosed(last), last.path("session").path("id").asText(""));
    }

    private int told(DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Drafted drafted -> {
                Path file = Optional.ofNullable(out).orElse(Path.of(drafted.name()));
                new NewFile(file, force).write(drafted.printed().bytes());
                var json = JsonNodeFactory.instance
                        .objectNode()
                        .put("outcome", "drafted")
                        .put("kind", drafted.paper().paper().kind().word())
                        .put("format", format)
                        .put("file", file.toString())
                        .put("sha256", drafted.printed().sha256())
                        .put("marking", drafted.marking().label())
                        .put("audit", drafted.audit());
                if (common.json()) outside.out().println(json.toPrettyString());
                else
                    outside.out()
                            .println(file + " is written: "
                                    + drafted.paper().paper().kind().title() + ", "
                                    + drafted.marking().label() + ". It is a draft: a licensed person decides and"
                                    + " signs. Audit " + drafted.audit());
                yield Exit.DONE;
            }
            case DraftOutcome.Refused(var clause, var why, var audit) -> said("refused", why, Exit.REFUSED);
            case DraftOutcome.OutOfScope(var why, var audit) -> said("out-of-scope", why, Exit.REFUSED);
            case DraftOutcome.NotPossible(var why) -> said("not-enough-evidence", why, Exit.NOT_ENOUGH_EVIDENCE);
            case DraftOutcome.Withheld(var why, var audit) -> said("withheld", why, Exit.NOT_ENOUGH_EVIDENCE);
        };
    }

    private int said(String outcome, String why, int code) {
        if (common.json())
            outside.out()
                    .println(JsonNodeFactory.instance
                            .objectNode()
                            .put("outcome", outcome)
                            .put("why", why)
                            .toPrettyString());
        outside.err().println("flightline: " + outcome.replace('-', ' ') + ": " + why);
        return code;
    }
}
