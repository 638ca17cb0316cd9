package flightline.app.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.app.view.DialogueJson;
import flightline.archive.DialogueBook;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Dialogues over HTTP. They are carried on by {@code session} in a question; here they are listed, shown and forgotten. */
final class DialoguePlaces {
    private static final String PLACE = "/api/v1/dialogues";

    private final Desk desk;

    DialoguePlaces(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        Parameter id = Parameter.path("id", "of the dialogue, as 'session' named it");
        return List.of(
                Endpoint.get(PLACE, "Your dialogues, the one changed last first", this::list)
                        .by(Act.ASK)
                        .gives(Endpoint.JSON, "Dialogues"),
                Endpoint.get(PLACE + "/{id}", "A dialogue, with where its answers stand", this::show)
                        .by(Act.ASK)
                        .with(id)
                        .gives(Endpoint.JSON, "Dialogue"),
                Endpoint.delete(PLACE + "/{id}", "Forgets a dialogue for good", this::forget)
                        .by(Act.ASK)
                        .with(id, Endpoint.ONCE)
                        .gives(Endpoint.JSON, "Forgotten"));
    }

    private static String id(ServerRequest request) {
        return checked(Query.of(request).part("id"));
    }

    /** The name of a dialogue; throws {@link BadRequest} for what cannot be one. */
    static String checked(String id) {
        if (!DialogueBook.isId(id))
            throw new BadRequest("'session' must be letters, digits, dots, dashes and underscores, at most 64, got '"
                    + Query.shown(id) + "'");
        return id;
    }

    private void list(ServerRequest request, ServerResponse response) {
        Reply.json(response, DialogueJson.of(desk.wiring().dialogues().held(Asker.of(request))));
    }

    private void show(ServerRequest request, ServerResponse response) {
        String id = id(request);
        Reply.json(
                response,
                DialogueJson.of(
                        desk.wiring().dialogues().find(Asker.of(request), id).orElseThrow(() -> absent(id))));
    }

    private void forget(ServerRequest request, ServerResponse response) {
        String id = id(request);
        Principal asker = Asker.of(request);
        desk.once().answer(request, response, Digest.of(""), () -> {
            if (!desk.wiring().dialogues().forget(asker, id)) throw absent(id);
            return new Once.Given(
                    Status.OK_200, JsonNodeFactory.instance.objectNode().put("forgotten", id));
        });
    }

    private static Problem absent(String id) {
        return new Problem(Status.NOT_FOUND_404, "you have no dialogue '" + id + "'");
    }
}
