package flightline.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.archive.ModelBook.Entry;
import org.junit.jupiter.api.Test;

class ModelJsonTest {
    @Test
    void file_isNamedWithoutItsPlace_toWhoeverIsElsewhere() {
        var entry = new Entry(
                "llama",
                "/srv/flightline/models/llama.gguf",
                "00",
                1,
                "",
                "llama",
                "Q4_0",
                8192,
                "",
                "",
                "",
                "",
                "file",
                "",
                "");

        assertThat(ModelJson.of(entry).path("file").asText()).isEqualTo("/srv/flightline/models/llama.gguf");
        var abroad = ModelJson.withoutPlaces(ModelJson.of(entry));
        assertThat(abroad.path("file").asText()).isEqualTo("llama.gguf");
        assertThat(abroad.path("source").asText()).isEqualTo("file");
    }
}
