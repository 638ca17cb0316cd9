package flightline.flow;

import static flightline.flow.Hangar.ANYBODY;
import static flightline.flow.Hangar.CLEARED;
import static flightline.flow.Hangar.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.DocumentId;
import flightline.flow.OpenFlow.Handed;
import flightline.flow.OpenFlow.Wanted;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OpenFlowTest {
    private static final Wanted WHEELS = new Wanted(new DocumentId("AMM-32"), "", TODAY);
    private static final Wanted SECRET = new Wanted(new DocumentId("AMM-99"), "", TODAY);

    @TempDir
    Path folder;

    private Hangar hangar = new Hangar(Path.of("target", "unused"));

    @BeforeEach
    void open() {
        hangar = new Hangar(folder);
        var wheels = new Paper("AMM-32", "Wheels");
        for (int i = 0; i < 300; i++) wheels.step("Do step number " + i + ".");
        hangar.shelve(wheels, new Paper("AMM-99", "Secret").marked("RESTRICTED").step("Turn it twice."));
    }

    @AfterEach
    void close() {
        hangar.close();
    }

    private OpenFlow opening() {
        return new OpenFlow(hangar.gate, hangar.index, hangar.archive, hangar.audit);
    }

    private String lastEntry() {
        var event = hangar.entries().getLast().event();
        return event.kind() + " " + event.outcome();
    }

    @Test
    void open_showsTheBlocksAroundThePlace_andFurtherOnes() {
        var first = opening().open(WHEELS, 0, 0, Optional.empty(), ANYBODY).orElseThrow();
        int start = first.blocks().get(100).block().place().start();
        var opened = opening()
                .open(WHEELS, start, start + 5, Optional.empty(), ANYBODY)
                .orElseThrow();

        assertThat(opened.first()).isEqualTo(40);
        assertThat(opened.blocks()).hasSize(200);
        assertThat(opened.all()).isEqualTo(300);
        assertThat(opening().open(WHEELS, start, start + 5, Optional.of(240), ANYBODY))
                .hasValueSatisfying(more -> assertThat(more.blocks()).hasSize(60));
        assertThat(opening().open(WHEELS, start, start + 5, Optional.of(999_999), ANYBODY))
                .hasValueSatisfying(more -> assertThat(more.blocks()).hasSize(1));
        assertThat(lastEntry()).isEqualTo("show shown");
    }

    @Test
    void hidden_isLikeNotHeld() {
        assertThat(opening().open(SECRET, 0, 4, Optional.empty(), ANYBODY)).isEmpty();
        assertThat(lastEntry()).isEqualTo("show not found");
        assertThat(opening().original(SECRET, ANYBODY)).isEmpty();
        assertThat(opening().original(new Wanted(new DocumentId("AMM-98"), "", TODAY), ANYBODY))
                .isEmpty();
        assertThat(opening().open(WHEELS, 0, 999_999, Optional.empty(), ANYBODY))
                .isEmpty();
        assertThat(opening().graphic(SECRET, "ICN-1", ANYBODY)).isEmpty();
        assertThat(opening().open(SECRET, 0, 4, Optional.empty(), CLEARED)).isPresent();
    }

    @Test
    void original_isHandedOut_andLogged() {
        assertThat(opening().original(SECRET, CLEARED))
                .hasValueSatisfying(handed -> assertThat(handed)
                        .isInstanceOfSatisfying(
                                Handed.Bytes.class,
                                whole -> assertThat(new String(
                                                whole.bytes().get(), java.nio.charset.StandardCharsets.UTF_8))
                                        .contains("Turn it twice.")));
        assertThat(hangar.entries().getLast().event().exposure().shown()).hasSize(1);
    }
}
