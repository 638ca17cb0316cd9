package flightline.ingest.s1000d;

import flightline.corpus.DocumentHeader;
import flightline.corpus.SharedEntry;
import flightline.corpus.SharedEntry.Kind;
import flightline.ingest.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a module holds for other modules to refer to. */
final class RepositoryReader {
    private static final Set<String> NAMES = Set.of(
            "name",
            "shortName",
            "descrForPart",
            "itemDescr",
            "controlIndicatorName",
            "enterpriseName",
            "businessUnitName",
            "title");
    private static final Set<String> COLLECTIONS =
            Set.of("warningsAndCautions", "warningRepository", "cautionRepository", "techRepository");

    private final InlineText words;
    private final ApplicabilityReader applicability;
    private final DocumentHeader header;

    RepositoryReader(InlineText words, ApplicabilityReader applicability, DocumentHeader header) {
        this.words = words;
        this.applicability = applicability;
        this.header = header;
    }

    List<SharedEntry> entries(XmlElement content) {
        var entries = new ArrayList<SharedEntry>();
        content.visit(e -> SharedKinds.defined(e).ifPresent(kind -> {
            String said = said(kind, e);
            String ident = SharedKinds.ident(e);
            if (!said.isEmpty() && !ident.isEmpty()) entries.add(entry(kind, ident, said));
        }));
        if (onlyCollections(content))
            content.visit(e -> {
                if (e.is("warning", "caution") && !e.attribute("id").isEmpty())
                    entries.add(entry(e.is("warning") ? Kind.WARNING : Kind.CAUTION, e.attribute("id"), words.of(e)));
            });
        return entries;
    }

    private SharedEntry entry(Kind kind, String ident, String said) {
        return new SharedEntry(kind, ident, said, header.id(), header.revision().display(), header.marking());
    }

    /** Up to issue 4.0 a repository of warnings is a module that holds nothing else, each warning under its id. */
    private static boolean onlyCollections(XmlElement content) {
        var parts = content.children().stream()
                .filter(c -> !c.is("refs", "referencedApplicGroup"))
                .toList();
        return !parts.isEmpty() && parts.stream().allMatch(c -> COLLECTIONS.contains(c.name()));
    }

    private String said(Kind kind, XmlElement spec) {
        return switch (kind) {
            case WARNING, CAUTION -> words.of(spec);
            case APPLICABILITY -> applicable(spec);
            case TOOL,
                    SUPPLY,
                    PART,
                    ZONE,
                    ACCESS_POINT,
                    CIRCUIT_BREAKER,
                    FUNCTIONAL_ITEM,
                    CONTROL_INDICATOR,
                    PHYSICAL_AREA,
                    ENTERPRISE -> name(spec);
        };
    }

    private String applicable(XmlElement spec) {
        Optional<ApplicabilityReader.Said> mapped = applicability.byId(spec.attribute("applicMapRefId"));
        return mapped.or(() -> spec.child("applic").map(applicability::read))
                .map(said -> said.holds().canonical())
                .orElse("");
    }

    // What holds for every product stands in the entry itself; where only its alternatives have names, and not all the
    // same, none of them may be told for all.
    private String name(XmlElement spec) {
        for (String name : List.of("name", "shortName", "controlIndicatorName", "enterpriseName")) {
            var direct = spec.child(name).or(() -> spec.child("itemIdentData").flatMap(i -> i.child(name)));
            if (direct.isPresent() && !words.of(direct.get()).isEmpty()) return words.of(direct.get());
        }
        var all = spec.all(NAMES).stream()
                .map(words::of)
                .filter(n -> !n.isEmpty())
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : "";
    }
}
