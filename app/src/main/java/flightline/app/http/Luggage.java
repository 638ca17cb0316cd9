package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.state.Cabinet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Files that came with a job, kept where whichever node does it can have them. */
final class Luggage {
    private final Cabinet cabinet;
    private final Path data;

    /** @param data the data folder of this node */
    Luggage(Cabinet cabinet, Path data) {
        this.cabinet = cabinet;
        this.data = data;
    }

    /** Keeps them; gives what they are asked for with. */
    ObjectNode checkIn(Upload upload) {
        long number = cabinet.next("uploads/last-number");
        ObjectNode ticket = JsonNodeFactory.instance
                .objectNode()
                .put("number", number)
                .put("folder", String.valueOf(upload.folder().getFileName()));
        ArrayNode names = ticket.putArray("names");
        for (Path file : upload.files()) {
            try (InputStream in = Files.newInputStream(file)) {
                cabinet.write(key(number, names.size()), in);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep what is handed in: " + e.getMessage(), e);
            }
            names.add(String.valueOf(file.getFileName()));
        }
        return ticket;
    }

    /** Puts them into a folder of this node. */
    Upload collect(JsonNode ticket) {
        var names = new ArrayList<String>();
        for (JsonNode name : ticket.path("names")) names.add(name.asText());
        long number = ticket.path("number").asLong();
        return Upload.again(
                data,
                ticket.path("folder").asText(),
                names,
                at -> cabinet.open(key(number, at))
                        .orElseThrow(() -> new IllegalStateException(cabinet.place(key(number, at)) + " is gone")));
    }

    void forget(JsonNode ticket) {
        for (int at = 0; at < ticket.path("names").size(); at++) {
            var ignored = cabinet.delete(key(ticket.path("number").asLong(), at));
        }
    }

    private static String key(long number, int at) {
        return "uploads/" + number + "/" + at;
    }
}
