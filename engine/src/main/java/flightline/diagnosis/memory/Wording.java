package flightline.diagnosis.memory;

import flightline.corpus.MaintenanceRecord;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the words of an entry say of its being a repeat: that it came again, that it is planned work, which entry it refers to. */
final class Wording {
    private static final Pattern AGAIN = Pattern.compile(
            "\\b(?:again|still|another|despite|no better|recur\\w*|reoccur\\w*|repeat\\w*|as (?:before|yesterday)|"
                    + "\\d ?(?:st|nd|rd|th) (?:time|report|occ\\w*|trip|event)|(?:second|third|fourth|fifth)"
                    + " time)(?![a-z])");
    // Planned work, wear and what comes from outside come back by themselves; that is no defect that was not cured.
    private static final Pattern ROUTINE =
            Pattern.compile("\\b(?:due|tbo|overhaul|life|(?:to|at|near|beyond|out of|wear)"
                    + " limits?|worn|lub(?:e|ed|rication)?|weigh\\w*|[a-d]["
                    + " -]?(?:check|chk|ck)|weekly|daily|insp(?:ection|ected)?|survey|service bulletin|sb|bulletin|bird"
                    + " ?strike|lightning|(?:stone|gravel|nick)\\w*|trend|wash|sampl\\w+|sump|download|de-?iced|cold"
                    + " soak|capacity|after crew comment|serviced|top(?:ped)? up)\\b");
    // Items that work is put off under; that two entries cite the same place of a manual says nothing.
    private static final Pattern ITEM = Pattern.compile("\\b(?:mel|cdl|nef|ddl?|hil)\\W{0,3}(\\d{2}-\\d{2}-\\d{2})\\b");

    private static final Pattern BARE = Pattern.compile("\\d{2}-\\d{2}-\\d{2}");
    /** Said of the complaint as a whole: only a repair beside it tells otherwise. */
    private static final Pattern NO_FAULT = Pattern.compile(
            "\\b(?:nff|n\\.f\\.f|cnd|ntf|rtok|re-?test(?:ed)? ok|no faults? found|no fault"
                    + "|(?:could not|cannot|can't|couldn't|unable to|not able to) (?:be )?(?:duplicate|reproduce|repeat|confirm)d?|not (?:confirmed|reproduced|reproducible|duplicated))\\b");
    /** Said of a test or a look, which stands behind repairs as well as alone. */
    private static final Pattern ALL_GOOD = Pattern.compile(
            "\\b(?:no|nil) (?:further )?(?:faults?|defects?|discrepanc(?:y|ies)|anomal(?:y|ies)|problems?|troubles?|findings?)\\b|\\bnothing (?:was |abnormal |unusual )?(?:found|noted|seen)\\b"
                    + "|\\b(?:checks?|checked|cks?|chks?|ckd|chkd|tests?|tested|operat(?:es?|ed|ion)|works?|worked|system|indications?|readings?)"
                    + " (?:is |was |are |were |all )?(?:good|ok|okay|normal(?:ly)?|nml|norm|sat|satis(?:factor(?:y|ily))?|serviceable|svcbl|passed|within limits)\\b");

    private static final Pattern PUT_OFF = Pattern.compile(
            "\\b(?:deferred|defer|mel \\d|awaiting|on order|placarded|carried forward|add raised|pending|(?:to|will|shall) be (?:rplcd?|rpld?|replaced|changed|swapped|repaired|fitted|installed|adjusted))\\b");
    // What is to be replaced was not.
    private static final Pattern CLOSED = Pattern.compile("(?<!\\bbe |\\bnot |\\bnot yet |\\bpending )\\b(?:mel"
            + " (?:cleared|clrd|closed|clear)|rplcd?|rpld|replaced|changed|repaired|fitted|installed|adjusted)\\b");

