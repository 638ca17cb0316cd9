package planted.flightline.state;

/** Reaches up to a flow. */
public final class ReachesUp {
    planted.flightline.flow.Flow flow = new planted.flightline.flow.Flow();
}
