package flightline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScriptedModelTest extends LanguageModelContract {
    @Override
    protected LanguageModel open() {
        return ScriptedModel.talkative();
    }

    @Test
    void script_isToldThePrompt() {
        var model =
                new ScriptedModel(prompt -> "heard: " + prompt.turns().getLast().text());
        assertThat(model.generate(asked("low pressure"), LanguageModel.Hearer.none())
                        .text())
                .isEqualTo("heard: low pressure");
    }
}
