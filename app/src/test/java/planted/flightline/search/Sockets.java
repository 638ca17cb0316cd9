package planted.flightline.search;

import java.io.IOException;
import java.net.URI;

/** Calls somebody past the one way out. */
public final class Sockets {
    Class<?> socket = java.net.Socket.class;

    void call() throws IOException {
        URI.create("http://named.invalid").toURL().openStream().close();
    }
}
