package flightline.policy;

import java.util.Set;

/**
 * What the policies say to a question.
 *
 * @param reasons ids of the policies that decided; empty where nothing permits it
 */
record Ruling(boolean permitted, Set<String> reasons) {
    Ruling {
        reasons = Set.copyOf(reasons);
    }
}
