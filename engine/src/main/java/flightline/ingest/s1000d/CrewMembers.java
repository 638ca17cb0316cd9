package flightline.ingest.s1000d;

import flightline.ingest.xml.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who of a crew carries out a step. */
final class CrewMembers {
    /** Values of the attribute {@code crewMemberType} as the standard defines them; projects may add their own. */
    private static final Map<String, String> TYPES = Map.of(
            "cm01", "All",
            "cm02", "Pilot",
            "cm03", "Co-pilot",
            "cm04", "Navigator",
            "cm05", "Engineer",
            "cm06", "Ground crew",
            "cm07", "Load master",
            "cm08", "Cabin supervisor");

    private CrewMembers() {}

    /** The crew members that these elements name, or hold; empty where there are none. */
    static String of(List<XmlElement> groups, InlineText words) {
        return groups.stream()
                .flatMap(g -> Stream.concat(Stream.of(g), g.all(Set.of("crewMember")).stream()))
                .filter(m -> m.is("crewMember") || m.hasOwnWords())
                .map(m -> named(m, words))
                .filter(n -> !n.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String named(XmlElement member, InlineText words) {
        String type = member.attribute("crewMemberType");
        String said = words.of(member);
        return Stream.of(words.condition(member), TYPES.getOrDefault(type, type), said)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
