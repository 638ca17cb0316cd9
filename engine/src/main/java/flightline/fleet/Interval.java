package flightline.fleet;

/**
 * Where the true value lies in 95 of 100 cases.
 *
 * @param low lower end
 * @param high upper end
 */
public record Interval(double low, double high) {}
