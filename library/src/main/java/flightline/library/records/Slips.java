package flightline.library.records;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What people leave out or code wrongly when they fill in the form: about one ATA code in twelve, and fewer of the rest. */
final class Slips {
    /** Chapters that people take for one another. */
    private static final Map<String, String> MISTAKEN = Map.ofEntries(
            Map.entry("21", "36"),
            Map.entry("24", "80"),
            Map.entry("25", "35"),
            Map.entry("26", "36"),
            Map.entry("27", "22"),
            Map.entry("28", "73"),
            Map.entry("29", "32"),
            Map.entry("30", "21"),
            Map.entry("31", "34"),
            Map.entry("32", "29"),
            Map.entry("33", "24"),
            Map.entry("34", "31"),
            Map.entry("36", "21"),
            Map.entry("52", "33"),
            Map.entry("61", "71"),
            Map.entry("72", "79"),
            Map.entry("73", "76"),
            Map.entry("77", "73"),
            Map.entry("79", "72"),
            Map.entry("80", "24"));

    Draft into(Draft draft, Dice dice) {
        CodedPart part = draft.part();
        CodedPart coded = new CodedPart(
                part.removed(),
                dice.chance(0.12) ? part.name().toUpperCase(Locale.ROOT) : part.name(),
                dice.chance(0.05) ? "" : part.condition(),
                dice.chance(0.03) ? "" : part.installed());
        return new Draft(
                draft.story(),
                draft.mode(),
                draft.airframe(),
                draft.date(),
                dice.chance(0.01) ? "" : draft.station(),
                dice.chance(0.02) ? "" : draft.role(),
                ata(draft.ata(), dice),
                draft.complaint(),
                draft.action(),
                coded,
                draft.mel(),
                draft.deferred(),
                draft.closed());
    }

    private static String ata(String ata, Dice dice) {
        if (dice.chance(0.04)) {
            return "";
        }
        if (ata.length() < 5 || !dice.chance(0.045)) {
            return ata;
        }
        return Optional.ofNullable(MISTAKEN.get(ata.substring(0, 2)))
                .map(chapter -> chapter + "-00")
                .orElse(ata.substring(0, 2) + "-00");
    }
}
