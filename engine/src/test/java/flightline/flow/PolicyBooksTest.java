package flightline.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flightline.archive.PolicyShelf;
import flightline.audit.AuditEvent;
import flightline.audit.AuditLog;
import flightline.state.Cabinet;
import flightline.state.StateTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyBooksTest {
    @TempDir
    private Path temp = Path.of("unused");

    @Test
    void rulesOutOfReach_letNoOthersHold() {
        var log = new AuditLog(temp.resolve("audit"), InstantSource.fixed(Instant.EPOCH));
        for (UncheckedIOException why : List.of(
                new UncheckedIOException(
                        "cannot read in-force.json: access denied", new AccessDeniedException("in-force.json")),
                new StateTrouble("the database is away", new IOException()))) {
            var books = new PolicyBooks(new PolicyShelf(failing(why), temp), log, true);
            assertThatThrownBy(books::inForce).isSameAs(why);
        }
        assertThat(log.latest(1)).isEmpty();
    }

    @Test
    void history_followsWhatWasPutInForceTakenBackAndFoundDamaged() {
        var log = new AuditLog(temp.resolve("audit"), InstantSource.fixed(Instant.EPOCH));
        assertThat(PolicyHistory.of(log).entry()).isEmpty();
        for (String version : List.of("site-1", "site-2", "site-3", "site-1")) put(log, "install", version, "in force");
        assertThat(PolicyHistory.of(log).held()).containsExactly("site-2", "site-3", "site-1");
        put(log, "install", "site-4", "refused");
        put(log, "rollback", "site-3", "in force");
        assertThat(PolicyHistory.of(log).held()).containsExactly("site-2", "site-3");
        assertThat(PolicyHistory.of(log).entry()).hasValue("A-000006");
        put(log, "", "site-3", "damaged");
        assertThat(PolicyHistory.of(log).held()).containsExactly("site-2");
        // Of an entry that is retired.
        put(log, "rollback", "site-0", "in force");
        assertThat(PolicyHistory.of(log).held()).containsExactly("site-0");
    }

    private static void put(AuditLog log, String what, String version, String outcome) {
        log.append(new AuditEvent("policy", "security officer", version, outcome, Map.of("what", what)));
    }

    private static Cabinet failing(UncheckedIOException why) {
        return (Cabinet) Proxy.newProxyInstance(
                Cabinet.class.getClassLoader(), new Class<?>[] {Cabinet.class}, (proxy, method, arguments) -> {
                    throw why;
                });
    }
}
