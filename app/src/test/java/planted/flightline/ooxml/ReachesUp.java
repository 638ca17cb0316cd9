package planted.flightline.ooxml;

/** Reaches up to a flow. */
public final class ReachesUp {
    planted.flightline.flow.Flow flow = new planted.flightline.flow.Flow();
}
