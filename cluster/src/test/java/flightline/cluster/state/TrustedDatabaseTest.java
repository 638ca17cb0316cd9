package flightline.cluster.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.cluster.OwnCertificate;
import flightline.state.StateTrouble;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL with TLS, and whose certificate is believed. */
final class TrustedDatabaseTest {
    private static final Duration BUDGET = Duration.ofSeconds(10);

    @TempDir
    private static Path folder;

    private static Path certificate;

    @BeforeAll
    static void start() throws Exception {
        var own = OwnCertificate.in(folder);
        certificate = own.certificate();
        OwnPostgres.sql("postgres", "ALTER SYSTEM SET ssl_cert_file = '" + certificate + "'");
        OwnPostgres.sql("postgres", "ALTER SYSTEM SET ssl_key_file = '" + own.key() + "'");
        tls("on");
    }

    @AfterAll
    static void stop() throws Exception {
        tls("off");
    }

    /** New connections see it as soon as the server has read its files again. */
    private static void tls(String on) throws Exception {
        OwnPostgres.sql("postgres", "ALTER SYSTEM SET ssl = " + on);
        OwnPostgres.sql("postgres", "SELECT pg_reload_conf()");
        while (!OwnPostgres.told("postgres", "SHOW ssl").equals(on)) Thread.sleep(20);
    }

    private static Database open(String host, String options) {
        String port = OwnPostgres.address("postgres").hosts().getFirst().replaceAll(".*:", "");
        return Database.open(
                StateAddress.of("postgresql://" + host + ":" + port + "/postgres?" + options),
                OwnPostgres.LOGIN,
                System::nanoTime,
                BUDGET);
    }

    @Test
    void serverOfTheFile_isBelieved_andSpokenToOverTls() throws Exception {
        try (Database database = open("localhost", "sslmode=verify-full&sslrootcert=" + certificate)) {
            boolean tls = database.run("look", (connection, again) -> {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                    row.next();
                    return row.getBoolean(1);
                }
            });
            assertThat(tls).isTrue();
        }
    }

    @Test
    void niceErrorOn_aCertificateThatNobodyVouchesFor_orOfAnotherName() throws Exception {
        Path others = OwnCertificate.in(java.nio.file.Files.createDirectory(folder.resolve("others")))
                .certificate();
        refused("localhost", "sslmode=verify-full&sslrootcert=" + others);
        refused("127.0.0.1", "sslmode=verify-full&sslrootcert=" + certificate);
        refused("localhost", "sslmode=verify-full&sslrootcert=" + folder.resolve("gone.pem"));
    }

    @Test
    void niceErrorOn_aServerWithoutTls() throws Exception {
        tls("off");
        refused("localhost", "sslmode=verify-full&sslrootcert=" + certificate);
        tls("on");
    }

    private static void refused(String host, String options) {
        assertThatThrownBy(() -> open(host, options))
                .isInstanceOf(StateTrouble.class)
                .hasMessageContaining("postgresql://" + host)
                .hasMessageContaining("cannot be trusted: its certificate or name is refused")
                .hasMessageContaining("see sslmode and sslrootcert")
                .hasMessageNotContaining("\n");
    }
}
