package flightline.flow;

import static flightline.flow.Hangar.brief;
import static flightline.flow.Hangar.event;
import static flightline.flow.Hangar.request;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.diagnosis.Check;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which isolation procedure is followed where several share words with the complaint. */
final class IsolationChoiceTest {
    private static final String LOW = "hydraulic pressure low after start, pump noisy";

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    /** The procedure of the gear asks for the very words; that of the pumps says them otherwise. */
    @BeforeEach
    void open() {
        hangar = new Hangar(folder)
                .shelve(new Paper("FIM-32", "Gear unsafe after retraction")
                        .ata("32-31")
                        .isolation("g1", "Is the hydraulic pressure low after start of the pump, and noisy?", "g2")
                        .isolation("g2", "Is the uplock hook bent?", "g3")
                        .end("g3", "Replace the uplock hook."))
                .shelve(new Paper("FIM-29A", "Electric pump starts too often")
                        .ata("29-21")
                        .isolation("a1", "Does the hydraulic pump start often after the pressure was low?", "a2")
                        .end("a2", "Replace the pressure switch."))
                .shelve(new Paper("FIM-29B", "Supply of the systems")
                        .ata("29-11")
                        .isolation("p1", "Is the pressure of the case drain of the pump high?", "p2")
                        .end("p2", "Replace the engine driven pump."));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    @Test
    void recordsOfAnotherSystem_leadToItsProcedure_andItsStepsSpeakForNoSystem() {
        hangar.file(
                event("r1", LocalDate.of(2025, 5, 1), "N100", LOW, "replaced pump", "engine driven pump"),
                event("r2", LocalDate.of(2025, 6, 1), "N200", LOW, "replaced pump", "engine driven pump"),
                event("r3", LocalDate.of(2025, 7, 1), "N300", LOW, "replaced pump", "engine driven pump"));
        var brief = brief(hangar.diagnose().diagnose(request(LOW)));
        assertThat(brief.findings().systems().getFirst().code()).isEqualTo("2911");
        assertThat(texts(brief.checks()))
                .first()
                .asString()
                .startsWith("Is the pressure of the case drain of the pump high?");
        assertThat(texts(brief.checks())).noneMatch(t -> t.contains("uplock"));
    }

    @Test
    void withoutRecords_severalDocumentsOfAChapter_outweighOneOfAnother() {
        var brief = brief(hangar.diagnose().diagnose(request(LOW)));
        assertThat(texts(brief.checks())).isNotEmpty();
        assertThat(brief.findings().systems()).isNotEmpty();
        var first = brief.checks().getFirst();
        var chapter = brief.findings().ranked().chapters().getFirst().code();
        assertThat(first.why()).contains("FIM-" + chapter);
    }

    private static List<String> texts(List<Check> checks) {
        return checks.stream().map(Check::text).toList();
    }
}
