package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.Account;
import flightline.app.identity.PeopleDesk;
import flightline.app.identity.PeopleJson;
import flightline.app.view.RequestJson;
import flightline.policy.Act;
import flightline.policy.Principal;
import flightline.policy.Role;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Letting people in and out over HTTP: accounts and keys. A key is told once, a password never. */
final class PeoplePlaces {
    private static final String PLACE = "/api/v1/people";
    private static final Set<String> OF_A_PRINCIPAL =
            Set.of("organisation", "roles", "clearances", "groups", "nationality", "purpose");

    private final Desk desk;

    PeoplePlaces(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        Parameter name = Parameter.path("name", "of the account");
        return List.of(
                Endpoint.get(PLACE, "Who may sign in, and which keys there are", this::list)
                        .by(Act.PEOPLE)
                        .gives(Endpoint.JSON, "People"),
                Endpoint.post(PLACE, "Lets somebody in", this::add)
                        .by(Act.PEOPLE)
                        .reads(Endpoint.JSON, "NewAccount")
                        .answering(201)
                        .gives(Endpoint.JSON, "People"),
                Endpoint.delete(PLACE + "/{name}", "Takes an account away, with its keys", this::remove)
                        .by(Act.PEOPLE)
                        .with(name)
                        .gives(Endpoint.JSON, "People"),
                Endpoint.post(
                                PLACE + "/{name}/password",
                                "Sets another password; who is signed in with the former is out",
                                this::password)
                        .by(Act.PEOPLE)
                        .with(name)
                        .reads(Endpoint.JSON, "NewPassword")
                        .gives(Endpoint.JSON, "People"),
                Endpoint.post(PLACE + "/{name}/keys", "Makes a key for a program, and tells it this once", this::issue)
                        .by(Act.PEOPLE)
                        .with(name)
                        .reads(Endpoint.JSON, "NewKey")
                        .answering(201)
                        .gives(Endpoint.JSON, "IssuedKey"),
                Endpoint.delete("/api/v1/keys/{id}", "Takes a key back", this::revoke)
                        .by(Act.PEOPLE)
                        .with(Parameter.path("id", "the public part of the key"))
                        .gives(Endpoint.JSON, "People"));
    }

    /** A change that may find that it cannot be made. */
    interface Change {
        void make() throws PeopleDesk.NotDone;
    }

    /** Makes it, or throws the {@link Problem} that says why not. */
    static void made(Change change) {
        try {
            change.make();
        } catch (PeopleDesk.NotDone e) {
            throw notDone(e);
        }
    }

    /** Makes a key; throws {@link Problem} where none can be made. */
    static PeopleDesk.Issued issued(
            PeopleDesk people, String name, List<String> scope, String until, LocalDate today, Principal by) {
        try {
            return people.issue(
                    name, scope, until.isEmpty() ? Optional.empty() : Optional.of(RequestJson.date(until)), today, by);
        } catch (PeopleDesk.NotDone e) {
            throw notDone(e);
        }
    }

    private static Problem notDone(PeopleDesk.NotDone why) {
        return new Problem(Status.CONFLICT_409, String.valueOf(why.getMessage()));
    }

    /**
     * Lets somebody in. The first must be one who can let in others: from then on nobody gets in who has no account.
     *
     * @param who JSON as {@code --as} takes it
     */
    static void add(
            PeopleDesk people,
            String name,
            ObjectNode who,
            Optional<String> password,
            List<String> certificates,
            Principal by) {
        boolean first = people.people().accounts().isEmpty();
        boolean lets = false;
        for (JsonNode role : who.path("roles")) lets |= role.asText().equals(Role.ADMINISTRATOR.word());
        if (first && !(lets && password.isPresent()))
            throw new Problem(
                    Status.CONFLICT_409,
                    "the first account must be an administrator's, with a password, or nobody could let in others");
        made(() -> people.add(name, who, password, certificates, by));
    }

    /** Takes an account away; the last administrator's only after everybody else's. */
    static void remove(PeopleDesk people, String name, Principal by) {
        List<Account> others = people.people().accounts().stream()
                .filter(one -> !one.name().equals(name))
                .toList();
        if (!others.isEmpty() && others.stream().noneMatch(Account::letsInOthers))
            throw new Problem(
                    Status.CONFLICT_409, "'" + name + "' is the last administrator; nobody could let in others");
        made(() -> people.remove(name, by));
    }

    private PeopleDesk people() {
        return desk.wiring().people().desk();
    }

    private void list(ServerRequest request, ServerResponse response) {
        Reply.json(response, PeopleJson.of(people().people(), desk.today().get()));
    }

    private void add(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        ObjectNode who = JsonNodeFactory.instance.objectNode();
        body.properties().stream()
                .filter(one -> OF_A_PRINCIPAL.contains(one.getKey()))
                .forEach(one -> who.set(one.getKey(), one.getValue()));
        Optional<String> password = Optional.of(Body.word(body, "password")).filter(word -> !word.isEmpty());
        add(people(), Body.needed(body, "name"), who, password, words(body, "certificates"), Asker.of(request));
        response.status(Status.CREATED_201);
        list(request, response);
    }

    private void remove(ServerRequest request, ServerResponse response) {
        String name = Query.of(request).part("name");
        remove(people(), name, Asker.of(request));
        list(request, response);
    }

    private void password(ServerRequest request, ServerResponse response) {
        String name = Query.of(request).part("name");
        String password = Body.needed(Body.json(request), "password");
        made(() -> people().password(name, password, Asker.of(request)));
        list(request, response);
    }

    private void issue(ServerRequest request, ServerResponse response) {
        String name = Query.of(request).part("name");
        JsonNode body = Body.json(request);
        PeopleDesk.Issued issued = issued(
                people(),
                name,
                words(body, "scope"),
                Body.word(body, "until"),
                desk.today().get(),
                Asker.of(request));
        response.status(Status.CREATED_201);
        Reply.json(response, PeopleJson.of(issued.key(), desk.today().get()).put("key", issued.word()));
    }

    private void revoke(ServerRequest request, ServerResponse response) {
        String id = Query.of(request).part("id");
        made(() -> people().revoke(id, Asker.of(request)));
        list(request, response);
    }

    private static List<String> words(JsonNode body, String name) {
        JsonNode value = body.path(name);
        var words = new ArrayList<String>();
        if (value.isMissingNode() || value.isNull()) return words;
        if (!value.isArray())
            throw new Problem(
                    Status.BAD_REQUEST_400, "'" + name + "' must be a list of strings, got " + value.getNodeType());
        for (JsonNode one : value) {
            if (!one.isTextual())
                throw new Problem(Status.BAD_REQUEST_400, "'" + name + "' must hold strings, got " + one.getNodeType());
            words.add(one.asText());
        }
        return words;
    }
}
