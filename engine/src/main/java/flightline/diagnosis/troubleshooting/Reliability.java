package flightline.diagnosis.troubleshooting;

/**
 * How far an answer can be trusted. Assumed, not measured: no source tells how often a check on the ramp is wrong, so the
 * values are round, the same for every check, and far enough from 0 and 1 that no single answer settles anything.
 */
public final class Reliability {
    /** Of a check of the part that is at fault: how often it finds the fault. */
    public static final double FINDS = 0.9;
    /** Of a check of a part that is sound: how often it seems at fault all the same. */
    public static final double FALSE_ALARM = 0.1;
    /** Of a repair of the part that is at fault: how often the trouble is gone; the new part may be bad, the work incomplete. */
    public static final double CURES = 0.95;
    /** Of a repair of a sound part: how often the trouble is gone all the same, as an intermittent one is. */
    public static final double GONE_BY_ITSELF = 0.05;

    private Reliability() {}
}
