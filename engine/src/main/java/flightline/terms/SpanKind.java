package flightline.terms;

import java.util.Locale;

/** What a span of a report speaks of. The names and their meanings are those of the labelled difficulty reports. */
public enum SpanKind {
    /** A part, system or piece of equipment. */
    PROD,
    /** What is wrong with it. */
    PCON,
    /** Where on the aircraft, and which of several. */
    LOC,
    /** When in the flight. */
    FLT,
    /** What the crew did about it. */
    ACT,
    /** What became of the flight: diverted, returned, emergency declared. */
    SIT,
    /** A strike by or with an animal. */
    BIRD;

    /** Kinds in tags are lower case, {@code B-prod}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
