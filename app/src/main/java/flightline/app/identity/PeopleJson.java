package flightline.app.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.app.view.PrincipalJson;
import java.time.LocalDate;

/** Who may sign in and which keys there are, as JSON; never a password or a key. */
public final class PeopleJson {
    private PeopleJson() {}

    public static ObjectNode of(PeopleBook.People people, LocalDate today) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode accounts = node.putArray("people");
        for (Account account : people.accounts()) {
            ObjectNode one = PrincipalJson.of(account.who());
            one.put("added", account.added())
                    .put("password", !account.password().isEmpty());
            account.certificates().forEach(one.putArray("certificates")::add);
            accounts.add(one);
        }
        ArrayNode keys = node.putArray("keys");
        for (ApiKey key : people.keys()) keys.add(of(key, today));
        return node;
    }

    public static ObjectNode of(ApiKey key, LocalDate today) {
        ObjectNode one = JsonNodeFactory.instance
                .objectNode()
                .put("id", key.id())
                .put("owner", key.owner())
                .put("issued", key.issued())
                .put("until", key.until())
                .put("good", key.isGood(today));
        key.scope().forEach(one.putArray("scope")::add);
        return one;
    }
}
