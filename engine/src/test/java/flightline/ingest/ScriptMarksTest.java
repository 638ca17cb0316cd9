package flightline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptMarksTest {
    /** Raised text stands between carets, lowered text between underscores. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "10~^4^ cycles|10^4 cycles",
                "5 × 10~^-6^ m|5 × 10^-6 m",
                "10~^n^|10^n",
                "1~^1^/2 in|1 1/2 in",
                "1~^1^\u2044_2_ in|1 1\u20442 in",
                "2~^3/4^ in|2 3/4 in",
                "3~^+2^~_-1_ mm|3 +2 -1 mm",
                "3~^0^~_-0.1_ mm|3 0 -0.1 mm",
                "40~^±2^ N.m|40 ±2 N.m",
                "5 mm~^2^|5 mm^2",
                "5 N·m~^2^|5 N·m^2",
                "kg/cm~^2^|kg/cm^2",
                "s~^-1^|s^-1",
                "1~^st^ stage|1st stage",
                "2~^nd^|2nd",
                "2.0~^a^ A|2.0^a A",
                "25.5~^o^|25.5o",
                "Loctite 242~^®^|Loctite 242®",
                "Tefzel~^TM^|TefzelTM",
                "Torque~^1^|Torque1",
                "see note~^2^|see note2",
                "H~_2_O|H2O",
                "N~_1_|N1",
                "V1~_2_|V1_2",
                "40~^*^ N.m|40* N.m",
                "25~^o^|25o",
                "3000~^[1]^|3000[1]",
                "4 m~^3^|4 m^3",
                "lb/in~^2^|lb/in^2",
                "steps~^2^|steps2",
                "+5/~_-0_|+5/-0"
            })
    void scripts_inALine_keepTheirValue(String written, String read) {
        assertThat(read(written)).isEqualTo(read);
    }

    private static String read(String written) {
        var line = new StringBuilder();
        String[] parts = written.split("~", -1);
        line.append(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            boolean raised = parts[i].charAt(0) == '^';
            int end = parts[i].indexOf(raised ? '^' : '_', 1);
            String script = parts[i].substring(1, end);
            String rest = parts[i].substring(end + 1);
            boolean nextLowered = rest.isEmpty() && i + 1 < parts.length && parts[i + 1].charAt(0) == '_';
            String next = nextLowered ? parts[i + 1].substring(1) : rest;
            line.append(
                            raised
                                    ? ScriptMarks.beforeRaised(line, script, next, nextLowered)
                                    : ScriptMarks.beforeLowered(line, script))
                    .append(script)
                    .append(rest.replace("_", ""));
        }
        return line.toString();
    }
}
