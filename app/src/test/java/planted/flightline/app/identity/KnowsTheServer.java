package planted.flightline.app.identity;

/** Reaches for the server. */
public final class KnowsTheServer {
    Class<?> server = flightline.app.http.Server.class;
}
