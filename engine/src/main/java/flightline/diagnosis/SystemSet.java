package flightline.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * The systems that together carry the wanted share of the weight.
 *
 * @param coverage share that was wanted, 0 to 1
 * @param reviewRequired whether so many are needed that a person must narrow them down
 */
public record SystemSet(double coverage, List<String> codes, boolean reviewRequired) {
    /** Beyond this many codes a shortlist is no shortlist. */
    private static final int WIDE = 5;

    public SystemSet {
        codes = List.copyOf(codes);
    }

    /** @param coverage share of cases in which such a set holds the right one, 0 to 1 */
    static SystemSet of(double coverage, List<String> codes) {
        return new SystemSet(coverage, codes, codes.isEmpty() || codes.size() > WIDE);
    }

    /** The first systems whose weights add up to the coverage. */
    public static SystemSet covering(double coverage, List<RankedSystem> systems) {
        var codes = new ArrayList<String>();
        double sum = 0;
        for (RankedSystem system : systems) {
            if (sum >= coverage) break;
            codes.add(system.code());
            sum += system.probability();
        }
        return new SystemSet(coverage, codes, codes.isEmpty() || codes.size() > WIDE || sum < coverage);
    }
}
