package flightline.drafting.compliance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flightline.records.YamlTexts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The aircraft that a matrix is drawn for, read from CSV, YAML or JSON; docs/engineer.md tells the form. */
public sealed interface FleetList {
    /** Read. */
    record Tails(List<Tail> tails) implements FleetList {
        public Tails {
            tails = List.copyOf(tails);
        }
    }

    /** @param why value, rule and place, in one sentence */
    record Bad(String why) implements FleetList {}

    /** @param name of the file, whose ending tells the form */
    static FleetList read(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        try {
            JsonNode list = lower.endsWith(".csv")
                    ? CsvTails.nodes(text)
                    : lower.endsWith(".json") ? new ObjectMapper().readTree(text) : YamlTexts.read(text);
            if (list != null && list.isObject()) list = list.path("fleet");
            if (list == null || !list.isArray() || list.isEmpty()) return new Bad(name + ": holds no list of aircraft");
            var tails = new ArrayList<Tail>();
            Set<String> seen = new HashSet<>();
            for (JsonNode node : list) {
                String fault = unknown(node);
                Tail tail = tail(node);
                if (fault.isEmpty()) fault = fault(tail, seen);
                if (!fault.isEmpty()) return new Bad(name + ", aircraft " + (tails.size() + 1) + ": " + fault);
                tails.add(tail);
            }
            return new Tails(tails);
        } catch (JsonProcessingException e) {
            return new Bad(name + ": " + String.valueOf(e.getOriginalMessage()).split("\n", 2)[0]);
        } catch (IllegalArgumentException e) {
            return new Bad(name + ": " + e.getMessage());
        }
    }

    private static Tail tail(JsonNode node) {
        Map<String, String> configuration = new TreeMap<>();
        node.path("configuration")
                .properties()
                .forEach(field ->
                        configuration.put(field.getKey(), field.getValue().asText()));
        var done = new ArrayList<Tail.Done>();
        for (JsonNode one : node.path("done"))
            done.add(new Tail.Done(
                    text(one, "what"), text(one, "on"), text(one, "hours"), text(one, "cycles"), text(one, "record")));
        var readings = new ArrayList<Tail.Reading>();
        for (JsonNode one : node.path("readings"))
            readings.add(new Tail.Reading(text(one, "on"), text(one, "hours"), text(one, "cycles")));
        return new Tail(
                text(node, "registration"),
                text(node, "model"),
                text(node, "serial"),
                text(node, "hours"),
                text(node, "cycles"),
                text(node, "as_of"),
                configuration,
                done,
                readings);
    }

    /** A field that there is not: misspelt, it would be as if nothing had been said. */
    private static String unknown(JsonNode node) {
        if (!node.isObject()) return "is no list of fields";
        String fault = unknown(node, "", CsvTails.COLUMNS);
        for (JsonNode one : node.path("done"))
            if (fault.isEmpty()) fault = unknown(one, "done.", List.of("what", "on", "hours", "cycles", "record"));
        for (JsonNode one : node.path("readings"))
            if (fault.isEmpty()) fault = unknown(one, "readings.", List.of("on", "hours", "cycles"));
        return fault;
    }

    private static String unknown(JsonNode node, String within, List<String> known) {
        return node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> "'" + within + name + "' must be one of " + String.join(", ", known))
                .orElse("");
    }

    private static String fault(Tail tail, Set<String> seen) {
        if (tail.registration().isBlank() || tail.model().isBlank()) return "registration and model must be given";
        if (!seen.add(Tail.bare(tail.registration()))) return "registration '" + tail.registration() + "' stands twice";
        var totals = new ArrayList<>(List.of(tail.hours(), tail.cycles()));
        var days = new ArrayList<>(List.of(tail.asOf()));
        for (Tail.Done one : tail.done()) {
            if (one.what().isBlank()) return "every entry of done needs 'what'";
            totals.addAll(List.of(one.hours(), one.cycles()));
            days.add(one.on());
        }
        for (Tail.Reading one : tail.readings()) {
            totals.addAll(List.of(one.hours(), one.cycles()));
            days.add(one.on());
        }
        for (String total : totals)
            if (!total.isBlank() && Tail.number(total).isEmpty())
                return "hours and cycles are numbers like 21940.5, got '" + total + "'";
        for (String day : days) if (!day.isBlank() && !isDay(day)) return "days are like 2026-03-01, got '" + day + "'";
        for (Tail.Reading one : tail.readings()) {
            boolean later = !tail.asOf().isBlank() && one.on().compareTo(tail.asOf()) > 0;
            boolean backwards = Tail.number(one.hours())
                    .flatMap(then -> Tail.number(tail.hours()).map(now -> then.compareTo(now) > 0))
                    .orElse(false);
            if (!later && backwards)
                return "hours run backwards: " + one.hours() + " on " + one.on() + ", " + tail.hours() + " now";
        }
        return "";
    }

    private static boolean isDay(String day) {
        try {
            return LocalDate.parse(day).getYear() > 1900;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("").strip();
    }
}
