package flightline.cluster.state;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.state.Cabinet;
import flightline.state.CabinetContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three nodes over one database, as a contract suite of one folder would have three processes. */
final class PostgresCabinetTest extends CabinetContract {
    private static final String NAME = "cabinet";
    private static @Nullable List<Database> nodes;
    private int turn;

    @BeforeAll
    static void start() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE " + NAME);
        nodes = List.of(
                OwnPostgres.open(NAME, Duration.ofSeconds(5)),
                OwnPostgres.open(NAME, Duration.ofSeconds(5)),
                OwnPostgres.open(NAME, Duration.ofSeconds(5)));
    }

    @AfterAll
    static void end() {
        nodes().forEach(Database::close);
    }

    @BeforeEach
    void empty() throws Exception {
        OwnPostgres.sql(NAME, "TRUNCATE flightline.kept, flightline.pieces, flightline.leases");
    }

    private static List<Database> nodes() {
        return java.util.Objects.requireNonNull(nodes);
    }

    @Override
    protected synchronized Cabinet cabinet() {
        return new PostgresCabinet(nodes().get(turn++ % nodes().size()));
    }

    @Override
    protected void pass(Duration time) throws Exception {
        OwnPostgres.sql(
                NAME,
                "UPDATE flightline.leases SET until = until - " + time.toMillis() + " * interval '1 millisecond'");
    }

    @Override
    protected void fill(List<String> keys) throws Exception {
        OwnPostgres.sql(
                NAME,
                "INSERT INTO flightline.kept (key, bytes, sha256, content, edition) SELECT k, 0, sha256(''), '',"
                        + " nextval('flightline.editions') FROM unnest(string_to_array('" + String.join(",", keys)
                        + "', ',')) k");
    }

    @Test
    void value_replacedOrDeleted_leavesNoPieces() throws Exception {
        byte[] large = new byte[(5 << 20) + 1];
        Cabinet cabinet = cabinet();
        cabinet.write("archive/originals/a", large);
        cabinet.write("archive/originals/a", new byte[3 << 20]);
        cabinet.write("archive/originals/b", large);
        cabinet.write("archive/originals/b", "small".getBytes(StandardCharsets.UTF_8));
        cabinet.write("archive/originals/c", large);
        assertThat(cabinet.delete("archive/originals/c")).isTrue();
        assertThat(cabinet.replace("archive/originals/b", java.util.Optional.of(large), large))
                .isFalse();
        assertThat(cabinet.condition()).contains("2 values, 3 MiB");
        assertThat(number("SELECT count(*) FROM flightline.pieces")).isEqualTo(3);
    }

    private static long number(String sql) throws Exception {
        try (var database = OwnPostgres.open(NAME, Duration.ofSeconds(1))) {
            return database.run("count", (connection, again) -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery(sql)) {
                    row.next();
                    return row.getLong(1);
                }
            });
        }
    }
}
