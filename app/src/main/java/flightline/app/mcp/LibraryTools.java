package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.BadRequest;
import flightline.app.view.RecordJson;
import flightline.app.view.RequestJson;
import flightline.app.wiring.Wiring;
import flightline.corpus.HeldDocument;
import flightline.corpus.RecordId;
import flightline.flow.ShowFlow;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tools that look at what is held: library, show. */
final class LibraryTools {
    private static final int PAGE = 50;
    private static final int MOST = 200;
    /** Characters that are shown where no end is named. */
    private static final int SHOWN = 4_000;

    private final Wiring wiring;
    private final Supplier<LocalDate> today;

    LibraryTools(Wiring wiring, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.today = today;
    }

    List<Tool> all() {
        return List.of(
                new Tool(
                        "library",
                        "List the library",
                        "The documents held, with revision, standing and effectivity, as far as the asker may see them.",
                        Act.SHOW,
                        Schemas.taking()
                                .text("words", "only documents whose name or title holds these words")
                                .yes("allRevisions", "also what is not in force")
                                .text("on", "the day that decides what is in force, 2026-03-01; today where absent")
                                .text("after", "the last document of the page before, as 'next' named it")
                                .whole("top", "how many, " + PAGE + " where absent", 1, MOST)
                                .done(),
                        Schemas.giving()
                                .gives("array", "documents")
                                .gives("integer", "total")
                                .done(),
                        this::library),
                new Tool(
                        "show",
                        "Show a cited place",
                        "The words at a citation, letter for letter, with what stands around them and the warnings of the"
                                + " passage; without a range, how the document begins. Or a maintenance record by its id.",
                        Act.SHOW,
                        Schemas.taking()
                                .text(
                                        "citation",
                                        "an address from a result, " + Places.PREFIX
                                                + "DOCUMENT?revision=REVISION#START-END, or DOCUMENT@REVISION#START-END")
                                .text("record", "id of a maintenance record, as precedents name it")
                                .text("on", "the day that decides what is in force, 2026-03-01; today where absent")
                                .done(),
                        Schemas.giving().done(),
                        this::show));
    }

    private Tool.Found library(JsonNode arguments, Principal asker) {
        LocalDate day = day(arguments);
        String words = arguments.path("words").asText("").strip();
        boolean all = arguments.path("allRevisions").asBoolean(false);
        String after = arguments.path("after").asText("");
        int top = arguments.hasNonNull("top") ? arguments.path("top").asInt() : PAGE;
        if (top < 1 || top > MOST) throw new BadRequest("'top' must be 1.." + MOST + ", got " + top);
        List<HeldDocument> fitting = wiring.library().list(asker).stream()
                .filter(held -> all || held.inForceOn(day))
                .filter(held -> fits(held, words))
                .toList();
        List<HeldDocument> page = Shelf.after(fitting, after, top);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var documents = json.putArray("documents");
        page.forEach(held -> documents.add(HeldJson.document(held, day)));
        json.put("total", fitting.size());
        if (!page.isEmpty() && !page.getLast().equals(fitting.getLast()))
            json.put("next", page.getLast().key());
        return new Tool.Found(json, Told.documents(json));
    }

    private static boolean fits(HeldDocument held, String words) {
        String all = (held.header().id().value() + " " + held.header().title() + " " + held.fileName())
                .toLowerCase(java.util.Locale.ROOT);
        for (String word : words.toLowerCase(java.util.Locale.ROOT).split("\\s+"))
            if (!all.contains(word)) return false;
        return true;
    }

    private Tool.Found show(JsonNode arguments, Principal asker) {
        String citation = arguments.path("citation").asText("").strip();
        String record = arguments.path("record").asText("").strip();
        if (citation.isEmpty() == record.isEmpty()) throw new BadRequest("needs one of 'citation' and 'record'");
        if (!record.isEmpty()) return record(record, asker);
        LocalDate day = day(arguments);
        Places.Place place = Places.read(citation);
        int start = place.start().orElse(0);
        Optional<ShowFlow.Shown> shown = place.end().isPresent()
                ? wiring.show()
                        .show(
                                place.document(),
                                place.revision(),
                                start,
                                place.end().getAsInt(),
                                day,
                                asker)
                : wiring.show().from(place.document(), place.revision(), start, SHOWN, day, asker);
        ObjectNode json = HeldJson.place(shown.orElseThrow(() -> nothing(citation)), day);
        return new Tool.Found(json, Told.place(json));
    }

    private Tool.Found record(String id, Principal asker) {
        ObjectNode json =
                RecordJson.of(wiring.show().record(new RecordId(id), asker).orElseThrow(() -> nothing("record " + id)));
        return new Tool.Found(
                json,
                "Maintenance record " + Quoted.name(id) + "\n"
                        + Quoted.text(json.path("narrative").asText()));
    }

    /** The two are not told apart. */
    private static BadRequest nothing(String where) {
        return new BadRequest("nothing is held, or may be shown, at " + Quoted.name(where));
    }

    private LocalDate day(JsonNode arguments) {
        return arguments.hasNonNull("on")
                ? RequestJson.date(arguments.path("on").asText())
                : today.get();
    }
}
