package flightline.cluster.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.state.StateTrouble;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is not as it should be. */
final class DatabaseTest {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.UTF_8);

    @Test
    void goneAtStart_saysWhatWhereAndWhatToDo() {
        assertThatThrownBy(() -> Database.open(
                        StateAddress.of("postgresql://127.0.0.1:1/flightline"),
                        new Login("who", "secret word"),
                        System::nanoTime,
                        SHORT))
                .isInstanceOf(StateTrouble.class)
                .hasMessage("cannot open: the state in postgresql://127.0.0.1:1/flightline cannot be reached: nobody"
                        + " answers there; see that it runs and may be reached from here");
    }

    @Test
    void databaseThatIsNotThere_andUserThatMayNot_areSaid() throws Exception {
        assertThatThrownBy(() -> OwnPostgres.open("nowhere", SHORT))
                .isInstanceOf(StateTrouble.class)
                .hasMessageContaining("/nowhere does not exist; make the database first");
        OwnPostgres.sql("postgres", "CREATE DATABASE closed");
        OwnPostgres.sql("postgres", "CREATE ROLE guest LOGIN PASSWORD 'x'");
        assertThatThrownBy(() ->
                        Database.open(OwnPostgres.address("closed"), new Login("guest", "x"), System::nanoTime, SHORT))
                .isInstanceOf(StateTrouble.class)
                .hasMessageContaining("does not let this user do it");
    }

    @Test
    void anotherVersions_isRefused() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE newer");
        OwnPostgres.open("newer", SHORT).close();
        OwnPostgres.sql(
                "newer",
                "INSERT INTO flightline.flightline_versions SELECT installed_rank + 100, '999', 'later', type,"
                        + " 'V999__later.sql', checksum, installed_by, installed_on, execution_time, success"
                        + " FROM flightline.flightline_versions WHERE version = '1'");
        assertThatThrownBy(() -> OwnPostgres.open("newer", SHORT))
                .isInstanceOf(StateTrouble.class)
                .hasMessageContaining("was set up by another version of Flightline");
    }

    @Test
    void connectionsDropped_areMadeAnew_andNothingIsSaid() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE dropping");
        try (Database database = OwnPostgres.open("dropping", Duration.ofSeconds(10))) {
            var cabinet = new PostgresCabinet(database);
            for (int i = 0; i < 5; i++) {
                cabinet.write("sessions/a", VALUE);
                drop();
                assertThat(cabinet.read("sessions/a")).isPresent();
                drop();
                assertThat(cabinet.replace("sessions/a", Optional.of(VALUE), VALUE))
                        .isTrue();
            }
        }
    }

    private static void drop() throws Exception {
        OwnPostgres.sql(
                "postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'dropping'");
    }

    @Test
    void connectionDroppedWhileALargeValueIsWrittenOrRead_failsClearly_andLeavesWhatWas() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE dropping2");
        try (Database database = OwnPostgres.open("dropping2", Duration.ofSeconds(10))) {
            var cabinet = new PostgresCabinet(database);
            cabinet.write("archive/originals/a", new byte[4 << 20]);
            assertThatThrownBy(() -> cabinet.write("archive/originals/a", dropping()))
                    .isInstanceOf(StateTrouble.class)
                    .hasMessageContaining("cannot write archive/originals/a");
            try (InputStream in = cabinet.open("archive/originals/a").orElseThrow()) {
                assertThat(in.readNBytes(1 << 20)).hasSize(1 << 20);
                drop2();
                assertThatThrownBy(in::readAllBytes).hasMessageContaining("cannot read on in postgresql://");
            }
            assertThat(cabinet.read("archive/originals/a"))
                    .get()
                    .satisfies(bytes -> assertThat(bytes).hasSize(4 << 20));
        }
    }

    private static void drop2() throws Exception {
        OwnPostgres.sql(
                "postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'dropping2'");
    }

    /** Four megabytes; when two are read, the connections go. */
    private static InputStream dropping() {
        return new InputStream() {
            private int at;

            @Override
            public int read() {
                try {
                    if (at == 2 << 20) drop2();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return at++ < 4 << 20 ? 1 : -1;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int read = 0;
                for (; read < length; read++) {
                    int one = read();
                    if (one < 0) return read == 0 ? -1 : read;
                    into[from + read] = (byte) one;
                }
                return read;
            }
        };
    }

    @Test
    void readOnly_readsOn_andSaysThatNothingWasWritten() throws Exception {
        OwnPostgres.sql("postgres", "CREATE DATABASE standby");
        try (Database database = OwnPostgres.open("standby", SHORT)) {
            new PostgresCabinet(database).write("sessions/a", VALUE);
        }
        OwnPostgres.sql("postgres", "ALTER DATABASE standby SET default_transaction_read_only = on");
        try (Database database = OwnPostgres.open("standby", SHORT)) {
            var cabinet = new PostgresCabinet(database);
            assertThat(cabinet.read("sessions/a")).contains(VALUE);
            assertThatThrownBy(() -> cabinet.write("sessions/a", new byte[1]))
                    .isInstanceOf(StateTrouble.class)
                    .hasMessageContaining("is read-only; nothing was written, reading goes on");
            assertThatThrownBy(cabinet::condition).hasMessageContaining("is read-only");
            assertThat(cabinet.read("sessions/a")).contains(VALUE);
        }
    }

    @Test
    void nothingSaid_holdsAPassword() {
        var login = Login.from(Map.of("PGUSER", "u", "PGPASSWORD", "secret word"), Optional.empty(), Optional.empty());
        assertThat(login.toString()).doesNotContain("secret").doesNotContain("u ");
        assertThat(login.password()).isEqualTo("secret word");
        assertThatThrownBy(() -> Login.from(Map.of(), Optional.of("OUR_USER"), Optional.empty()))
                .hasMessage("state: the variable OUR_USER is not set");
        assertThatThrownBy(() -> StateAddress.of("postgresql://u:secret@db/x"))
                .hasMessageContaining("no user or password may stand in the address")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/x?user=u&password=hush",
                "jdbc:sqlserver://db;password=hush",
                "host=db password=hush dbname=x",
                "postgresql://db/x?password=hush",
                "postgresql://db/x?hush",
                "postgresql://db:99999/x?password=hush",
                "postgresql://u:hush@db/x"
            })
    void addressWithAPassword_isRefused_withoutRepeatingIt(String address) {
        assertThatThrownBy(() -> StateAddress.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hush");
    }

    @Test
    void noPassword_isNotTakenForATroubleWithTls() {
        // As the driver has it, which is the same state as for a server without TLS.
        var none = new SQLException(
                "The server requested SCRAM-based authentication, but no password was provided.", "08004");
        assertThat(Reason.of(none))
                .contains("asks for a password")
                .contains("password file")
                .doesNotContain("certificate");
        assertThat(Reason.of(new SQLException("The server does not support SSL.", "08004")))
                .contains("cannot be trusted");
    }

    @Test
    void address_isReadWithPortsHostsAndOptions() {
        StateAddress address = StateAddress.of("postgresql://db1,db2:6432,[::1]:7/flightline?sslmode=verify-full");
        assertThat(address.hosts()).isEqualTo(List.of("db1:5432", "db2:6432", "[::1]:7"));
        assertThat(address.named()).containsExactly("db1", "db2", "::1");
        assertThat(address.options()).containsEntry("sslmode", "verify-full");
        assertThat(address).hasToString("postgresql://db1:5432,db2:6432,[::1]:7/flightline");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://db/x, postgresql://host:5432/database",
        "postgresql://db, postgresql://host:5432/database",
        "postgresql://db:99999/x, 1..65535",
        "postgresql://db/x?socketFactory=evil, may be [",
        "postgresql://a b/x, must name hosts"
    })
    void address_thatIsNone_isRefused(String address, String said) {
        assertThatThrownBy(() -> StateAddress.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said);
    }
}
