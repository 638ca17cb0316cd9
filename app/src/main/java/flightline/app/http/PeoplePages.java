package flightline.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.identity.PeopleDesk;
import flightline.app.wiring.Wiring;
import flightline.policy.Act;
import flightline.policy.Principal;
import flightline.policy.Role;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who may sign in: an administrator lets people in and out, makes keys and takes them back. */
final class PeoplePages implements PageRoutes {
    private static final String PLACE = "/administration/people";

    private final Wiring wiring;
    private final Printer printer;
    private final Supplier<LocalDate> today;

    PeoplePages(Wiring wiring, Printer printer, Supplier<LocalDate> today) {
        this.wiring = wiring;
        this.printer = printer;
        this.today = today;
    }

    @Override
    public void register(HttpRouting.Builder routing, Wrapping wrapping) {
        routing.get(PLACE, wrapping.of(this::list))
                .post(PLACE + "/add", wrapping.of(this::add))
                .post(PLACE + "/remove", wrapping.of(this::remove))
                .post(PLACE + "/key", wrapping.of(this::issue))
                .post(PLACE + "/revoke", wrapping.of(this::revoke));
    }

    private PeopleDesk people() {
        return wiring.people().desk();
    }

    private void list(ServerRequest request, ServerResponse response) {
        show(request, response, "", "");
    }

    /**
     * @param said what was done
     * @param key shown this once
     */
    private void show(ServerRequest request, ServerResponse response, String said, String key) {
        printer.allowed(request, Act.PEOPLE);
        printer.page(
                request,
                response,
                "/administration",
                "people.jte",
                Map.of(
                        "people", people().people(),
                        "today", today.get(),
                        "roles", Role.words(),
                        "said", said,
                        "key", key));
    }

    private void add(ServerRequest request, ServerResponse response) {
        Principal by = printer.allowed(request, Act.PEOPLE);
        Form form = Form.posted(request);
        String name = form.required("name");
        ObjectNode who = JsonNodeFactory.instance.objectNode();
        ArrayNode roles = who.putArray("roles");
        for (String role : Role.words()) if (!form.word("role-" + role).isEmpty()) roles.add(role);
        ArrayNode clearances = who.putArray("clearances");
        words(form.word("clearances")).forEach(clearances::add);
        String password = form.word("password");
        PeoplePlaces.add(people(), name, who, Optional.of(password).filter(word -> !word.isEmpty()), List.of(), by);
        show(request, response, "'" + name + "' may sign in.", "");
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Principal by = printer.allowed(request, Act.PEOPLE);
        String name = Form.posted(request).required("name");
        PeoplePlaces.remove(people(), name, by);
        show(request, response, "'" + name + "' may no longer sign in.", "");
    }

    private void issue(ServerRequest request, ServerResponse response) {
        Principal by = printer.allowed(request, Act.PEOPLE);
        Form form = Form.posted(request);
        String name = form.required("name");
        PeopleDesk.Issued issued =
                PeoplePlaces.issued(people(), name, words(form.word("scope")), form.word("until"), today.get(), by);
        show(request, response, "A key for '" + name + "'. It is shown this once:", issued.word());
    }

    private void revoke(ServerRequest request, ServerResponse response) {
        Principal by = printer.allowed(request, Act.PEOPLE);
        String id = Form.posted(request).required("id");
        PeoplePlaces.made(() -> people().revoke(id, by));
        show(request, response, "The key " + id + " opens nothing any more.", "");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,;]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
