package flightline.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.app.cli.Terminal;
import flightline.app.http.Server;
import flightline.app.http.Serving;
import flightline.app.wiring.LlamaSettings;
import flightline.app.wiring.Settings;
import flightline.app.wiring.Wiring;
import flightline.model.HashingEmbedder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server over a data folder of its own; the day is 2026-07-01. */
final class Hangar implements AutoCloseable {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-07-01T12:00:00Z"), ZoneOffset.UTC);

    private final List<Throwable> faults = new ArrayList<>();
    private final Wiring wiring;
    private final Server server;

    /** Over what the terminal has put into the data folder. */
    Hangar(Path data) throws Exception {
        this(data, LlamaSettings.STANDARD);
    }

    /** The same, with such a model writing. */
    Hangar(Path data, LlamaSettings llama) throws Exception {
        wiring = new Wiring(new Settings(
                data,
                NOON,
                LocalDate.now(NOON),
                System::nanoTime,
                2,
                Optional.of(new HashingEmbedder()),
                Settings.TESSERACT,
                Settings.LANGUAGES,
                Optional.empty(),
                llama));
        server = Server.start(Serving.here(wiring, 0, NOON, () -> LocalDate.now(NOON), faults::add));
    }

    /** A data folder with these documents in it. */
    static Terminal with(Path data, Path... documents) {
        var terminal = new Terminal(data, new HashingEmbedder());
        var words = new ArrayList<>(List.of("ingest"));
        for (Path document : documents) words.add(document.toString());
        assertThat(terminal.run(words.toArray(String[]::new)).code()).isIn(0, 5);
        return terminal;
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    Wiring wiring() {
        return wiring;
    }

    @Override
    public void close() {
        server.close();
        wiring.close();
        assertThat(faults).isEmpty();
    }
}
