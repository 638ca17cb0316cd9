package flightline.acceptance.leak;

import static flightline.acceptance.leak.Visitor.besides;
import static flightline.app.http.OpenHouse.encoded;

import flightline.acceptance.leak.Item.Kind;
import flightline.app.http.OpenHouse.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place of the server, asked in one way.
 *
 * @param place method and path, as the server lists it
 * @param tells whether it says something marked to one who may see everything
 * @param shows of these kinds, all that somebody may see must come
 */
record Door(String place, boolean tells, Set<Kind> shows, Asking asking) {
    static final String QUESTION = "What must be done if the hydraulic pump pressure is low?";
    static final String COMPLAINT = MarkedLibrary.COMPLAINT;

    interface Asking {
        String said(Visitor visitor) throws IOException;
    }

    static Door telling(String place, Asking asking, Kind... shows) {
        return new Door(place, true, Set.of(shows), asking);
    }

    static Door quiet(String place, Asking asking) {
        return new Door(place, false, Set.of(), asking);
    }

    static List<Door> all() {
        return Stream.of(
                        AnswerDoors.all(),
                        LibraryDoors.all(),
                        WorkDoors.all(),
                        OfficeDoors.all(),
                        DialectDoors.all(),
                        PageDoors.all())
                .flatMap(List::stream)
                .toList();
    }

    static String book(Visitor v, String path) {
        String id = v.hidden(Kind.BOOK).id();
        return besides(id, v.get(path + encoded(id)));
    }

    interface Naming {
        Answer ask(String id) throws IOException;
    }

    /** Only what this one may not see: it must stay. */
    static String unseen(Visitor v, Kind kind, Naming naming) throws IOException {
        Item item = v.hidden(kind);
        return v.sees(item) ? "" : besides(item.id(), naming.ask(item.id()));
    }

    static String settled(Visitor v, Answer begun) {
        String id = begun.status() == 202 ? begun.json().path("id").asText() : "";
        if (id.isEmpty()) return begun.text();
        var events = v.house().send("GET", "/api/v1/jobs/" + id, "", "Accept", "text/event-stream");
        return begun.text() + events.text() + v.get("/api/v1/jobs/" + id).text();
    }
}