    // A gap is "reset to 1.1 mm" with work; a breaker is "reset, ok" without.
    private static final Pattern RESET = Pattern.compile(
            "^\\W*(?:(?:both )?(?:cb|amp|power|sw|switch|channels?|system|unit|computer|box|breaker) )?(?:reset|recycled)\\b(?! to\\b)");
    private static final String REPAIRS =
            "rplcd?|rpld?|repl|r&r|r/r|replaced|replacement|changed|exchanged|renewed|repaired|fitted|installed|new|adjusted|cleaned|tightened|torqued|bled|serviced|filled|lubed|lubricated|greased|drained|dried|sealed|rigged";
    // What is not done is no work: "no parts replaced", "nothing adjusted".
    private static final Pattern REPAIR =
            Pattern.compile("(?<!\\bno |\\bnot |\\bnothing |\\bno parts |\\bno part |\\bbe )\\b(?:" + REPAIRS
                    + ")\\b(?! as required| if )");
    private static final Pattern WORK = Pattern.compile("\\b(?:" + REPAIRS + "|swapped|reseated|secured|removed)\\b");
    // Any other deed in the past, also written without its vowels ("clnd"); what only looks, tests or tells is none.
    private static final Pattern DEED = Pattern.compile(
            "\\b(?!(?:checked|tested|inspected|performed|operated|verified|completed|carried|cycled|noted|observed|reported|passed|worked|examined|confirmed|required|need|speed"
                    + "|duplicated|reproduced|referenced|completed|conducted|gnd|ckd|chkd|fwd|std|insptd)\\b)(?:[a-z]{2,20}ed|[bcdfghj-np-tv-xz]{2,8}d|wash(?:ing)?)\\b");

    private Wording() {}

    static boolean saysAgain(MaintenanceRecord record) {
        return AGAIN.matcher(lower(complaint(record))).find();
    }

    static boolean routine(MaintenanceRecord record) {
        return ROUTINE.matcher(lower(complaint(record))).find();
    }

    /** Whether the later entry names the earlier by its number, or by the reference that it was put off under. */
    static boolean refersTo(MaintenanceRecord later, MaintenanceRecord earlier) {
        String said = lower(complaint(later) + "\n" + later.action());
        String id = lower(earlier.id().value());
        if (id.length() >= 4 && said.contains(id)) return true;
        Set<String> asked = items(complaint(later));
        if (asked.isEmpty()) return false;
        Set<String> held = items(complaint(earlier) + "\n" + earlier.action());
        return asked.stream().anyMatch(held::contains)
                || earlier.references().stream()
                        .anyMatch(reference -> BARE.matcher(reference).matches() && asked.contains(reference));
    }

    /** Whether nothing was found: by how the part was coded, or by an action that tells of no repair. */
    static boolean nothingFound(String condition, String action) {
        if (nothingFound(condition)) return true;
        String said = lower(action);
        if (REPAIR.matcher(said).find()) return false;
        return NO_FAULT.matcher(said).find()
                || (ALL_GOOD.matcher(said).find()
                        && !WORK.matcher(said).find()
                        && !DEED.matcher(said).find());
    }

    /** Whether a name or a code says that nothing was found. */
    static boolean nothingFound(String said) {
        return NO_FAULT.matcher(lower(said)).find();
    }

    /** Whether the work was put off and nothing in the entry says that it was done. */
    static boolean putOff(MaintenanceRecord record) {
        return putOff(record.action());
    }

    static boolean putOff(String said) {
        String action = lower(said);
        return PUT_OFF.matcher(action).find() && !CLOSED.matcher(action).find();
    }

    /** Whether all that was done was to switch it off and on. */
    static boolean onlyReset(String action) {
        String said = lower(action);
        return RESET.matcher(said).find() && !WORK.matcher(said).find();
    }

    private static Set<String> items(String text) {
        return ITEM.matcher(lower(text)).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    static String complaint(MaintenanceRecord record) {
        return record.complaint().isBlank() ? record.narrative() : record.complaint();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
