package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flightline.audit.AuditEvent;
import flightline.flow.BackupFlow;
import flightline.policy.Act;
import flightline.policy.Principal;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Backups over HTTP: made as a job, in a folder of the data folder of whichever node does it; fetched from there and taken
 * away. As long as one lies there alone it keeps nothing safe.
 */
final class BackupPlaces {
    static final String KIND = "backup";
    private static final String PLACE = "/api/v1/backups";
    private static final Pattern NAME = Pattern.compile("flightline-\\d{8}T\\d{6}Z\\.zip");
    private static final Parameter FILE = Parameter.path("name", "of the backup");

    private final Desk desk;
    private final JobPlaces jobs;

    BackupPlaces(Desk desk, JobPlaces jobs) {
        this.desk = desk;
        this.jobs = jobs;
        desk.workshop().learn(KIND, this::made);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(PLACE, "The backups that lie here", this::list)
                        .by(Act.BACKUP)
                        .gives(Endpoint.JSON, "Backups"),
                Endpoint.post(PLACE, "Copies everything into one file, as a job", this::make)
                        .by(Act.BACKUP)
                        .with(Endpoint.ONCE)
                        .reads(Endpoint.JSON, "BackupOrder")
                        .answering(202)
                        .gives(Endpoint.JSON, "Job"),
                Endpoint.get(PLACE + "/{name}", "A backup itself", this::fetch)
                        .by(Act.BACKUP)
                        .with(FILE)
                        .gives("application/zip", "bytes"),
                Endpoint.delete(PLACE + "/{name}", "Takes a backup away", this::remove)
                        .by(Act.BACKUP)
                        .with(FILE)
                        .gives(Endpoint.JSON, "RemovedFile"));
    }

    private void list(ServerRequest request, ServerResponse response) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode all = node.putArray("backups");
        try {
            for (Path file : lying(desk))
                all.addObject().put("name", String.valueOf(file.getFileName())).put("bytes", Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the backups: " + e.getMessage(), e);
        }
        Reply.json(response, node);
    }

    private static Path folder(Desk desk) {
        return BackupFlow.folder(desk.wiring().folder().root());
    }

    /** The backups that lie on this node, oldest first. */
    static List<Path> lying(Desk desk) throws IOException {
        if (!Files.isDirectory(folder(desk))) return List.of();
        try (Stream<Path> files = Files.list(folder(desk))) {
            return files.filter(file ->
                            NAME.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    private void make(ServerRequest request, ServerResponse response) {
        JsonNode body = Body.json(request);
        var asker = Asker.of(request);
        ObjectNode order = order(body.path("models").asBoolean());
        desk.once()
                .answer(
                        request,
                        response,
                        Digest.of(body.toString()),
                        () -> jobs.begin(new Task(KIND, asker, order, Optional.empty())));
    }

    /** What {@link #KIND} is to do. */
    static ObjectNode order(boolean models) {
        return JsonNodeFactory.instance.objectNode().put("models", models);
    }

    private JsonNode made(Task task, Effort effort) {
        String name = "flightline-"
                + desk.clock().instant().toString().replaceAll("\\.\\d+", "").replaceAll("[-:]", "")
                + ".zip";
        Path file = folder(desk).resolve(name);
        try {
            Files.createDirectories(folder(desk));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder for backups: " + e.getMessage(), e);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (desk.wiring()
                .backup()
                .backup(file, task.order().path("models").asBoolean(), task.asker(), effort, effort)) {
            case BackupFlow.Outcome.Done(var written) ->
                node.put("outcome", "done")
                        .put("name", name)
                        .put("files", written.files())
                        .put("bytes", written.bytes())
                        .put("sha256", written.hash().hex());
            case BackupFlow.Outcome.NotDone(var why) ->
                node.put("outcome", "not-done").put("why", why);
            case BackupFlow.Outcome.Misplaced(var why) ->
                node.put("outcome", "not-done").put("why", why);
        };
    }

    private Path named(ServerRequest request) {
        return named(desk, Query.of(request).part("name"));
    }

    private static Path named(Desk desk, String name) {
        Path file = folder(desk).resolve(NAME.matcher(name).matches() ? name : "none");
        if (!Files.isRegularFile(file))
            throw new Problem(Status.NOT_FOUND_404, "no backup '" + Query.shown(name) + "' lies here");
        return file;
    }

    private void fetch(ServerRequest request, ServerResponse response) {
        Path file = named(request);
        tell(desk, Asker.of(request), file, "fetched");
        response.header(HeaderNames.CONTENT_TYPE, "application/zip");
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFileName() + "\"");
        try (OutputStream out = response.outputStream()) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw new Gone(e);
        }
    }

    private void remove(ServerRequest request, ServerResponse response) {
        String name = Query.of(request).part("name");
        remove(desk, name, Asker.of(request));
        Reply.json(response, JsonNodeFactory.instance.objectNode().put("removed", name));
    }

    /** Takes one away, and says so in the log first; throws {@link Problem} where there is none of that name. */
    static void remove(Desk desk, String name, Principal asker) {
        Path file = named(desk, name);
        tell(desk, asker, file, "removed");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take the backup away: " + e.getMessage(), e);
        }
    }

    private static void tell(Desk desk, Principal asker, Path file, String outcome) {
        desk.wiring()
                .audit()
                .append(new AuditEvent(KIND, asker.name(), String.valueOf(file.getFileName()), outcome, Map.of()));
    }
}
