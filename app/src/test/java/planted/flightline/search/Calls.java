package planted.flightline.search;

/** Opens a connection. */
public final class Calls {
    Class<?> client = java.net.http.HttpClient.class;
}
