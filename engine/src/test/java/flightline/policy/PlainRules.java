package flightline.policy;

import flightline.corpus.Marking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The shipped rules once more, in plain Java and written apart from the policies, to be compared with them. */
final class PlainRules {
    private static final List<String> LADDER = List.of("RESTRICTED", "CONFIDENTIAL", "SECRET", "TOP SECRET");
    private static final List<String> NATO =
            List.of("NATO UNCLASSIFIED", "NATO RESTRICTED", "NATO CONFIDENTIAL", "NATO SECRET", "COSMIC TOP SECRET");
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("US", "US"),
            Map.entry("USA", "US"),
            Map.entry("GB", "GB"),
            Map.entry("GBR", "GB"),
            Map.entry("CA", "CA"),
            Map.entry("FR", "FR"),
            Map.entry("FRA", "FR"),
            Map.entry("DEU", "DE"),
            Map.entry("NZ", "NZ"));
    private static final Set<String> FIVE = Set.of("US", "GB", "CA", "AU", "NZ");

    private PlainRules() {}

    /**
     * As the decision is written in the test. What is forbidden is so for whoever has no role, too.
     *
     * @param announced whether the licensor's exception still holds
     */
    static String decides(
            Principal asker, List<String> clauses, boolean never, boolean foreign, boolean announced, LocalDate today) {
        String exception = never ? "" : exception(asker, announced, today);
        for (String clause : clauses) if (!clause.equals("AU-2.a") || exception.isEmpty()) return "refuse " + clause;
        if (!may(asker, Act.ASK)) return "refuse ROLE";
        if (clauses.isEmpty()) return foreign ? "out-of-scope " : "allow ";
        return "allow " + exception;
    }

    /** From the clause on warfare, the only one that has exceptions; empty where none covers the asker. */
    private static String exception(Principal asker, boolean announced, LocalDate today) {
        Principal.Organisation house = asker.organisation();
        String country = country(house.country());
        boolean state = house.kind().equals("government");
        boolean contracts = house.kind().equals("contractor");
        if (announced && (state || contracts) && FIVE.contains(country)) return "llama-2024-11-04";
        if (state
                && (country.equals("US") || country.equals("GB"))
                && house.name().equalsIgnoreCase("depot")
                && today.isBefore(LocalDate.of(2026, 12, 16))) return "range";
        return contracts && country.equals("CA") ? "yard" : "";
    }

    static boolean may(Principal asker, Act act) {
        List<String> roles = asker.roles();
        boolean administers = roles.contains("administrator");
        boolean guards = roles.contains("security-officer");
        boolean keeps = roles.contains("librarian");
        boolean studies = roles.contains("analyst");
        boolean builds = roles.contains("engineer");
        return administers
                || switch (act) {
                    case ASK, DIAGNOSE, SEARCH, SHOW, FEEDBACK, FLEET ->
                        guards || keeps || studies || builds || roles.contains("technician");
                    case DRAFT -> builds || roles.contains("technician");
                    case GENERATE -> builds || keeps || studies;
                    case INGEST, LIBRARY_REMOVE -> keeps;
                    case IMPORT_RECORDS, MODEL_LEARN -> keeps || studies;
                    case QUARANTINE_RELEASE, EXPORT -> keeps || guards;
                    case MODEL_CHANGE, PEOPLE, BACKUP -> false;
                    case EVALUATE -> builds || studies || guards;
                    case AUDIT_READ, AUDIT_RETIRE, POLICY_LOOK_BACK, POLICY_INSTALL -> guards;
                };
    }

    static boolean sees(Principal asker, String label) {
        for (String part : label.split("//")) if (!seesPart(asker, part)) return false;
        return true;
    }

    private static boolean seesPart(Principal asker, String part) {
        String nation = country(asker.nationality());
        if (part.equals("UNMARKED")) return true;
        if (part.equals("NOFORN")) return nation.equals("US");
        if (part.startsWith("REL TO ")) return !nation.isEmpty() && named(part).contains(nation);
        if (part.startsWith("GROUP "))
            return asker.groups().stream()
                    .anyMatch(g -> ("GROUP " + String.join(" ", g.strip().split("\\s+"))).equalsIgnoreCase(part));
        if ((part.equals("ITAR") || part.equals("EAR")) && nation.equals("US")) return true;
        for (Marking held : asker.clearances())
            for (String has : held.label().split("//"))
                if (has.equals(part) || above(LADDER, has, part) || above(NATO, has, part)) return true;
        return false;
    }

    private static boolean above(List<String> ladder, String has, String wanted) {
        return ladder.contains(wanted) && ladder.indexOf(has) >= ladder.indexOf(wanted);
    }

    private static List<String> named(String part) {
        var all = new ArrayList<String>();
        for (String word : Arrays.asList(part.substring("REL TO ".length()).split("\\W+")))
            if (word.equals("FVEY")) all.addAll(FIVE);
            else all.add(country(word));
        return all;
    }

    private static String country(String code) {
        return COUNTRIES.getOrDefault(code.toUpperCase(Locale.ROOT), "");
    }
}
