package flightline.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is planted in twenty drawn fleets is found, and what is not is seldom told. The figures stand in {@code eval/results/fleet.md}. */
final class PlantedFleetsTest {
    static final int FLEETS = 20;

    /** Counts over all fleets. */
    static final class Tally {
        int chronic;
        int chronicFound;
        int chronicTold;
        int changes;
        int changesFound;
        int level;
        int levelFalse;
        int rising;
        int risingFound;
        int risingTold;
        int risingFalse;
    }

    @Test
    void plantedDefects_areFound_andFalseAlarmsAreAsStated() {
        Tally tally = tally(1, FLEETS);
        // Nine in ten are found of many (365 of 400); of forty that may by chance be four fewer.
        assertThat(tally.chronicFound).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * tally.chronic));
        assertThat(tally.changesFound).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * tally.changes));
        assertThat(tally.risingFound).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * tally.rising));
        assertThat(tally.levelFalse).isLessThanOrEqualTo(tally.level * 5 / 100);
        assertThat(tally.chronicTold - tally.chronicFound).isLessThanOrEqualTo(Math.max(2, tally.chronicTold / 10));
        assertThat(tally.risingFalse).isLessThanOrEqualTo(Math.max(2, tally.risingTold / 10));
    }

    static Tally tally(long first, long last) {
        var tally = new Tally();
        for (long seed = first; seed <= last; seed++) {
            var fleet = new PlantedFleet(seed);
            try (RecordTable table = Fleets.table(fleet.records())) {
                chronic(fleet, Fleets.found(table, "top 200 recurring defects").table(), tally);
                for (int chapter = 0; chapter < PlantedFleet.CHAPTERS; chapter++)
                    level(fleet, chapter, Fleets.found(table, "trend of ATA " + (21 + chapter) + " defects"), tally);
                rising(fleet, Fleets.found(table, "emerging issues").table(), tally);
            }
        }
        return tally;
    }

    private static void chronic(PlantedFleet fleet, Grid table, Tally tally) {
        tally.chronic += fleet.chronic.size();
        for (int i = 0; i < table.rows().size(); i++) {
            if (!Boolean.TRUE.equals(table.cell(i, "stands_out"))) continue;
            String system = table.text(i, "system");
            boolean planted = fleet.chronic.contains(table.text(i, "tail") + " " + system);
            // Where the level rose, or a part rushes, entries do come in crowds.
            if (!planted && (system.startsWith((21 + fleet.risen) + "-") || system.equals(fleet.rushingSystem())))
                continue;
            tally.chronicTold++;
            if (planted) tally.chronicFound++;
        }
    }

    private static void level(PlantedFleet fleet, int chapter, Finding found, Tally tally) {
        boolean told =
                found.sentence().contains("The level rose") || found.sentence().contains("The level fell");
        if (chapter == fleet.risen) {
            tally.changes++;
            if (found.sentence().contains("The level rose")) tally.changesFound++;
        } else if (!fleet.rushing.startsWith("part " + chapter + "-")) {
            // What comes up more often at the end is a change of level, too, so its chapter says nothing of false
            // alarms.
            tally.level++;
            if (told) tally.levelFalse++;
        }
    }

    private static void rising(PlantedFleet fleet, Grid table, Tally tally) {
        tally.rising++;
        boolean found = false;
        String system = fleet.rushingSystem();
        for (int i = 0; i < table.rows().size(); i++) {
            tally.risingTold++;
            String name = table.text(i, "name");
            boolean right = name.equals(fleet.rushing) || name.equals(system);
            // A chapter whose level rose in the year before is still above that year as a whole.
            boolean risen = name.startsWith("part " + fleet.risen + "-") || name.startsWith((21 + fleet.risen) + "-");
            if (right) found = true;
            else if (!risen) tally.risingFalse++;
        }
        if (found) tally.risingFound++;
    }
}
