package flightline.corpus;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Under which names documents keep what one aircraft is called by. A product table is free in how it names its attributes:
 * {@code regMark}, {@code tail-no}, {@code MSN} and {@code aircraftSerialNumber} are all in use for the two things that a
 * technician knows of the aircraft before him.
 *
 * <p>Compared without regard to case and to anything that is neither letter nor digit. Names of engines, propellers and
 * other parts that have a serial number of their own are none of an aircraft. A bare {@code reg} may be a region, a bare
 * {@code ser} a series, so neither is taken.
 */
enum AircraftName {
    REGISTRATION(
            Configuration.REGISTRATION,
            "(?:aircraft|acft|ac|airframe)?(?:registration|tail)(?:marks?|nos?|num|numbers?|nbr|nr|id|letters)?"
                    + "|(?:aircraft|acft|ac|airframe)reg|(?:aircraft|acft|ac)?reg(?:marks?|no|num|number|nbr|nr|letters)|nnumber"),
    SERIAL(
            Configuration.SERIAL,
            "(?:aircraft|acft|ac|airframe|manufacturers?|mfrs?)?(?:serial(?:no|num|number|nbr|nr)?|ser(?:no|num|number|nbr|nr)|sn)"
                    + "|(?:aircraft|acft|ac)?msn(?:no|number|nbr|br)?");

    private final String property;
    private final Pattern names;

    AircraftName(String property, String names) {
        this.property = property;
        this.names = Pattern.compile(names);
    }

    /** The property that this one is another name of; absent where it tells something else of an aircraft. */
    static Optional<String> meant(String property) {
        String bare = bare(property);
        for (AircraftName name : values()) if (name.names.matcher(bare).matches()) return Optional.of(name.property);
        return Optional.empty();
    }

    /** Letters and digits alone, lower case. */
    static String bare(String property) {
        return property.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
