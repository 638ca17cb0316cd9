package flightline.ingest.s1000d;

import flightline.corpus.Applicability;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads applicability: the computed form where there is one, else what is displayed. */
final class ApplicabilityReader {
    /**
     * What an {@code applic} element says.
     *
     * @param computed {@link Applicability#ALL} where nothing is computed
     * @param inWords what could not be computed and so has to be read by a person; empty where the rest says it all
     */
    record Said(Applicability computed, String inWords) {
        static final Said ALL = new Said(Applicability.ALL, "");
    }

    private final Map<String, Said> byId = new HashMap<>();

    /** Takes in what {@code applicRefId} in this module may refer to. */
    ApplicabilityReader(XmlElement module) {
        module.visit(e -> {
            if (e.is("applic") && !e.attribute("id").isEmpty()) byId.put(e.attribute("id"), read(e));
            if (e.is("applicRef") && !e.attribute("id").isEmpty())
                byId.put(
                        e.attribute("id"),
                        new Said(
                                Applicability.ALL,
                                "see " + e.attribute("applicIdentValue") + " in the applicability repository"));
        });
    }

    /** What stands under that id; empty where nothing does. */
    Optional<Said> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    static Said read(XmlElement applic) {
        var computed = applic.children().stream()
                .filter(c -> c.is("assert", "evaluate"))
                .map(ApplicabilityReader::expression)
                .findFirst();
        if (computed.isPresent() && !(computed.get() instanceof Applicability.All)) return new Said(computed.get(), "");
        String shown = applic.child("displayText")
                .map(XmlElement::text)
                .orElseGet(() -> applic.child("assert").map(XmlElement::text).orElse(""));
        return shown.isEmpty() || shown.equalsIgnoreCase("all") ? Said.ALL : new Said(Applicability.ALL, shown);
    }

    // What cannot be computed counts as ALL: it drops out of an "and" and widens an "or", so that nothing is hidden
    // from
    // an aircraft on the strength of a condition that was not understood.
    private static Applicability expression(XmlElement element) {
        if (element.is("assert")) return assertion(element);
        List<Applicability> parts = new ArrayList<>();
        for (XmlElement child : element.children()) if (child.is("assert", "evaluate")) parts.add(expression(child));
        if (element.attribute("andOr").equals("or")) {
            if (parts.isEmpty() || parts.contains(Applicability.ALL)) return Applicability.ALL;
            return parts.size() == 1 ? parts.getFirst() : new Applicability.AnyOf(parts);
        }
        return parts.stream().reduce(Applicability.ALL, Applicability::both);
    }

    private static Applicability assertion(XmlElement element) {
        var values = new ArrayList<String>();
        for (String value : element.attribute("applicPropertyValues").split("\\|"))
            if (!value.isBlank()) values.add(value.strip());
        String property = element.attribute("applicPropertyIdent");
        return property.isEmpty() || values.isEmpty() ? Applicability.ALL : new Applicability.Has(property, values);
    }
}
