package flightline.app.http;

import flightline.app.view.DiffJson;
import flightline.app.view.PlaceName;
import flightline.app.wiring.Wiring;
import flightline.corpus.HeldDocument;
import flightline.flow.DiffFlow;
import flightline.flow.QuarantineFlow.Outcome;
import flightline.flow.QuarantineFlow.Ruling;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What the library holds, what waits in quarantine and who lets it out, and how two revisions differ. */
final class LibraryPages implements PageRoutes {
    private static final int SHOWN = 100;

    private final Wiring wiring;
    private final Printer printer;
    private final Supplier<LocalDate> today;

    LibraryPages(Wiring wiring, Printer printer, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.printer = printer;
        this.today = today;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/library", wrapping.of(this::list))
                .post("/library/quarantine", wrapping.of(this::decide))
                .get("/library/differences", wrapping.of(this::differences));
    }

    private void list(ServerRequest request, ServerResponse response) {
        list(request, response, "");
    }

    private void list(ServerRequest request, ServerResponse response, String said) {
        Principal asker = printer.allowed(request, Act.SEARCH);
        Form form = said.isEmpty() ? Form.query(request) : new Form(Map.of());
        var access = wiring.rulebook().access();
        LocalDate day = today.get();
        List<HeldDocument> held = wiring.library().list(asker);
        String words = form.word("words").toLowerCase(Locale.ROOT);
        String standing = form.word("standing");
        List<HeldDocument> found = held.stream()
                .filter(d -> words.isEmpty() || names(d).contains(words))
                .filter(d -> standing.isEmpty() || standing.equals(d.inForceOn(day) ? "in-force" : "not-in-force"))
                .toList();
        int from = form.numberIfAny("from").orElse(0);
        printer.page(
                request,
                response,
                "/library",
                "library.jte",
                Map.ofEntries(
                        Map.entry("day", day),
                        Map.entry("held", held),
                        Map.entry(
                                "inForce",
                                held.stream().filter(d -> d.inForceOn(day)).count()),
                        Map.entry(
                                "shown", found.stream().skip(from).limit(SHOWN).toList()),
                        Map.entry("found", found.size()),
                        Map.entry("next", from + SHOWN < found.size() ? from + SHOWN : 0),
                        Map.entry("words", form.word("words")),
                        Map.entry("standing", standing),
                        Map.entry("waiting", wiring.library().quarantined(asker)),
                        Map.entry("mayIngest", access.may(asker, Act.INGEST)),
                        Map.entry("mayRelease", access.may(asker, Act.QUARANTINE_RELEASE)),
                        Map.entry("said", said)));
    }

    private static String names(HeldDocument document) {
        return (document.header().id().value() + " " + document.header().title() + " " + document.fileName())
                .toLowerCase(Locale.ROOT);
    }

    private void decide(ServerRequest request, ServerResponse response) {
        // Before anything is looked up, or the answer would tell whether it waits.
        Principal asker = printer.allowed(request, Act.QUARANTINE_RELEASE);
        Form form = Form.posted(request);
        if (form.word("reason").isEmpty())
            throw new Problem(Status.BAD_REQUEST_400, "Give a reason; it goes into the log with your name.");
        var ruling = new Ruling(
                PlaceName.document(form.required("document")),
                form.word("revision"),
                form.word("source"),
                form.word("reason"));
        Outcome outcome = switch (form.required("decision")) {
            case "approve" -> wiring.quarantine().approve(ruling, asker);
            case "reject" -> wiring.quarantine().reject(ruling, asker);
            case String other ->
                throw new Problem(Status.BAD_REQUEST_400, "'decision' must be approve or reject, got '" + other + "'");
        };
        list(request, response, told(outcome));
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approved(var document, var superseded) ->
                document.header().id() + " is let into the library"
                        + (superseded.isEmpty() ? "." : "; it supersedes " + String.join(", ", superseded) + ".");
            case Outcome.Rejected(var document) -> document.header().id() + " is rejected; nothing of it is kept.";
            case Outcome.Refused(var why) -> throw new Problem(Status.FORBIDDEN_403, why);
            case Outcome.NotWaiting() ->
                throw new Problem(Status.NOT_FOUND_404, "Nothing waits in quarantine under that name.");
            case Outcome.Ambiguous(var waiting) ->
                throw new Problem(Status.CONFLICT_409, waiting.size() + " files wait under that name; decide on one.");
        };
    }

    private void differences(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.SHOW);
        Form form = Form.query(request);
        var id = PlaceName.document(form.required("document"));
        List<String> newest = wiring.diff()
                .newest(id, asker)
                .orElseThrow(() -> new Problem(
                        Status.NOT_FOUND_404, "Two revisions are needed, and fewer are held or may be shown."));
        String from = form.word("from").isEmpty() ? newest.getFirst() : form.word("from");
        String to = form.word("to").isEmpty() ? newest.getLast() : form.word("to");
        switch (wiring.diff().compare(id, from, to, List.of(), asker)) {
            case DiffFlow.Outcome.NotHeld(var revision, var held) ->
                throw new Problem(
                        Status.NOT_FOUND_404,
                        "Revision '" + revision + "' is not held; there are " + String.join(", ", held) + ".");
            case DiffFlow.Outcome.Compared compared ->
                printer.page(
                        request,
                        response,
                        "/library",
                        "differences.jte",
                        Map.of("title", compared.to().header().title(), "diff", DiffJson.of(compared)));
        }
    }
}
