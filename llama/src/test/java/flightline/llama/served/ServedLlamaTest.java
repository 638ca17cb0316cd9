package flightline.llama.served;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.llama.egress.Egress;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.LanguageModelContract;
import flightline.model.ScriptedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServedLlamaTest extends LanguageModelContract {
    private static final Egress EGRESS = new Egress(Set.of("127.0.0.1"));
    private final List<TalkingServer> servers = new ArrayList<>();

    @Override
    protected LanguageModel open() {
        return new ServedLlama(List.of(server().endpoint()), EGRESS, System::nanoTime);
    }

    private TalkingServer server() {
        try {
            var server = new TalkingServer(ScriptedModel.talkative());
            servers.add(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void closeServers() {
        servers.forEach(TalkingServer::close);
    }

    @Test
    void key_isShownToTheServerAndNeverPrinted() {
        TalkingServer server = server();
        try (var model = new ServedLlama(List.of(server.endpoint()), EGRESS, System::nanoTime)) {
            var ignored = model.generate(asked("no start"), LanguageModel.Hearer.none());
        }
        assertThat(server.keys()).containsExactly("Bearer a key for this test");
        assertThat(server.endpoint().toString()).doesNotContain("key for this test");
    }

    @Test
    void severalServers_takeTurns() {
        TalkingServer one = server();
        TalkingServer other = server();
        try (var model = new ServedLlama(List.of(one.endpoint(), other.endpoint()), EGRESS, System::nanoTime)) {
            for (int i = 0; i < 6; i++) {
                var ignored = model.generate(asked("fault " + i), LanguageModel.Hearer.none());
            }
        }
        assertThat(one.keys()).hasSize(3);
        assertThat(other.keys()).hasSize(3);
    }

    @Test
    void serverThatIsGone_isReplacedByTheNext() {
        TalkingServer gone = server();
        Endpoint dead = gone.endpoint();
        gone.close();
        TalkingServer alive = server();
        try (var model = new ServedLlama(List.of(dead, alive.endpoint()), EGRESS, System::nanoTime)) {
            for (int i = 0; i < 4; i++)
                assertThat(model.generate(asked("fault " + i), LanguageModel.Hearer.none()))
                        .isInstanceOf(Generation.CutOff.class);
        }
        assertThat(alive.keys()).hasSize(4);
    }

    @Test
    void allGone_failsAndNamesTheServer() {
        TalkingServer gone = server();
        Endpoint dead = gone.endpoint();
        gone.close();
        try (var model = new ServedLlama(List.of(dead), EGRESS, System::nanoTime)) {
            var generation =
                    model.generate(until(asked("anyone?"), Duration.ofSeconds(20)), LanguageModel.Hearer.none());
            assertThat(generation).isInstanceOf(Generation.Failed.class);
            assertThat(((Generation.Failed) generation).why())
                    .startsWith("script at " + dead.base() + " cannot be reached or broke off: ");
        }
    }
}
