package flightline.app.http;

import flightline.app.identity.Caller;
import flightline.app.identity.Reception;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Finds out who sent a request: by what stands in its head, its cookie, or the handshake that it came by. */
final class Doorman {
    private final Reception reception;
    private final Listening listening;
    /** Once people sign in, nobody gets in without for as long as this process runs, whoever is removed meanwhile. */
    private volatile boolean staffed;

    Doorman(Reception reception, Listening listening) {
        this.reception = reception;
        this.listening = listening;
    }

    /** What was found. */
    sealed interface Finding {
        record Known(Caller caller) implements Finding {}

        /** Nothing was offered that says who it is, or it is over. */
        record Nobody() implements Finding {}

        /** Something was offered and does not hold. */
        record Turned() implements Finding {}

        record Wait(Duration pause) implements Finding {}
    }

    /** Whether people sign in here; where not, whoever sits at this machine asks. */
    boolean isStaffed() {
        if (!staffed && (!listening.isPrivate() || reception.isStaffed())) staffed = true;
        return staffed;
    }

    Finding find(ServerRequest request) {
        if (!isStaffed()) return new Finding.Known(Caller.atThisMachine());
        Optional<String> offered = request.headers().first(HeaderNames.AUTHORIZATION);
        if (offered.isPresent()) return bearer(offered.get(), request);
        return session(request)
                .or(() -> certificate(request))
                .<Finding>map(Finding.Known::new)
                .orElseGet(Finding.Nobody::new);
    }

    private Finding bearer(String offered, ServerRequest request) {
        String[] parts = offered.strip().split(" +", 2);
        if (parts.length != 2 || !parts[0].toLowerCase(Locale.ROOT).equals("bearer")) return new Finding.Turned();
        return switch (reception.bearer(parts[1], address(request))) {
            case Reception.Shown.Known(var caller) -> new Finding.Known(caller);
            case Reception.Shown.Unknown() -> new Finding.Turned();
            case Reception.Shown.Wait(var wait) -> new Finding.Wait(wait);
        };
    }

    private Optional<Caller> session(ServerRequest request) {
        return cookie(request, sessionCookie()).flatMap(reception::session);
    }

    private Optional<Caller> certificate(ServerRequest request) {
        Certificate[] shown = request.remotePeer().tlsCertificates().orElse(new Certificate[0]);
        return shown.length > 0 && shown[0] instanceof X509Certificate own
                ? reception.certificate(own)
                : Optional.empty();
    }

    /** The prefix binds a cookie to this very host; browsers take it only over TLS. */
    String sessionCookie() {
        return listening.isSecure() ? "__Host-flightline" : "flightline";
    }

    static Optional<String> cookie(ServerRequest request, String name) {
        return request.headers().cookies().first(name).asOptional();
    }

    static String address(ServerRequest request) {
        return request.remotePeer().host();
    }
}
