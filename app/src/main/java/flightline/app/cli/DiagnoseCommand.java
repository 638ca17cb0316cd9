package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import flightline.flow.Answer;
import flightline.flow.Early;
import flightline.flow.Request;
import flightline.policy.Act;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diagnose",
        description = "Ranks systems and causes for a complaint, with warnings, next checks and where each stands.")
final class DiagnoseCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Mixin
    private final RequestOptions request = new RequestOptions();

    @Parameters(arity = "0..1", paramLabel = "COMPLAINT", description = "What was observed, in your own words.")
    private @Nullable String complaint;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description = "JSON lines, one request each; see the administrator's guide.")
    private @Nullable Path batch;

    @Mixin
    private final SessionOptions session = new SessionOptions();

    DiagnoseCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        try (Wiring wiring = common.wireAnswering(outside, Act.DIAGNOSE)) {
            if (session.given()) {
                if (batch != null)
                    throw new BadRequest("a session is one complaint's, --batch has many: give one of the two");
                return new SessionDesk(outside, common, session, wiring)
                        .run(request.request(
                                complaint == null ? "" : complaint,
                                5,
                                wiring.settings().today(),
                                common.asker()));
            }
            var flow = wiring.diagnose();
            return Answering.run(
                    outside, common, request, wiring, complaint, batch, 5, "COMPLAINT", Act.DIAGNOSE, flow::diagnose);
        }
    }

    /** What diagnose and ask have in common: one request with a page or JSON, or a batch. */
    static final class Answering {
        private Answering() {}

        static int run(
                Outside outside,
                CommonOptions common,
                RequestOptions options,
                Wiring wiring,
                @Nullable String text,
                @Nullable Path batch,
                int top,
                String name,
                Act act,
                BiFunction<Request, Early, Answer> flow) {
            Request request = options.request(
                    text == null ? "" : text, top, wiring.settings().today(), common.asker());
            if (batch != null) {
                return Batch.run(
                        batch,
                        request,
                        asker -> wiring.door().refusal(asker, act),
                        (row, each) -> AnswerJson.of(flow.apply(each, Early.NOBODY)),
                        outside.out(),
                        ProgressLine.of(outside, common, "requests"));
            }
            if (text == null || text.isBlank())
                throw new BadRequest("give a " + name + " in quotation marks, or --batch FILE");
            var page = new EarlyPage(outside, common);
            Answer answer = flow.apply(request, page.early());
            ObjectNode json = AnswerJson.of(answer);
            new LastAnswer(wiring.keepsakes(), request.asker()).keep(json, request);
            if (common.json()) outside.out().println(json.toPrettyString());
            else outside.out().print(page.closing(answer));
            return code(answer);
        }

        static int code(Answer answer) {
            return switch (answer) {
                case Answer.Brief b -> Exit.DONE;
                case Answer.NotEnoughEvidence n -> Exit.NOT_ENOUGH_EVIDENCE;
                case Answer.Withheld w -> Exit.NOT_ENOUGH_EVIDENCE;
                case Answer.Refused r -> Exit.REFUSED;
                case Answer.OutOfScope o -> Exit.REFUSED;
            };
        }
    }
}
