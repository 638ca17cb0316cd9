package flightline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScriptedModelTest extends LanguageModelContract {
    @Override
    protected LanguageModel open() {
        return new ScriptedModel(prompt -> switch (prompt.form()) {
            case Prompt.Form.Free ignored -> longText(prompt);
            case Prompt.Form.Grammar ignored -> longText(prompt);
            case Prompt.Form.Schema schema ->
                schema.schema().contains("const")
                        ? schema.schema()
                                .substring(
                                        schema.schema().indexOf("const") + 8,
                                        schema.schema().length() - 1)
                        : "{\"cause\": \"worn seal\", \"side\": \"left\", \"sure\": true, \"steps\": [1, 2]}";
        });
    }

    /** Depends on the prompt and the seed alone, as a real model's does. */
    private static String longText(Prompt prompt) {
        var chance =
                new Random(prompt.turns().hashCode() * 31L + prompt.sampling().seed());
        return IntStream.range(0, 5_000)
                .mapToObj(i -> Integer.toString(chance.nextInt(100_000), 36))
                .collect(Collectors.joining(" "));
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
