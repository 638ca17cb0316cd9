package flightline.ingest.s1000d;

import flightline.corpus.Applicability;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads applicability: what is computed and what is displayed, both kept. Where the two contradict each other, neither is
 * believed.
 */
final class ApplicabilityReader {
    /**
     * What an {@code applic} element says.
     *
     * @param holds with the words displayed, where there are any
     * @param inWords what a person has to read because no program can; empty where there is nothing of the kind
     * @param contradiction in words; empty where what is displayed and what is computed agree
     */
    record Said(Applicability holds, String inWords, String contradiction) {
        static final Said ALL = new Said(Applicability.ALL, "", "");

        static Said unread(String words) {
            return new Said(new Applicability.Unread(words), words, "");
        }
    }

    private final Map<String, Said> byId = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();

    /**
     * Takes in what {@code applicRefId} in this module may refer to.
     *
     * @param shared what other modules keep for this one
     * @param notes takes what a librarian should know, each with its line
     */
    ApplicabilityReader(XmlElement module, SharedWords shared, List<String> notes) {
        module.visit(e -> {
            String property = e.attribute("applicPropertyIdent");
            if (!property.isEmpty()) knownOf(property).addAll(values(e));
        });
        module.visit(e -> {
            String id = e.attribute("id");
            if (e.is("applic")) {
                Said said = read(e);
                if (!said.contradiction().isEmpty())
                    notes.add("line " + e.line() + ": " + said.contradiction() + "; held for unknown");
                if (!id.isEmpty()) byId.put(id, said);
            }
            if (e.is("applicRef") && !id.isEmpty()) byId.put(id, shared.applicability(e));
        });
    }

    /** What stands under that id; empty where nothing does. */
    Optional<Said> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Said read(XmlElement applic) {
        String shown = shown(applic);
        boolean all = shown.matches("(?i)all( (products|aircraft|models|serial numbers))?\\.?");
        Optional<Applicability> computed = computed(applic);
        if (computed.isEmpty()) return shown.isEmpty() || all ? Said.ALL : Said.unread(shown);
        Applicability holds = computed.get();
        if (holds instanceof Applicability.Unread(var words)) return Said.unread(shown.isEmpty() ? words : shown);
        if (shown.isEmpty()) return new Said(holds, "", "");
        if (all || new DisplayedApplicability(shown, known).contradicts(holds)) {
            String both = "applicability displayed as '" + shown + "' but computed as '" + holds.display() + "'";
            return new Said(new Applicability.Unread(both), both, both);
        }
        return new Said(new Applicability.Worded(shown, holds), "", "");
    }

    private static String shown(XmlElement applic) {
        return applic.child("displayText")
                .map(XmlElement::text)
                .or(() -> applic.child("simplePara").map(XmlElement::text))
                .orElse("");
    }

    private static Optional<Applicability> computed(XmlElement applic) {
        var stated = applic.children().stream()
                .filter(c -> c.is("assert", "evaluate"))
                .map(ApplicabilityReader::expression)
                .toList();
        // More than one is against the schema, and nothing says whether all or any of them is meant.
        if (stated.size() > 1) return Optional.of(new Applicability.Unread(applic.text()));
        return stated.isEmpty() ? ModelApplicability.read(applic) : Optional.of(stated.getFirst());
    }

    private static Applicability expression(XmlElement element) {
        if (element.is("assert")) return assertion(element);
        List<Applicability> parts = new ArrayList<>();
        for (XmlElement child : element.children()) if (child.is("assert", "evaluate")) parts.add(expression(child));
        String operator = element.attribute("andOr").toLowerCase(Locale.ROOT);
        if (parts.size() == 1) return parts.getFirst();
        if (parts.isEmpty() || !operator.matches("and|or"))
            return new Applicability.Unread("evaluate '" + operator + "' of " + parts.size() + " conditions");
        if (operator.equals("or")) return new Applicability.AnyOf(parts);
        return parts.stream().reduce(Applicability.ALL, Applicability::both);
    }

    private static Applicability assertion(XmlElement element) {
        var values = List.copyOf(values(element));
        String property = element.attribute("applicPropertyIdent");
        if (property.isEmpty() || values.isEmpty())
            return new Applicability.Unread(
                    element.text().isEmpty() ? "a condition without property or value" : element.text());
        return new Applicability.Has(property, values);
    }

    private static Set<String> values(XmlElement element) {
        var values = new LinkedHashSet<String>();
        for (String value : element.attribute("applicPropertyValues").split("\\|"))
            if (!value.isBlank()) values.add(value.strip());
        return values;
    }

    private Set<String> knownOf(String property) {
        return known.computeIfAbsent(property.toLowerCase(Locale.ROOT), p -> new LinkedHashSet<>());
    }
}
