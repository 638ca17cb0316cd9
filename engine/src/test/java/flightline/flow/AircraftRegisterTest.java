package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.corpus.Clearance;
import flightline.corpus.Configuration;
import flightline.corpus.MaintenanceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the records say of a registration. */
final class AircraftRegisterTest {
    @TempDir
    Path folder;

    /** As that of a closed session does not, where nobody gave a model: the aircraft fell out of the effectivity of its manuals. */
    @Test
    void newestRecord_thatNamesNoModel_hidesNoneThatIsKnown() throws IOException {
        MaintenanceRecord bare = Hangar.event("r2", LocalDate.of(2026, 2, 1), "N100QZ", "door stuck", "freed", "latch");
        try (var hangar = new Hangar(folder)) {
            hangar.file(
                    Hangar.event("r1", LocalDate.of(2026, 1, 1), "N100QZ", "pump leaks", "replaced", "pump"),
                    new MaintenanceRecord(
                            bare.id(),
                            bare.date(),
                            bare.aircraft(),
                            "",
                            "",
                            bare.complaint(),
                            bare.action(),
                            bare.narrative(),
                            bare.part(),
                            "",
                            bare.condition(),
                            bare.ata(),
                            bare.references(),
                            bare.source(),
                            bare.other()));
            Configuration known = new AircraftRegister(hangar.index, hangar.archive, hangar.records)
                    .configuration(
                            Optional.of("N100QZ"),
                            Optional.empty(),
                            Optional.empty(),
                            LocalDate.of(2026, 3, 1),
                            Clearance.UNMARKED);
            assertThat(known.properties())
                    .containsEntry(Configuration.MODEL, "lt-46")
                    .containsEntry(Configuration.SERIAL, "1001");
        }
    }

    /** That a table tells of one aircraft of a model does not tell that it is meant. */
    @Test
    void modelAlone_orWithATailThatIsNotKnown_bringsWhatAllAircraftOfItHave() {
        List<String> header = List.of("serialno", "registration", "model", "engine", "mod 32-0117");
        try (var hangar = new Hangar(folder)) {
            hangar.shelve(new Paper("DMC-LT46-A-00-00-00-00A-00PA-D", "Products")
                    .table("Products", header, List.of("1001", "N100QZ", "LT-46-300", "PT-9", "pre"))
                    .table("Products", header, List.of("1002", "N200QZ", "LT-46-300", "PT-9", "post"))
                    .table("Products", header, List.of("1003", "N300QZ", "LT-46-200", "PT-7", "post")));
            var register = new AircraftRegister(hangar.index, hangar.archive, hangar.records);
            for (Optional<String> tail : List.of(Optional.<String>empty(), Optional.of("N999QZ"))) {
                Configuration known = register.configuration(
                        tail, Optional.of("LT-46-300"), Optional.empty(), LocalDate.of(2026, 3, 1), Clearance.UNMARKED);
                assertThat(known.properties())
                        .containsEntry(Configuration.MODEL, "lt-46-300")
                        .containsEntry("engine", "pt-9")
                        .doesNotContainKeys("mod 32-0117", Configuration.SERIAL);
            }
            assertThat(register.configuration(
                                    Optional.empty(),
                                    Optional.of("LT-46-200"),
                                    Optional.empty(),
                                    LocalDate.of(2026, 3, 1),
                                    Clearance.UNMARKED)
                            .properties())
                    .containsEntry("engine", "pt-7")
                    .doesNotContainKeys(Configuration.SERIAL, Configuration.REGISTRATION);
        }
    }
}
