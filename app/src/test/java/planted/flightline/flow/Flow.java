package planted.flightline.flow;

/** Reaches up to the application, and back to a room that reaches up to it: a cycle. */
public final class Flow {
    planted.flightline.app.Page page = new planted.flightline.app.Page();
    Class<?> back = planted.flightline.corpus.ReachesUp.class;
}
