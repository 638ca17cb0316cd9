package flightline.ingest.s1000d;

import flightline.corpus.SharedEntry.Kind;
import flightline.ingest.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which elements of the standard define and refer to entries of common information repositories, and by which number. */
final class SharedKinds {
    /**
     * @param ident attributes that make up the number
     * @param kind what is numbered so
     */
    private record Numbering(Kind kind, List<String> ident) {}

    private static final List<String> AREA =
            List.of("systemDiffCode", "systemCode", "subSystemCode", "subSubSystemCode", "assyCode");

    /** By the name that {@code Spec}, {@code Ident} and {@code Ref} are put behind. */
    private static final Map<String, Numbering> NUMBERINGS = Map.ofEntries(
            Map.entry("warning", new Numbering(Kind.WARNING, List.of("warningIdentNumber"))),
            Map.entry("caution", new Numbering(Kind.CAUTION, List.of("cautionIdentNumber"))),
            Map.entry("applic", new Numbering(Kind.APPLICABILITY, List.of("applicIdentValue"))),
            Map.entry("applicSpec", new Numbering(Kind.APPLICABILITY, List.of("applicIdentValue"))),
            Map.entry("tool", new Numbering(Kind.TOOL, List.of("toolNumber"))),
            Map.entry("supply", new Numbering(Kind.SUPPLY, List.of("supplyNumber"))),
            // A part's number is unique only for its maker.
            Map.entry("part", new Numbering(Kind.PART, List.of("manufacturerCodeValue", "partNumberValue"))),
            Map.entry("zone", new Numbering(Kind.ZONE, List.of("zoneNumber"))),
            Map.entry("accessPoint", new Numbering(Kind.ACCESS_POINT, List.of("accessPointNumber"))),
            Map.entry("circuitBreaker", new Numbering(Kind.CIRCUIT_BREAKER, List.of("circuitBreakerNumber"))),
            Map.entry("functionalItem", new Numbering(Kind.FUNCTIONAL_ITEM, List.of("functionalItemNumber"))),
            Map.entry("controlIndicator", new Numbering(Kind.CONTROL_INDICATOR, List.of("controlIndicatorNumber"))),
            Map.entry("functionalPhysicalArea", new Numbering(Kind.PHYSICAL_AREA, AREA)),
            Map.entry("enterprise", new Numbering(Kind.ENTERPRISE, List.of("manufacturerCodeValue"))));

    private SharedKinds() {}

    /** What the element refers to, where it is a reference to a numbered thing. */
    static Optional<Kind> referredTo(XmlElement element) {
        return element.name().endsWith("Ref") && !ident(element, "Ref").isEmpty()
                ? numbering(element, "Ref").map(Numbering::kind)
                : Optional.empty();
    }

    /** What the element defines, where it is an entry of a repository. */
    static Optional<Kind> defined(XmlElement element) {
        return element.name().endsWith("Spec") ? numbering(element, "Spec").map(Numbering::kind) : Optional.empty();
    }

    /** The number in a reference or an entry; empty where it has none. */
    static String ident(XmlElement element) {
        if (element.name().endsWith("Ref")) return ident(element, "Ref");
        String own = ident(element, "Spec");
        return own.isEmpty()
                ? element.children().stream()
                        .filter(c -> c.name().endsWith("Ident"))
                        .map(c -> ident(c, "Ident"))
                        .filter(i -> !i.isEmpty())
                        .findFirst()
                        .orElse("")
                : own;
    }

    private static String ident(XmlElement element, String suffix) {
        return numbering(element, suffix).stream()
                .flatMap(n -> n.ident().stream())
                .map(element::attribute)
                .flatMap(value -> value.isEmpty() ? Stream.empty() : Stream.of(value))
                .collect(Collectors.joining("-"));
    }

    private static Optional<Numbering> numbering(XmlElement element, String suffix) {
        String name = element.name();
        return name.endsWith(suffix)
                ? Optional.ofNullable(NUMBERINGS.get(name.substring(0, name.length() - suffix.length())))
                : Optional.empty();
    }
}
