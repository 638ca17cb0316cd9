package flightline.llama.served;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.model.Prompt;
import flightline.model.ScriptedModel;
import flightline.policy.GuardHazards;
import flightline.policy.LlamaGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Llama Guard behind a server that puts its own template around the conversation. */
final class GuardServedTest {
    @Test
    void conversationGoesAsItIs_andTheReplyIsRead() throws IOException {
        var asked = new ArrayList<Prompt>();
        var script = new ScriptedModel(prompt -> {
            asked.add(prompt);
            return prompt.turns().size() == 1 ? "\n\nsafe" : "\n\nunsafe\nS1,S9";
        });
        try (var server = new TalkingServer(script);
                var model = new ServedLlama(List.of(server.endpoint()), System::nanoTime)) {
            var guard = new LlamaGuard(model, GuardHazards.shipped(), LlamaGuard.Frame.SERVERS, Duration.ofMinutes(1));

            assertThat(guard.ofRequest("Squib fails its check.")).isEqualTo(new LlamaGuard.Reading.Safe());
            assertThat(guard.ofAnswer("Squib fails its check.", "Fire it."))
                    .isInstanceOf(LlamaGuard.Reading.Unsafe.class);
        }
        assertThat(asked.getLast().turns())
                .extracting(Prompt.Turn::role)
                .containsExactly(Prompt.Role.USER, Prompt.Role.ASSISTANT);
    }

    @Test
    void serverThatIsGone_givesNoReading() throws IOException {
        var server = new TalkingServer(ScriptedModel.talkative());
        Endpoint gone = server.endpoint();
        server.close();
        try (var model = new ServedLlama(List.of(gone), System::nanoTime)) {
            var guard = new LlamaGuard(model, GuardHazards.shipped(), LlamaGuard.Frame.SERVERS, Duration.ofSeconds(20));

            assertThat(guard.ofRequest("Squib fails its check.")).isInstanceOf(LlamaGuard.Reading.None.class);
        }
    }
}
