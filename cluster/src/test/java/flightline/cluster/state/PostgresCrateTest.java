package flightline.cluster.state;

import flightline.state.Cabinet;
import flightline.state.CrateContract;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresCrateTest extends CrateContract {
    private static final String NAME = "crate";
    private static @Nullable Database opened;

    @BeforeAll
    static void start() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE " + NAME);
        opened = OwnPostgres.open(NAME, Duration.ofSeconds(5));
    }

    @AfterAll
    static void end() {
        Objects.requireNonNull(opened).close();
    }

    @Override
    protected Cabinet other() throws Exception {
        OwnPostgres.sql(NAME, "TRUNCATE flightline.kept, flightline.pieces");
        return new PostgresCabinet(Objects.requireNonNull(opened));
    }
}
