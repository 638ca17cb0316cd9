package flightline.ingest.manuals;

import flightline.corpus.Applicability;
import flightline.corpus.Configuration;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads applicability in work packages: references into the manual's applicability list, and usable-on codes and serial
 * numbers of parts. What cannot be computed, such as a reference into another file, is kept as words and decides nothing.
 */
final class UsableOn {
    private static final Map<String, String> PROPERTIES = Map.of(
            "serialno", Configuration.SERIAL,
            "modelno", Configuration.MODEL,
            "uoc", "uoc",
            "mwo", "mwo",
            "software_version", "software version",
            "eqp_id", "equipment id");

    private final Map<String, Holds> byId = new HashMap<>();
    private final LineText words;

    UsableOn(XmlElement root, LineText words) {
        this.words = words;
        root.visit(e -> {
            if (e.is("applic") && !e.attribute("id").isEmpty()) byId.put(e.attribute("id"), defined(e));
        });
    }

    /** What an element says of itself by its {@code applicable} attribute: any of the references it names. */
    Holds of(XmlElement element) {
        String references = element.attribute("applicable");
        if (references.isEmpty()) return Holds.ALL;
        var any = new ArrayList<Applicability>();
        var inWords = new ArrayList<String>();
        for (String id : references.split("\\s+")) {
            String unknown = id + ", which is not in this file";
            Holds one = byId.getOrDefault(id, new Holds(new Applicability.Unread(unknown), unknown));
            any.add(one.computed());
            if (!one.inWords().isEmpty()) inWords.add(one.inWords());
        }
        return new Holds(anyOf(any), String.join(" or ", inWords));
    }

    /** What a part's usable-on codes and serial numbers say. */
    Holds ofPart(XmlElement part) {
        Applicability computed = Applicability.ALL;
        var codes = part.children("uoc").stream()
                .map(words::of)
                .filter(c -> !c.isEmpty() && !c.equalsIgnoreCase("ALL"))
                .distinct()
                .toList();
        if (!codes.isEmpty()) computed = new Applicability.Has("uoc", codes);
        var serials = part.children("usbefserno").stream()
                .map(s -> s.attribute("beginserno") + "~" + s.attribute("endserno"))
                .filter(r -> r.length() > 1)
                .toList();
        if (!serials.isEmpty())
            computed = Applicability.both(computed, new Applicability.Has(Configuration.SERIAL, serials));
        return new Holds(computed, "");
    }

    private Holds defined(XmlElement applic) {
        String name = applic.child("name").map(words::of).orElse("");
        var any = new ArrayList<Applicability>();
        Applicability but = Applicability.ALL;
        boolean negated = false;
        for (XmlElement one : applic.children())
            if (one.is("not")) negated = true;
            else if (one.is("set", "range", "single") && !one.children().isEmpty()) {
                Applicability values = values(one);
                if (negated) but = Applicability.both(but, new Applicability.Not(values));
                else any.add(values);
                negated = false;
            }
        Applicability computed = any.isEmpty() ? but : Applicability.both(anyOf(any), but);
        if (name.isEmpty()) return new Holds(computed, "");
        return new Holds(
                computed instanceof Applicability.All
                        ? new Applicability.Unread(name)
                        : new Applicability.Worded(name, computed),
                name);
    }

    private Applicability values(XmlElement group) {
        String property = PROPERTIES.getOrDefault(
                group.children().getFirst().name(), group.children().getFirst().name());
        List<String> values = group.children().stream()
                .map(words::of)
                .filter(v -> !v.isEmpty())
                .toList();
        if (values.isEmpty()) return Applicability.ALL;
        return new Applicability.Has(
                property, group.is("range") ? List.of(values.getFirst() + "~" + values.getLast()) : values);
    }

    /** Values of one property in one place, so that a list of serial numbers reads as one. */
    private static Applicability anyOf(List<Applicability> any) {
        if (any.contains(Applicability.ALL)) return Applicability.ALL;
        var properties = any.stream()
                .map(a -> a instanceof Applicability.Has(var property, var values) ? property : "")
                .collect(Collectors.toSet());
        if (properties.size() == 1 && !properties.contains("")) {
            var values = any.stream()
                    .flatMap(a -> a instanceof Applicability.Has(var property, var all) ? all.stream() : null)
                    .distinct()
                    .toList();
            return new Applicability.Has(properties.iterator().next(), values);
        }
        return any.size() == 1 ? any.getFirst() : new Applicability.AnyOf(any);
    }
}
