package flightline.ingest.s1000d;

import flightline.corpus.Applicability;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads applicability as issue 2.3 states it: types and models by name, each model with its versions and the ranks of a
 * version. What stands side by side is any of; what stands within a model is all of.
 */
final class ModelApplicability {
    private ModelApplicability() {}

    /** Absent where the element states nothing in this way. */
    static Optional<Applicability> read(XmlElement applic) {
        List<Applicability> all = new ArrayList<>();
        has("type", applic.children("type")).ifPresent(all::add);
        var models = applic.children("model").stream()
                .flatMap(m -> model(m).stream())
                .toList();
        if (models.size() == 1) all.add(models.getFirst());
        if (models.size() > 1) all.add(new Applicability.AnyOf(models));
        return all.stream().reduce(Applicability::both);
    }

    private static Optional<Applicability> model(XmlElement model) {
        List<Applicability> all = new ArrayList<>();
        has("model", List.of(model)).ifPresent(all::add);
        has("version", model.all(Set.of("version", "versno"))).ifPresent(all::add);
        var ranks = new ArrayList<String>();
        for (XmlElement rank : model.all(Set.of("range", "single")))
            if (rank.is("range")) ranks.add(rank.attribute("from") + "~" + rank.attribute("to"));
            else ranks.addAll(said(rank));
        ranks.removeIf(r -> r.equals("~"));
        if (!ranks.isEmpty()) all.add(new Applicability.Has("versrank", ranks));
        return all.stream().reduce(Applicability::both);
    }

    private static Optional<Applicability> has(String property, List<XmlElement> elements) {
        var values = elements.stream().flatMap(e -> said(e).stream()).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Applicability.Has(property, values));
    }

    /** The value in the attribute that has the element's name, else in its own words. */
    private static List<String> said(XmlElement element) {
        String attribute = element.attribute(element.name());
        if (!attribute.isEmpty()) return List.of(attribute);
        return element.children().isEmpty() && !element.text().isEmpty() ? List.of(element.text()) : List.of();
    }
}
