package flightline.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.diagnosis.troubleshooting.Beliefs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SituationTest {
    /** Both shares of the evidence are alike: one cause stands in a table, the other in so many records. */
    private static Beliefs believed(int records) {
        var bench = new Bench().row("AMM", "Trouble | Cause | Remedy", "Drags", "Spring", "Replace the spring");
        var said = new ArrayList<String>();
        for (int i = 1; i <= records; i++) {
            bench.past(0.9, "caliper", "replaced caliper");
            said.add("r" + i);
        }
        var causes = List.of(
                new Cause("spring", "", 0.5, List.of("c1"), "documented"),
                new Cause("caliper", "", 0.5, records == 0 ? List.of("c1") : said, "done before"));
        return Situation.of(causes, bench.exhibits(), List.of()).beliefs();
    }

    @Test
    void documentedCause_thatFewRecordsCouldSpeakFor_isBelievedAsTheEvidenceSays() {
        for (int records = 0; records <= 2; records++)
            assertThat(believed(records).of("spring"))
                    .as("%s records", records)
                    .isEqualTo(believed(records).of("caliper"));
    }

    @Test
    void documentedCause_thatNoneOfManyRecordsSpeaksFor_isBelievedLess_andNeverNot() {
        double before = believed(2).of("spring");
        for (int records = 3; records <= 12; records++) {
            double now = believed(records).of("spring");
            assertThat(now).as("%s records", records).isLessThan(before).isPositive();
            before = now;
        }
        assertThat(before).isLessThan(believed(12).of("caliper") / 5);
    }
}
