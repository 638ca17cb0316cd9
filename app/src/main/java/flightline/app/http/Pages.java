package flightline.app.http;

import flightline.app.view.BadRequest;
import flightline.app.wiring.Wiring;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The page: what is registered where, and how a thing that cannot be done looks. */
final class Pages {
    private final Printer printer;
    private final List<PageRoutes> pages;

    Pages(Desk desk, Verbs verbs) {
        Wiring wiring = desk.wiring();
        Supplier<LocalDate> today = desk.today();
        this.printer = new Printer(wiring);
        var answers = new AnswerView(printer);
        this.pages = List.of(
                new Assets(),
                new Look(),
                new DiagnosePage(wiring, verbs, printer, answers),
                new SessionPages(wiring, verbs, printer, answers),
                new AskPages(wiring, verbs, printer, answers, desk.clock()),
                new PlacePages(wiring, printer, today),
                new LibraryPages(wiring, printer, today),
                new FleetPages(wiring, verbs, printer),
                new DraftPages(wiring, verbs),
                new RecordsPage(wiring, printer),
                new AuditPages(wiring, printer),
                new PolicyPages(wiring, printer, today),
                new AdministrationPages(desk, printer, new JobPlaces(desk)),
                new ModelPages(desk, printer),
                new PeoplePages(wiring, printer, today),
                new FeedbackPages(wiring, printer));
    }

    void register(HttpRouting.Builder routing) {
        for (PageRoutes page : pages) page.register(routing, this::wrapped);
    }

    private Handler wrapped(Endpoint.Answering page) {
        return (request, response) -> {
            try {
                page.answer(request, response);
            } catch (Problem problem) {
                problem(request, response, problem.status(), String.valueOf(problem.getMessage()));
            } catch (BadRequest problem) {
                problem(request, response, Status.BAD_REQUEST_400, String.valueOf(problem.getMessage()));
            }
        };
    }

    /**
     * Tells what stands in the way, as whoever asked can read it: on a page where a browser shows what comes back, in a part of
     * one where our script does, and as RFC 9457 has it to programs and to whoever is not known.
     */
    void tell(ServerRequest request, ServerResponse response, Status status, String why) {
        boolean shown = Printer.wantsPage(request) || (Printer.wantsPart(request) && Printer.isOfThePage(request));
        boolean known =
                Asker.known(request).filter(caller -> caller.acts().isEmpty()).isPresent();
        if (shown && known) problem(request, response, status, why);
        else Reply.problem(request, response, status, why);
    }

    private void problem(ServerRequest request, ServerResponse response, Status status, String why) {
        response.status(status);
        printer.page(
                request,
                response,
                "",
                Printer.wantsPart(request) ? "problem.jte" : "problems.jte",
                Map.of("title", title(status), "why", why));
    }

    private static String title(Status status) {
        return switch (status.code()) {
            case 403 -> "You may not do this";
            case 404 -> "Nothing is there";
            case 413 -> "That is too large";
            case 500 -> "Something broke";
            case 503 -> "Not at this moment";
            default -> "This cannot be done";
        };
    }
}
