package planted.flightline.app;

/** What the engine must not know. */
public final class Page {}
