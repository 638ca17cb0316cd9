package flightline.app.cli;

import flightline.app.view.BadRequest;
import flightline.app.view.DialogueJson;
import flightline.app.wiring.Wiring;
import flightline.archive.DialogueBook;
import flightline.archive.DialogueBook.Dialogue;
import flightline.archive.DialogueBook.Turn;
import flightline.dialogue.FollowUp;
import flightline.flow.DialogueFlow;
import flightline.flow.Request;
import flightline.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One question in a dialogue, or what is asked of the dialogues themselves. */
final class DialogueDesk {
    private final Outside outside;
    private final CommonOptions common;
    private final DialogueOptions options;
    private final Wiring wiring;
    private final DialogueFlow flow;

    DialogueDesk(Outside outside, CommonOptions common, DialogueOptions options, Wiring wiring) {
        this.outside = outside;
        this.common = common;
        this.options = options;
        this.wiring = wiring;
        this.flow = wiring.dialogues();
    }

    /** @param request its text is empty where no question was given */
    int run(Request request) {
        boolean question = !request.text().isBlank();
        boolean asksOfDialogues = options.list || options.export || options.forget;
        if (question && asksOfDialogues) throw new BadRequest("--sessions, --export and --forget take no QUESTION");
        if (options.list) return list(request.asker());
        String id = options.session;
        if (id == null) throw new BadRequest("name the dialogue with --session ID");
        if (!DialogueBook.isId(id))
            throw new BadRequest(
                    "--session must be letters, digits, dots, dashes and underscores, at most 64, got '" + id + "'");
        if (options.forget) return forget(id, request.asker());
        if (question) return ask(request, id);
        return show(id, request.asker());
    }

    private int ask(Request request, String id) {
        var page = new EarlyPage(outside, common);
        DialogueFlow.Reply reply = flow.ask(request, id, page.early());
        var json = DialogueJson.of(reply);
        new LastAnswer(wiring.keepsakes(), request.asker()).keep(json);
        if (common.json()) outside.out().println(json.toPrettyString());
        else {
            var paint = new Paint(outside.colour());
            if (reply.question().kind() != FollowUp.Kind.FRESH)
                outside.out()
                        .print(new Page(paint, outside.width())
                                .hanging(
                                        "Read as: ",
                                        "Read as: ",
                                        reply.question().shown(),
                                        paint::faint));
            outside.out().print(page.closing(reply.answer()));
        }
        return DiagnoseCommand.Answering.code(reply.answer());
    }

    private int list(Principal asker) {
        List<Dialogue> dialogues = flow.held(asker);
        if (common.json()) outside.out().println(DialogueJson.of(dialogues).toPrettyString());
        else if (dialogues.isEmpty()) outside.out().println("You have no dialogues.");
        else {
            var rows = new ArrayList<List<String>>();
            for (Dialogue dialogue : dialogues)
                rows.add(List.of(
                        dialogue.id(),
                        dialogue.changed(),
                        Integer.toString(dialogue.dropped() + dialogue.turns().size()),
                        dialogue.turns().getLast().asked()));
            outside.out()
                    .print(new Page(new Paint(outside.colour()), outside.width())
                            .table(List.of("session", "changed", "turns", "asked last"), rows));
        }
        return Exit.DONE;
    }

    /** The dialogue itself; --export is the same for people who look for that word. */
    private int show(String id, Principal asker) {
        Dialogue dialogue = flow.find(asker, id)
                .orElseThrow(() -> new BadRequest("you have no dialogue '" + id + "'; see ask --sessions"));
        if (common.json()) {
            outside.out().println(DialogueJson.of(dialogue).toPrettyString());
            return Exit.DONE;
        }
        var page = new Page(new Paint(outside.colour()), outside.width());
        page.heading("Dialogue " + dialogue.id());
        if (dialogue.dropped() > 0) page.line(dialogue.dropped() + " older turns are forgotten");
        int number = dialogue.dropped();
        for (Turn turn : dialogue.turns()) {
            String lead = ++number + ". ";
            page.hanging(lead, lead, turn.asked(), UnaryOperator.identity());
            if (!turn.question().equals(turn.asked()) || !turn.about().isEmpty())
                page.hanging(
                        "   ",
                        "   ",
                        "read as: " + turn.question()
                                + (turn.about().isEmpty() ? "" : " (about: " + turn.about() + ")"),
                        UnaryOperator.identity());
            page.hanging("   ", "   ", turn.outcome() + ", audit " + turn.audit(), UnaryOperator.identity());
            turn.cited()
                    .forEach(place -> page.hanging(
                            "   • ",
                            "   • ",
                            place.document() + " " + place.revision() + "@" + place.start() + "-" + place.end(),
                            UnaryOperator.identity()));
        }
        outside.out().print(page);
        return Exit.DONE;
    }

    private int forget(String id, Principal asker) {
        if (!flow.forget(asker, id)) throw new BadRequest("you have no dialogue '" + id + "'; see ask --sessions");
        if (!common.quiet()) outside.err().println("flightline: the dialogue " + id + " is forgotten");
        return Exit.DONE;
    }
}
