package flightline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectedPageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"expected_pages":[12]}                                     |                  | 12
                    {"expected_pages":["12"]}                                   |                  | 12
                    {"expected_pages":["page 12"]}                              |                  | 12
                    {"expected_pages":["Manual.pdf:12"]}                        | manual           | 12
                    {"expected_pages":["FAA-H-8083-32B p. 12"]}                 | faa-h-8083-32b   | 12
                    {"expected_pages":["FAA-H-8083-32B, page 12"]}              | faa-h-8083-32b   | 12
                    {"expected_pages":["manual#p12"]}                           | manual           | 12
                    {"expected_pages":["AMM 32-41-00"]}                         | amm 32-41-00     |
                    {"expected_pages":["AD 2025-01"]}                           | ad 2025-01       |
                    {"expected_pages":["DMC-BRAKE-00"]}                         | dmc-brake-00     |
                    {"expected_pages":[{"source":"A.pdf","page":3}]}            | a                | 3
                    {"expected_pages":[{"document":"A"}]}                       | a                |
                    {"expected_pages":[["A.pdf",3]]}                            | a                | 3
                    {"expected_documents":["DMC-A-001"]}                        | dmc-a-001        |
                    """)
    void of_readsEveryForm(String json, String document, Integer page) throws JsonProcessingException {
        var expected = ExpectedPage.of(new ObjectMapper().readTree(json));
        assertThat(expected)
                .containsExactly(new ExpectedPage(
                        document == null ? "" : document, page == null ? OptionalInt.empty() : OptionalInt.of(page)));
    }

    @Test
    void of_nothingExpected_isEmpty() throws JsonProcessingException {
        assertThat(ExpectedPage.of(new ObjectMapper().readTree("{\"expected_documents\":[\" \"]}")))
                .isEmpty();
    }

    @Test
    void matches_documentAndPage() {
        var page = new ExpectedPage("faa-h-8083-32b", OptionalInt.of(12));
        assertThat(page.matches("FAA-H-8083-32B.pdf", OptionalInt.of(12))).isTrue();
        assertThat(page.matches("FAA-H-8083-32B.pdf", OptionalInt.of(13))).isFalse();
        assertThat(page.matches("FAA-H-8083-32B.pdf", OptionalInt.empty())).isFalse();
        assertThat(page.matches("FAA-H-8083-31B.pdf", OptionalInt.of(12))).isFalse();
    }
}
