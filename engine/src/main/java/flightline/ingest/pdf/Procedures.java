package flightline.ingest.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the steps of a procedure from the items of a list: something is to be done. */
final class Procedures {
    private static final Pattern HEADING = Pattern.compile(
            "(?i)\\b(?:procedures?|removal|remove|installation|install|inspections?|tests?|testing|checks?|adjustments?|servicing"
                    + "|lubrication|cleaning|repairs?|replacement|disassembly|assembly|rigging|troubleshooting|fault isolation"
                    + "|accomplishment|job set-?up|close-?up|preparation|modification|required actions?|corrective actions?"
                    + "|terminating actions?|compliance|draining|filling|bleeding|calibration|steps?)\\b");
    /** What is listed below an item with such a title is nothing to be done, though the procedure is. */
    private static final Pattern LIST = Pattern.compile(
            "(?i)\\b(?:references?|referenced information|tools?|equipment|fixtures|materials?|supplies|spares|parts|possible causes?|probable"
                    + " causes?|description|initial evaluation of|definitions?|locations?)\\b");

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

    private static final Set<String> THINGS = Set.of(
            "bond",
            "charge",
            "check",
            "cut",
            "drain",
            "place",
            "position",
            "press",
            "pull",
            "pump",
            "push",
            "record",
            "repair",
            "reset",
            "return",
            "run",
            "safety",
            "seal",
            "service",
            "set",
            "stop",
            "supply",
            "support",
            "switch",
            "tag",
            "test",
            "top",
            "torque",
            "touch",
            "train",
            "turn",
            "wash",
            "write");
    private static final Set<String> OBJECTS = Set.of(
            "the", "a", "an", "all", "each", "both", "it", "them", "that", "this", "these", "any", "and", "for", "to",
            "with", "in", "on", "off", "up", "down", "out", "until", "if", "no", "one", "two");

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
            boolean procedure = underHeading || (acting * 3 >= counted.size() && acting > 0);
            if (procedure) steps.addAll(counted);
            ofGroups(drafts, counted, steps);
            i = end;
        }
        return steps;
    }

    /** What an item that is but a title says of those counted beneath it goes before what is said of all. */
    private static void ofGroups(List<Draft> drafts, Set<Integer> counted, Set<Integer> steps) {
        Optional<String> group = Optional.empty();
        boolean procedure = false;
        for (int at : counted.stream().sorted().toList()) {
            if (!(drafts.get(at) instanceof Draft.Entry entry)) continue;
            String form = entry.label().form();
            boolean title = entry.text().length() <= 60 && entry.text().matches(".*[\\p{L})]") && !acts(entry.text());
            boolean list = title && LIST.matcher(entry.text()).find();
            if (group.isEmpty() || group.get().equals(form)) {
                procedure = title && !list && HEADING.matcher(entry.text()).find();
                group = list || procedure ? Optional.of(form) : Optional.empty();
            } else if (procedure) steps.add(at);
            else steps.remove(at);
        }
    }

    private static boolean acts(String text) {
        String said = text.replaceFirst(
                "(?i)^(?:carefully|slowly|visually|if necessary,|to prevent|on the|with the|at the)\\s+", "");
        String[] words = said.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+", 3);
        if (!ACTIONS.contains(words[0])) return false;
        // "Seal the pump" is to be done, "Seal kit" is a thing.
        return !THINGS.contains(words[0]) || (words.length > 1 && OBJECTS.contains(words[1]));
    }
}
