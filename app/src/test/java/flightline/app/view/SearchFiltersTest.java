package flightline.app.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchFiltersTest {
    @Test
    void filters_areRead_theSameAtBothDoors() throws JsonProcessingException {
        var typed = SearchFilters.of(
                List.of("ata=ATA 32-41", "kind=Data module", "status=final", "library=fleet", "document=A=B"), false);
        var sent = read(
                "{\"filter\":{\"ata\":\"ATA 32-41\",\"kind\":\"Data module\",\"status\":\"final\",\"document\":\"A=B\"},"
                        + "\"library\":\"fleet\"}",
                SearchFilters.NONE);

        assertThat(typed).isEqualTo(sent);
        assertThat(typed.conditions()).containsEntry("document", "A=B").hasSize(4);
        assertThat(typed.library()).contains("fleet");
        assertThat(read("{\"filter\":{\"library\":\"fleet\"},\"library\":\"\"}", SearchFilters.NONE)
                        .library())
                .contains("fleet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ata=xx | the filter 'ata' must be a chapter or what is beneath it, such as 32, 32-41 or 324100, got 'xx'
        ata=2026-03-01 | 'ata' must be a chapter
        ata= | the filter 'ata' must be more than blanks, got ''
        document= | 'document' must be more than blanks
        kind=torque | the filter 'kind' must be one of data-module, directive,
        status=superseded | the filter 'status' must be one of correction, deleted, final, proposed, withdrawn, got 'superseded'
        colour=red | a filter may name ata, document, format, kind, library, status, got 'colour'
        =32 | a filter may name ata, document, format, kind, library, status, got ''
        ata | a filter must look like ata=32, got 'ata'
        """)
    void filterThatCannotHold_isNamed_withItsRule(String written, String message) {
        assertThatThrownBy(() -> SearchFilters.of(List.of(written), false))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining(message);
        int equals = written.indexOf('=');
        if (equals > 0)
            assertThatThrownBy(() -> read(
                            "{\"filter\":{\"%s\":\"%s\"}}"
                                    .formatted(written.substring(0, equals), written.substring(equals + 1)),
                            SearchFilters.NONE))
                    .isInstanceOf(BadRequest.class)
                    .hasMessageContaining(message);
    }

    @Test
    void filterGivenTwice_asTwoThings_isNamed() {
        assertThat(SearchFilters.of(List.of("ata=32", "ata=32"), false).conditions())
                .hasSize(1);
        assertThatThrownBy(() -> SearchFilters.of(List.of("ata=32", "ata=33"), false))
                .isInstanceOf(BadRequest.class)
                .hasMessage("the filter 'ata' is given as '32' and as '33', once is allowed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"filter":["ata"]} | 'filter' must be an object, got ARRAY
        {"filter":{"ata":32}} | 'filter.ata' must be a string, got NUMBER
        {"library":7} | 'library' must be a string, got NUMBER
        {"allRevisions":"yes"} | 'allRevisions' must be true or false, got STRING
        """)
    void wrongShapes_areNamed(String json, String message) {
        assertThatThrownBy(() -> read(json, SearchFilters.NONE))
                .isInstanceOf(BadRequest.class)
                .hasMessage(message);
    }

    @Test
    void line_saysMoreThanTheCommand_andMayDiffer() throws JsonProcessingException {
        var command = SearchFilters.of(List.of("ata=32", "kind=step", "library=fleet"), true);

        assertThat(read("{\"filter\":{\"ata\":\"29\"},\"allRevisions\":null}", command))
                .isEqualTo(new SearchFilters(Map.of("ata", "29", "kind", "step"), Optional.of("fleet"), true));
        assertThat(read("{}", command)).isEqualTo(command);
    }

    private static SearchFilters read(String json, SearchFilters defaults) throws JsonProcessingException {
        return SearchFilters.read(new ObjectMapper().readTree(json), defaults);
    }
}
