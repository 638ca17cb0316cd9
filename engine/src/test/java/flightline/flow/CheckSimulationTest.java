package flightline.flow;

import static flightline.flow.Hangar.TODAY;
import static flightline.flow.Hangar.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckSimulationTest {
    private static final String LOW = "hydraulic system pressure low after start";

    @TempDir
    Path folder;

    @Test
    void run_sameSeed_sameFigures() {
        try (var hangar = filled()) {
            var simulation = new CheckSimulation(hangar.diagnose(), hangar.records, TODAY);
            var one = simulation.run(50, List.of(1L, 2L), Progress.SILENT);
            assertThat(one).isEqualTo(simulation.run(50, List.of(1L, 2L), Progress.SILENT));
            assertThat(one.cases()).isEqualTo(100);
            assertThat(one.figures().get("minutes, planned")).isPositive();
        }
    }

    @Test
    void run_withoutRecords_isNoFigure() {
        try (var hangar = new Hangar(folder)) {
            assertThat(new CheckSimulation(hangar.diagnose(), hangar.records, TODAY)
                            .run(5, List.of(1L), Progress.SILENT)
                            .cases())
                    .isZero();
        }
    }

    private Hangar filled() {
        return new Hangar(folder)
                .file(
                        event("r1", LocalDate.of(2025, 1, 1), "N100", LOW, "replaced pump", "engine driven pump"),
                        event(
                                "r2",
                                LocalDate.of(2025, 3, 1),
                                "N200",
                                LOW + " again",
                                "replaced pump",
                                "engine driven pump"),
                        event(
                                "r3",
                                LocalDate.of(2025, 5, 1),
                                "N300",
                                LOW + " today",
                                "replaced switch",
                                "pressure switch"));
    }
}
