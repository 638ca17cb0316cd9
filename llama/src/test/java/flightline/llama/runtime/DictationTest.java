package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.diagnosis.dictation.Dictation;
import flightline.diagnosis.dictation.Drafted;
import flightline.diagnosis.dictation.Exhibit;
import flightline.diagnosis.dictation.Reply;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.ModelIdentity;
import flightline.model.Prompt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements heard from the library itself, in the pieces that it writes. */
final class DictationTest {
    private static final List<Drafted> DRAFTS = List.of(
            new Drafted.Quote(List.of(1), "Torque to 25 N·m ± 2, then say \"done\"."),
            new Drafted.Anew(List.of(1), "Überdruck: 3 000 psi — never more."));
    private static final String REPLY =
            "{\"statements\":[{\"passages\":[1],\"quote\":\"Torque to 25 N·m ± 2, then say \\\"done\\\".\",\"text\":\"\"},"
                    + "{\"passages\":[1],\"quote\":\"\",\"text\":\"Überdruck: 3 000 psi — never more.\"}]}";

    @Test
    void statement_isHeardBeforeTheNextIsWritten(@TempDir Path folder) throws IOException {
        Path file = GgufMaker.make(folder.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        try (var held = new Held(Workbench.in(folder).opened(file, Workbench.options()))) {
            var dictation = new Dictation(held, new Dictation.Bounds(1, 900, Duration.ofMinutes(2)));
            var heard = new ArrayList<Drafted>();
            var lengths = new ArrayList<Integer>();
            Reply reply = dictation.ask(
                    "What is the torque?",
                    List.of(new Exhibit(1, "AMM", "Torque to 25 N·m ± 2.", true)),
                    List.of(),
                    draft -> {
                        heard.add(draft);
                        lengths.add(held.written.length());
                    });
            assertThat(reply).isEqualTo(new Reply.Read(DRAFTS));
            assertThat(heard).isEqualTo(DRAFTS);
            assertThat(held.pieces).isGreaterThan(20);
            assertThat(lengths.getFirst()).isLessThan(REPLY.indexOf("Überdruck"));
        }
    }

    /** The model of chance, held to one text by a grammar, so that it says something. */
    private static final class Held implements LanguageModel {
        private final LanguageModel model;
        private final StringBuilder written = new StringBuilder();
        private int pieces;

        Held(LanguageModel model) {
            this.model = model;
        }

        @Override
        public ModelIdentity identity() {
            return model.identity();
        }

        @Override
        public Generation generate(Prompt prompt, Hearer hearer) {
            String literal = REPLY.replace("\\", "\\\\").replace("\"", "\\\"");
            var held = new Prompt(
                    prompt.turns(),
                    new Prompt.Form.Grammar("root ::= \"" + literal + "\""),
                    prompt.sampling(),
                    prompt.mostTokens(),
                    prompt.stops(),
                    prompt.deadline());
            return model.generate(held, piece -> {
                pieces++;
                written.append(piece);
                hearer.hear(piece);
            });
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
