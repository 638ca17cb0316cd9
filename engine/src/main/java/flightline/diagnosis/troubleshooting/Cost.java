package flightline.diagnosis.troubleshooting;

import java.util.List;

/**
 * What a trial takes.
 *
 * @param minutes of work on the thing itself, at least 1
 * @param stated whether a document states those minutes; otherwise they are usual for such work, see {@link UsualTimes}
 * @param basis where the minutes come from, in words
 * @param setup further minutes for access and equipment, once for all trials with the same {@code place}
 * @param place what the setup is for, for example a document's key; empty where there is none
 * @param access what must be done or open first, as the document says it
 * @param equipment tools and test equipment, as the document says it
 * @param parts spares and supplies, as the document says it
 */
public record Cost(
        int minutes,
        boolean stated,
        String basis,
        int setup,
        String place,
        List<String> access,
        List<String> equipment,
        List<String> parts) {
    public Cost {
        if (minutes < 1) throw new IllegalArgumentException("minutes must be at least 1, got " + minutes);
        if (setup < 0) throw new IllegalArgumentException("setup must not be negative, got " + setup);
        access = List.copyOf(access);
        equipment = List.copyOf(equipment);
        parts = List.copyOf(parts);
    }

    public static Cost usual(int minutes, String basis) {
        return new Cost(minutes, false, basis, 0, "", List.of(), List.of(), List.of());
    }

    public static Cost stated(int minutes, String where) {
        return new Cost(minutes, true, where, 0, "", List.of(), List.of(), List.of());
    }

    /** The same under the requirements of the procedure that it is part of. */
    public Cost under(Requirements needed, String where) {
        return new Cost(
                minutes,
                stated,
                basis,
                needed.setup(),
                where,
                needed.conditions(),
                needed.equipment(),
                needed.supplies());
    }

    /** All minutes, with the setup. */
    public int whole() {
        return minutes + setup;
    }
}
