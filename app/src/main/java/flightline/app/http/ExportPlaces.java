package flightline.app.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import flightline.app.view.BadRequest;
import flightline.fleet.TableTrouble;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is held, out again: documents as they came, records as a table; and what was counted alone, taken away. */
final class ExportPlaces {
    private static final String ZIP = "application/zip";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private final Desk desk;

    ExportPlaces(Desk desk) {
        this.desk = desk;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                                "/api/v1/library/export",
                                "The original files of everything you may see, as one archive",
                                this::documents)
                        .by(Act.EXPORT)
                        .gives(ZIP, "bytes"),
                Endpoint.get("/api/v1/fleet/export", "All records that you may see, as a Parquet file", this::records)
                        .by(Act.EXPORT)
                        .gives(PARQUET, "bytes"),
                Endpoint.delete(
                                "/api/v1/fleet/records/{file}",
                                "Takes away what was taken in from a file of that name to be counted alone",
                                this::remove)
                        .by(Act.IMPORT_RECORDS)
                        .with(Parameter.path("file", "its name, without a folder"), Endpoint.ONCE)
                        .gives(Endpoint.JSON, "RemovedFile"));
    }

    private void documents(ServerRequest request, ServerResponse response) {
        Principal asker = Asker.of(request);
        try (Staging staging = Staging.in(desk.wiring().folder().root())) {
            file(response, ZIP, "flightline-library.zip");
            try (var zip = new ZipOutputStream(response.outputStream())) {
                // One file at a time lies there in the clear.
                desk.wiring().library().export(staging.folder(), "over HTTP", asker, each -> {
                    zip.putNextEntry(new ZipEntry(String.valueOf(each.getFileName())));
                    Files.copy(each, zip);
                    zip.closeEntry();
                    Files.delete(each);
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand out the documents: " + e.getMessage(), e);
        }
    }

    private void records(ServerRequest request, ServerResponse response) {
        Principal asker = Asker.of(request);
        try (Staging staging = Staging.in(desk.wiring().folder().root())) {
            Path table = staging.folder().resolve("records.parquet");
            var ignored = desk.wiring().fleet().flow().export(table, asker);
            file(response, PARQUET, "flightline-records.parquet");
            try (OutputStream out = response.outputStream()) {
                Files.copy(table, out);
            }
        } catch (TableTrouble trouble) {
            throw new BadRequest(String.valueOf(trouble.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hand out the records: " + e.getMessage(), e);
        }
    }

    private static void file(ServerResponse response, String type, String name) {
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private void remove(ServerRequest request, ServerResponse response) {
        String name = FileName.checked(Query.of(request).part("file"));
        Principal asker = Asker.of(request);
        desk.once().answer(request, response, Digest.of(""), () -> new Once.Given(Status.OK_200, removed(name, asker)));
    }

    private JsonNode removed(String name, Principal asker) {
        if (!desk.wiring().recordsIn().remove(List.of(name), asker).isEmpty())
            throw new Problem(
                    Status.NOT_FOUND_404,
                    "nothing of a file named '" + Query.shown(name) + "' is held to be counted alone");
        return JsonNodeFactory.instance.objectNode().put("removed", name);
    }
}
