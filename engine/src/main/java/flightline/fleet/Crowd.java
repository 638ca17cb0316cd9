package flightline.fleet;

/**
 * How likely the entries of one system on one aircraft crowd together by chance as much as they do somewhere in the log.
 *
 * <p>Where they come at the rate of the system on the other aircraft, the stretches that begin with an entry and hold so many are expected as
 * often as {@code begins} times the chance that one more aircraft has the rest of them in a stretch; and a thing that is expected so
 * often is there with at most that chance. The rate is only known from the entries of the others, so the entries of both are
 * compared (conditional binomial test) instead of trusting it.
 *
 * @param begins entries that are expected in the whole log, each of which may begin a crowd
 * @param others entries of the system on the other aircraft, at least 1
 * @param share of the days of all that are looked at which one stretch is
 */
record Crowd(double begins, long others, double share) {
    /** Entries from which on they are looked at. */
    static final int LEAST = 3;

    /**
     * @param entries of the system on this aircraft and all others
     * @param aircraft that have any
     * @param days of the log
     * @param stretch in days
     */
    static Crowd of(long entries, long own, long aircraft, long days, int stretch) {
        long others = Math.max(1, entries - own);
        double flown = (double) Math.max(1, aircraft - 1) * days;
        return new Crowd(Math.max(1, others * days / flown), others, stretch / (stretch + flown));
    }

    /** @param within most entries in one stretch */
    double chance(long within) {
        if (within < LEAST) return 1;
        return Math.min(1, begins * Chance.atLeast(within - 1, within - 1 + others, share));
    }
}
