package flightline.acceptance.leak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Somebody who asks. All have one name, so that whatever is remembered for the one is there for the next, who may see less.
 *
 * @param rung 0 without a clearance, 1 to 4 for RESTRICTED to TOP SECRET
 * @param country two letters, as the rules speak of it; empty where not given
 * @param written the same as it stands in the file, in two letters or three
 */
record Who(int rung, Set<String> held, String country, String written, Set<String> groups, List<String> roles) {
    static final String NAME = "crew";

    private static final List<String> RUNGS = List.of("RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET");
    private static final List<String> HELD =
            List.of("CUI", "SP-CTI", "ITAR", "EAR", "NATO SECRET", "PROPRIETARY", "NOFORN", "REL TO USA, GBR");
    private static final List<String> GROUPS = List.of("Alpha", "bravo team", "charlie");
    private static final List<String> COUNTRIES = List.of("US", "GB", "AU", "CA", "NZ", "FR", "");
    private static final List<String> LONG = List.of("USA", "GBR", "AUS", "CAN", "NZL", "FRA", "");
    private static final List<String> ROLES = List.of("technician", "engineer", "librarian", "analyst");

    /** May see everything there is. */
    static final Who EVERYTHING = new Who(4, Set.copyOf(HELD), "US", "US", Set.copyOf(GROUPS), ROLES);
    /** May see unmarked material only. */
    static final Who NOTHING = new Who(0, Set.of(), "", "", Set.of(), List.of("technician"));

    static Who drawn(Random random) {
        int country = random.nextInt(COUNTRIES.size());
        var roles = some(ROLES, random);
        roles.add("technician");
        return new Who(
                random.nextInt(RUNGS.size() + 1),
                some(HELD, random),
                COUNTRIES.get(country),
                random.nextBoolean() ? COUNTRIES.get(country) : LONG.get(country),
                some(GROUPS, random),
                List.copyOf(roles));
    }

    private static Set<String> some(List<String> all, Random random) {
        var some = new HashSet<String>();
        // In the order of the list, or the same seed would not draw the same people.
        for (String each : all) if (random.nextInt(3) == 0) some.add(each);
        return some;
    }

    boolean holds(String clearance) {
        return held.contains(clearance);
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", NAME).put("nationality", written);
        new ArrayList<>(roles).forEach(node.putArray("roles")::add);
        var clearances = node.putArray("clearances");
        if (rung > 0) clearances.add(RUNGS.get(rung - 1));
        held.stream().sorted().forEach(clearances::add);
        groups.stream().sorted().forEach(node.putArray("groups")::add);
        return node;
    }
}
