package flightline.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import flightline.policy.Principal;
import flightline.state.MemoryCabinet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SignedInTest {
    private final Hours clock = new Hours(Instant.parse("2026-07-01T12:00:00Z"));
    private final Sessions sessions = new Sessions(
            new MemoryCabinet(Sessions.MOST, clock),
            clock,
            new Secrets(new SecureRandom()),
            Duration.ofMinutes(30),
            Duration.ofHours(12));

    private String begin() {
        return sessions.begin(Principal.localUser(), Caller.Means.PASSWORD, Optional.empty());
    }

    @Test
    void unused_endsAfterTheIdleTime_used_goesOn() {
        String one = begin();
        String other = begin();
        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofMinutes(29));
            assertThat(sessions.find(one)).isPresent();
        }
        assertThat(sessions.find(other)).isEmpty();
    }

    @Test
    void used_endsAfterTheLongestTime() {
        String id = begin();
        for (int i = 0; i < 24; i++) {
            assertThat(sessions.find(id)).isPresent();
            clock.pass(Duration.ofMinutes(29));
        }
        clock.pass(Duration.ofMinutes(24));
        assertThat(sessions.find(id)).isEmpty();
    }

    @Test
    void ids_areLongAndNeverTheSame_andUnknownOnesAreNone() {
        var ids = new HashSet<String>();
        for (int i = 0; i < 100; i++) ids.add(begin());
        assertThat(ids).hasSize(100).allMatch(id -> id.matches("[A-Za-z0-9_-]{43}"));
        assertThat(sessions.find("")).isEmpty();
        assertThat(sessions.find("A".repeat(43))).isEmpty();
    }

    @Test
    void tooManyOfOnePerson_endTheOldest() {
        String first = begin();
        clock.pass(Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) begin();
        assertThat(sessions.find(first)).isEmpty();
    }

    @Test
    void ended_isOver() {
        String id = begin();
        assertThat(sessions.end(id)).isPresent();
        assertThat(sessions.find(id)).isEmpty();
        assertThat(sessions.end(id)).isEmpty();
    }
}
