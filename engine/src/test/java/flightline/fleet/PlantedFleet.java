package flightline.fleet;

import flightline.corpus.MaintenanceRecord;
import flightline.corpus.Marking;
import flightline.corpus.RecordId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A fleet of twelve aircraft over two years, drawn from a seed: defects of 60 systems come by chance, and among them are two chronic defects,
 * a chapter whose level rises to 2.5 times what it was, and a part that comes up six times as often in the last 90 days.
 */
final class PlantedFleet {
    static final int CHAPTERS = 10;
    private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 731;
    private static final int AIRCRAFT = 12;
    private static final int SYSTEMS = 6;
    private static final double RISE = 2.5;
    private static final double RUSH = 6;

    private final SplittableRandom random;
    private final List<MaintenanceRecord> records = new ArrayList<>();
    final Set<String> chronic = new HashSet<>();
    final int risen;
    final String rushing;

    PlantedFleet(long seed) {
        this.random = new SplittableRandom(seed);
        this.risen = random.nextInt(CHAPTERS);
        int from = DAYS * (35 + random.nextInt(30)) / 100;
        this.rushing =
                "part " + ((risen + 1 + random.nextInt(CHAPTERS - 1)) % CHAPTERS) + "-" + random.nextInt(SYSTEMS);
        for (int aircraft = 0; aircraft < AIRCRAFT; aircraft++)
            for (int chapter = 0; chapter < CHAPTERS; chapter++)
                for (int system = 0; system < SYSTEMS; system++) {
                    // From one in 60 days to one in 600, as few systems cause most of the work.
                    double daily = 1 / (60.0 + 540.0 * ((chapter * 7 + system * 11) % 60) / 60);
                    for (int day = 0; day < DAYS; day++) {
                        double rate = daily * (chapter == risen && day >= from ? RISE : 1);
                        if (("part " + chapter + "-" + system).equals(rushing) && day >= DAYS - 90) rate *= RUSH;
                        if (random.nextDouble() < rate) add(aircraft, chapter, system, day);
                    }
                }
        while (chronic.size() < 2) plantChronic();
    }

    private void plantChronic() {
        int aircraft = random.nextInt(AIRCRAFT);
        int chapter = random.nextInt(CHAPTERS);
        int system = random.nextInt(SYSTEMS);
        if (chapter == risen || !chronic.add(tail(aircraft) + " " + code(chapter, system))) return;
        int day = 100 + random.nextInt(DAYS - 300);
        int times = 5 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            add(aircraft, chapter, system, day);
            day += 2 + random.nextInt(10);
        }
    }

    private void add(int aircraft, int chapter, int system, int day) {
        records.add(new MaintenanceRecord(
                new RecordId("p" + records.size()),
                Optional.of(BEGIN.plusDays(day)),
                tail(aircraft),
                "LT-46-300",
                "",
                "fault " + records.size(),
                "attended to",
                "",
                "part " + chapter + "-" + system,
                "",
                "failed",
                List.of(code(chapter, system)),
                List.of(),
                "drawn.csv:1",
                Map.of("flight_hours", String.valueOf(1000 + 6 * day)),
                Marking.UNMARKED));
    }

    static String tail(int aircraft) {
        return "QQ-P" + (char) ('A' + aircraft / 26) + (char) ('A' + aircraft % 26);
    }

    static String code(int chapter, int system) {
        return (21 + chapter) + "-" + (system + 1) + "1";
    }

    String rushingSystem() {
        return code(Integer.parseInt(rushing.substring(5, 6)), Integer.parseInt(rushing.substring(7)));
    }

    List<MaintenanceRecord> records() {
        return records;
    }
}
