package flightline.diagnosis.memory;

import flightline.corpus.MaintenanceRecord;
import java.util.ArrayList;
import java.util.List;

/** Says in words why two entries are held for the same fault. */
final class Grounds {
    private static final double RARE = -3;
    private static final double AGREED = 0.5;
    private static final int MOST = 4;

    private Grounds() {}

    /**
     * @param through whether the link is with another earlier entry, not with the complaint
     * @param other that entry
     */
    static List<String> of(Traits traits, boolean through, MaintenanceRecord other) {
        var why = new ArrayList<String>();
        if (traits.refers() > 0) why.add("one names the other");
        if (traits.again() > 0) why.add("it says that it came again");
        if (traits.chance() < RARE) why.add("complaints as alike are rare");
        if (traits.systems() >= AGREED) why.add("like complaints were of the same system");
        if (traits.parts() >= AGREED) why.add("like complaints were cured with the same parts");
        if (traits.meets() > 0) why.add("same side or number");
        if (traits.part() > 0) why.add("same part");
        if (traits.code() == 1) why.add("same ATA code");
        if (why.isEmpty()) why.add("alike in words and near in time");
        var shown = new ArrayList<>(why.subList(0, Math.min(MOST, why.size())));
        if (through) shown.add("linked through " + other.id());
        return shown;
    }
}
