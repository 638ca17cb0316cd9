package flightline.acceptance.leak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.acceptance.leak.Item.Kind;
import flightline.app.http.OpenHouse;
import flightline.app.http.OpenHouse.Answer;

/**
 * Somebody who asks the server.
 *
 * @param session of one who may see everything, with the same name
 * @param job likewise
 */
record Visitor(OpenHouse house, MarkedLibrary library, String session, String job, Who who) {
    Visitor with(Who other) {
        house.ask(other.json());
        return new Visitor(house, library, session, job, other);
    }

    Answer get(String path) {
        return house.send("GET", path, "");
    }

    Answer json(String path, String... fields) {
        return house.send("POST", path, object(fields).toString(), "Content-Type", "application/json");
    }

    /** As events, one after the other. */
    Answer events(String path, String... fields) {
        return house.send(
                "POST",
                path,
                object(fields).toString(),
                "Content-Type",
                "application/json",
                "Accept",
                "text/event-stream");
    }

    Answer lines(String path, String... fields) {
        return house.send("POST", path, object(fields) + "\n", "Content-Type", "application/jsonl");
    }

    Answer file(String path, String content) {
        return house.send("POST", path, content, "Content-Type", "application/octet-stream");
    }

    Answer form(String path, String... fields) {
        return house.send("POST", path, written(fields), "Content-Type", "application/x-www-form-urlencoded");
    }

    Answer formEvents(String path, String... fields) {
        return house.send(
                "POST",
                path,
                written(fields),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Accept",
                "text/event-stream");
    }

    /** A tool of the Model Context Protocol. */
    Answer tool(String name, String... fields) {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", name);
        params.set("arguments", object(fields));
        return message("tools/call", params);
    }

    Answer message(String method, ObjectNode params) {
        ObjectNode message = object("jsonrpc", "2.0", "method", method).put("id", 1);
        message.set("params", params);
        return house.send("POST", "/mcp", message.toString(), "Content-Type", "application/json");
    }

    static ObjectNode object(String... fields) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < fields.length; i += 2)
            if (fields[i + 1].matches("\\d+|true|false"))
                node.putRawValue(fields[i], new com.fasterxml.jackson.databind.util.RawValue(fields[i + 1]));
            else node.put(fields[i], fields[i + 1]);
        return node;
    }

    private static String written(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2)
            form.append(i == 0 ? "" : "&").append(fields[i]).append("=").append(OpenHouse.encoded(fields[i + 1]));
        return form.toString();
    }

    /** Something of this kind that this one may not see; where there is nothing, the last. */
    Item hidden(Kind kind) {
        return library.of(kind).stream()
                .filter(item -> !item.mark().shownTo(who))
                .findFirst()
                .orElseGet(() -> library.of(kind).getLast());
    }

    boolean sees(Item item) {
        return item.mark().shownTo(who);
    }

    /** What came back, but for the name that was typed, in whichever way it is written. */
    static String besides(String typed, Answer answer) {
        return answer.text()
                .replace(typed, "")
                .replace(OpenHouse.encoded(typed), "")
                .replace(typed.replace("/", "\\/"), "");
    }
}
