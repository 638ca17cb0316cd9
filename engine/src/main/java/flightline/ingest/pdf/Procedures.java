package flightline.ingest.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the steps of a procedure from the items of a list: something is to be done. */
final class Procedures {
    private static final Pattern HEADING = Pattern.compile(
            "(?i)\\b(?:procedures?|removal|remove|installation|install|inspections?|tests?|testing|checks?|adjustments?|servicing"
                    + "|lubrication|cleaning|repairs?|replacement|disassembly|assembly|rigging|troubleshooting|fault isolation"
                    + "|accomplishment|job set-?up|close-?up|preparation|modification|required actions?|corrective actions?"
                    + "|terminating actions?|compliance|draining|filling|bleeding|calibration|steps?)\\b");
    private static final Set<String> ACTIONS = Set.of(
            ("accomplish add adjust align allow apply assemble attach bleed bond charge check clean close connect cut deactivate"
                            + " deflate depressurise depressurize disassemble disconnect discard disengage do drain engage ensure"
                            + " examine extend fill find flush get go hold identify inflate inspect install isolate jack listen"
                            + " loosen lower lubricate make measure monitor move obey observe obtain open operate perform place"
                            + " position press pressurise pressurize pull pump push put raise read record refer reinstall release"
                            + " remove repair repeat replace reset restore retract return rotate run safety seal secure select send"
                            + " service set shut start stop supply support tag tighten top torque touch train turn unlock use verify"
                            + " visually wait wash wipe write")
                    .split(" ", -1));

    private Procedures() {}

    /** Which of the drafts are steps, by their index. */
    static Set<Integer> steps(List<Draft> drafts) {
        var steps = new HashSet<Integer>();
        boolean underHeading = false;
        for (int i = 0; i < drafts.size(); ) {
            if (drafts.get(i) instanceof Draft.Title title)
                underHeading = HEADING.matcher(title.text()).find();
            int end = i;
            var counted = new HashSet<Integer>();
            int acting = 0;
            // A run ends at a heading: one procedure is all steps, whatever stands between them.
            for (; end < drafts.size() && (end == i || !(drafts.get(end) instanceof Draft.Title)); end++)
                if (drafts.get(end) instanceof Draft.Entry entry
                        && !entry.label().bullet()) {
                    counted.add(end);
                    if (acts(entry.text())) acting++;
                }
            if (underHeading || (acting * 3 >= counted.size() && acting > 0)) steps.addAll(counted);
            i = end;
        }
        return steps;
    }

    private static boolean acts(String text) {
        String first = text.replaceFirst(
                "(?i)^(?:carefully|slowly|visually|if necessary,|to prevent|on the|with the|at the)\\s+", "");
        return ACTIONS.contains(first.split("[^\\p{L}-]", 2)[0].toLowerCase(Locale.ROOT));
    }
}
