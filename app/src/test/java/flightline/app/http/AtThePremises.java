package flightline.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.audit.AuditEntry;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with premises to themselves: each begins at noon, when nobody has an account, and ends without a fault. */
abstract class AtThePremises {
    static final String QUESTION = "{\"question\": \"What is the pressure of the accumulator?\"}";
    static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");

    @TempDir
    static Path temp = Path.of("unused");

    private static @Nullable Premises opened;

    private long before;

    @BeforeAll
    static void build() throws Exception {
        opened = new Premises(temp);
    }

    @AfterAll
    static void leave() {
        premises().close();
    }

    @BeforeEach
    void beginAnew() throws Exception {
        premises().anew();
        before = premises().logged();
    }

    @AfterEach
    void nothingBroke() {
        assertThat(premises().faults).isEmpty();
    }

    static Premises premises() {
        return Objects.requireNonNull(opened);
    }

    /** Entries of a kind since the test began. */
    List<AuditEntry> log(String kind) {
        return premises().log(kind, before);
    }
}
