package flightline.app.http;

/** Remembers writes by the word that their sender gave them. */
final class Once {
    static final String HEADER = "Idempotency-Key";

    private Once() {}
}
