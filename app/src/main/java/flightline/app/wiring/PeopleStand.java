package flightline.app.wiring;

import flightline.app.identity.IdentitySettings;
import flightline.app.identity.PeopleBook;
import flightline.app.identity.PeopleDesk;
import flightline.app.identity.Reception;
import flightline.audit.AuditLog;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Who may sign in, put together. */
public final class PeopleStand {
    private final PeopleBook book;
    private final AuditLog audit;
    private final InstantSource clock;

    private final StateStand state;

    PeopleStand(StateStand state, AuditLog audit, InstantSource clock) {
        this.state = state;
        this.book = new PeopleBook(state.cabinet());
        this.audit = audit;
        this.clock = clock;
    }

    /** Where people are let in and out. */
    public PeopleDesk desk() {
        return new PeopleDesk(book, audit, clock, new SecureRandom());
    }

    /** Where whoever asks is looked at. */
    public Reception reception(IdentitySettings settings, InstantSource now, Supplier<LocalDate> today) {
        return Reception.open(settings, book, audit, state::passing, now, today, new SecureRandom());
    }
}
