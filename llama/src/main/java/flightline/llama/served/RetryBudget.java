package flightline.llama.served;

/**
 * How often requests may be tried again: a tenth as often as there are requests, and a few times more. A server in distress
 * is so not beaten with the retries of everybody. Safe for use by several threads.
 */
final class RetryBudget {
    private static final double FOR_EACH_REQUEST = 0.1;
    private static final double MOST = 10;

    private double left = MOST;

    synchronized void requested() {
        left = Math.min(MOST, left + FOR_EACH_REQUEST);
    }

    /** Whether one more may be tried; takes it. */
    synchronized boolean take() {
        if (left < 1) return false;
        left -= 1;
        return true;
    }
}
