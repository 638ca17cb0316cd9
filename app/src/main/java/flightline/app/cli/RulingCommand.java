package flightline.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.LibraryJson;
import flightline.app.view.PlaceName;
import flightline.app.wiring.Wiring;
import flightline.corpus.HeldDocument;
import flightline.flow.QuarantineFlow;
import flightline.flow.QuarantineFlow.Outcome;
import flightline.flow.QuarantineFlow.Ruling;
import flightline.policy.Principal;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A second person's decision on what waits in quarantine. */
abstract class RulingCommand implements Callable<Integer> {
    private final Outside outside;
    private final CommonOptions common;

    @Parameters(paramLabel = "ID")
    private String id = "";

    @Option(names = "--revision", paramLabel = "R", description = "Which revision, where several wait.")
    private String revision = "";

    @Option(
            names = "--source",
            paramLabel = "SHA256",
            description = "First digits of the file's SHA-256, where several files of one revision wait.")
    private String source = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it goes into the audit log.")
    private String reason = "";

    RulingCommand(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    abstract Outcome decide(QuarantineFlow flow, Ruling ruling, Principal asker);

    @Override
    public Integer call() throws Exception {
        if (reason.isBlank()) throw new BadRequest("give a --reason; it goes into the audit log");
        common.mustExist(outside);
        try (Wiring wiring = common.wire(outside)) {
            var ruling = new Ruling(PlaceName.document(id), revision, source, reason.strip());
            return switch (decide(wiring.quarantine(), ruling, common.asker())) {
                case Outcome.Approved(var document, var superseded) ->
                    done(
                            "approved",
                            document,
                            superseded.isEmpty() ? "" : "; supersedes " + String.join(", ", superseded));
                case Outcome.Rejected(var document) -> done("rejected", document, "; nothing of it is kept");
                case Outcome.Refused(var why) -> refused(why);
                case Outcome.NotWaiting() ->
                    throw new BadRequest(
                            "nothing waits in quarantine under '" + id + "'; see flightline library quarantine");
                case Outcome.Ambiguous(var waiting) ->
                    throw new BadRequest("several wait under '" + id + "'; say which with --revision or --source: "
                            + waiting.stream()
                                    .map(d -> d.header().revision().display() + " (" + d.fileName() + ", "
                                            + d.source().brief() + ")")
                                    .collect(Collectors.joining(", ")));
            };
        }
    }

    private int done(String outcome, HeldDocument document, String more) {
        if (common.json())
            outside.out()
                    .println(LibraryJson.of(document).put("outcome", outcome).toPrettyString());
        else
            outside.out()
                    .println(outcome + " " + document.header().id() + " "
                            + document.header().revision().display() + " (" + document.fileName() + ")" + more);
        return Exit.DONE;
    }

    private int refused(String why) {
        if (common.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            outside.out().println(node.put("outcome", "refused").put("why", why).toPrettyString());
        } else outside.err().println("flightline: refused: " + why);
        return Exit.REFUSED;
    }

    @Command(name = "approve", description = "Lets a document out of quarantine; another person than brought it in.")
    static final class Approve extends RulingCommand {
        Approve(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        Outcome decide(QuarantineFlow flow, Ruling ruling, Principal asker) {
            return flow.approve(ruling, asker);
        }
    }

    @Command(name = "reject", description = "Takes a document in quarantine out of the library.")
    static final class Reject extends RulingCommand {
        Reject(Outside outside, CommonOptions common) {
            super(outside, common);
        }

        @Override
        Outcome decide(QuarantineFlow flow, Ruling ruling, Principal asker) {
            return flow.reject(ruling, asker);
        }
    }
}
