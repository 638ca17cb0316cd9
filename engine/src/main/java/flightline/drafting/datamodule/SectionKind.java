package flightline.drafting.datamodule;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a section of a procedure is for, as its heading says. */
enum SectionKind {
    TOOLS("(?:special |support |test |ground support |required )?(?:tools?|equipment)(?: required| needed)?"
            + "|tools? and (?:materials?|equipment|supplies)"),
    SPARES("(?:replacement |spare )?parts|spares|consumable and expendable parts|parts and materials"),
    SUPPLIES("(?:required )?(?:materials?|consumables?|consumable materials?|supplies|expendables?)"),
    PERSONS("(?:required )?(?:persons?|people|personnel|manpower|crew)"),
    CONDITIONS("(?:required |initial )?conditions?|prerequisites?|preconditions?|before you (?:start|begin)"),
    CLOSING("(?:job )?close[- ]?(?:up|out)"),
    STEPS("");

    private static final Pattern PROCEDURE =
            Pattern.compile("(?:the |main )?procedure|steps|instructions|method|how to");

    private final Pattern heading;

    SectionKind(String heading) {
        this.heading = Pattern.compile(heading);
    }

    /** Anything that is not known to be something else is taken for steps: nothing of it may get lost. */
    static SectionKind of(String heading) {
        String bare = bare(heading);
        for (SectionKind kind : values())
            if (kind != STEPS && kind.heading.matcher(bare).matches()) return kind;
        return STEPS;
    }

    /** Whether a heading says no more than that steps follow. */
    static boolean saysNothing(String heading) {
        return PROCEDURE.matcher(bare(heading)).matches();
    }

    private static String bare(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceFirst("^\\s*(?:\\(?[0-9]+(?:\\.[0-9]+)*[.)]?|\\(?[a-z][.)])\\s+", "")
                .replaceFirst("[:.]\\s*$", "")
                .strip();
    }
}
