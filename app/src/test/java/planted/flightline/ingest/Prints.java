package planted.flightline.ingest;

/** Prints. */
public final class Prints {
    void hello() {
        System.out.println("hello");
    }
}
