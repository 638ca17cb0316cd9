package flightline.llama.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.llama.runtime.SchemaGrammar.Outcome;
import flightline.model.Generation;
import flightline.model.LanguageModel;
import flightline.model.Prompt;
import flightline.model.Prompt.Form;
import flightline.model.Prompt.Role;
import flightline.model.Prompt.Sampling;
import flightline.model.Prompt.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SchemaGrammarTest {
    private static final String BRIEF = """
            {"type": "object", "title": "a brief",
             "properties": {
               "statements": {"type": "array", "minItems": 1, "maxItems": 2, "items": {
                 "type": "object",
                 "properties": {
                   "text": {"type": "string", "minLength": 1, "maxLength": 12},
                   "passages": {"type": "array", "items": {"type": "integer", "minimum": 1, "maximum": 12}, "minItems": 1, "maxItems": 3},
                   "quote": {"anyOf": [{"type": "null"}, {"type": "string", "maxLength": 8}]}},
                 "required": ["text", "passages", "quote"]}},
               "note": {"type": "string", "maxLength": 4},
               "share": {"type": "number"},
               "kind": {"enum": ["step", "limit", 3, null, "a \\"quoted\\" \\\\ word"]}},
             "required": ["statements", "kind"]}""";

    @Test
    void members_comeInTheOrderOfTheSchema() {
        String grammar = written("""
                {"type": "object", "properties": {"b": {"type": "boolean"}, "a": {"type": "integer"}}, "required": ["a", "b"]}""");
        assertThat(grammar.lines().filter(line -> line.contains("\\\"b\\\": ")).findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line.indexOf("\\\"b\\\"")).isLessThan(line.indexOf("\\\"a\\\"")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"string\", \"pattern\": \"a\"}",
                "{\"type\": \"string\", \"format\": \"date\"}",
                "{\"type\": \"array\", \"items\": {\"type\": \"null\"}, \"uniqueItems\": true}",
                "{\"$ref\": \"#/a\"}",
                "{\"type\": \"number\", \"minimum\": 1}",
                "{\"type\": \"object\", \"properties\": {}, \"patternProperties\": {}}"
            })
    void niceErrorOn_keywordThatNoGrammarHolds(String schema) {
        assertThat(refused(schema))
                .matches("the schema (uses the keyword \\S+, which is not supported|needs one type .*)");
    }

    @Test
    void niceErrorOn_place() {
        assertThat(refused(
                        "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\", \"maxLength\": 5000}}}"))
                .isEqualTo("the schema at /properties/a has maxLength outside 0..1000");
    }

    @Test
    void niceErrorOn_brokenJson() {
        assertThat(refused("{\"type\": ")).startsWith("the schema is no JSON");
    }

    @Test
    void niceErrorOn_requiredMemberWithoutSchema() {
        assertThat(refused("{\"type\": \"object\", \"properties\": {}, \"required\": [\"a\"]}"))
                .isEqualTo("the schema requires a, which is none of its properties");
    }

    @Test
    void niceErrorOn_bottomlessSchema() {
        assertThat(refused("{\"type\": \"array\", \"items\": ".repeat(40) + "{\"type\": \"null\"}" + "}".repeat(40)))
                .contains("is nested deeper than 32");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root ::= ( \"a\"",
                "root ::= \"a\" )",
                "root ::= missing",
                "root ::= * \"a\"",
                "root ::= \"a",
                "root ::= [a",
                "root ::= \"\\q\"",
                "other ::= \"a\"",
                "\"a\"",
                "root ::= \"a\" ::= \"b\"",
                ""
            })
    void grammarThatTheLibraryCannotRead_isFoundBeforeIt(String gbnf) {
        assertThat(GrammarSyntax.wrong(gbnf)).isPresent();
    }

    @Test
    void grammarsThatItCanRead_pass() {
        assertThat(GrammarSyntax.wrong(written(BRIEF))).isEmpty();
        assertThat(GrammarSyntax.wrong(
                        "# sides\nroot ::= (\"left\" |\n \"right\")? [^\\x00-\\x1F]{2,4} end+ .\nend ::= \"\\\"\""))
                .isEmpty();
    }

    /** A model of chance writes every way that the grammar lets it; all must parse and fit. */
    @Test
    void documents_fitTheSchema(@TempDir Path folder) throws IOException {
        Path file = GgufMaker.make(folder.resolve("tiny.gguf"), Shape.tiny(), "Q8_0");
        var kinds = new HashSet<String>();
        try (var model = Workbench.in(folder).opened(file, Workbench.options())) {
            for (int seed = 0; seed < 16; seed++) {
                var prompt = new Prompt(
                        List.of(new Turn(Role.USER, "brief " + seed)),
                        new Form.Schema(BRIEF),
                        new Sampling(1.5, 1, seed),
                        800,
                        List.of(),
                        Duration.ofMinutes(1));
                var generation = model.generate(prompt, LanguageModel.Hearer.none());
                assertThat(generation).as(generation.text()).isInstanceOf(Generation.Finished.class);
                var brief = new ObjectMapper().readTree(generation.text());
                assertThat(brief.path("statements").size()).isBetween(1, 2);
                for (var statement : brief.path("statements")) {
                    assertThat(statement.path("text").textValue()).isNotEmpty();
                    assertThat(statement.path("passages"))
                            .allSatisfy(
                                    passage -> assertThat(passage.intValue()).isBetween(1, 12));
                    assertThat(statement.has("quote")).isTrue();
                }
                assertThat(brief.has("kind")).isTrue();
                kinds.add(brief.has("note") + " " + brief.has("share"));
            }
        }
        assertThat(kinds).as("optional members there and not there").hasSizeGreaterThan(1);
    }

    private static String written(String schema) {
        return ((Outcome.Written) SchemaGrammar.of(schema)).gbnf();
    }

    private static String refused(String schema) {
        return ((Outcome.Refused) SchemaGrammar.of(schema)).why();
    }
}
