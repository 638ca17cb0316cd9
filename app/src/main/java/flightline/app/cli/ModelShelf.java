package flightline.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AdapterJson;
import flightline.app.view.BadRequest;
import flightline.app.view.HeldAdapter;
import flightline.app.view.ModelJson;
import flightline.archive.ModelBook.Entry;
import flightline.archive.ModelBook.Held;
import flightline.flow.ModelFiles.Standing;
import flightline.flow.ModelFlow.Gone;
import flightline.flow.ModelFlow.Outcome;
import flightline.flow.ModelFlow.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person or a program is told of the models that are held. */
final class ModelShelf {
    private final Outside outside;
    private final CommonOptions common;

    ModelShelf(Outside outside, CommonOptions common) {
        this.outside = outside;
        this.common = common;
    }

    int list(Held held, List<HeldAdapter> adapters) {
        if (common.json()) outside.out().println(json(held, adapters).toPrettyString());
        else outside.out().print(page(held, adapters));
        return Exit.DONE;
    }

    static ObjectNode json(Held held, List<HeldAdapter> adapters) {
        return AdapterJson.put(ModelJson.of(held), adapters);
    }

    String page(Held held, List<HeldAdapter> adapters) {
        return page(held) + table(adapters);
    }

    /** Nothing where there are none. */
    private String table(List<HeldAdapter> adapters) {
        if (adapters.isEmpty()) return "";
        var rows = new ArrayList<List<String>>();
        for (HeldAdapter one : adapters)
            rows.add(List.of(
                    one.name(),
                    one.model(),
                    size(one.bytes()),
                    one.licence(),
                    one.source(),
                    one.sha256().substring(0, 12)));
        return new Page(new Paint(outside.colour()), outside.width())
                .table(List.of("adapter", "over", "size", "licence", "from", "sha256"), rows)
                .toString();
    }

    private String page(Held held) {
        if (held.models().isEmpty())
            return "No model is held: answers are quoted from the documents. See docs/administrator.md, or flightline model add"
                    + " --help.\n";
        var rows = new ArrayList<List<String>>();
        String writing = held.writing().map(Entry::name).orElse("");
        for (Entry entry : held.models())
            rows.add(List.of(
                    entry.name(),
                    entry.name().equals(writing) ? "writes" : "",
                    entry.quantisation(),
                    size(entry.bytes()),
                    Integer.toString(entry.contextTokens()),
                    entry.licence(),
                    entry.acceptedBy() + " " + entry.added().substring(0, 10)));
        String more = writing.isEmpty()
                ? "None of them writes; flightline model evaluate NAME, then model promote NAME, lets one.\n"
                : "";
        return new Page(new Paint(outside.colour()), outside.width())
                        .table(List.of("name", "", "weights", "size", "context", "licence", "accepted"), rows)
                + more;
    }

    int verified(List<Verified> verified, List<HeldAdapter> adapters) {
        boolean good = verified.stream().allMatch(one -> one.standing() == Standing.AS_ADDED)
                && adapters.stream().noneMatch(HeldAdapter::isWrong);
        if (common.json())
            outside.out()
                    .println(AdapterJson.put(ModelJson.of(verified), adapters).toPrettyString());
        else {
            if (verified.isEmpty()) outside.out().print(page(new Held(List.of(), List.of())));
            for (Verified one : verified)
                outside.out()
                        .println(
                                one.standing() == Standing.AS_ADDED
                                        ? "✓ " + one.entry().name() + " "
                                                + one.standing().words()
                                        : "✗ " + one.entry().name() + ": "
                                                + one.entry().file() + " "
                                                + one.standing().words());
            for (HeldAdapter one : adapters)
                outside.out()
                        .println(
                                one.isWrong()
                                        ? "✗ " + one.checked().orElse("")
                                        : "✓ " + one.name() + " over " + one.model()
                                                + " is the adapter that was named");
        }
        return good ? Exit.DONE : Exit.NOT_VERIFIED;
    }

    /** Tells what became of a change. */
    int tell(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Added(var entry, var replaced) ->
                done(
                        outcome,
                        entry.name() + " is held"
                                + replaced.map(gone -> ", in place of another file under that name" + instead(gone))
                                        .orElse("")
                                + "; flightline model evaluate " + entry.name()
                                + " has it answer questions, and model promote lets it write");
            case Outcome.AlreadyHeld(var entry) -> done(outcome, entry.name() + " is held already");
            case Outcome.InService(var entry, var before, var passedOver) ->
                done(
                        outcome,
                        entry.name() + " writes now"
                                + before.map(b -> ", in place of " + b).orElse("") + passed(passedOver));
            case Outcome.NoneInService(var before, var passedOver) ->
                done(
                        outcome,
                        "no model writes"
                                + before.map(b -> " any more, " + b + " is out of service")
                                        .orElse("") + passed(passedOver) + "; answers are quoted from the documents");
            case Outcome.Removed(var entry, var gone) ->
                done(outcome, entry.name() + " is forgotten" + instead(gone) + "; its file stays at " + entry.file());
            case Outcome.LicenceToAccept(var licence) ->
                throw new BadRequest(
                        "the licence must be accepted: read it, then add the model again with --accept-licence");
            case Outcome.Unsound(var why) -> {
                outside.err().println("flightline: " + why);
                yield Exit.BAD_INPUT;
            }
            case Outcome.Refused(var why) -> throw new NotPermitted(why);
            case Outcome.Unknown(var name) ->
                throw new BadRequest("no model '" + name + "' is held; see flightline model list");
        };
    }

    /** That answers change with it, which nobody asked for, must be told. */
    private static String instead(Gone gone) {
        if (!gone.wrote()) return "";
        return ", which wrote until now: "
                + gone.now()
                        .map(name -> name + ", which wrote before it, writes again")
                        .orElse("no model writes, and answers are quoted from the documents");
    }

    private static String passed(List<String> over) {
        return over.isEmpty() ? "" : " (passed over: " + String.join("; ", over) + ")";
    }

    private int done(Outcome outcome, String said) {
        if (common.json()) outside.out().println(ModelJson.of(outcome).toPrettyString());
        else outside.out().println(said);
        return Exit.DONE;
    }

    static String size(long bytes) {
        if (bytes < 1 << 20) return bytes + " B";
        return bytes < 1L << 30
                ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
