package flightline.cluster.index;

/** Lets a share of requests be tried again, so that a cluster in trouble is not asked twice as much. Safe for several threads. */
final class RetryBudget {
    private static final double MOST = 30;
    private static final double EARNED = 0.2;

    private double left = MOST;

    synchronized boolean allows() {
        if (left < 1) return false;
        left--;
        return true;
    }

    synchronized void succeeded() {
        left = Math.min(MOST, left + EARNED);
    }
}
