package flightline.app.http;

import java.io.IOException;

/** Whoever asked has hung up; nobody is left to tell, and nothing is wrong with us. */
final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Gone(IOException cause) {
        super("whoever asked is gone", cause);
    }
}
