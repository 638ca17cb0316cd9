package flightline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamedTextTest {
    @Test
    void attributes_standInTheirPlaces() {
        assertThat(NamedText.attributes("""
                = Manual
                :torque: 9.5 N·m
                :limit: {torque} {plusmn} 0.5

                Torque it to {torque} {plusmn} 0.5 N·m at 90{nbsp}{deg}C, {limit}, {unknown}, \\{torque}.
                :torque: 10 N·m
                Now {Torque}.
                :!torque:
                Then {torque}.
                ----
                {limit}
                ----
                """))
                .contains("Torque it to 9.5 N·m ± 0.5 N·m at 90\u00A0°C, 9.5 N·m ± 0.5, {unknown}, \\{torque}.")
                .contains("Now 10 N·m.\n", "Then {torque}.\n", "----\n{limit}\n----");
    }

    @Test
    void attributeUnderACondition_staysAsTyped() {
        String text = "ifdef::a[]\n:gap: 5 mm\nendif::[]\nifdef::b[]\n:gap: 9 mm\nendif::[]\n\nThe gap is {gap}.\n";
        assertThat(NamedText.attributes(text)).isEqualTo(text);
    }

    @Test
    void attributesThatGrowWithoutEnd_areLeft() {
        var bomb = new StringBuilder(":a0: xxxxxxxxxx\n");
        for (int i = 1; i < 30; i++) bomb.append(":a%d: {a%d}{a%d}\n".formatted(i, i - 1, i - 1));
        for (int i = 0; i < 5_000; i++) bomb.append("{a4}\n");
        assertThat(NamedText.attributes(bomb.toString())).isEqualTo(bomb.toString());
    }

    @Test
    void substitutions_standInTheirPlaces_butNotInTables() {
        assertThat(NamedText.substitutions("""
                .. |tq| replace:: 7.5 ± 0.5 N·m
                .. |deg| unicode:: U+00B0
                .. |long| replace:: one
                   two

                Torque it to |tq| at 80 |deg|\\ C, |long|, |none|, a | b | c.

                | |tq| of a line block

                =====  ====
                Part   Value
                =====  ====
                Bolt   |tq|
                =====  ====
                """))
                .contains("Torque it to 7.5 ± 0.5 N·m at 80 °\\ C, |long|, |none|, a | b | c.")
                .contains("| |tq| of a line block", "Bolt   |tq|", ".. |tq| replace:: 7.5");
    }
}
