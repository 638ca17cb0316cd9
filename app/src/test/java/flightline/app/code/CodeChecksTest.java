package flightline.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.flow.CodeFlow.Checked;
import flightline.flow.CodeFlow.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a piece of code can be parsed; nothing of it is run. */
final class CodeChecksTest {
    private static List<Checked> look(String language, String code) {
        return new CodeChecks().apply("Here:\n```" + language + "\n" + code.replace("\\n", "\n") + "\n```\nDone.");
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sql | SELECT tail, count(*) FROM records GROUP BY tail | PARSES",
                "sql | SELECT tail FROM records; DROP TABLE records | NOT_CHECKED",
                "sql | SELECT tail FRM records GROUP | FAULTY",
                "json | {\"a\": [1, 2]} | PARSES",
                "json | {\"a\": 1, \"a\": 2} | FAULTY",
                "json | {\"a\": 1 | FAULTY",
                "json | {} {} | FAULTY",
                "json | 12 | PARSES",
                "yaml | a: 1\\nb:\\n  - 2 | PARSES",
                "yaml | a: [1, 2 | FAULTY",
                "yaml | a: 1\\n b: 2 | FAULTY",
                "java | class A { int b() { return 1; } } | PARSES",
                "java | int b() { return 1; } | PARSES",
                "java | int a = 1; a++; | PARSES",
                "java | class A { int b() { return 1 } } | FAULTY",
                "python | def a(b):\\n    return [b,\\n  1]  # ) | HOLDS_TOGETHER",
                "python | if a:\\n  b = \"x:\"\\nelse:\\n  c = '''\\n(\\n''' | HOLDS_TOGETHER",
                "python | class A: pass | HOLDS_TOGETHER",
                "python | a = {1: \\n 2} | HOLDS_TOGETHER",
                "python | def a(b):\\nreturn b | FAULTY",
                "python | def a(b | FAULTY",
                "python | a = (1] | FAULTY",
                "python | a = 'x | FAULTY",
                "python | if a:\\n    b\\n  c | FAULTY",
                "python | a\\n  b | FAULTY",
                "python | for a in b: | FAULTY",
                "rust | fn a() {} | NOT_CHECKED",
            })
    void piece_isLookedAt_inItsLanguage(String language, String code, Verdict verdict) {
        List<Checked> found = look(language, code);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().verdict()).as(found.getFirst().why()).isEqualTo(verdict);
        assertThat(found.getFirst().line()).isEqualTo(3);
        assertThat(found.getFirst().why().isEmpty()).isEqualTo(verdict == Verdict.PARSES);
    }

    @Test
    void answer_thatBreaksOff_orHasNoCode_isTold() {
        List<Checked> broken = new CodeChecks().apply("```json\n{}\n```\nand\n```java\nclass A {");

        assertThat(broken).extracting(Checked::verdict).containsExactly(Verdict.PARSES, Verdict.FAULTY);
        assertThat(broken.getLast().why()).contains("breaks off");
        assertThat(new CodeChecks().apply("Use a map.")).isEmpty();
        assertThat(new CodeChecks().apply("```\nx\n```").getFirst().why()).contains("not named");
    }
}
