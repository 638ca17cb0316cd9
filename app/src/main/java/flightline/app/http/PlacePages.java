package flightline.app.http;

import flightline.app.view.PlaceName;
import flightline.app.wiring.Wiring;
import flightline.corpus.Box;
import flightline.flow.OpenFlow;
import flightline.flow.OpenFlow.Handed;
import flightline.flow.OpenFlow.Opened;
import flightline.flow.OpenFlow.Wanted;
import flightline.flow.Original;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** A cited place in its document: the real page of a PDF, the blocks of any other. */
final class PlacePages implements PageRoutes {
    private static final Map<String, String> PICTURES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "svg", "image/svg+xml");

    private final Wiring wiring;
    private final Printer printer;
    private final Supplier<LocalDate> today;

    PlacePages(Wiring wiring, Printer printer, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.printer = printer;
        this.today = today;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get("/show", wrapping.of(this::show))
                .get("/original", wrapping.of(this::original))
                .get("/graphic", wrapping.of(this::graphic));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.SHOW);
        Form form = Form.query(request);
        OpenFlow opening = wiring.page().opening();
        Opened opened = opening.open(
                        wanted(form), form.number("start"), form.number("end"), form.numberIfAny("from"), asker)
                .orElseThrow(
                        () -> new Problem(Status.NOT_FOUND_404, "nothing is held, or may be shown, at this place"));
        printer.page(
                request, response, "", Printer.wantsPart(request) ? "place.jte" : "placed.jte", parts(opened, opening));
    }

    private Map<String, Object> parts(Opened opened, OpenFlow opening) {
        var header = opened.document().header();
        LocalDate day = today.get();
        var parts = new HashMap<String, Object>();
        parts.put("title", header.title().isBlank() ? header.id().value() : header.title());
        parts.put("opened", opened);
        parts.put("link", new PlaceLink(opened));
        parts.put("standing", opened.document().standing(day));
        parts.put("inForce", opened.document().inForceOn(day));
        parts.put("pdf", isPdf(opened.document().header().format()) && opened.original() instanceof Original.Whole);
        parts.put("page", opened.place().map(p -> p.page().orElse(0)).orElse(0));
        parts.put(
                "box",
                opened.place().flatMap(p -> p.box()).map(PlacePages::corners).orElse(""));
        parts.put("withheld", opened.original() instanceof Original.Withheld(var why) ? why : "");
        parts.put("graphics", (java.util.function.Predicate<String>) reference -> opening.keeps(reference));
        return parts;
    }

    private static boolean isPdf(String format) {
        return format.toUpperCase(Locale.ROOT).startsWith("PDF");
    }

    private static String corners(Box box) {
        return String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f", box.left(), box.bottom(), box.right(), box.top());
    }

    private Wanted wanted(Form form) {
        return new Wanted(PlaceName.document(form.required("document")), form.word("revision"), today.get());
    }

    private void original(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.SHOW);
        switch (wiring.page()
                .opening()
                .original(wanted(Form.query(request)), asker)
                .orElseThrow(() -> new Problem(Status.NOT_FOUND_404, "no such document is held, or may be shown"))) {
            case Handed.Withheld(var why) -> throw new Problem(Status.FORBIDDEN_403, why);
            case Handed.Bytes(var document, var bytes) -> {
                boolean pdf = isPdf(document.header().format());
                // Anything but a PDF is only handed out to be kept: what a browser would do with it is not ours to say.
                response.header(HeaderNames.CONTENT_TYPE, pdf ? "application/pdf" : "application/octet-stream");
                response.header(
                        HeaderNames.CONTENT_DISPOSITION,
                        (pdf ? "inline" : "attachment") + "; filename=\""
                                + document.fileName().replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
                response.send(bytes.get());
            }
        }
    }

    private void graphic(ServerRequest request, ServerResponse response) {
        Principal asker = printer.allowed(request, Act.SHOW);
        Form form = Form.query(request);
        var picture = wiring.page()
                .opening()
                .graphic(wanted(form), form.required("name"), asker)
                .orElseThrow(() -> new Problem(Status.NOT_FOUND_404, "no such graphic is kept, or may be shown"));
        String type = PICTURES.get(ending(picture.fileName()));
        response.header(HeaderNames.CONTENT_TYPE, type == null ? "application/octet-stream" : type);
        if (type == null)
            response.header(
                    HeaderNames.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + picture.fileName().replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
        response.send(picture.bytes().get());
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
