package flightline.terms;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something a mechanic would point at in a sentence, and where it stands: half-open {@code [start, end)}, 0-based UTF-16
 * units of the text that was read.
 */
public sealed interface Mention {
    int start();

    int end();

    /**
     * A part number.
     *
     * @param number upper case, as written
     */
    record PartNumber(int start, int end, String number) implements Mention {}

    /** A serial number of a part, named as such in the text; upper case. */
    record SerialNumber(int start, int end, String number) implements Mention {}

    /**
     * A place in a manual, such as {@code amm 32-41-00-400-801}.
     *
     * @param manual upper case, {@code AMM}, {@code FIM}, {@code MEL} and so on; empty where only the number stands there
     * @param number upper case, as written
     * @param ata absent where the number is none of ATA's
     */
    record ManualReference(int start, int end, String manual, String number, Optional<AtaCode> ata) implements Mention {
        /** Manual and number, {@code AMM 32-41-00}. */
        public String display() {
            return manual.isEmpty() ? number : manual + " " + number;
        }
    }

    /** An ATA chapter or system named as such, {@code ATA 32}. */
    record AtaReference(int start, int end, AtaCode code) implements Mention {}

    /** A service bulletin, upper case. */
    record Bulletin(int start, int end, String number) implements Mention {}

    /** An airworthiness directive, upper case without the authority, {@code 2022-03-06}. */
    record Directive(int start, int end, String number) implements Mention {}

    /** A fault code or maintenance message number, upper case. */
    record FaultCode(int start, int end, String code) implements Mention {}

    /** What a crew alerting system showed, upper case, single spaces. */
    record CrewMessage(int start, int end, String message) implements Mention {}

    /**
     * A number with its unit.
     *
     * @param value as written
     * @param unit as the unit is usually written, {@code psi}
     * @param base the same quantity in the dimension's base unit
     */
    record Quantity(int start, int end, double value, String unit, Dimension dimension, double base)
            implements Mention {}

    /** Registration of an aircraft, upper case. */
    record Registration(int start, int end, String mark) implements Mention {}

    /**
     * Which of several: a side, an end, or a number.
     *
     * @param number for {@link Side#NUMBERED} only
     */
    record Position(int start, int end, Side side, OptionalInt number) implements Mention {
        /** In words: {@code left}, {@code number 2}. */
        public String display() {
            return number.isPresent()
                    ? "number " + number.getAsInt()
                    : side.name().toLowerCase(Locale.ROOT);
        }
    }

    /** When in the flight. */
    record FlightPhase(int start, int end, Phase phase) implements Mention {}

    /**
     * A word that says no.
     *
     * @param scopeEnd where that ends which it denies: the end of its clause
     */
    record Negation(int start, int end, int scopeEnd) implements Mention {}

    /** What is measured; the base unit stands in brackets. */
    enum Dimension {
        /** (kPa) */
        PRESSURE,
        /** (°C) */
        TEMPERATURE,
        /** (N·m) */
        TORQUE,
        /** (V) */
        VOLTAGE,
        /** (A) */
        CURRENT,
        /** (Ω) */
        RESISTANCE,
        /** (kg) */
        MASS,
        /** (rpm) */
        ROTATION,
        /** (%) */
        PERCENT,
        /** (mm) */
        LENGTH,
        /** (min) */
        TIME,
        /** (l) */
        VOLUME,
        /** (kt) */
        SPEED,
        /** (Hz) */
        FREQUENCY,
        /** (°) */
        ANGLE
    }

    enum Side {
        LEFT,
        RIGHT,
        CENTER,
        FORWARD,
        AFT,
        INBOARD,
        OUTBOARD,
        UPPER,
        LOWER,
        NUMBERED
    }

    enum Phase {
        PREFLIGHT,
        START,
        TAXI,
        TAKEOFF,
        CLIMB,
        CRUISE,
        DESCENT,
        APPROACH,
        LANDING,
        POSTFLIGHT
    }
}
