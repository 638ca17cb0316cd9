package flightline.app.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.AnswerJson;
import flightline.app.view.RequestJson;
import flightline.app.view.SearchFilters;
import flightline.app.view.SearchJson;
import flightline.app.wiring.Wiring;
import flightline.flow.Early;
import flightline.flow.Request;
import flightline.policy.Act;
import flightline.policy.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Tools that answer: search, diagnose, ask. */
final class AnswerTools {
    private static final int CAUSES = 5;
    private static final int STATEMENTS = 8;
    private static final int PASSAGES = 10;
    private static final int MOST = 100;

    private final Wiring wiring;
    private final Supplier<LocalDate> today;
    private final AtomicLong asked = new AtomicLong();

    AnswerTools(Wiring wiring, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.today = today;
    }

    List<Tool> all() {
        return List.of(
                new Tool(
                        "diagnose",
                        "Diagnose a complaint",
                        "For a complaint about an aircraft: the systems and causes that the documents and past records point"
                                + " to, the next checks, the warnings, each with its citation. Outcome brief,"
                                + " not-enough-evidence, refused, out-of-scope or withheld.",
                        Act.DIAGNOSE,
                        Schemas.taking()
                                .needs("complaint", "what is wrong, in the words of the log book")
                                .forAircraft()
                                .whole("top", "how many causes, " + CAUSES + " where absent", 1, MOST)
                                .done(),
                        answer(),
                        this::diagnose),
                new Tool(
                        "ask",
                        "Ask the library",
                        "A cited answer to a question, from the maintenance documents in force: torques, limits, procedures,"
                                + " part numbers. Outcome as in diagnose.",
                        Act.ASK,
                        Schemas.taking()
                                .needs("question", "the question, complete in itself")
                                .forAircraft()
                                .whole("top", "how many statements, " + STATEMENTS + " where absent", 1, MOST)
                                .done(),
                        answer(),
                        this::ask),
                new Tool(
                        "search",
                        "Search passages",
                        "Ranked passages of the documents in force that fit the words, with the warnings that belong to them.",
                        Act.SEARCH,
                        Schemas.taking()
                                .needs("query", "words to look for")
                                .forAircraft()
                                .texts("filter", "conditions that must all hold", SearchFilters.names())
                                .yes("allRevisions", "also superseded, proposed and withdrawn documents")
                                .whole("top", "how many passages, " + PASSAGES + " where absent", 1, MOST)
                                .done(),
                        Schemas.giving()
                                .text("outcome", "only where the gate refused")
                                .done(),
                        this::search));
    }

    private static ObjectNode answer() {
        return Schemas.giving()
                .gives("string", "id", "outcome", "audit")
                .gives("array", "systems", "causes", "checks", "warnings", "statements", "conflicts", "citations")
                .text("why", "for every outcome but brief")
                .done();
    }

    private Tool.Found diagnose(JsonNode arguments, Principal asker) {
        ObjectNode json = AnswerJson.of(wiring.diagnose().diagnose(read(arguments, CAUSES, asker), Early.NOBODY));
        return new Tool.Found(json, Told.answer(json));
    }

    private Tool.Found ask(JsonNode arguments, Principal asker) {
        ObjectNode json = AnswerJson.of(wiring.ask().ask(read(arguments, STATEMENTS, asker), "", Early.NOBODY));
        return new Tool.Found(json, Told.answer(json));
    }

    private Tool.Found search(JsonNode arguments, Principal asker) {
        SearchFilters filters = SearchFilters.read(arguments, SearchFilters.NONE);
        ObjectNode json = SearchJson.of(wiring.search()
                .search(
                        read(arguments, PASSAGES, asker),
                        filters.conditions(),
                        filters.library(),
                        filters.allRevisions()));
        return new Tool.Found(json, Told.hits(json));
    }

    Request read(JsonNode arguments, int top, Principal asker) {
        return RequestJson.read(
                arguments,
                "m" + asked.incrementAndGet(),
                new Request(
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        today.get(),
                        top,
                        Set.of(),
                        asker));
    }
}
