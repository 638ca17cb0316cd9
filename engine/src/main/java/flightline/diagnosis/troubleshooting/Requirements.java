package flightline.diagnosis.troubleshooting;

import flightline.corpus.Block;
import flightline.corpus.PlacedBlock;
import flightline.corpus.StructuredDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a procedure wants before it begins, as its preliminary requirements list it.
 *
 * @param conditions that must hold, for example {@code The aircraft is on jacks}
 * @param supplies spares and supplies
 * @param minutes the elapsed time that the procedure states, absent where it states none
 */
public record Requirements(
        List<String> conditions, List<String> equipment, List<String> supplies, OptionalInt minutes) {
    public static final Requirements NONE = new Requirements(List.of(), List.of(), List.of(), OptionalInt.empty());

    /** Minutes that getting one tool takes, and the most for all of them. */
    private static final int TOOL = 5;

    private static final int TOOLS = 20;
    private static final int JACKS = 60;
    private static final int PANEL = 15;
    private static final Pattern TIME = Pattern.compile(
            "estimated time:?\\s*(\\d+(?:\\.\\d+)?)\\s*(h|hours?|min|minutes?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RAISED = Pattern.compile("\\bjack(?:s|ed)?\\b|\\bhoist", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENED = Pattern.compile(
            "\\b(?:panels?|cowls?|cowlings?|fairings?|access doors?)\\b.{0,40}\\b(?:open|removed|off)\\b|\\b(?:open|remove)\\b.{0,40}\\b(?:panels?|cowls?|cowlings?|fairings?|access doors?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SOMETIMES =
            Pattern.compile("\\b(?:for the (?:steps|tests?|part)|if|when|only)\\b", Pattern.CASE_INSENSITIVE);

    public Requirements {
        conditions = List.copyOf(conditions);
        equipment = List.copyOf(equipment);
        supplies = List.copyOf(supplies);
    }

    public static Requirements of(StructuredDocument document) {
        var conditions = new ArrayList<String>();
        var equipment = new ArrayList<String>();
        var supplies = new ArrayList<String>();
        int minutes = 0;
        for (PlacedBlock placed : document.blocks()) {
            String heading =
                    placed.path().isEmpty() ? "" : placed.path().getLast().toLowerCase(Locale.ROOT);
            boolean begins = placed.path().stream().anyMatch(h -> h.equalsIgnoreCase("Preliminary requirements"));
            if (!begins || !(placed.block() instanceof Block.ListItem item)) continue;
            switch (heading) {
                case "required conditions" -> conditions.add(item.text());
                case "support equipment" -> equipment.add(item.text());
                case "supplies", "spares" -> supplies.add(item.text());
                case "required persons" -> minutes = Math.max(minutes, minutes(item.text()));
                default -> {}
            }
        }
        if (conditions.isEmpty() && equipment.isEmpty() && supplies.isEmpty() && minutes == 0) return NONE;
        return new Requirements(
                conditions, equipment, supplies, minutes == 0 ? OptionalInt.empty() : OptionalInt.of(minutes));
    }

    /** Minutes for access and for getting the equipment, before the first step. */
    public int setup() {
        int access = 0;
        if (always(RAISED)) access += JACKS;
        if (always(OPENED)) access += PANEL;
        return access + Math.min(TOOLS, TOOL * equipment.size());
    }

    /** Whether a condition wants it for the whole procedure, not only for some of its steps. */
    private boolean always(Pattern wanted) {
        return conditions.stream()
                .anyMatch(c -> wanted.matcher(c).find() && !SOMETIMES.matcher(c).find());
    }

    private static int minutes(String person) {
        Matcher time = TIME.matcher(person);
        if (!time.find()) return 0;
        double value = Double.parseDouble(time.group(1));
        return (int) Math.round(time.group(2).toLowerCase(Locale.ROOT).startsWith("h") ? 60 * value : value);
    }
}
